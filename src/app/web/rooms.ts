// Finds what the rooms bring to the shell: pages, words, pieces of the start page, finders of the search box.

import type { Finder, HomePiece, MenuEntry, PageDef } from '../../ui/pages.ts'
import { fillSlots, type SlotPiece } from '../../ui/slots.tsx'
import { modules, type Wing, wings } from '../modules.ts'

const pageFiles = import.meta.glob<{ pages: readonly PageDef[] }>('../../modules/*/*/web/pages.tsx', { eager: true })
const homeFiles = import.meta.glob<{ home: readonly HomePiece[] }>('../../modules/*/*/web/home.tsx', { eager: true })
const slotFiles = import.meta.glob<{ slots: readonly SlotPiece[] }>('../../modules/*/*/web/slots.tsx', { eager: true })
const finderFiles = import.meta.glob<{ finder: Finder }>('../../modules/*/*/web/finder.ts')
const platformFiles = import.meta.glob<{ pages: readonly PageDef[] }>('./*/pages.tsx', { eager: true })
// Words register themselves; a refusal may come from a room whose page is not open.
import.meta.glob('../../modules/*/*/web/words.ts', { eager: true })

fillSlots(Object.values(slotFiles).flatMap(({ slots }) => slots))

export type PlacedPage = PageDef & { wing: Wing | 'platform' }
const isWing = (name: string | undefined): name is Wing => name !== undefined && name in wings
const wingOf = (path: string): PlacedPage['wing'] => {
  const wing = path.split('/').at(-4)
  return isWing(wing) ? wing : 'platform'
}
const placeOf = (path: string) => Object.keys(modules).indexOf(path.split('/').at(-3) ?? '')

/** Whether an address of this form leads anywhere. */
export const hasPage = (path: string) => pages.some((page) => page.path === path)

/** In the order of the map. */
export const pages: readonly PlacedPage[] = [
  ...Object.entries(pageFiles).toSorted(([a], [b]) => placeOf(a) - placeOf(b)),
  ...Object.entries(platformFiles),
].flatMap(([path, { pages }]) => pages.map((page) => ({ ...page, wing: wingOf(path) })))

export const isBare = (path: string) => pages.some((page) => page.bare === true && page.path === path)

export const homePieces: readonly HomePiece[] = Object.values(homeFiles)
  .flatMap(({ home }) => home)
  .toSorted((a, b) => a.order - b.order)

/** Loaded when somebody first uses the search box. */
export const loadFinders = async (): Promise<Finder[]> => {
  const files = await Promise.all(Object.values(finderFiles).map((load) => load()))
  return files.map(({ finder }) => finder).toSorted((a, b) => a.order - b.order)
}

export type MenuItem = MenuEntry & { path: string; phone: boolean }
export type MenuGroup = { wing: PlacedPage['wing']; items: MenuItem[] }
/** Service first: it is what most people come for. */
const WING_ORDER: readonly PlacedPage['wing'][] = ['service', 'office', 'estate', 'organisation', 'platform']

export function menuFor(permissions: ReadonlySet<string>): MenuGroup[] {
  const groups = WING_ORDER.map((wing) => ({
    wing,
    items: pages
      .filter((page) => page.wing === wing && (page.needs === null || permissions.has(page.needs)))
      .flatMap(({ menu, path, phone = false }) => (menu ? [{ ...menu, path, phone }] : []))
      .toSorted((a, b) => a.order - b.order),
  }))
  return groups.filter(({ items }) => items.length > 0)
}

export const wingWords = (wing: PlacedPage['wing']) =>
  wing === 'platform' ? { zh: '系统', en: 'System' } : wings[wing]

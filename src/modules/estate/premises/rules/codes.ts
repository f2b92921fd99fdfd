// How a place is numbered and named from the places it is part of, and what may be part of what.
import { Refusal } from '../../../../platform/refusal.ts'
import { FACILITIES, type PlaceDetail, type PlaceKind, PUBLIC_AREAS } from '../contract/shapes.ts'

/** One step of the way from the building down to the place. */
export type Step = { kind: PlaceKind; no: string; name: string }

const PARTS_OF: Record<PlaceKind, readonly (PlaceKind | 'estate')[]> = {
  building: ['estate'],
  entrance: ['building'],
  floor: ['building', 'entrance'],
  unit: ['building', 'entrance', 'floor'],
  public_area: ['estate', 'building', 'entrance', 'floor', 'public_area'],
  facility: ['estate', 'building', 'entrance', 'floor', 'public_area'],
}
export function mustFitIn(kind: PlaceKind, parent: PlaceKind | undefined) {
  if (!PARTS_OF[kind].includes(parent ?? 'estate')) throw new Refusal('place.wrong_parent', { kind, parent })
}

/** 3-2-1201: a unit's number says its floor, so the floor is left out. */
export const codeOf = (way: readonly Step[]): string => {
  const unit = way.at(-1)?.kind === 'unit'
  return way
    .filter(({ kind }) => !(unit && kind === 'floor'))
    .map(({ no }) => no)
    .join('-')
}

/** The code with its numbers padded, so that text order is the order people expect; basements come before floor 1. */
export const sortOf = (code: string): string =>
  code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/(^|-)B(\d+)(?=F?(-|$))/g, (_, dash: string, depth: string) => `${dash}!${99 - Number(depth)}`)
    .replace(/\d+/g, (figures) => figures.padStart(5, '0'))

export const pathOf = (estate: string, way: readonly Step[]): string =>
  `${estate} ${way.map(({ name }) => name).join('')}`

/** What people call it when nobody has said otherwise. */
export function nameOf(kind: PlaceKind, no: string): string {
  const plain = /^[\dA-Za-z]+$/.test(no)
  if (kind === 'building' && plain) return `${no}栋`
  if (kind === 'entrance' && plain) return `${no}单元`
  if (kind === 'floor') return /^(B?\d+)F?$/i.test(no) ? `${no.replace(/F$/i, '')}层` : no
  return no
}

export const floorLabel = (floorNo: number): string => (floorNo < 0 ? `B${-floorNo}` : `${floorNo}F`)
export function floorNoOf(label: string): number | null {
  const match = /^(B?)(\d{1,3})F?$/i.exec(label)
  return match ? Number(match[2]) * (match[1] ? -1 : 1) : null
}

export function mustSuit(kind: PlaceKind, detail: PlaceDetail | null | undefined) {
  if (!detail) return
  const known: readonly string[] = kind === 'public_area' ? PUBLIC_AREAS : kind === 'facility' ? FACILITIES : []
  if (!known.includes(detail)) throw new Refusal('place.wrong_detail', { kind, detail })
}

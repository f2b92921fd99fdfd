// One box that finds any place by its code in whatever spelling, or by its name.
import { estatesWithin, scopeOf } from '../../../../platform/access.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { type EstateSettings, listEstates } from '../../../organisation/estates/module.ts'
import type { places } from '../contract/places.ts'
import type { Found, PlaceKind } from '../contract/shapes.ts'
import { READ } from '../queries/places.ts'
import { type Hit, type Sought, searchPlaceRows } from '../queries/search.ts'
import { spell } from '../rules/spelling.ts'

export const search = async (ctx: Ctx, given: Input<typeof places.verbs.search>) => ({
  items: await foundPlaces(ctx, given),
})

type Asked = { q: string; estateId?: string | undefined; kind?: readonly PlaceKind[] | undefined; limit: number }

export async function foundPlaces(ctx: Ctx, { q, estateId, kind, limit }: Asked): Promise<Found[]> {
  const within = estatesWithin(ctx.user, READ)
  const known = (await listEstates(ctx.tx)).filter(
    ({ id }) => (within?.includes(id) ?? true) && (!estateId || id === estateId),
  )
  const { key, estates } = withoutEstate(spell(q), known)
  if (!key || estates.length === 0) return []
  const scope = scopeOf(ctx.user, READ) ?? { company: false, estateIds: [], areaIds: [] }
  const sought: Sought = { key, estateIds: estates.map(({ id }) => id), kinds: kind, reach: scope, limit }
  const hits = await searchPlaceRows(ctx.tx, sought)
  const found = hits.length ? hits : await byAllWords(ctx, sought)
  return found.map((hit) => ({ ...hit, estateName: estates.find(({ id }) => id === hit.estateId)?.name ?? '' }))
}

/** 云栖里3-2-1201: the estate said first narrows the search and is no part of the code. */
function withoutEstate(spelled: string, known: EstateSettings[]): { key: string; estates: EstateSettings[] } {
  for (const estate of known) {
    for (const name of [estate.name, estate.shortName].map(spell)) {
      const rest = name && spelled.startsWith(name) ? spelled.slice(name.length).replace(/^-/, '') : ''
      if (rest) return { key: rest, estates: [estate] }
    }
  }
  return { key: spelled, estates: known }
}

const MANY = 300

/** Words in another order, or with something between them: the longest finds, the others sift. */
async function byAllWords(ctx: Ctx, sought: Sought): Promise<Hit[]> {
  const words = sought.key.split(/-|(?<=\p{Script=Han})(?=\d)/u)
  if (words.length < 2) return []
  const lead = words.toSorted((one, other) => weightOf(other) - weightOf(one))[0] ?? ''
  const rest = words.filter((word) => word !== lead)
  const hits = await searchPlaceRows(ctx.tx, { ...sought, key: lead, limit: MANY })
  return hits.filter((hit) => holdsAll(hit, rest)).slice(0, sought.limit)
}
const weightOf = (word: string) => (/\p{Script=Han}/u.test(word) ? 100 : 0) + word.length
function holdsAll({ code, pathName }: Hit, words: readonly string[]): boolean {
  const parts = new Set([...spell(code).split('-'), ...spell(pathName).split('-')])
  const path = spell(pathName)
  return words.every((word) => (/^[a-z]?\d+$/.test(word) ? parts.has(word) : path.includes(word)))
}

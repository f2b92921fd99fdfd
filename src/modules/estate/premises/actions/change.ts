// Changing a place: its number and name go into the codes of all that is part of it.
import { changedOf } from '../../../../platform/changed.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { recordEvent } from '../../../../platform/ledger.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { getEstate } from '../../../organisation/estates/module.ts'
import type { places } from '../contract/places.ts'
import { type Member, membersOf, type PlaceRow, wayTo } from '../queries/places.ts'
import { listRootIds, lockTree, renamePlaces, replaceKeys, updatePlace, updateUnit } from '../queries/writing.ts'
import { codeOf, mustSuit, nameOf, type Step } from '../rules/codes.ts'
import { draftedPlace } from '../rules/drafting.ts'
import { mustBeFree } from './create.ts'
import { lockedFor, readable, shown } from './shown.ts'

type Given = Input<typeof places.verbs.change>

export const change = async (ctx: Ctx, { id, ...given }: Given) => {
  const place = await lockedFor(ctx, id, 'change')
  const changed = changedOf(place, given)
  if (!changed) return shown(ctx.user, place)
  mustBeAboutIt(place, given)
  const { no, name, detail, directions } = { ...given, ...namedAnew(place, given) }
  await updatePlace(ctx.tx, id, defined({ no, name, detail, directions }))
  await updateUnit(ctx.tx, id, unitChangeOf(place, given))
  if (no !== undefined || name !== undefined || detail !== undefined) await rewrite(ctx, id, place.estateId)
  const { estateId, areaId } = place
  await recordEvent(ctx, { name: 'place.changed', recordId: id, estateId, areaId, details: { changed } })
  return shown(ctx.user, await readable(ctx, id))
}

function mustBeAboutIt(place: PlaceRow, given: Omit<Given, 'id'>) {
  if (given.detail !== undefined) mustSuit(place.kind, given.detail)
  const { floorNo, grossFloorArea, innerArea, use, deliveredOn } = given
  const ofUnit = [floorNo, grossFloorArea, innerArea, use, deliveredOn].some((value) => value !== undefined)
  if (ofUnit && place.kind !== 'unit') throw new Refusal('place.not_a_unit', { id: place.id })
}

/** A name that only says the number follows the number. */
function namedAnew({ kind, no: before, name: called }: PlaceRow, { no, name }: Omit<Given, 'id'>) {
  if (no === undefined || name !== undefined || called !== nameOf(kind, before)) return {}
  return { name: nameOf(kind, no) }
}

function unitChangeOf({ kind }: PlaceRow, given: Omit<Given, 'id'>) {
  if (kind !== 'unit') return {}
  const { no: unitNo, floorNo, use, deliveredOn, grossFloorArea, innerArea } = given
  return defined({
    unitNo,
    floorNo,
    use,
    deliveredOn,
    grossFloorArea: grossFloorArea === null ? null : grossFloorArea?.toFixed(2),
    innerArea: innerArea === null ? null : innerArea?.toFixed(2),
  })
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }
const defined = <T extends object>(given: T): Defined<T> =>
  // Leaving out what is undefined cannot be said in types.
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Defined<T> // reason: see above

/** Codes, ways and keys of a place and all its parts, written again from the numbers and names as they are now. */
export async function rewrite(ctx: Ctx, id: string, estateId: string) {
  const estate = await getEstate(ctx.tx, estateId)
  const way = await wayTo(ctx.tx, id)
  await mustBeFree(ctx, estateId, codeOf(way), id)
  const members = await membersOf(ctx.tx, id)
  const drafts = draftsOf(members, way.slice(0, -1), estate)
  await renamePlaces(
    ctx.tx,
    drafts.map(({ row }) => row),
  )
  const found = new Set(members.filter(({ archivedAt }) => !archivedAt).map((member) => member.id))
  await replaceKeys(
    ctx.tx,
    members.map((member) => member.id),
    drafts.filter(({ row }) => found.has(row.id)).flatMap(({ keys }) => keys),
  )
}

function draftsOf(members: readonly Member[], above: readonly Step[], estate: { id: string; shortName: string }) {
  const ways = new Map<string, Step[]>()
  return members.map(({ id, parentId, kind, no, name, detail }) => {
    const way = [...(ways.get(parentId ?? '') ?? above), { kind, no, name }]
    ways.set(id, way)
    const asBefore = { parentId, buildingId: null, directions: null, areaId: null, areaOwn: false }
    return draftedPlace({ ...asBefore, id, estate, way, detail })
  })
}

/** The short name of an estate begins the way to each of its places. */
export async function followEstateName(ctx: Ctx, estateId: string) {
  await lockTree(ctx.tx, estateId)
  for (const { id } of await listRootIds(ctx.tx, estateId)) await rewrite(ctx, id, estateId)
}

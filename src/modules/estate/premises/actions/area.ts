// Which area of responsibility a place belongs to, together with the parts that have no area of their own.
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { recordEvent } from '../../../../platform/ledger.ts'
import type { places } from '../contract/places.ts'
import { findPlaceRow, type Member, membersOf } from '../queries/places.ts'
import { moveToArea, updatePlace } from '../queries/writing.ts'
import { mustBeAreaOf } from './create.ts'
import { lockedFor, readable, shown } from './shown.ts'

export const setArea = async (ctx: Ctx, { id, areaId: wanted }: Input<typeof places.verbs.setArea>) => {
  const place = await lockedFor(ctx, id, 'setArea')
  if (wanted) await mustBeAreaOf(ctx, place.estateId, wanted)
  const parent = place.parentId ? await findPlaceRow(ctx.tx, place.parentId) : undefined
  const areaId = wanted ?? parent?.areaId ?? null
  const moved = heirsOf(await membersOf(ctx.tx, id))
  await updatePlace(ctx.tx, id, { areaId, areaOwn: wanted !== null })
  await moveToArea(ctx.tx, moved, areaId)
  const { estateId } = place
  const details = { fromAreaId: place.areaId, toAreaId: areaId, places: moved.length }
  await recordEvent(ctx, { name: 'place.area_set', recordId: id, estateId, areaId, details })
  return shown(ctx.user, await readable(ctx, id))
}

/** The place and its parts down to, and without, those with an area of their own. Parents come before parts. */
function heirsOf(members: readonly Member[]): string[] {
  const heirs = new Set<string>()
  for (const [at, { id, parentId, areaOwn }] of members.entries()) {
    if (at === 0 || (!areaOwn && heirs.has(parentId ?? ''))) heirs.add(id)
  }
  return [...heirs]
}

// A place as the caller sees it, with the verbs open to this person now.
import { canOf, mustReach, reaches, type User } from '../../../../platform/access.ts'
import { archivingOf } from '../../../../platform/archiving.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { type Place, VERBS } from '../contract/shapes.ts'
import { findPlaceRow, lockPlaceRow, type PlaceRow, READ } from '../queries/places.ts'
import { lockTree } from '../queries/writing.ts'
import { keeping } from '../states.ts'

type Verb = (typeof VERBS)[number]

export function shown(user: User, { sort: _, ...row }: PlaceRow): Place {
  const { unitNo, floorNo, use, status: unitStatus, statusAt, deliveredOn, grossFloorArea, innerArea, ...place } = row
  const isUnit = unitNo !== null && use !== null && unitStatus !== null && statusAt !== null
  const unit = isUnit
    ? { unitNo, floorNo, grossFloorArea, innerArea, use, status: unitStatus, statusAt, deliveredOn }
    : null
  const status = archivingOf(place)
  const can = canOf(VERBS, (verb) => isOpen(verb, status, isUnit) && reaches(user, `places.${verb}`, place))
  return { ...place, status, unit, can }
}

function isOpen(verb: Verb, state: ReturnType<typeof archivingOf>, isUnit: boolean): boolean {
  if (verb === 'archive' || verb === 'restore') return keeping.can(state, verb)
  return keeping.can(state, 'change') && (isUnit || (verb !== 'setStatus' && verb !== 'correctStatus'))
}

/** Beyond the reach of reading a place does not exist. */
export async function readable({ tx, user }: Ctx, id: string): Promise<PlaceRow> {
  const row = await findPlaceRow(tx, id)
  if (!row || !reaches(user, READ, row)) throw new Refusal('place.not_found', { id })
  return row
}

/** Locked for a verb that this person may perform on it in its present state. */
export async function lockedFor(ctx: Ctx, id: string, verb: Verb): Promise<PlaceRow> {
  const { estateId } = await readable(ctx, id)
  await lockTree(ctx.tx, estateId)
  const row = await lockPlaceRow(ctx.tx, id)
  mustReach(ctx.user, `places.${verb}`, row)
  keeping.next(archivingOf(row), verb === 'archive' || verb === 'restore' ? verb : 'change')
  return row
}

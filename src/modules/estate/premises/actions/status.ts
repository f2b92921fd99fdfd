// How a unit stands: the next step of its life, or the correction of a wrong entry.

import { dayOf } from '../../../../platform/calendar/zones.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { recordEvent } from '../../../../platform/ledger.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import type { places } from '../contract/places.ts'
import type { PlaceRow } from '../queries/places.ts'
import { updateUnit } from '../queries/writing.ts'
import { life, moveTo, type Status } from '../states.ts'
import { lockedFor, readable, shown } from './shown.ts'

type Verbs = typeof places.verbs

export const setStatus = async (ctx: Ctx, { id, status, on }: Input<Verbs['setStatus']>) => {
  const place = await lockedFor(ctx, id, 'setStatus')
  const from = statusOf(place)
  life.next(from, moveTo(status))
  const today = dayOf(ctx.now, ctx.user.zone)
  const delivered = status === 'delivered' ? { deliveredOn: on ?? today } : {}
  await updateUnit(ctx.tx, id, { status, statusAt: ctx.now, ...delivered })
  await recordEvent(ctx, { ...located(place), name: 'place.status_set', from, to: status, details: on ? { on } : {} })
  return shown(ctx.user, await readable(ctx, id))
}

export const correctStatus = async (ctx: Ctx, given: Input<Verbs['correctStatus']>) => {
  const { id, status, deliveredOn, reason } = given
  const place = await lockedFor(ctx, id, 'correctStatus')
  const from = statusOf(place)
  await updateUnit(ctx.tx, id, { status, statusAt: ctx.now, ...(deliveredOn === undefined ? {} : { deliveredOn }) })
  await recordEvent(ctx, { ...located(place), name: 'place.status_corrected', from, to: status, details: { reason } })
  return shown(ctx.user, await readable(ctx, id))
}

const located = ({ id, estateId, areaId }: PlaceRow) => ({ recordId: id, estateId, areaId })

function statusOf({ id, status }: PlaceRow): Status {
  if (!status) throw new Refusal('place.not_a_unit', { id })
  return status
}

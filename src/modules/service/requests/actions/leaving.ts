// What somebody who leaves the company has in hand goes back to be dispatched, and those who dispatch are told.
import { dayOf } from '../../../../platform/calendar/zones.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { detailIds, type LedgerEvent } from '../../../../platform/ledger.ts'
import { notify } from '../../../../platform/notifications/notify.ts'
import { listInHandsOf, listRung } from '../queries/people.ts'
import { findPerson, findRequest, type LockedRequest, lockRequest } from '../queries/write.ts'
import { life } from '../states.ts'
import { written } from './move.ts'
import { unpause } from './waiting.ts'

/** Heard later than it happened: whoever has come back meanwhile keeps everything. */
export async function afterLeaving(ctx: Ctx, event: LedgerEvent) {
  const person = await findPerson(ctx.tx, event.recordId)
  if (!person?.leftOn) return
  const superiorIds = detailIds(event, 'superiorIds')
  for (const { id } of await listInHandsOf(ctx.tx, person.id)) await release(ctx, id, person, superiorIds)
}

/** A request that begins again comes to whoever had it, who may be gone by then. */
export async function afterBeginningAgain(ctx: Ctx, event: LedgerEvent) {
  const request = await findRequest(ctx.tx, event.recordId)
  const person = request?.handlerId ? await findPerson(ctx.tx, request.handlerId) : undefined
  if (person?.leftOn) await release(ctx, event.recordId, person, [])
}

type Leaver = { id: string; name: string }
async function release(ctx: Ctx, id: string, { id: handlerId, name }: Leaver, superiorIds: readonly string[]) {
  const request = await lockRequest(ctx.tx, id)
  if (request?.handlerId !== handlerId || request.sheets > 0 || !life.can(request.status, 'release')) return
  const status = life.next(request.status, 'release')
  const change = { status, handlerId: null, heldStatus: null, ...(await waitEnded(ctx, request)) }
  const details = { reason: 'left', handlerId, former: name }
  await written(ctx, request, change, { name: 'request.released', details })
  await notify(ctx, {
    to: await toldOf(ctx, request, superiorIds),
    kind: 'request.released',
    params: { no: request.no, subject: request.subject, name },
    record: { kind: 'request', id },
  })
}

/** Whoever takes it on next says anew why it must wait. */
async function waitEnded(ctx: Ctx, request: LockedRequest) {
  if (request.status !== 'on_hold') return {}
  const { dueAt, minutes } = await unpause(ctx, request)
  return { dueAt, holdMinutes: request.holdMinutes + minutes }
}

/** The superiors of whoever left, else the supervisors of the estate; and who holds the area or took the call. */
async function toldOf(ctx: Ctx, request: LockedRequest, superiorIds: readonly string[]) {
  const on = dayOf(ctx.now, ctx.user.zone)
  const above = superiorIds.length > 0 ? superiorIds : await listRung(ctx.tx, 'supervisor', request, on)
  const near = await listRung(ctx.tx, 'handler', { ...request, handlerId: null }, on)
  // Whoever is complained about is not told about it.
  return [...above, ...near].filter((id) => id !== request.aboutStaffId)
}

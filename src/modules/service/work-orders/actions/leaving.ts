// Sheets of somebody who leaves the company come back to be given to others, and those who give them out are told.
import { dayOf } from '../../../../platform/calendar/zones.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { detailIds, type LedgerEvent } from '../../../../platform/ledger.ts'
import { notify } from '../../../../platform/notifications/notify.ts'
import { listStaffHolding } from '../../../organisation/staff/module.ts'
import { lockForSheets } from '../../requests/module.ts'
import { findSheet, type LockedSheet, listInHandsOf, lockSheet } from '../queries/sheets.ts'
import { findWorker } from '../queries/workers.ts'
import { life } from '../states.ts'
import { written } from './move.ts'
import { unpause } from './working.ts'

/** Heard later than it happened: whoever has come back meanwhile keeps everything. */
export async function afterLeaving(ctx: Ctx, event: LedgerEvent) {
  const worker = await findWorker(ctx.tx, event.recordId)
  if (!worker?.leftOn) return
  const superiorIds = detailIds(event, 'superiorIds')
  for (const { id } of await listInHandsOf(ctx.tx, worker.id)) await release(ctx, id, worker, superiorIds)
}

/** A sheet that begins again comes to whoever had it, who may be gone by then. */
export async function afterRework(ctx: Ctx, event: LedgerEvent) {
  const sheet = await findSheet(ctx.tx, event.recordId)
  const worker = sheet?.workerId ? await findWorker(ctx.tx, sheet.workerId) : undefined
  if (worker?.leftOn) await release(ctx, event.recordId, worker, [])
}

type Leaver = { id: string; name: string }
async function release(ctx: Ctx, id: string, { id: workerId, name }: Leaver, superiorIds: readonly string[]) {
  const seen = await findSheet(ctx.tx, id)
  // The request is locked before its sheets, always.
  const request = seen?.requestId ? await lockForSheets(ctx, seen.requestId, null) : undefined
  const sheet = await lockSheet(ctx.tx, id)
  if (sheet?.workerId !== workerId || !life.can(sheet.status, 'release')) return
  const change = {
    // Whoever takes it on next says anew why it must wait.
    ...(await unpause(ctx, sheet)),
    status: life.next(sheet.status, 'release'),
    heldStatus: null,
    workerId: null,
    assignedAt: null,
    takenAt: null,
    takeDueAt: null,
    arrivedAt: null,
  }
  const details = { reason: 'left', workerId, worker: name }
  await written(ctx, { sheet, request }, change, { verb: 'release', name: 'work_order.released', details })
  const told = await toldOf(ctx, sheet, workerId, superiorIds)
  await notify(ctx, {
    // Whoever is complained about is not told about it.
    to: told.filter((one) => one !== seen?.aboutStaffId),
    kind: 'work_order.released',
    params: { no: sheet.no, subject: sheet.subject, name },
    record: { kind: 'work_order', id },
  })
}

/** The superiors of whoever left and who issued the sheet; where none of them is at work, everybody who gives out sheets there. */
async function toldOf(ctx: Ctx, sheet: LockedSheet, workerId: string, superiorIds: readonly string[]) {
  const near: string[] = []
  for (const id of [...superiorIds, sheet.issuedById]) {
    const person = id && id !== workerId ? await findWorker(ctx.tx, id) : undefined
    if (person && !person.leftOn) near.push(person.id)
  }
  if (near.length > 0) return near
  const on = dayOf(ctx.now, ctx.user.zone)
  const holders = await listStaffHolding(ctx.tx, { permission: 'work-orders.assign', estateId: sheet.estateId, on })
  return holders.map(({ staffId }) => staffId)
}

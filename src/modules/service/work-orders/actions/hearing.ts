// What time and the ledger bring about for sheets: reminders, and sheets ended with their request.
import { dayOf } from '../../../../platform/calendar/zones.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { LedgerEvent } from '../../../../platform/ledger.ts'
import { recordEvent } from '../../../../platform/ledger.ts'
import { notify } from '../../../../platform/notifications/notify.ts'
import { superiorsOf } from '../../../organisation/staff/module.ts'
import { findSheet, listOfRequest, listUnanswered, lockSheet, updateSheet } from '../queries/sheets.ts'
import { reworkOne } from './working.ts'

const TELLS: Record<string, string> = {
  'work_order.assigned': 'work_order.given_to_you',
  'work_order.handed_over': 'work_order.given_to_you',
  'work_order.reworked': 'work_order.reworked',
  'work_order.agreed': 'work_order.agreed',
  'work_order.cancelled': 'work_order.cancelled',
}

/** The worker hears of what others did to the sheet; whoever issued it hears that it came back. */
export async function tellPeople(ctx: Ctx, event: LedgerEvent) {
  const sheet = await findSheet(ctx.tx, event.recordId)
  if (!sheet) return
  const params = { no: sheet.no, subject: sheet.subject, place: sheet.placeName ?? sheet.placeText, by: event.byName }
  const record = { kind: 'work_order', id: sheet.id }
  const kind = TELLS[event.name]
  if (kind && sheet.workerId && sheet.workerId !== event.byId) {
    await notify(ctx, { to: [sheet.workerId], kind, params, record, dedupe: event.id })
  }
  if (event.name === 'work_order.declined' && sheet.issuedById && sheet.issuedById !== event.byId) {
    await notify(ctx, { to: [sheet.issuedById], kind: 'work_order.declined', params, record, dedupe: event.id })
  }
}

/** A named worker has not answered in time: he and his superior are told, once. */
export async function remindUnanswered(ctx: Ctx) {
  const on = dayOf(ctx.now, ctx.user.zone)
  for (const sheet of await listUnanswered(ctx.tx, ctx.now)) {
    if (!sheet.workerId) continue
    const superiors = await superiorsOf(ctx.tx, sheet.workerId, sheet.estateId, on)
    const about = (await findSheet(ctx.tx, sheet.id))?.aboutStaffId
    // Whoever is complained about is not told about it.
    const to = [sheet.workerId, ...superiors, ...(sheet.issuedById ? [sheet.issuedById] : [])].filter(
      (id) => id !== about,
    )
    await updateSheet(ctx.tx, sheet.id, { takeDueAt: null })
    const { id: recordId, estateId, areaId, no, subject, takeDueAt } = sheet
    await recordEvent(ctx, {
      name: 'work_order.not_answered',
      recordId,
      estateId,
      areaId,
      details: { workerId: sheet.workerId, takeDueAt, to },
    })
    await notify(ctx, {
      to,
      kind: 'work_order.not_answered',
      params: { no, subject },
      record: { kind: 'work_order', id: recordId },
    })
  }
}

type Again = ({ requestId: string; before?: string } | { workOrderId: string; before?: never }) & { reason: string }
/** Called when a customer is not content: the completed sheets begin again. What was done after `before` is another matter. */
export async function reworkSheets(ctx: Ctx, again: Again) {
  const ids =
    'requestId' in again ? (await listOfRequest(ctx.tx, again.requestId)).map(({ id }) => id) : [again.workOrderId]
  for (const id of ids) {
    const sheet = await lockSheet(ctx.tx, id)
    if (sheet?.status !== 'completed') continue
    if (again.before && sheet.completedAt && sheet.completedAt > again.before) continue
    await reworkOne(ctx, sheet, again.reason)
  }
}

/** The desk opened a request again: its sheets begin again too, unless they are done anew by the time this is heard. */
export const afterReopening = (ctx: Ctx, event: LedgerEvent) =>
  reworkSheets(ctx, { requestId: event.recordId, before: event.at, reason: reasonOf(event) })

const reasonOf = ({ details }: LedgerEvent) =>
  typeof details === 'object' && details !== null && 'reason' in details ? String(details.reason) : ''

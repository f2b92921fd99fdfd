// What the ledger brings about: visits come due, or are not needed, or fall away because the work begins again.
import type { Ctx } from '../../../../platform/context.ts'
import { newId } from '../../../../platform/ids.ts'
import { type LedgerEvent, recordEvent } from '../../../../platform/ledger.ts'
import { charge, close, visit } from '../../requests/module.ts'
import { listRules } from '../queries/rules.ts'
import {
  findMatter,
  findSheet,
  insertVisit,
  listComingAgain,
  listDueOfRequest,
  updateVisit,
} from '../queries/visits.ts'
import { dueAtOf, ruleFor } from '../rules.ts'
import { life } from '../states.ts'

/** A request is done, or done and paid: money first, then the question, or the end where nobody is to be asked. */
export async function afterCompletion(ctx: Ctx, event: LedgerEvent) {
  const matter = await findMatter(ctx.tx, event.recordId)
  // Whatever moved it meanwhile decided for itself.
  if (matter?.status !== 'completed') return
  if (matter.chargeable && event.name === 'request.completed') return charge(ctx, matter.id)
  const rule = ruleFor(await listRules(ctx.tx), matter)
  if (matter.anonymous) return close(ctx, matter.id, 'anonymous')
  if (!rule?.needed) return close(ctx, matter.id, 'no_visit_by_rule')
  const { id: requestId, estateId, areaId, cycle, kind, customerId, contactName, contactPhone } = matter
  const row = { requestId, estateId, areaId, cycle, kind, customerId, contactName, contactPhone }
  const id = newId()
  const dueAt = dueAtOf(ctx.now, rule)
  const inserted = await insertVisit(ctx.tx, { ...row, id, status: 'due', cameDueAt: ctx.now, dueAt })
  if (!inserted) return
  await recordEvent(ctx, {
    name: 'return_visit.came_due',
    recordId: id,
    estateId,
    areaId,
    to: 'due',
    details: { requestId, no: matter.no, dueAt },
  })
  return visit(ctx, requestId)
}

/** A sheet without a request is asked about by itself; one with a request is asked about with it. */
export async function afterSheet(ctx: Ctx, event: LedgerEvent) {
  const sheet = await findSheet(ctx.tx, event.recordId)
  if (!sheet || sheet.requestId || sheet.status !== 'completed') return
  if (!sheet.contactPhone && !sheet.customerId) return
  const rule = ruleFor(await listRules(ctx.tx), { ...sheet, kind: 'work_order', categoryCode: null })
  if (!rule?.needed) return
  const { id: workOrderId, estateId, areaId, cycle, customerId, contactName, contactPhone } = sheet
  const row = { workOrderId, estateId, areaId, cycle, customerId, contactName, contactPhone }
  const id = newId()
  const dueAt = dueAtOf(ctx.now, rule)
  const inserted = await insertVisit(ctx.tx, {
    ...row,
    id,
    kind: 'work_order',
    status: 'due',
    cameDueAt: ctx.now,
    dueAt,
  })
  if (!inserted) return
  await recordEvent(ctx, {
    name: 'return_visit.came_due',
    recordId: id,
    estateId,
    areaId,
    to: 'due',
    details: { workOrderId, no: sheet.no, dueAt },
  })
}

/** The work begins again before anybody asked. What has come due since then is about the new work. */
export async function afterReopening(ctx: Ctx, event: LedgerEvent) {
  for (const due of await listDueOfRequest(ctx.tx, event.recordId)) {
    if (due.cycle >= cycleOf(event)) continue
    const status = life.next(due.status, 'cancel')
    await updateVisit(ctx.tx, due.id, { status })
    await recordEvent(ctx, {
      name: 'return_visit.cancelled',
      recordId: due.id,
      estateId: due.estateId,
      areaId: due.areaId,
      from: due.status,
      to: status,
      details: { requestId: due.requestId },
    })
  }
}

const cycleOf = ({ details }: LedgerEvent) =>
  typeof details === 'object' && details !== null && 'cycle' in details
    ? Number(details.cycle)
    : Number.POSITIVE_INFINITY

/** The day has come to ask once more, unless the matter was opened again meanwhile. */
export async function comeAgain(ctx: Ctx) {
  for (const visit of await listComingAgain(ctx.tx, ctx.now)) {
    await updateVisit(ctx.tx, visit.id, { againAt: null })
    const { requestId, estateId, areaId, cycle, kind, customerId, contactName, contactPhone } = visit
    const matter = requestId ? await findMatter(ctx.tx, requestId) : undefined
    const rule = matter && ruleFor(await listRules(ctx.tx), matter)
    if (!rule || matter.cycle > cycle || !visit.againAt) continue
    const row = { requestId, estateId, areaId, cycle, kind, customerId, contactName, contactPhone }
    const id = newId()
    const round = visit.round + 1
    const dueAt = dueAtOf(new Date(visit.againAt), rule)
    const inserted = await insertVisit(ctx.tx, { ...row, id, round, status: 'due', cameDueAt: visit.againAt, dueAt })
    if (!inserted) continue
    await recordEvent(ctx, {
      name: 'return_visit.came_due',
      recordId: id,
      estateId,
      areaId,
      to: 'due',
      details: { requestId, no: matter.no, round, dueAt },
    })
  }
}

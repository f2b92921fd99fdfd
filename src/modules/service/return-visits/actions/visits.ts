// Verbs of whoever asks the customer afterwards.
import { mustReach, reaches } from '../../../../platform/access.ts'
import { periodOf } from '../../../../platform/calendar/periods.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { historyOf } from '../../../../platform/history.ts'
import { newId } from '../../../../platform/ids.ts'
import { recordEvent } from '../../../../platform/ledger.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { close, reopenAfterVisit } from '../../requests/module.ts'
import { reworkSheets } from '../../work-orders/module.ts'
import type { returnVisits } from '../contract.ts'
import { listRules } from '../queries/rules.ts'
import * as sql from '../queries/visits.ts'
import {
  againAt,
  isDiscontent,
  isGivenUp,
  locate,
  mustBeAhead,
  mustBeAnother,
  mustBeAnswered,
  questionsOf,
  ruleFor,
  verbsFor,
} from '../rules.ts'
import { life } from '../states.ts'

type Verbs = typeof returnVisits.verbs
type Given<V extends keyof Verbs> = Input<Verbs[V]>

export async function list(ctx: Ctx, given: Given<'list'>) {
  const page = await sql.listVisits(ctx.tx, ctx.user, { ...given, now: ctx.now })
  const items = page.items.map((row) => ({ ...sql.rowOf(row), can: verbsFor(ctx.user, row, row.handlerIds) }))
  return { items, next: page.next, total: null }
}

export const counts = (ctx: Ctx, { estateId }: Given<'counts'>) =>
  sql.countVisits(ctx.tx, ctx.user, {
    estateId,
    now: ctx.now,
    monthStart: periodOf('month', ctx.now, ctx.user.zone).startsAt,
  })

export async function get(ctx: Ctx, { id }: Given<'get'>) {
  const row = await found(ctx, id)
  const matter = row.requestId ? await sql.findMatter(ctx.tx, row.requestId) : undefined
  const sheet = row.workOrderId ? await sql.findSheet(ctx.tx, row.workOrderId) : undefined
  return {
    ...row,
    ...sql.rowOf(row),
    result: matter?.result ?? sheet?.result ?? null,
    handlers: await sql.listNames(ctx.tx, row.handlerIds),
    questions: questionsOf({ kind: row.kind, chargeable: isChargeable(matter, sheet) }),
    tries: await sql.listTries(ctx.tx, id),
    events: await historyOf(ctx.tx, 'return_visit', id),
    can: verbsFor(ctx.user, row, row.handlerIds),
  }
}
const isChargeable = (matter?: { chargeable: boolean }, sheet?: { amountFen: number }) =>
  matter?.chargeable ?? (sheet !== undefined && sheet.amountFen > 0)

async function found(ctx: Ctx, id: string) {
  const row = await sql.findVisit(ctx.tx, id)
  if (!row || row.aboutStaffId === ctx.user.id || !reaches(ctx.user, 'return-visits.read', locate(row))) {
    throw new Refusal('return_visit.not_found', { id })
  }
  return row
}

/** Locked, in reach, and with who did the work. */
async function locked(ctx: Ctx, id: string, verb: string) {
  const visit = await sql.lockVisit(ctx.tx, id)
  const row = visit && (await sql.findVisit(ctx.tx, id))
  if (!row || row.aboutStaffId === ctx.user.id) throw new Refusal('return_visit.not_found', { id })
  mustReach(ctx.user, `return-visits.${verb}`, locate(row))
  return row
}
type Visit = Awaited<ReturnType<typeof locked>>

async function moved(ctx: Ctx, visit: Visit, name: string, to: Visit['status'], details: Record<string, unknown>) {
  await recordEvent(ctx, {
    name,
    recordId: visit.id,
    estateId: visit.estateId,
    areaId: visit.areaId,
    from: visit.status,
    to,
    details: { requestId: visit.requestId, workOrderId: visit.workOrderId, no: visit.no, ...details },
  })
  const row = await found(ctx, visit.id)
  return { ...sql.rowOf(row), can: verbsFor(ctx.user, row, row.handlerIds) }
}

export async function attempt(ctx: Ctx, { id, way, outcome, note, nextTryAt }: Given<'attempt'>) {
  const visit = await locked(ctx, id, 'attempt')
  mustBeAnother(ctx.user, visit.handlerIds)
  mustBeAhead(nextTryAt, ctx.now)
  const made = {
    id: newId(),
    returnVisitId: id,
    way,
    outcome,
    note,
    at: ctx.now,
    byId: ctx.user.id,
    byName: ctx.user.name,
  }
  await sql.insertTry(ctx.tx, made)
  const tries = await sql.listTries(ctx.tx, id)
  const status = life.next(visit.status, 'attempt', isGivenUp(tries, ctx.user.zone) ? 'unreachable' : 'due')
  await sql.updateVisit(ctx.tx, id, {
    status,
    attempts: tries.length,
    nextTryAt: nextTryAt ?? null,
    visitorId: ctx.user.id,
  })
  const row = await moved(ctx, visit, 'return_visit.attempted', status, { way, outcome, note, attempts: tries.length })
  if (status === 'unreachable') await closeIfAsked(ctx, visit, 'unreachable')
  return row
}

export async function make(ctx: Ctx, { id, ...given }: Given<'make'>) {
  const visit = await locked(ctx, id, 'make')
  const status = life.next(visit.status, 'make')
  mustBeAnother(ctx.user, visit.handlerIds)
  const matter = visit.requestId ? await sql.findMatter(ctx.tx, visit.requestId) : undefined
  const sheet = visit.workOrderId ? await sql.findSheet(ctx.tx, visit.workOrderId) : undefined
  mustBeAnswered(questionsOf({ kind: visit.kind, chargeable: isChargeable(matter, sheet) }), given)
  await sql.updateVisit(ctx.tx, id, { ...given, status, madeAt: ctx.now, visitorId: ctx.user.id })
  const discontent = isDiscontent(given)
  const row = await moved(ctx, visit, 'return_visit.made', status, { ...given, discontent })
  const reopened = discontent ? await openAgain(ctx, visit, given.opinion) : false
  if (!discontent) await closeIfAsked(ctx, visit, 'visited')
  if (!discontent && matter) await planAgain(ctx, visit, matter)
  return { ...row, reopened }
}

/** A first visit ends the matter; a later round finds it closed already. */
async function closeIfAsked(ctx: Ctx, visit: Visit, reason: string) {
  if (!visit.requestId) return
  const matter = await sql.findMatter(ctx.tx, visit.requestId)
  if (matter?.status !== 'to_visit') return
  // Somebody reached after all speaks of the work before; the work since is still to be asked about.
  const due = await sql.listDueOfRequest(ctx.tx, visit.requestId)
  if (due.some(({ cycle }) => cycle > visit.cycle)) return
  await close(ctx, visit.requestId, reason)
}

async function openAgain(ctx: Ctx, visit: Visit, opinion: string | null): Promise<boolean> {
  const reason = opinion ?? '回访不满意'
  if (!visit.requestId) {
    if (visit.workOrderId) await reworkSheets(ctx, { workOrderId: visit.workOrderId, reason })
    return visit.workOrderId !== null
  }
  const matter = await sql.findMatter(ctx.tx, visit.requestId)
  if (matter?.status !== 'to_visit' && matter?.status !== 'closed') return false
  await reopenAfterVisit(ctx, visit.requestId, reason)
  await reworkSheets(ctx, { requestId: visit.requestId, reason })
  return true
}

/** By rule a leak is asked about once more, when the next rain has had its chance. */
async function planAgain(ctx: Ctx, visit: Visit, matter: NonNullable<Awaited<ReturnType<typeof sql.findMatter>>>) {
  const rule = ruleFor(await listRules(ctx.tx), matter)
  if (!rule?.againAfterDays || visit.round > 1 || matter.cycle > visit.cycle) return
  await sql.updateVisit(ctx.tx, visit.id, { againAt: againAt(ctx.now, rule.againAfterDays) })
}

/** With a reason, by a superior who had no hand in the work. */
export async function waive(ctx: Ctx, { id, reason }: Given<'waive'>) {
  const visit = await locked(ctx, id, 'waive')
  const status = life.next(visit.status, 'waive')
  mustBeAnother(ctx.user, visit.handlerIds)
  await sql.updateVisit(ctx.tx, id, { status, waiveReason: reason })
  const row = await moved(ctx, visit, 'return_visit.waived', status, { reason })
  await closeIfAsked(ctx, visit, 'visit_waived')
  return row
}

export async function reveal(ctx: Ctx, { id }: Given<'reveal'>) {
  const visit = await locked(ctx, id, 'reveal')
  await recordEvent(ctx, {
    name: 'return_visit.revealed',
    recordId: id,
    estateId: visit.estateId,
    areaId: visit.areaId,
    details: { field: 'contactPhone' },
  })
  return { phone: visit.contactPhone }
}

// Verbs of the worker: take, decline, hand over, arrive, wait, finish.

import { isOwn, reaches } from '../../../../platform/access.ts'
import { linkAttachments } from '../../../../platform/attachments/linking.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { newId } from '../../../../platform/ids.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { listClocks, numberOf, termsOfCompany } from '../../requests/module.ts'
import type { workOrders } from '../contract/work-orders.ts'
import { endPause, insertPause, type LockedSheet } from '../queries/sheets.ts'
import { locate, mustBeAgreed, mustBeProven, mustBeYours, totalOf } from '../rules.ts'
import { HOLDABLE, life } from '../states.ts'
import { keepLines } from './money.ts'
import { locked, moved, mustBeWorker, mustBeWorkerIn, written } from './move.ts'

type Verbs = typeof workOrders.verbs
type Given<V extends keyof Verbs> = Input<Verbs[V]>

/** An open sheet is for whoever knows the trade and comes first; an assigned one for the named worker. */
export async function take(ctx: Ctx, { id }: Given<'take'>) {
  const held = await locked(ctx, id, 'take', ctx.user.id)
  const { sheet } = held
  const status = life.next(sheet.status, 'take')
  if (sheet.status === 'assigned' && !isOwn(ctx.user, sheet.workerId)) throw new Refusal('work_order.not_yours')
  await mustBeWorker(ctx, ctx.user.id, sheet.trade)
  const way = sheet.way === 'take' || !sheet.way ? 'take' : sheet.way
  return moved(
    ctx,
    held,
    { status, workerId: ctx.user.id, way, takenAt: ctx.now, takeDueAt: null },
    {
      verb: 'take',
      name: 'work_order.taken',
      details: { workerId: ctx.user.id, way },
    },
  )
}

export async function decline(ctx: Ctx, { id, reason }: Given<'decline'>) {
  const held = await locked(ctx, id, 'decline')
  const { sheet } = held
  const status = life.next(sheet.status, 'decline')
  mustBeYours(ctx.user, sheet)
  const change = {
    status,
    workerId: null,
    assignedAt: null,
    takenAt: null,
    takeDueAt: null,
    returnCount: sheet.returnCount + 1,
  }
  return moved(ctx, held, change, {
    verb: 'decline',
    name: 'work_order.declined',
    details: { reason, workerId: sheet.workerId },
  })
}

/** The clock goes on. */
export async function handOver(ctx: Ctx, { id, workerId, reason }: Given<'handOver'>) {
  const held = await locked(ctx, id, 'handOver', workerId)
  const { sheet } = held
  const status = life.next(sheet.status, 'handOver', sheet.status)
  mustBeYours(ctx.user, sheet)
  const worker = await mustBeWorkerIn(ctx, workerId, sheet)
  return moved(
    ctx,
    held,
    { status, workerId },
    {
      verb: 'handOver',
      name: 'work_order.handed_over',
      details: { fromId: sheet.workerId, workerId, worker: worker.name, reason },
    },
  )
}

export async function arrive(ctx: Ctx, { id, photoIds }: Given<'arrive'>) {
  const held = await locked(ctx, id, 'arrive')
  const status = life.next(held.sheet.status, 'arrive')
  mustBeYours(ctx.user, held.sheet)
  await linkAttachments(ctx, { recordKind: 'work_order', recordId: id, ids: photoIds, label: 'before' })
  return moved(
    ctx,
    held,
    { status, arrivedAt: ctx.now },
    { verb: 'arrive', name: 'work_order.arrived', details: { photos: photoIds.length } },
  )
}

export async function hold(ctx: Ctx, { id, reasonId, resumeAt, note }: Given<'hold'>) {
  const held = await locked(ctx, id, 'hold')
  const { sheet } = held
  const status = life.next(sheet.status, 'hold')
  mustBeYours(ctx.user, sheet)
  const reason = await reasonFor(ctx, sheet, reasonId, resumeAt)
  const pause = { reasonId, stopsClock: reason.stopsClock, note, fromAt: ctx.now, resumeAt, byId: ctx.user.id }
  await insertPause(ctx.tx, { ...pause, id: newId(), workOrderId: id })
  const heldStatus = HOLDABLE.find((state) => state === sheet.status)
  if (!heldStatus) throw new Error(`${sheet.status} cannot be held`)
  return moved(
    ctx,
    held,
    { status, heldStatus },
    {
      verb: 'hold',
      name: 'work_order.held',
      details: {
        ...{ reason: reason.code, stopsClock: reason.stopsClock, resumeAt, note },
        // What was late before stays late.
        ...(reason.stopsClock && isAhead(sheet.finishDueAt, ctx.now) ? { limits: { finish: null } } : {}),
      },
      hold: { reasonId, resumeAt, note },
    },
  )
}

/** Waiting longer than the set hours needs a superior. */
async function reasonFor(ctx: Ctx, sheet: LockedSheet, reasonId: string, resumeAt: string) {
  const { reasons, numbers } = await termsOfCompany(ctx)
  const reason = reasons.find((one) => one.id === reasonId)
  if (!reason) throw new Refusal('request.reason_unknown', { reasonId })
  const wait = new Date(resumeAt).getTime() - ctx.now.getTime()
  if (wait <= 0) throw new Refusal('request.resume_in_past', { resumeAt })
  const hours = numberOf(numbers, sheet.estateId, 'hold_hours')
  if (wait > hours * 3_600_000 && !reaches(ctx.user, 'work-orders.rework', locate(sheet))) {
    throw new Refusal('request.hold_too_long', { hours })
  }
  return reason
}

export async function resume(ctx: Ctx, { id, note }: Given<'resume'>) {
  const held = await locked(ctx, id, 'resume')
  const { sheet } = held
  const status = life.next(sheet.status, 'resume', sheet.heldStatus ?? 'taken')
  mustBeYours(ctx.user, sheet)
  const waited = await unpause(ctx, sheet)
  const limits = finishLimit(waited.finishDueAt ?? sheet.finishDueAt)
  return moved(
    ctx,
    held,
    { ...waited, status, heldStatus: null },
    { verb: 'resume', name: 'work_order.resumed', details: { note, ...limits } },
  )
}

const isAhead = (at: string | null, now: Date) => at !== null && at > now.toISOString()
/** By when it is promised, as events carry it. */
const finishLimit = (dueAt: Date | string | null) => ({
  limits: { finish: dueAt instanceof Date ? dueAt.toISOString() : dueAt },
})

/** A pause that stops the clock moves the sheet's own due dates by its length; the request counts for itself. */
export async function unpause(ctx: Ctx, sheet: LockedSheet) {
  const ended = await endPause(ctx.tx, sheet.id, ctx.now)
  if (!ended) return {}
  const ms = ctx.now.getTime() - new Date(ended.fromAt).getTime()
  // What was late before the pause stays as late as it was.
  const later = (at: string | null) =>
    at && ended.stopsClock && at > ended.fromAt ? new Date(Date.parse(at) + ms) : at
  return {
    holdMinutes: sheet.holdMinutes + Math.round(ms / 60_000),
    arriveDueAt: later(sheet.arriveDueAt),
    finishDueAt: later(sheet.finishDueAt),
  }
}

export async function complete(ctx: Ctx, { id, ...given }: Given<'complete'>) {
  const held = await locked(ctx, id, 'complete')
  const { sheet } = held
  const status = life.next(sheet.status, 'complete')
  mustBeYours(ctx.user, sheet)
  const amountFen = totalOf(given.lines)
  mustBeAgreed(sheet, amountFen)
  mustBeProven(given, sheet.workerId)
  if (given.witnessId) await mustBeWorker(ctx, given.witnessId, 'other')
  await keepLines(ctx, id, 'done', given.lines)
  await linkAttachments(ctx, { recordKind: 'work_order', recordId: id, ids: given.photoIds, label: 'after' })
  const signatures = given.signatureId ? [given.signatureId] : []
  await linkAttachments(ctx, { recordKind: 'work_order', recordId: id, ids: signatures, label: 'signature' })
  const change = {
    status,
    completedAt: ctx.now,
    endedAt: ctx.now,
    result: given.result,
    labourMinutes: given.labourMinutes,
    amountFen,
    chargeable: amountFen > 0,
    signatureId: given.signatureId ?? null,
    noSignatureReason: given.noSignatureReason ?? null,
    witnessId: given.witnessId ?? null,
  }
  return moved(ctx, held, change, {
    verb: 'complete',
    name: 'work_order.completed',
    details: {
      result: given.result,
      amountFen,
      labourMinutes: given.labourMinutes,
      workerId: sheet.workerId,
      cycle: sheet.cycle,
    },
  })
}

export async function rework(ctx: Ctx, { id, reason }: Given<'rework'>) {
  const held = await locked(ctx, id, 'rework')
  // A request that is already done is opened by its own verbs; they bring the sheets along.
  if (held.request && !['on_site', 'taken', 'quoting', 'dispatched', 'on_hold'].includes(held.request.status)) {
    throw new Refusal('work_order.not_allowed_now', { state: held.request.status, verb: 'rework' })
  }
  return moved(ctx, held, againOf(held.sheet), {
    verb: 'rework',
    name: 'work_order.reworked',
    details: { reason, workerId: held.sheet.workerId, ...finishLimit(held.sheet.finishDueAt) },
  })
}

const againOf = (sheet: LockedSheet) => ({
  status: life.next(sheet.status, 'rework'),
  reworkCount: sheet.reworkCount + 1,
  cycle: sheet.cycle + 1,
  completedAt: null,
  endedAt: null,
  arrivedAt: null,
  signatureId: null,
  noSignatureReason: null,
})

/** The work of a request that was opened again, or of a sheet whose customer is not content, begins again with the same worker. */
export async function reworkOne(ctx: Ctx, sheet: LockedSheet, reason: string) {
  const change = { ...againOf(sheet), ...(sheet.requestId ? await limitsOf(ctx, sheet.requestId) : {}) }
  await written(ctx, { sheet, request: undefined }, change, {
    verb: 'rework',
    name: 'work_order.reworked',
    details: {
      reason,
      workerId: sheet.workerId,
      ...finishLimit(('finishDueAt' in change ? change.finishDueAt : undefined) ?? sheet.finishDueAt),
    },
  })
}

/** The request has begun again with limits of its own; the sheet has the same. */
async function limitsOf(ctx: Ctx, requestId: string) {
  const clocks = (await listClocks(ctx.tx, requestId)).filter(({ metAt, stoppedAt }) => !metAt && !stoppedAt)
  const due = (kind: string) => clocks.find((clock) => clock.kind === kind)?.dueAt ?? null
  return { arriveDueAt: due('arrive'), finishDueAt: due('finish') }
}

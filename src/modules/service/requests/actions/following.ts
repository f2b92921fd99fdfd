// How a request moves with its dispatch sheets and its return visit: called by the rooms above, in their transaction.
import type { Ctx } from '../../../../platform/context.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { termsOfCompany } from '../queries/terms.ts'
import { type LockedRequest, lockRequest } from '../queries/write.ts'
import { isHiddenFrom, mustNotBeAbout } from '../rules.ts'
import { HOLDABLE, life, type State } from '../states.ts'
import { meet, stopClocks } from './clocks.ts'
import { beginAgain } from './handling.ts'
import { written } from './move.ts'
import { pause, reasonOf, unpause } from './waiting.ts'

export type SheetStatus =
  | 'open'
  | 'assigned'
  | 'taken'
  | 'on_site'
  | 'quoting'
  | 'on_hold'
  | 'completed'
  | 'refused'
  | 'cancelled'
export type Followed = {
  /** Every sheet of the request as it is now. */
  sheets: readonly { status: SheetStatus; amountFen: number; workerId: string | null; endedAt: string | null }[]
  /** What the sheet did, for the request's own event. */
  because: { verb: string; workOrderId: string; no: string }
  result?: string | null
  hold?: { reasonId: string; resumeAt: string; note: string | null }
}

/** The furthest that any live sheet has come; all done makes the request done, none left sends it back to the desk. */
export function statusOfSheets(
  sheets: Followed['sheets'],
): Extract<State, (typeof FURTHEST)[number] | 'completed' | 'accepted'> {
  const live = liveOf(sheets)
  if (live.length === 0) return 'accepted'
  const unfinished = live.filter(({ status }) => status !== 'completed')
  if (unfinished.length === 0) return 'completed'
  const states = unfinished.map(({ status }) => (status === 'open' || status === 'assigned' ? 'dispatched' : status))
  return FURTHEST.find((state) => states.some((one) => one === state)) ?? 'dispatched'
}
const FURTHEST = ['on_site', 'quoting', 'taken', 'dispatched', 'on_hold'] as const

export async function lockForSheets(ctx: Ctx, requestId: string, workerId: string | null): Promise<LockedRequest> {
  const request = await lockRequest(ctx.tx, requestId)
  if (!request || isHiddenFrom(ctx.user, request)) throw new Refusal('request.not_found', { id: requestId })
  if (workerId) mustNotBeAbout(request, workerId)
  return request
}

/** Called after a sheet moved, with all sheets of the request. */
export async function follow(ctx: Ctx, request: LockedRequest, followed: Followed) {
  const target = statusOfSheets(followed.sheets)
  const live = liveOf(followed.sheets).length
  const handlerId = handlerOf(request, followed)
  if (target === request.status) {
    if (live !== request.sheets || handlerId !== request.handlerId) {
      await written(ctx, request, { sheets: live, handlerId, ...feeOf(request, followed) }, followedEvent(followed))
    }
    return
  }
  const status = life.next(request.status, 'follow', target)
  const timing = await timingOf(ctx, request, status, followed)
  const change = {
    status,
    sheets: live,
    heldStatus: heldFor(status, request),
    ...feeOf(request, followed),
    ...timing,
    handlerId,
  }
  await written(
    ctx,
    request,
    change,
    status === 'completed' ? completedEvent(request, followed) : followedEvent(followed),
  )
}

const liveOf = (sheets: Followed['sheets']) =>
  sheets.filter(({ status }) => status !== 'cancelled' && status !== 'refused')

const GIVES_BACK: readonly string[] = ['decline', 'cancel', 'refuse', 'release']
/** Whoever works on it now; once the last worker has given it back, nobody. */
function handlerOf(request: LockedRequest, { sheets, because }: Followed): string | null {
  const live = liveOf(sheets)
  const working = live.find(({ workerId, status }) => workerId && status !== 'completed')
  const workerId = (working ?? live.find((sheet) => sheet.workerId))?.workerId
  return workerId ?? (GIVES_BACK.includes(because.verb) ? null : request.handlerId)
}

const followedEvent = ({ because }: Followed) => ({ name: 'request.followed', details: because })
const completedEvent = (request: LockedRequest, { because, sheets, result }: Followed) => ({
  name: 'request.completed',
  details: {
    ...because,
    result,
    cycle: request.cycle,
    workerIds: [...new Set(sheets.flatMap(({ workerId }) => workerId ?? []))],
  },
})

function heldFor(status: State, request: LockedRequest) {
  if (status !== 'on_hold') return null
  return HOLDABLE.find((one) => one === request.status) ?? 'dispatched'
}

async function timingOf(ctx: Ctx, request: LockedRequest, status: State, followed: Followed) {
  const waited = request.status === 'on_hold' ? await unpause(ctx, request) : undefined
  if (status === 'on_hold') {
    await pauseWith(ctx, request, followed)
    return {}
  }
  const held = waited ? { holdMinutes: request.holdMinutes + waited.minutes, dueAt: waited.dueAt } : {}
  return { ...held, ...(await stampsOf(ctx, request, status, followed)) }
}

async function pauseWith(ctx: Ctx, request: LockedRequest, { hold }: Followed) {
  if (!hold) return
  await pause(ctx, request, reasonOf(await termsOfCompany(ctx), hold.reasonId), hold)
}

/** When each stage was first reached, and which limits are met by it. */
async function stampsOf(ctx: Ctx, request: LockedRequest, status: State, followed: Followed) {
  if (status === 'dispatched') return { dispatchedAt: request.dispatchedAt ?? ctx.now }
  if (status === 'taken') return { takenAt: request.takenAt ?? ctx.now, dueAt: await meet(ctx, request, ['answer']) }
  if (status === 'on_site') {
    return { arrivedAt: request.arrivedAt ?? ctx.now, dueAt: await meet(ctx, request, ['answer', 'arrive']) }
  }
  return status === 'completed' ? doneBy(ctx, request, followed) : {}
}

/** What is to be paid: the work that was done, and coming out for a price that was refused, unless that is paid already. */
function chargeOf({ paidAt }: LockedRequest, sheets: Followed['sheets']) {
  const amountFen = sheets
    .filter(({ status, endedAt }) => (status === 'completed' || status === 'refused') && isAfter(endedAt, paidAt))
    .reduce((sum, sheet) => sum + sheet.amountFen, 0)
  return { amountFen, chargeable: amountFen > 0 }
}
const isAfter = (at: string | null, paidAt: string | null) => paidAt === null || (at !== null && at > paidAt)

/** The fee is owed from the moment of the refusal, whatever becomes of the request. Work that was to be done again and is
 * withdrawn instead is not to be paid any more. */
function feeOf(request: LockedRequest, { because, sheets }: Followed) {
  const withdrawn = because.verb === 'cancel' && request.paidBy === null
  return because.verb === 'refuse' || withdrawn ? owed(chargeOf(request, sheets)) : {}
}
/** What was paid before was paid for something else; the ledger has it. */
const owed = (charge: ReturnType<typeof chargeOf>) =>
  charge.chargeable ? { ...charge, paidBy: null, receiptNo: null } : charge

async function doneBy(ctx: Ctx, request: LockedRequest, { sheets, result }: Followed) {
  return {
    completedAt: ctx.now,
    result: result ?? request.result,
    ...chargeOf(request, sheets),
    dueAt: await meet(ctx, request, ['answer', 'arrive', 'finish']),
  }
}

/** Done and chargeable: the desk must take the money before anybody is asked. */
export async function charge(ctx: Ctx, requestId: string) {
  const request = await lockedBelow(ctx, requestId)
  await written(
    ctx,
    request,
    { status: life.next(request.status, 'charge') },
    { name: 'request.charged', details: { amountFen: request.amountFen } },
  )
}

/** A return visit has come due. */
export async function visit(ctx: Ctx, requestId: string) {
  const request = await lockedBelow(ctx, requestId)
  await written(ctx, request, { status: life.next(request.status, 'visit') }, { name: 'request.visit_came_due' })
}

/** Asked and content, unreachable, or no visit needed. */
export async function close(ctx: Ctx, requestId: string, reason: string) {
  const request = await lockedBelow(ctx, requestId)
  await stopClocks(ctx, request)
  const change = { status: life.next(request.status, 'close'), closedAt: ctx.now, closeReason: reason, dueAt: null }
  await written(ctx, request, change, { name: 'request.closed', details: { reason } })
}

/** The customer is not content: the same request again, with a new clock. */
export async function reopenAfterVisit(ctx: Ctx, requestId: string, reason: string) {
  const request = await lockedBelow(ctx, requestId)
  await beginAgain(
    ctx,
    request,
    life.next(request.status, 'reopen'),
    { name: 'request.reopened', details: { reason, by: 'return_visit' } },
    {
      reopenCount: request.reopenCount + 1,
    },
  )
}

async function lockedBelow(ctx: Ctx, requestId: string) {
  const request = await lockRequest(ctx.tx, requestId)
  if (!request) throw new Refusal('request.not_found', { id: requestId })
  return request
}

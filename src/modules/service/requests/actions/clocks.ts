// Starts, meets, pauses and moves the limits of a request.

import { dueAfterPause } from '../../../../platform/calendar/deadline.ts'
import { serviceMinutesBetween } from '../../../../platform/calendar/service-time.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { recordEvent } from '../../../../platform/ledger.ts'
import type { ClockKind, Kind, Urgency } from '../contract/shapes.ts'
import type { Terms } from '../queries/terms.ts'
import { type ClockColumns, insertClocks, listClocks, listPauses, updateClock } from '../queries/write.ts'
import { dueAtOf, dutyClockOf, earlierOf, limitOf, nearestDue, nextStepAt, stepsFor, termsOf } from '../rules.ts'

type Placed = { id: string; estateId: string; areaId?: string | null | undefined }
type Promised<Due extends string | null = string | null> = { kind: string; dueAt: Due }
type Timed = Placed & {
  cycle: number
  kind: Kind
  urgency: Urgency
  outsideDueAt?: string | null | undefined
}

const hoursOf = (terms: Terms, estateId: string) => {
  const estate = terms.estates.get(estateId)
  if (!estate) throw new Error(`estate ${estateId} is not among the company's`)
  return estate
}

/** The clocks that begin now. `metAt`: all are met in the same moment (a matter settled at the desk). */
export function clocksFor(ctx: Ctx, terms: Terms, request: Timed, metAt?: Date) {
  const estate = hoursOf(terms, request.estateId)
  const ladder = stepsFor(terms.steps, request.estateId, request.urgency === 'critical')
  return termsOf(limitOf(terms.limits, request.estateId, request.kind, request.urgency)).map((term) => {
    const clock = dutyClockOf(term.clock, estate)
    const ours = dueAtOf(ctx.now, term.limitMinutes, clock)
    const due = term.kind === 'finish' ? earlierOf(ours, request.outsideDueAt) : ours
    // The ladder climbs by the limit that binds.
    const limitMinutes =
      due === ours ? term.limitMinutes : Math.max(0, Math.floor(serviceMinutesBetween(ctx.now, due, clock)))
    const next = metAt
      ? null
      : nextStepAt({ startedAt: ctx.now, limitMinutes, stepsDone: 0 }, clock, ladder, [], ctx.now)
    return {
      requestId: request.id,
      kind: term.kind,
      cycle: request.cycle,
      clock: term.clock,
      startedAt: ctx.now.toISOString(),
      limitMinutes,
      firstDueAt: due.toISOString(),
      dueAt: due.toISOString(),
      metAt: metAt?.toISOString() ?? null,
      stoppedAt: null,
      nextStepAt: next?.toISOString() ?? null,
      stepsDone: 0,
    } satisfies ClockColumns
  })
}

/** Marks limits as met, once, and answers the nearest that still runs. */
export async function meet(ctx: Ctx, request: { id: string; cycle: number }, kinds: readonly ClockKind[]) {
  const clocks = await listClocks(ctx.tx, request.id, request.cycle)
  const at = ctx.now.toISOString()
  for (const clock of clocks) {
    if (!kinds.includes(clock.kind) || clock.metAt || clock.stoppedAt) continue
    await updateClock(ctx.tx, { requestId: request.id, ...clock }, { metAt: at, nextStepAt: null })
    clock.metAt = at
  }
  return nearestDue(clocks)
}

/** Ends what still runs, without calling it met: the request ended another way or begins a new cycle. */
export async function stopClocks(ctx: Ctx, request: { id: string; cycle: number }) {
  for (const clock of await listClocks(ctx.tx, request.id, request.cycle)) {
    if (clock.metAt || clock.stoppedAt) continue
    await updateClock(
      ctx.tx,
      { requestId: request.id, ...clock },
      { stoppedAt: ctx.now.toISOString(), nextStepAt: null },
    )
  }
}

/** While a reason that stops the clock holds, no rung of the ladder is reached. What was late before stays late. */
export async function pauseClocks(ctx: Ctx, request: Placed & { cycle: number }) {
  const running = (await listClocks(ctx.tx, request.id, request.cycle)).filter(
    (clock) => !clock.metAt && !clock.stoppedAt,
  )
  for (const clock of running) {
    await updateClock(ctx.tx, { requestId: request.id, ...clock }, { nextStepAt: null })
  }
  const stopped = running
    .filter(({ dueAt }) => dueAt > ctx.now.toISOString())
    .map(({ kind }) => ({ kind, dueAt: null }))
  if (stopped.length > 0) await tellLimits(ctx, 'request.limits_paused', request, stopped)
}

/** After a pause that stopped the clock: due dates move by the time missed, the ladder goes on. The first promise stays. */
export async function resumeClocks(ctx: Ctx, terms: Terms, request: Timed, pause: { fromAt: string }) {
  const estate = hoursOf(terms, request.estateId)
  const ladder = stepsFor(terms.steps, request.estateId, request.urgency === 'critical')
  const pauses = (await listPauses(ctx.tx, request.id)).map(({ fromAt, toAt, stopsClock }) => ({
    from: fromAt,
    to: toAt,
    stopsClock,
  }))
  const clocks = await listClocks(ctx.tx, request.id, request.cycle)
  for (const clock of clocks) {
    if (clock.metAt || clock.stoppedAt) continue
    const duty = dutyClockOf(clock.clock, estate)
    // A limit that began while the work already waited missed only what came after.
    const from = new Date(Math.max(Date.parse(pause.fromAt), Date.parse(clock.startedAt)))
    clock.dueAt = dueAfterPause(clock.dueAt, { from, to: ctx.now }, duty).toISOString()
    const next = nextStepAt(clock, duty, ladder, pauses, ctx.now)
    await updateClock(ctx.tx, { requestId: request.id, ...clock }, { dueAt: clock.dueAt, nextStepAt: next })
  }
  await tellLimits(ctx, 'request.limits_set', request, clocks)
  return nearestDue(clocks)
}

/** A new cycle after reopening: the same limits, from now. */
export async function restartClocks(ctx: Ctx, terms: Terms, request: Timed) {
  const clocks = clocksFor(ctx, terms, request)
  await insertClocks(ctx.tx, clocks)
  await tellLimits(ctx, 'request.limits_set', request, clocks)
  return nearestDue(clocks)
}

/** By when each part is promised, as events carry it: `{ answer: '2026-11-23T05:00:00.000Z', finish: … }`. */
export const limitsOf = <Due extends string | null>(clocks: readonly Promised<Due>[]): Record<string, Due> =>
  Object.fromEntries(clocks.map(({ kind, dueAt }) => [kind, dueAt]))

/** Whoever measures by the ledger learns from it when a promise moved, or stands still. */
const tellLimits = (ctx: Ctx, name: string, { id, estateId, areaId }: Placed, clocks: readonly Promised[]) =>
  recordEvent(ctx, {
    name,
    recordId: id,
    estateId,
    areaId: areaId ?? null,
    details: { limits: limitsOf(clocks) },
  })

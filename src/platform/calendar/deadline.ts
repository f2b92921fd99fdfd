// When something is due by its clock, with the pauses that stop the clock and those that do not.
import { addServiceMs, type DutyClock, isCalendarKnown, serviceMsBetween } from './service-time.ts'
import { type Moment, msOf } from './zones.ts'

/** A pause that is still open has no `to`. */
export type Pause = { readonly from: Moment; readonly to: Moment | null; readonly stopsClock: boolean }

export type DeadlineTerms = {
  readonly startedAt: Moment
  readonly limitMinutes: number
  readonly clock: DutyClock
  readonly pauses: readonly Pause[]
  /** For something finished, the instant at which it was. */
  readonly now: Moment
}

export type Deadline = {
  /** While the clock stands still: when it would be due if it went on now. */
  dueAt: Date
  pausedNow: boolean
  elapsedMinutes: number
  /** The share of the limit that is used up. */
  ratio: number
  overdue: boolean
  /** False when the holidays of a year it reaches into are not published yet. */
  calendarKnown: boolean
}

export function deadlineOf(terms: DeadlineTerms): Deadline {
  const { clock, limitMinutes } = terms
  const [start, now] = [msOf(terms.startedAt), msOf(terms.now)]
  const stops = stopsOf(terms.pauses, now)
  const dueAt = new Date(dueMs(start, Math.round(limitMinutes * 60_000), clock, stops))
  const elapsedMinutes = runningMs(start, Math.max(start, now), clock, stops) / 60_000
  return {
    dueAt,
    pausedNow: stops.some((stop) => stop.from <= now && (stop.open || now < stop.to)),
    elapsedMinutes,
    ratio: limitMinutes > 0 ? elapsedMinutes / limitMinutes : 1,
    overdue: now > dueAt.getTime(),
    calendarKnown: isCalendarKnown(terms.startedAt, dueAt, clock),
  }
}

/** Where a due date moves when a pause that stopped the clock ends. */
export function dueAfterPause(dueAt: Moment, pause: { from: Moment; to: Moment }, clock: DutyClock): Date {
  const [due, from, to] = [msOf(dueAt), msOf(pause.from), msOf(pause.to)]
  const missed = from < due ? serviceMsBetween(from, to, clock) : 0
  // Adding nothing would still move a due date at closing time to the next opening.
  return new Date(missed > 0 ? addServiceMs(due, missed, clock) : due)
}

type Stop = { from: number; to: number; open: boolean }

function stopsOf(pauses: readonly Pause[], now: number): Stop[] {
  const stops: Stop[] = []
  const stopping = pauses.filter((pause) => pause.stopsClock).map((pause) => stopOf(pause, now))
  for (const stop of stopping.toSorted((a, b) => a.from - b.from)) {
    const last = stops.at(-1)
    if (last && stop.from <= last.to) {
      last.open ||= stop.open
      last.to = Math.max(last.to, stop.to)
    } else {
      stops.push(stop)
    }
  }
  return stops
}

function stopOf(pause: Pause, now: number): Stop {
  const from = msOf(pause.from)
  const to = pause.to === null ? now : msOf(pause.to)
  return { from, to: Math.max(from, to), open: pause.to === null }
}

function dueMs(start: number, limit: number, clock: DutyClock, stops: readonly Stop[]): number {
  let from = start
  let left = limit
  for (const stop of stops) {
    const ran = serviceMsBetween(from, Math.max(from, stop.from), clock)
    if (left <= ran) break
    left -= ran
    from = Math.max(from, stop.to)
  }
  return addServiceMs(from, left, clock)
}

function runningMs(start: number, until: number, clock: DutyClock, stops: readonly Stop[]): number {
  let from = start
  let total = 0
  for (const stop of stops) {
    if (stop.from >= until) break
    total += serviceMsBetween(from, Math.max(from, stop.from), clock)
    from = Math.max(from, stop.to)
  }
  return total + serviceMsBetween(from, Math.max(from, until), clock)
}

// Time that counts: every minute, or only the minutes in which the office serves.

import { CHINESE_CALENDAR, isCovered, LONGEST_REST, type WorkCalendar, workedDaysOf } from './working-days.ts'
import { dayNumberAt, dayOf, isSkipped, type Moment, msOf, wallClockMs } from './zones.ts'

export type ServiceClock = {
  readonly kind: 'service'
  readonly zone: string
  /** `08:30`; `24:00` is the end of the day, and a closing time not after the opening time is on the next day. */
  readonly opens: string
  readonly closes: string
  readonly breaks?: readonly { readonly from: string; readonly to: string }[]
  readonly days: 'every' | 'working'
  readonly calendar?: WorkCalendar
}

export type DutyClock = { readonly kind: 'elapsed' } | ServiceClock

export const ELAPSED: DutyClock = { kind: 'elapsed' }

/** The first instant by which so much service time has passed; never outside service hours. */
export const addServiceTime = (start: Moment, minutes: number, clock: DutyClock): Date =>
  new Date(addServiceMs(msOf(start), Math.round(minutes * 60_000), clock))

/** Negative when `to` comes before `from`. */
export const serviceMinutesBetween = (from: Moment, to: Moment, clock: DutyClock): number =>
  serviceMsBetween(msOf(from), msOf(to), clock) / 60_000

export const isInService = (moment: Moment, clock: DutyClock): boolean =>
  addServiceTime(moment, 0, clock).getTime() === msOf(moment)

/** Whether the holidays of each year touched are published; a clock that runs every day does not care. */
export function isCalendarKnown(from: Moment, to: Moment, clock: DutyClock): boolean {
  if (clock.kind === 'elapsed' || clock.days === 'every') return true
  const calendar = clock.calendar ?? CHINESE_CALENDAR
  const last = Number(dayOf(to, clock.zone).slice(0, 4))
  for (let year = Number(dayOf(from, clock.zone).slice(0, 4)); year <= last; year += 1) {
    if (!isCovered(year, calendar)) return false
  }
  return true
}

export function addServiceMs(start: number, ms: number, clock: DutyClock): number {
  if (!(ms >= 0)) throw new RangeError(`not a length of time: ${ms} ms`)
  if (clock.kind === 'elapsed') return start + ms
  let left = ms
  for (const window of windowsAfter(start, clock)) {
    const from = Math.max(window.from, start)
    if (left <= window.to - from) return from + left
    left -= window.to - from
  }
  throw new RangeError('the clock never runs')
}

export function serviceMsBetween(from: number, to: number, clock: DutyClock): number {
  if (to < from) return -serviceMsBetween(to, from, clock)
  if (clock.kind === 'elapsed') return to - from
  let total = 0
  for (const window of windowsAfter(from, clock)) {
    if (window.from >= to) return total
    total += Math.min(window.to, to) - Math.max(window.from, from)
  }
  return total
}

type Window = { from: number; to: number }

function* windowsAfter(start: number, clock: ServiceClock): Generator<Window> {
  const { stretches, open } = timetableOf(clock)
  // A window that runs past midnight belongs to the day on which it opens.
  let dayNumber = dayNumberAt(start, clock.zone) - 1
  for (let closed = 0; closed <= LONGEST_REST; dayNumber += 1) {
    closed += 1
    if (open(dayNumber) && !isSkipped(dayNumber, clock.zone)) {
      for (const [opens, closes] of stretches) {
        const from = wallClockMs(dayNumber, opens, clock.zone)
        const to = wallClockMs(dayNumber, closes, clock.zone)
        if (to > start && to > from) {
          closed = 0
          yield { from, to }
        }
      }
    }
  }
}

type Timetable = {
  stretches: readonly (readonly [opens: number, closes: number])[]
  open: (dayNumber: number) => boolean
}

const known = new WeakMap<ServiceClock, Timetable>()

function timetableOf(clock: ServiceClock): Timetable {
  let timetable = known.get(clock)
  if (!timetable) {
    timetable = {
      stretches: stretchesOf(clock),
      open: clock.days === 'every' ? () => true : workedDaysOf(clock.calendar ?? CHINESE_CALENDAR),
    }
    known.set(clock, timetable)
  }
  return timetable
}

function stretchesOf({ opens, closes, breaks = [] }: ServiceClock): [number, number][] {
  const first = minutesOf(opens)
  const last = afterOpening(closes, first, true)
  const stretches: [number, number][] = []
  let from = first
  for (const pause of breaks
    .map((each) => [afterOpening(each.from, first, false), afterOpening(each.to, first, true)] as const)
    .toSorted((a, b) => a[0] - b[0])) {
    if (pause[0] > from) stretches.push([from, Math.min(pause[0], last)])
    from = Math.max(from, pause[1])
  }
  if (from < last) stretches.push([from, last])
  return stretches
}

const afterOpening = (time: string, opening: number, mustFollow: boolean): number => {
  const minutes = minutesOf(time)
  return minutes < opening || (mustFollow && minutes === opening) ? minutes + 1440 : minutes
}

function minutesOf(time: string): number {
  const match = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(time)
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN
  if (!(minutes <= 1440)) throw new RangeError(`not a time of day: ${time}`)
  return minutes
}

// Where a calendar day begins and ends on the world's clock, for any IANA time zone.
import { Temporal } from 'temporal-polyfill'
import { DAY_MS, dayFromNumber, dayNumberOf } from './days.ts'

export const DEFAULT_ZONE = 'Asia/Shanghai'

/** An instant as the program carries it: a Date, or the text that the database gives. */
export type Moment = Date | string

export const msOf = (moment: Moment): number => {
  const ms = typeof moment === 'string' ? Date.parse(moment) : moment.getTime()
  if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${String(moment)}`)
  return ms
}

export const dayOf = (moment: Moment, zone: string = DEFAULT_ZONE): string =>
  dayFromNumber(dayNumberAt(msOf(moment), zone))

/** The first instant of the day; that is not midnight where the clocks change at midnight. */
export const startOfDay = (day: string, zone: string = DEFAULT_ZONE): Date =>
  new Date(startOfDayMs(dayNumberOf(day), zone))

// Asking Temporal costs 12 µs a day, so its answers are kept; a deadline looks at a handful of days.
const KEPT_DAYS = 20_000
const starts = new Map<string, Map<number, number>>()

export function startOfDayMs(dayNumber: number, zone: string): number {
  let days = starts.get(zone)
  if (!days) {
    days = new Map()
    starts.set(zone, days)
  }
  let start = days.get(dayNumber)
  if (start === undefined) {
    start = Temporal.PlainDate.from(dayFromNumber(dayNumber)).toZonedDateTime(zone).epochMilliseconds
    if (days.size >= KEPT_DAYS) days.clear()
    days.set(dayNumber, start)
  }
  return start
}

export function dayNumberAt(ms: number, zone: string): number {
  // No zone is a whole day from UTC, except that a few once were: the loops then step twice.
  let dayNumber = Math.floor(ms / DAY_MS)
  while (startOfDayMs(dayNumber, zone) > ms) dayNumber -= 1
  while (startOfDayMs(dayNumber + 1, zone) <= ms) dayNumber += 1
  return dayNumber
}

/** The instant at which the wall clock of that day shows so many minutes after midnight; from 1440 on, of the next day. */
export function wallClockMs(dayNumber: number, minutes: number, zone: string): number {
  if (minutes >= 1440) return wallClockMs(dayNumber + 1, minutes - 1440, zone)
  const start = startOfDayMs(dayNumber, zone)
  if (startOfDayMs(dayNumber + 1, zone) - start === DAY_MS) return start + minutes * 60_000
  return Temporal.PlainDate.from(dayFromNumber(dayNumber))
    .toPlainDateTime({ hour: Math.floor(minutes / 60), minute: minutes % 60 })
    .toZonedDateTime(zone).epochMilliseconds
}

/** A zone that skipped a day (Samoa, 30 December 2011) has no such day. */
export const isSkipped = (dayNumber: number, zone: string): boolean =>
  startOfDayMs(dayNumber + 1, zone) <= startOfDayMs(dayNumber, zone)

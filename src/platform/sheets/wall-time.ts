// Between instants, what a wall clock shows in a time zone, and the numbers that sheets keep for it.
import { Temporal } from 'temporal-polyfill'
import { DAY_MS, dayNumberOf } from '../calendar/days.ts'
import { dayNumberAt, type Moment, msOf, startOfDayMs } from '../calendar/zones.ts'

/** 1970-01-01 counted in days of a sheet, whose day 1 is 1900-01-01 with a leap day too many. */
const EPOCH_SERIAL = 25_569

/** `wallMs` is the wall clock's reading taken as if it were UTC. */
export function instantOfWall(wallMs: number, zone: string): string {
  const dayNumber = Math.floor(wallMs / DAY_MS)
  const start = startOfDayMs(dayNumber, zone)
  if (isWholeDay(dayNumber, zone)) return new Date(start + wallMs - dayNumber * DAY_MS).toISOString()
  const wall = Temporal.PlainDateTime.from(new Date(wallMs).toISOString().slice(0, -1))
  return new Date(wall.toZonedDateTime(zone).epochMilliseconds).toISOString()
}

/** The number a sheet keeps for this instant, so that it shows the wall clock of the zone. */
export function serialOfInstant(instant: Moment, zone: string): number {
  const epochMs = msOf(instant)
  const dayNumber = dayNumberAt(epochMs, zone)
  if (isWholeDay(dayNumber, zone)) return serialOfWall(dayNumber * DAY_MS + epochMs - startOfDayMs(dayNumber, zone))
  const { offsetNanoseconds } = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone)
  return serialOfWall(epochMs + offsetNanoseconds / 1_000_000)
}

/** The clock is put neither forward nor back on it. */
const isWholeDay = (dayNumber: number, zone: string) =>
  startOfDayMs(dayNumber + 1, zone) - startOfDayMs(dayNumber, zone) === DAY_MS

export const serialOfDay = (day: string): number => dayNumberOf(day) + EPOCH_SERIAL

const serialOfWall = (wallMs: number) => wallMs / DAY_MS + EPOCH_SERIAL

/** What a cell with a date format shows; a number too big for a day stays a number. */
export function wallTextOf(serial: number, startsIn1904 = false): string | number {
  if (serial < 0 || serial >= 2_958_466) return serial
  const wallMs = roundedMs(serial - Math.floor(serial))
  if (serial < 1 && !startsIn1904) return timeText(wallMs)
  const day = wallDay(Math.floor(serial) + (startsIn1904 ? 1462 : 0))
  const text = new Date(day * DAY_MS + wallMs).toISOString()
  return serial === Math.floor(serial) ? text.slice(0, 10) : `${text.slice(0, 10)} ${timeText(wallMs % DAY_MS)}`
}

/** `serial` as a wall clock's reading taken as if it were UTC. */
export const wallMsOfSerial = (serial: number) => wallDay(Math.floor(serial)) * DAY_MS + roundedMs(serial % 1)

// Before March 1900 the leap day too many has not happened yet.
const wallDay = (serial: number) => serial - EPOCH_SERIAL + (serial < 60 ? 1 : 0)

/** A sheet keeps times as fractions of a day, a millisecond or so beside the second that was meant. */
function roundedMs(fraction: number): number {
  const ms = Math.round(fraction * DAY_MS)
  const second = Math.round(ms / 1000) * 1000
  return Math.abs(ms - second) <= 2 ? second : ms
}

function timeText(ms: number): string {
  const text = new Date(ms).toISOString().slice(11, 23)
  return text.endsWith('.000') ? text.slice(0, 8) : text
}

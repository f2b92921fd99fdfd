// Between instants and what a wall clock shows in a time zone, fast enough for every cell of a big sheet.
import { Temporal } from 'temporal-polyfill'

const DAY_MS = 86_400_000
/** 1970-01-01 counted in days of a sheet, whose day 1 is 1900-01-01 with a leap day too many. */
const EPOCH_SERIAL = 25_569

const offsets = new Map<string, Map<number, number | undefined>>()

/** Milliseconds that the wall clock is ahead of UTC at an instant. */
function offsetMsAt(zone: string, epochMs: number): number {
  const day = Math.floor(epochMs / DAY_MS)
  let days = offsets.get(zone)
  if (!days) {
    days = new Map()
    offsets.set(zone, days)
  }
  if (!days.has(day)) {
    const [first, last] = [offsetAsked(zone, day * DAY_MS), offsetAsked(zone, (day + 1) * DAY_MS)]
    // Undefined on a day on which the clock is put forward or back.
    days.set(day, first === last ? first : undefined)
  }
  return days.get(day) ?? offsetAsked(zone, epochMs)
}

const offsetAsked = (zone: string, epochMs: number) =>
  Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone).offsetNanoseconds / 1_000_000

/** `wallMs` is the wall clock's reading taken as if it were UTC. */
export function instantOfWall(wallMs: number, zone: string): string {
  const [before, after] = [offsetMsAt(zone, wallMs - DAY_MS), offsetMsAt(zone, wallMs + DAY_MS)]
  if (before === after) return new Date(wallMs - before).toISOString()
  const wall = Temporal.PlainDateTime.from(new Date(wallMs).toISOString().slice(0, -1))
  return new Date(wall.toZonedDateTime(zone).epochMilliseconds).toISOString()
}

/** The number a sheet keeps for this instant, so that it shows the wall clock of the zone. */
export function serialOfInstant(instant: string | Date, zone: string): number {
  const epochMs = new Date(instant).getTime()
  if (Number.isNaN(epochMs)) throw new TypeError(`not an instant: ${String(instant)}`)
  return serialOfWall(epochMs + offsetMsAt(zone, epochMs))
}

export function serialOfDay(day: string): number {
  const wallMs = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(wallMs)) throw new TypeError(`not a day: ${day}`)
  return serialOfWall(wallMs)
}

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

// Calendar days as text (`2026-11-23`), counted without a clock or a time zone.

export const DAY_MS = 86_400_000

/** Days since 1970-01-01. */
export function dayNumberOf(day: string): number {
  const ms = Date.parse(`${day}T00:00:00Z`)
  // Date.parse turns 30 February into 2 March, so the way back must give the same text.
  if (Number.isNaN(ms) || dayFromNumber(ms / DAY_MS) !== day) throw new RangeError(`not a calendar day: ${day}`)
  return ms / DAY_MS
}

export const dayFromNumber = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10)

export const addDays = (day: string, count: number): string => dayFromNumber(dayNumberOf(day) + count)

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: string): number => weekdayOfNumber(dayNumberOf(day))

export const weekdayOfNumber = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1

export function endOfMonth(day: string): string {
  const [year, month] = partsOf(day)
  return dayFromParts(year, month + 1, 0)
}

/** The same date so many months on; where that month is too short, its last day. */
export function addMonthsClamped(day: string, months: number): string {
  const [year, month, date] = partsOf(day)
  const last = endOfMonth(dayFromParts(year, month + months, 1))
  return dayFromParts(year, month + months, Math.min(date, Number(last.slice(8))))
}

export function partsOf(day: string): [year: number, month: number, date: number] {
  const date = new Date(dayNumberOf(day) * DAY_MS)
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
}

/** Months beyond 12 and dates beyond the month run over, as they do for `Date.UTC`. */
export const dayFromParts = (year: number, month: number, date: number): string =>
  dayFromNumber(Date.UTC(year, month - 1, date) / DAY_MS)

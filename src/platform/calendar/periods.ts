// The day, week, month, quarter, half-year or year that an instant falls in.
import { addDays, dayFromParts, dayNumberOf, endOfMonth, partsOf, weekdayOf } from './days.ts'
import { DEFAULT_ZONE, dayOf, type Moment, startOfDay } from './zones.ts'

export type Cadence = 'day' | 'week' | 'month' | 'quarter' | 'half_year' | 'year'

export type Period = {
  /** `2026-11-23`, `2026-W48`, `2026-11`, `2026-Q4`, `2026-H2`, `2026`: sorts by time within a cadence. */
  key: string
  firstOn: string
  lastOn: string
  /** The period holds the instants from `startsAt` up to, not including, `endsAt`. */
  startsAt: Date
  endsAt: Date
}

export const periodOf = (cadence: Cadence, moment: Moment, zone: string = DEFAULT_ZONE): Period =>
  periodOfDay(cadence, dayOf(moment, zone), zone)

export function periodOfDay(cadence: Cadence, day: string, zone: string = DEFAULT_ZONE): Period {
  const { key, firstOn, lastOn } = SPANS[cadence](day)
  return { key, firstOn, lastOn, startsAt: startOfDay(firstOn, zone), endsAt: startOfDay(addDays(lastOn, 1), zone) }
}

type Span = Pick<Period, 'key' | 'firstOn' | 'lastOn'>

const SPANS: Record<Cadence, (day: string) => Span> = {
  day: (day) => ({ key: day, firstOn: day, lastOn: day }),
  week: weekOf,
  month: (day) => monthsOf(day, 1, (year, at) => `${year}-${String(at).padStart(2, '0')}`),
  quarter: (day) => monthsOf(day, 3, (year, at) => `${year}-Q${at}`),
  half_year: (day) => monthsOf(day, 6, (year, at) => `${year}-H${at}`),
  year: (day) => monthsOf(day, 12, (year) => year),
}

// Weeks run from Monday and belong to the year that holds their Thursday (ISO 8601).
function weekOf(day: string): Span {
  const firstOn = addDays(day, 1 - weekdayOf(day))
  const year = addDays(firstOn, 3).slice(0, 4)
  const week = Math.floor((dayNumberOf(addDays(firstOn, 3)) - dayNumberOf(`${year}-01-01`)) / 7) + 1
  return { key: `${year}-W${String(week).padStart(2, '0')}`, firstOn, lastOn: addDays(firstOn, 6) }
}

function monthsOf(day: string, months: number, keyOf: (year: string, at: number) => string): Span {
  const [year, month] = partsOf(day)
  const at = Math.floor((month - 1) / months)
  const firstOn = dayFromParts(year, at * months + 1, 1)
  return { key: keyOf(day.slice(0, 4), at + 1), firstOn, lastOn: endOfMonth(dayFromParts(year, (at + 1) * months, 1)) }
}

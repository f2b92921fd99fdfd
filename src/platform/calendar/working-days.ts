// Which days are worked: the public holidays and make-up days of China, and what a company changes about them.
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { addMonthsClamped, dayFromNumber, dayNumberOf, weekdayOfNumber } from './days.ts'

export type WorkCalendar = {
  readonly holidays: 'china' | 'none'
  /** 1 is Monday, 7 is Sunday. */
  readonly restWeekdays: readonly number[]
  /** The company's own days off and working days; they come before everything else, a working day before a day off. */
  readonly extraDaysOff: readonly string[]
  readonly extraWorkingDays: readonly string[]
}

export const CHINESE_CALENDAR: WorkCalendar = {
  holidays: 'china',
  restWeekdays: [6, 7],
  extraDaysOff: [],
  extraWorkingDays: [],
}

export type DayReason = 'weekday' | 'weekend' | 'holiday' | 'make_up' | 'own_working_day' | 'own_day_off'

export const isWorkingDay = (day: string, calendar: WorkCalendar = CHINESE_CALENDAR): boolean =>
  WORKED.has(dayReasonOf(day, calendar))

export const dayReasonOf = (day: string, calendar: WorkCalendar = CHINESE_CALENDAR): DayReason =>
  reasonOfNumber(dayNumberOf(day), rulesOf(calendar))

/** False where no holidays are published for the year: its days are then judged by weekday alone, and whoever shows them says so. */
export const isCovered = (year: number, calendar: WorkCalendar = CHINESE_CALENDAR): boolean =>
  calendar.holidays === 'none' || COVERED_YEARS.has(year)

export const coveredYears = (): { first: number; last: number } => ({
  first: Math.min(...COVERED_YEARS),
  last: Math.max(...COVERED_YEARS),
})

export function nextWorkingDayOnOrAfter(day: string, calendar: WorkCalendar = CHINESE_CALENDAR): string {
  return addWorkingDays(day, 0, calendar)
}

/** The day itself is not counted; 0 moves a day off to the next working day. */
export function addWorkingDays(day: string, count: number, calendar: WorkCalendar = CHINESE_CALENDAR): string {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a number of working days: ${count}`)
  const worked = workedDaysOf(calendar)
  let left = Math.max(count, 1)
  let number = dayNumberOf(day) + (count === 0 ? 0 : 1)
  for (let closed = 0; closed <= LONGEST_REST; number += 1) {
    if (worked(number)) {
      closed = 0
      left -= 1
      if (left === 0) return dayFromNumber(number)
    } else {
      closed += 1
    }
  }
  throw new RangeError('the calendar has no working days')
}

export type Term = { days: number } | { months: number } | { years: number }

/**
 * The last day of a period agreed in a contract: its first day is not counted, and a period that would end on a day off ends on
 * the next working day.
 */
export function lastDayOfTerm(from: string, term: Term, calendar: WorkCalendar = CHINESE_CALENDAR): string {
  return nextWorkingDayOnOrAfter(plainEndOf(from, term), calendar)
}

function plainEndOf(from: string, term: Term): string {
  if ('days' in term) return dayFromNumber(dayNumberOf(from) + term.days)
  return addMonthsClamped(from, 'months' in term ? term.months : 12 * term.years)
}

// Longer than any run of days off that a real calendar has; without it a calendar without working days would never answer.
export const LONGEST_REST = 400

/** A quick answer by day number, for whoever asks about many days. */
export function workedDaysOf(calendar: WorkCalendar): (dayNumber: number) => boolean {
  const rules = rulesOf(calendar)
  return (dayNumber) => WORKED.has(reasonOfNumber(dayNumber, rules))
}

const WORKED: ReadonlySet<DayReason> = new Set(['weekday', 'make_up', 'own_working_day'])

const STATUTORY: ReadonlyMap<number, DayReason> = new Map([
  ...Object.keys(published.holidays).map((day) => [dayNumberOf(day), 'holiday'] as const),
  ...Object.keys(published.workdays).map((day) => [dayNumberOf(day), 'make_up'] as const),
])

// The list of a year may reach into its neighbours (a make-up day in December for New Year), so only National Day tells.
const COVERED_YEARS: ReadonlySet<number> = new Set(
  Object.keys(published.holidays)
    .filter((day) => day.endsWith('-10-01'))
    .map((day) => Number(day.slice(0, 4))),
)

type Rules = {
  statutory: ReadonlyMap<number, DayReason>
  own: ReadonlyMap<number, DayReason>
  rest: ReadonlySet<number>
}

const NOTHING: ReadonlyMap<number, DayReason> = new Map()
const known = new WeakMap<WorkCalendar, Rules>()

function rulesOf(calendar: WorkCalendar): Rules {
  let rules = known.get(calendar)
  if (!rules) {
    rules = {
      statutory: calendar.holidays === 'china' ? STATUTORY : NOTHING,
      own: new Map([
        ...calendar.extraDaysOff.map((day) => [dayNumberOf(day), 'own_day_off'] as const),
        ...calendar.extraWorkingDays.map((day) => [dayNumberOf(day), 'own_working_day'] as const),
      ]),
      rest: new Set(calendar.restWeekdays),
    }
    known.set(calendar, rules)
  }
  return rules
}

const reasonOfNumber = (number: number, rules: Rules): DayReason =>
  rules.own.get(number) ??
  rules.statutory.get(number) ??
  (rules.rest.has(weekdayOfNumber(number)) ? 'weekend' : 'weekday')

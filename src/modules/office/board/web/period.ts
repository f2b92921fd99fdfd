// The period that an address names: one of the usual ones, or two days.
import { addDays, addMonthsClamped, endOfMonth } from '../../../../platform/calendar/days.ts'
import type { Query } from '../../../../ui/To.tsx'
import { oneIn } from '../../../../ui/url-state.ts'
import type { Days } from '../rules.ts'

export const PERIODS = ['today', 'week', 'month', 'lastMonth', 'quarter', 'custom'] as const
export type Period = (typeof PERIODS)[number]

const DAY = /^\d{4}-\d{2}-\d{2}$/
const dayIn = (query: Query, name: string) => {
  const day = oneIn(query, name)
  return day && DAY.test(day) ? day : undefined
}

export function periodIn(query: Query): Period {
  if (dayIn(query, 'from') || dayIn(query, 'to')) return 'custom'
  return PERIODS.find((one) => one === oneIn(query, 'period')) ?? 'month'
}

const STARTS: Record<Period, (today: string) => string> = {
  today: (today) => today,
  week: (today) => addDays(today, -6),
  month: firstOf,
  lastMonth: (today) => addMonthsClamped(firstOf(today), -1),
  quarter: (today) => addDays(today, -89),
  custom: firstOf,
}
function firstOf(day: string) {
  return `${day.slice(0, 8)}01`
}

export function daysIn(query: Query, today: string): Days {
  const period = periodIn(query)
  const from = STARTS[period](today)
  const to = period === 'lastMonth' ? endOfMonth(from) : today
  return period === 'custom' ? { from: dayIn(query, 'from') ?? from, to: dayIn(query, 'to') ?? to } : { from, to }
}

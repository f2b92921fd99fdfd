import { describe, expect, test } from 'vitest'
import {
  addWorkingDays,
  CHINESE_CALENDAR,
  coveredYears,
  dayReasonOf,
  isCovered,
  isWorkingDay,
  lastDayOfTerm,
  nextWorkingDayOnOrAfter,
  type WorkCalendar,
} from './working-days.ts'

const calendar = (changes: Partial<WorkCalendar>): WorkCalendar => ({ ...CHINESE_CALENDAR, ...changes })

describe('the published holidays', () => {
  test.each([
    ['2025-01-01', 'holiday'],
    ['2025-01-26', 'make_up'],
    ['2025-01-28', 'holiday'],
    ['2025-02-05', 'weekday'],
    ['2025-02-08', 'make_up'],
    ['2025-09-28', 'make_up'],
    ['2025-10-08', 'holiday'],
    ['2025-10-11', 'make_up'],
    ['2026-01-02', 'holiday'],
    ['2026-01-04', 'make_up'],
    ['2026-02-14', 'make_up'],
    ['2026-02-23', 'holiday'],
    ['2026-02-28', 'make_up'],
    ['2026-05-09', 'make_up'],
    ['2026-10-07', 'holiday'],
    ['2026-10-08', 'weekday'],
    ['2026-10-10', 'make_up'],
    ['2026-11-21', 'weekend'],
    ['2026-11-23', 'weekday'],
  ])('%s is a %s', (day, reason) => {
    expect(dayReasonOf(day)).toBe(reason)
    expect(isWorkingDay(day)).toBe(reason === 'weekday' || reason === 'make_up')
  })

  test('a year without published holidays is named as such and judged by weekday', () => {
    expect(isCovered(2026)).toBe(true)
    expect(isCovered(2003)).toBe(false)
    expect(isCovered(2090)).toBe(false)
    expect(isCovered(2090, calendar({ holidays: 'none' }))).toBe(true)
    expect(dayReasonOf('2090-10-02')).toBe('weekday')
    expect(coveredYears().first).toBe(2004)
    expect(coveredYears().last).toBeGreaterThanOrEqual(2026)
  })
})

describe('a company changes the calendar', () => {
  test('its own days come before the published ones', () => {
    const own = calendar({ extraDaysOff: ['2026-11-23', '2026-10-10'], extraWorkingDays: ['2026-10-07', '2026-10-10'] })
    expect(dayReasonOf('2026-11-23', own)).toBe('own_day_off')
    expect(dayReasonOf('2026-10-07', own)).toBe('own_working_day')
    expect(isWorkingDay('2026-10-10', own)).toBe(true)
  })
  test('six days a week', () => {
    expect(isWorkingDay('2026-11-21', calendar({ restWeekdays: [7] }))).toBe(true)
    expect(isWorkingDay('2026-11-22', calendar({ restWeekdays: [7] }))).toBe(false)
  })
  test('no holidays at all', () => expect(isWorkingDay('2026-10-01', calendar({ holidays: 'none' }))).toBe(true))
})

describe('counting working days', () => {
  test.each([
    ['2026-10-01', '2026-10-08'],
    ['2026-02-14', '2026-02-14'],
    ['2026-02-15', '2026-02-24'],
    ['2026-11-23', '2026-11-23'],
  ])('on or after %s the first is %s', (day, next) => expect(nextWorkingDayOnOrAfter(day)).toBe(next))

  test.each([
    ['2026-09-29', 7, '2026-10-14'],
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-10-03', 1, '2026-10-08'],
    ['2025-12-31', 1, '2026-01-04'],
  ])('%s and %i working days is %s', (day, count, end) => expect(addWorkingDays(day, count)).toBe(end))

  test('a calendar without working days is a mistake, not an endless search', () => {
    expect(() =>
      nextWorkingDayOnOrAfter('2026-01-01', calendar({ restWeekdays: [1, 2, 3, 4, 5, 6, 7], holidays: 'none' })),
    ).toThrow('no working days')
    expect(() => addWorkingDays('2026-01-01', 1.5)).toThrow('not a number of working days')
  })
})

describe('a period agreed in a contract', () => {
  test.each([
    ['2026-09-21', { days: 10 }, '2026-10-08'],
    ['2026-11-20', { days: 3 }, '2026-11-23'],
    ['2026-01-31', { months: 1 }, '2026-02-28'],
    ['2025-11-08', { months: 3 }, '2026-02-09'],
    ['2024-02-29', { years: 1 }, '2025-02-28'],
    ['2025-10-01', { years: 1 }, '2026-10-08'],
  ])('from %s, %j ends on %s', (from, term, end) => expect(lastDayOfTerm(from, term)).toBe(end))
})

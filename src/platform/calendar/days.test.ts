import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonthsClamped, dayFromNumber, dayNumberOf, endOfMonth, weekdayOf } from './days.ts'

test('a text that is no day is a mistake', () => {
  for (const text of ['2026-02-29', '2026-13-01', '2026-1-1', '', '2026-02-30T00:00']) {
    expect(() => dayNumberOf(text)).toThrow('not a calendar day')
  }
})

test('weekdays are counted from Monday', () => {
  expect(weekdayOf('2026-11-23')).toBe(1)
  expect(weekdayOf('2026-11-29')).toBe(7)
  expect(weekdayOf('1969-12-31')).toBe(3)
})

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2028-02-29', 48, '2032-02-29'],
  ['2026-12-31', 2, '2027-02-28'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-03-15', 0, '2026-03-15'],
])('%s and %i months is %s', (day, months, end) => expect(addMonthsClamped(day, months)).toBe(end))

test('the end of February knows leap years', () => {
  expect(endOfMonth('2028-02-01')).toBe('2028-02-29')
  expect(endOfMonth('2026-02-28')).toBe('2026-02-28')
  expect(endOfMonth('2026-12-05')).toBe('2026-12-31')
})

const someDay = fc.integer({ min: dayNumberOf('1900-01-01'), max: dayNumberOf('2199-12-31') }).map(dayFromNumber)

test('days added and taken away again leave the day as it was', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
      expect(addDays(addDays(day, count), -count)).toBe(day)
    }),
  )
})

test('months never skip a month, and never move past the date', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: -600, max: 600 }), (day, months) => {
      const end = addMonthsClamped(day, months)
      const monthsBetween =
        (Number(end.slice(0, 4)) - Number(day.slice(0, 4))) * 12 + Number(end.slice(5, 7)) - Number(day.slice(5, 7))
      expect(monthsBetween).toBe(months)
      expect(end.slice(8) === day.slice(8) || (end === endOfMonth(end) && end.slice(8) < day.slice(8))).toBe(true)
    }),
  )
})

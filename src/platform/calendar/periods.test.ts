import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dayFromNumber, dayNumberOf } from './days.ts'
import { type Cadence, periodOf, periodOfDay } from './periods.ts'
import { dayOf, startOfDay } from './zones.ts'

describe('the day of an instant', () => {
  test.each([
    ['2026-11-22T15:59:59.999Z', 'Asia/Shanghai', '2026-11-22'],
    ['2026-11-22T16:00:00.000Z', 'Asia/Shanghai', '2026-11-23'],
    ['2026-12-31T16:00:00.000Z', 'Asia/Shanghai', '2027-01-01'],
    ['2026-03-29T22:30:00.000Z', 'Europe/Berlin', '2026-03-30'],
    ['2026-11-23T10:00:00.000Z', 'Pacific/Kiritimati', '2026-11-24'],
    ['2011-12-30T10:00:00.000Z', 'Pacific/Apia', '2011-12-31'],
  ])('%s in %s is %s', (instant, zone, day) => expect(dayOf(instant, zone)).toBe(day))

  test('a day that has no midnight begins at one', () => {
    expect(startOfDay('2018-11-04', 'America/Sao_Paulo').toISOString()).toBe('2018-11-04T03:00:00.000Z')
  })
})

describe('the period of an instant', () => {
  test.each([
    ['day', '2026-11-23', '2026-11-23', '2026-11-23'],
    ['week', '2026-W48', '2026-11-23', '2026-11-29'],
    ['month', '2026-11', '2026-11-01', '2026-11-30'],
    ['quarter', '2026-Q4', '2026-10-01', '2026-12-31'],
    ['half_year', '2026-H2', '2026-07-01', '2026-12-31'],
    ['year', '2026', '2026-01-01', '2026-12-31'],
  ] satisfies [Cadence, string, string, string][])('by %s it is %s, %s to %s', (cadence, key, firstOn, lastOn) => {
    const period = periodOf(cadence, '2026-11-23T04:00:00.000Z')
    expect(period).toEqual({
      key,
      firstOn,
      lastOn,
      startsAt: new Date(`${firstOn}T00:00:00+08:00`),
      endsAt: new Date(`${addDays(lastOn, 1)}T00:00:00+08:00`),
    })
  })

  test.each([
    ['2026-12-31', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
  ])('%s is in week %s', (day, key) => expect(periodOfDay('week', day).key).toBe(key))

  test('February of a leap year ends on the 29th', () =>
    expect(periodOfDay('month', '2028-02-10').lastOn).toBe('2028-02-29'))
})

const cadences = fc.constantFrom<Cadence>('day', 'week', 'month', 'quarter', 'half_year', 'year')
const days = fc.integer({ min: dayNumberOf('2000-01-01'), max: dayNumberOf('2080-12-31') }).map(dayFromNumber)

test('periods lie end to end, each day in exactly one, and their keys sort by time', () => {
  fc.assert(
    fc.property(cadences, days, (cadence, day) => {
      const period = periodOfDay(cadence, day)
      expect(period.firstOn <= day && day <= period.lastOn).toBe(true)
      const next = periodOfDay(cadence, addDays(period.lastOn, 1))
      expect(next.startsAt).toEqual(period.endsAt)
      expect(next.firstOn).toBe(addDays(period.lastOn, 1))
      expect(next.key > period.key).toBe(true)
    }),
  )
})

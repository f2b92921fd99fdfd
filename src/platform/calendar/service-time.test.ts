import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addServiceTime,
  ELAPSED,
  isCalendarKnown,
  isInService,
  type ServiceClock,
  serviceMinutesBetween,
} from './service-time.ts'
import { CHINESE_CALENDAR } from './working-days.ts'

const shanghai = (wall: string): string => new Date(`${wall}:00+08:00`).toISOString()
const desk: ServiceClock = { kind: 'service', zone: 'Asia/Shanghai', opens: '08:00', closes: '20:00', days: 'every' }
const office: ServiceClock = {
  kind: 'service',
  zone: 'Asia/Shanghai',
  opens: '08:30',
  closes: '17:30',
  breaks: [{ from: '12:00', to: '13:30' }],
  days: 'working',
  calendar: CHINESE_CALENDAR,
}
const nightGuard: ServiceClock = { ...desk, opens: '20:00', closes: '08:00' }
const berlin: ServiceClock = { ...desk, zone: 'Europe/Berlin', opens: '00:00', closes: '24:00' }
const lordHowe: ServiceClock = { ...desk, zone: 'Australia/Lord_Howe', opens: '01:00', closes: '03:00' }
const azores: ServiceClock = { ...office, zone: 'Atlantic/Azores' }
const clocks = [desk, office, nightGuard, berlin, lordHowe, azores]

describe('service hours every day', () => {
  test.each([
    ['2026-11-23T09:00', 30, '2026-11-23T09:30'],
    ['2026-11-23T19:45', 30, '2026-11-24T08:15'],
    ['2026-11-23T19:30', 30, '2026-11-23T20:00'],
    ['2026-11-23T20:00', 0, '2026-11-24T08:00'],
    ['2026-11-23T23:59', 15, '2026-11-24T08:15'],
    ['2026-11-24T00:00', 15, '2026-11-24T08:15'],
    ['2026-12-31T19:50', 30, '2027-01-01T08:20'],
    ['2028-02-28T19:50', 30, '2028-02-29T08:20'],
    ['2026-10-01T10:00', 60, '2026-10-01T11:00'],
    ['2026-11-23T08:00', 60 * 24, '2026-11-24T20:00'],
  ])('%s and %i minutes is %s', (start, minutes, due) => {
    expect(addServiceTime(shanghai(start), minutes, desk).toISOString()).toBe(shanghai(due))
  })
})

describe('office hours with lunch on working days', () => {
  test.each([
    ['2026-11-23T11:45', 30, '2026-11-23T13:45'],
    ['2026-11-23T12:00', 0, '2026-11-23T13:30'],
    ['2026-11-20T17:00', 60, '2026-11-23T09:00'],
    ['2026-09-30T17:00', 60, '2026-10-08T09:00'],
    ['2026-02-13T17:00', 60, '2026-02-14T09:00'],
    ['2026-02-14T17:00', 60, '2026-02-24T09:00'],
    ['2025-12-31T17:00', 60, '2026-01-04T09:00'],
  ])('%s and %i minutes is %s', (start, minutes, due) => {
    expect(addServiceTime(shanghai(start), minutes, office).toISOString()).toBe(shanghai(due))
  })
  test('a working day has 450 minutes', () => {
    expect(serviceMinutesBetween(shanghai('2026-11-23T00:00'), shanghai('2026-11-24T00:00'), office)).toBe(450)
    expect(serviceMinutesBetween(shanghai('2026-11-24T00:00'), shanghai('2026-11-23T00:00'), office)).toBe(-450)
  })
  test('a year that is not published is named', () => {
    expect(isCalendarKnown(shanghai('2026-11-23T00:00'), shanghai('2026-12-31T23:59'), office)).toBe(true)
    expect(isCalendarKnown(shanghai('2089-12-31T00:00'), shanghai('2090-01-01T00:00'), office)).toBe(false)
    expect(isCalendarKnown(shanghai('2089-12-31T00:00'), shanghai('2090-01-01T00:00'), desk)).toBe(true)
  })
})

describe('other windows and zones', () => {
  test('the emergency clock never stops', () => {
    expect(addServiceTime(shanghai('2026-10-01T23:58'), 5, ELAPSED).toISOString()).toBe(shanghai('2026-10-02T00:03'))
    expect(serviceMinutesBetween(shanghai('2026-10-01T23:58'), shanghai('2026-10-02T00:03'), ELAPSED)).toBe(5)
  })
  test('a night watch runs past midnight', () => {
    expect(addServiceTime(shanghai('2026-11-23T07:30'), 60, nightGuard).toISOString()).toBe(
      shanghai('2026-11-23T20:30'),
    )
    expect(addServiceTime(shanghai('2026-11-23T02:00'), 360, nightGuard).toISOString()).toBe(
      shanghai('2026-11-23T08:00'),
    )
    expect(isInService(shanghai('2026-11-24T03:00'), nightGuard)).toBe(true)
    expect(isInService(shanghai('2026-11-24T12:00'), nightGuard)).toBe(false)
  })
  test('a lunch inside a night watch is on the next day', () => {
    const withMeal: ServiceClock = { ...nightGuard, breaks: [{ from: '01:00', to: '01:30' }] }
    expect(serviceMinutesBetween(shanghai('2026-11-23T20:00'), shanghai('2026-11-24T08:00'), withMeal)).toBe(690)
  })
  test('a day on which the clocks go forward has 23 hours, one on which they go back 25', () => {
    expect(serviceMinutesBetween('2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z', berlin)).toBe(23 * 60)
    expect(serviceMinutesBetween('2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z', berlin)).toBe(25 * 60)
  })
  test('times that are none are mistakes', () => {
    for (const opens of ['8:00', '25:00', '24:01', 'noon']) {
      expect(() => addServiceTime('2026-11-23T00:00:00Z', 1, { ...desk, opens })).toThrow('not a time of day')
    }
    expect(() => addServiceTime('nonsense', 1, desk)).toThrow('not an instant')
    expect(() => addServiceTime('2026-11-23T00:00:00Z', -1, desk)).toThrow('not a length of time')
    expect(() =>
      addServiceTime('2026-11-23T00:00:00Z', 1, { ...desk, breaks: [{ from: '08:00', to: '20:00' }] }),
    ).toThrow('never runs')
  })
})

const instants = fc.date({ min: new Date('2024-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
const minutes = fc.integer({ min: 0, max: 20_000 })

describe.each(clocks.map((clock) => [`${clock.zone} ${clock.opens}-${clock.closes}`, clock] as const))(
  '%s',
  (_, clock) => {
    test('more minutes are never due earlier', () => {
      fc.assert(
        fc.property(instants, minutes, minutes, (start, a, b) => {
          const [less, more] = [Math.min(a, b), Math.max(a, b)]
          expect(addServiceTime(start, less, clock) <= addServiceTime(start, more, clock)).toBe(true)
        }),
      )
    })
    test('what was added is what lies between', () => {
      fc.assert(
        fc.property(instants, minutes, (start, count) => {
          expect(serviceMinutesBetween(start, addServiceTime(start, count, clock), clock)).toBe(count)
        }),
      )
    })
    test('adding in two steps is adding at once', () => {
      fc.assert(
        fc.property(instants, minutes, fc.integer({ min: 1, max: 20_000 }), (start, a, b) => {
          expect(addServiceTime(addServiceTime(start, a, clock), b, clock)).toEqual(addServiceTime(start, a + b, clock))
        }),
      )
    })
    test('nothing is due outside the window', () => {
      fc.assert(
        fc.property(instants, minutes, (start, count) => {
          const due = addServiceTime(start, count, clock)
          expect(isInService(due, clock) || isInService(new Date(due.getTime() - 1), clock)).toBe(true)
        }),
      )
    })
  },
)

test('a deadline two days ahead takes microseconds, so that an intake can ask for three', () => {
  const began = performance.now()
  for (let hour = 0; hour < 3000; hour += 1) addServiceTime(new Date(1.7e12 + hour * 3.6e6), 1440, desk)
  expect((performance.now() - began) / 3000).toBeLessThan(0.2)
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deadlineOf, dueAfterPause, type Pause } from './deadline.ts'
import { addServiceTime, ELAPSED, type ServiceClock, serviceMinutesBetween } from './service-time.ts'

const shanghai = (wall: string): Date => new Date(`${wall}:00+08:00`)
const desk: ServiceClock = { kind: 'service', zone: 'Asia/Shanghai', opens: '08:00', closes: '20:00', days: 'every' }
const startedAt = shanghai('2026-11-23T09:00')
const due = (pauses: Pause[], now: string, limitMinutes = 120, clock: ServiceClock | typeof ELAPSED = desk) =>
  deadlineOf({ startedAt, limitMinutes, clock, pauses, now: shanghai(now) })

describe('a small repair with two hours, reported at nine', () => {
  test('is due at eleven', () => {
    expect(due([], '2026-11-23T10:30')).toEqual({
      dueAt: shanghai('2026-11-23T11:00'),
      pausedNow: false,
      elapsedMinutes: 90,
      ratio: 0.75,
      overdue: false,
      calendarKnown: true,
    })
  })
  test('is in time at eleven sharp and late after it', () => {
    expect(due([], '2026-11-23T11:00').overdue).toBe(false)
    expect(due([], '2026-11-23T11:01').overdue).toBe(true)
  })
  test('waits while the customer cannot be at home', () => {
    const pause = { from: shanghai('2026-11-23T10:00'), to: shanghai('2026-11-24T09:30'), stopsClock: true }
    expect(due([pause], '2026-11-24T10:00')).toMatchObject({
      dueAt: shanghai('2026-11-24T10:30'),
      pausedNow: false,
      elapsedMinutes: 90,
    })
  })
  test('does not wait for parts: those are our own affair', () => {
    const pause = { from: shanghai('2026-11-23T10:00'), to: null, stopsClock: false }
    expect(due([pause], '2026-11-23T12:00')).toMatchObject({
      dueAt: shanghai('2026-11-23T11:00'),
      pausedNow: false,
      overdue: true,
    })
  })
  test('stands still while a pause is open', () => {
    const pause = { from: shanghai('2026-11-23T10:00'), to: null, stopsClock: true }
    expect(due([pause], '2026-11-23T15:00')).toMatchObject({
      dueAt: shanghai('2026-11-23T16:00'),
      pausedNow: true,
      elapsedMinutes: 60,
      overdue: false,
    })
  })
  test('stays late when it is put on hold after its time', () => {
    const pause = { from: shanghai('2026-11-23T12:00'), to: null, stopsClock: true }
    expect(due([pause], '2026-11-23T15:00')).toMatchObject({
      dueAt: shanghai('2026-11-23T11:00'),
      pausedNow: true,
      overdue: true,
    })
  })
  test('an appointment ahead moves the due date at once', () => {
    const pause = { from: shanghai('2026-11-23T10:00'), to: shanghai('2026-11-25T10:00'), stopsClock: true }
    expect(due([pause], '2026-11-23T11:00')).toMatchObject({ dueAt: shanghai('2026-11-25T11:00'), pausedNow: true })
  })
  test('overlapping pauses count once', () => {
    const pauses = [
      { from: shanghai('2026-11-23T10:30'), to: shanghai('2026-11-23T12:00'), stopsClock: true },
      { from: shanghai('2026-11-23T10:00'), to: shanghai('2026-11-23T11:00'), stopsClock: true },
      { from: shanghai('2026-11-23T08:00'), to: shanghai('2026-11-23T09:10'), stopsClock: true },
    ]
    expect(due(pauses, '2026-11-23T13:00')).toMatchObject({ dueAt: shanghai('2026-11-23T13:10'), elapsedMinutes: 110 })
  })
})

test('something due at once is due at once, paused or not', () => {
  const pause = { from: startedAt, to: null, stopsClock: true }
  expect(due([pause], '2026-11-23T09:00', 0, ELAPSED)).toMatchObject({ dueAt: startedAt, ratio: 1, overdue: false })
  expect(due([], '2026-11-23T09:01', 0, ELAPSED).overdue).toBe(true)
})

test('a pause outside service hours moves nothing', () => {
  const pause = { from: shanghai('2026-11-23T20:00'), to: shanghai('2026-11-24T08:00') }
  const closing = shanghai('2026-11-23T20:00')
  expect(dueAfterPause(closing, pause, desk)).toEqual(closing)
})

const instants = fc.date({ min: new Date('2026-01-01'), max: new Date('2026-03-01'), noInvalidDate: true })
const limits = fc.integer({ min: 1, max: 10_000 })
const lengths = fc.integer({ min: 0, max: 6 * 24 * 60 })

describe.each([
  ['elapsed', ELAPSED],
  ['desk', desk],
  [
    'office',
    {
      ...desk,
      opens: '08:30',
      closes: '17:30',
      breaks: [{ from: '12:00', to: '13:30' }],
      days: 'working',
    } satisfies ServiceClock,
  ],
] as const)('with the %s clock', (_, clock) => {
  test('a pause moves the due date by exactly its own service minutes', () => {
    fc.assert(
      fc.property(instants, limits, lengths, lengths, (start, limitMinutes, after, length) => {
        const from = new Date(start.getTime() + after * 60_000)
        const to = new Date(from.getTime() + length * 60_000)
        const plain = addServiceTime(start, limitMinutes, clock)
        const paused = deadlineOf({
          startedAt: start,
          limitMinutes,
          clock,
          pauses: [{ from, to, stopsClock: true }],
          now: to,
        })
        const missed = from < plain ? serviceMinutesBetween(from, to, clock) : 0
        expect(serviceMinutesBetween(plain, paused.dueAt, clock)).toBeCloseTo(missed, 6)
        expect(paused.dueAt).toEqual(dueAfterPause(plain, { from, to }, clock))
      }),
    )
  })
  test('overdue, ratio and elapsed time agree', () => {
    fc.assert(
      fc.property(instants, limits, lengths, lengths, lengths, (start, limitMinutes, after, length, later) => {
        const from = new Date(start.getTime() + after * 60_000)
        const to = new Date(from.getTime() + length * 60_000)
        const now = new Date(start.getTime() + later * 60_000)
        const deadline = deadlineOf({
          startedAt: start,
          limitMinutes,
          clock,
          pauses: [{ from, to, stopsClock: true }],
          now,
        })
        expect(deadline.ratio).toBeCloseTo(deadline.elapsedMinutes / limitMinutes, 9)
        if (deadline.ratio > 1) expect(deadline.overdue).toBe(true)
        if (!deadline.overdue) expect(deadline.ratio).toBeLessThanOrEqual(1)
      }),
    )
  })
})

import { describe, expect, test } from 'vitest'
import { Counted } from '../contract/proof.ts'
import { type DayTally, standingOf, sumOf } from './standing.ts'

const bound = { who: 'lin', fromOn: '2026-01-01', toOn: null }
const deed = (onDay: string, met = 1): DayTally => ({ who: 'lin', onDay, due: met, met, late: 0, done: met })
const cadence = (per: string, times = 1) =>
  Counted.parse({ kind: 'cadence', of: 'test.x', credit: 'own', events: [{ event: 'a.b' }], times, per })
const coverage = Counted.parse({
  ...{ kind: 'coverage', of: 'test.y', credit: 'area', limit: null },
  ...{ opens: [{ event: 'a.b' }], answers: [{ event: 'a.c' }] },
})

describe('a month of a duty of every working day', () => {
  const october = { from: '2026-10-01', to: '2026-10-31', today: '2026-11-23' }
  test('leaves out National Day, and asks on make-up days', () => {
    // 2026: 1-7 October off, Saturday 10 October worked.
    expect(sumOf(cadence('working_day'), [], [bound], october)).toEqual({ due: 18, met: 0, late: 0, missed: 18 })
    const made = sumOf(cadence('working_day'), [deed('2026-10-10'), deed('2026-10-03')], [bound], october)
    expect(made).toEqual({ due: 18, met: 1, late: 0, missed: 17 })
  })
  test('today is not missed before it is over', () => {
    const days = { from: '2026-11-01', to: '2026-11-30', today: '2026-11-23' }
    const { due, missed } = sumOf(cadence('working_day'), [], [bound], days)
    expect({ due, missed }).toEqual({ due: 15, missed: 15 })
    expect(sumOf(cadence('working_day'), [deed('2026-11-23')], [bound], days)).toMatchObject({ due: 16, met: 1 })
  })
  test('whoever took the post up in the middle answers from then on', () => {
    const from20 = { ...bound, fromOn: '2026-10-20' }
    expect(sumOf(cadence('working_day'), [], [from20], october).due).toBe(9)
  })
})

describe('longer spells', () => {
  test('belong to the month in which they end', () => {
    // The week of 28 September to 4 October ends in October; its Monday to Wednesday are worked.
    const october = { from: '2026-10-01', to: '2026-10-31', today: '2026-11-23' }
    expect(sumOf(cadence('week', 2), [deed('2026-09-29', 2)], [bound], october)).toEqual({
      ...{ due: 4, met: 1, late: 0, missed: 3 },
    })
    const september = { from: '2026-09-01', to: '2026-09-30', today: '2026-11-23' }
    expect(sumOf(cadence('month'), [deed('2026-09-30')], [bound], september)).toMatchObject({ due: 1, met: 1 })
  })
  test('the 29th of February is a month’s last day', () => {
    const february = { from: '2028-02-01', to: '2028-02-29', today: '2028-03-01' }
    expect(sumOf(cadence('month'), [deed('2028-02-29')], [bound], february)).toMatchObject({ due: 1, met: 1 })
  })
  test('each area is asked for itself', () => {
    const two = [bound, { ...bound, who: 'zhou' }]
    const september = { from: '2026-09-01', to: '2026-09-30', today: '2026-11-23' }
    expect(sumOf(cadence('month'), [deed('2026-09-30', 5)], two, september)).toMatchObject({
      due: 2,
      met: 1,
      missed: 1,
    })
  })
})

describe('coverage', () => {
  test('counts what is open as missed only once its day has passed', () => {
    const days = { from: '2026-11-01', to: '2026-11-30', today: '2026-11-23' }
    const open = (onDay: string): DayTally => ({ who: 'lin', onDay, due: 3, met: 1, late: 1, done: 2 })
    expect(sumOf(coverage, [open('2026-11-22')], [bound], days)).toEqual({ due: 3, met: 1, late: 1, missed: 1 })
    expect(sumOf(coverage, [open('2026-11-24')], [bound], days)).toEqual({ due: 2, met: 1, late: 1, missed: 0 })
  })
  test('before somebody was bound it is not counted to him', () => {
    const days = { from: '2026-11-01', to: '2026-11-30', today: '2026-11-23' }
    const later = { ...bound, fromOn: '2026-11-15' }
    expect(
      sumOf(coverage, [{ who: 'lin', onDay: '2026-11-10', due: 3, met: 0, late: 0, done: 0 }], [later], days).due,
    ).toBe(0)
  })
})

describe('today', () => {
  const seen = { tallies: [], opens: [], whos: ['lin'] }
  test('asks nothing on a day off', () => {
    expect(standingOf(cadence('working_day'), seen, '2026-11-22').state).toBe('not_due')
    expect(standingOf(cadence('day'), seen, '2026-11-22').state).toBe('due')
    expect(standingOf(cadence('working_day'), seen, '2026-11-23').state).toBe('due')
  })
  test('a surplus in one area does not cover another', () => {
    const tallies = [deed('2026-11-23', 4)]
    const standing = standingOf(cadence('week', 2), { ...seen, tallies, whos: ['lin', 'zhou'] }, '2026-11-23')
    expect(standing).toMatchObject({ have: 2, need: 4, state: 'due' })
  })
  test('nobody is asked who answers for nothing', () => {
    expect(standingOf(cadence('day'), { ...seen, whos: [] }, '2026-11-23').state).toBe('not_due')
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LedgerEvent } from '../../../../platform/ledger.ts'
import { Counted } from '../contract/proof.ts'
import { evidenceOf, talliesOf } from './evidence.ts'

const place = { companyId: 'c', zoneOf: () => 'Asia/Shanghai' }
const coverage = Counted.parse({
  kind: 'coverage',
  of: 'test.visits',
  credit: 'area',
  opens: [{ event: 'visit.came_due' }],
  answers: [{ event: 'visit.made' }],
  drops: [{ event: 'visit.waived' }],
  moves: [{ event: 'visit.moved' }],
  limit: { detail: 'dueAt' },
})
const cadence = Counted.parse({
  kind: 'cadence',
  of: 'test.logs',
  credit: 'own',
  events: [{ event: 'log.written' }],
  undone: [{ event: 'log.taken_back' }],
  times: 1,
  per: 'working_day',
})

let made = 0
const eventAt = (at: string, name: string, more: Partial<LedgerEvent> = {}): LedgerEvent => {
  made += 1
  return {
    ...{
      id: `e${String(made).padStart(6, '0')}`,
      at,
      name,
      recordKind: 'visit',
      recordId: 'r',
      byId: 'lin',
      byName: '林芳',
    },
    ...{ postId: null, forId: null, estateId: 'yunqi', areaId: 'one', fromState: null, toState: null, details: {} },
    ...more,
  }
}
const due = (at: string, dueAt: string, more: Partial<LedgerEvent> = {}) =>
  eventAt(at, 'visit.came_due', { details: { no: 'HF-1', dueAt }, ...more })

describe('coverage', () => {
  test('is met in time, late after it, and open until somebody answers', () => {
    const opens = due('2026-11-23T02:00:00.000Z', '2026-11-23T04:00:00.000Z')
    expect(evidenceOf(coverage, [opens], place)).toMatchObject([{ state: 'open', who: 'one', onDay: '2026-11-23' }])
    const met = eventAt('2026-11-23T04:00:00.000Z', 'visit.made')
    expect(evidenceOf(coverage, [opens, met], place)).toMatchObject([{ state: 'met', doneByName: '林芳' }])
    const late = eventAt('2026-11-23T04:00:00.001Z', 'visit.made')
    expect(evidenceOf(coverage, [opens, late], place)).toMatchObject([{ state: 'late' }])
  })
  test('belongs to the day on which it falls due in the estate, not in Greenwich; done in time, to the day it was done', () => {
    // 23:30 of the 23rd in Greenwich is 07:30 of the 24th in Shanghai.
    const opens = due('2026-11-23T15:59:59.999Z', '2026-11-23T23:30:00.000Z')
    expect(evidenceOf(coverage, [opens], place)[0]?.onDay).toBe('2026-11-24')
    const midnight = due('2026-11-23T01:00:00.000Z', '2026-11-23T15:59:59.999Z')
    expect(evidenceOf(coverage, [midnight], place)[0]?.onDay).toBe('2026-11-23')
    const early = eventAt('2026-11-23T16:00:00.000Z', 'visit.made')
    expect(evidenceOf(coverage, [opens, early], place)[0]).toMatchObject({ state: 'met', onDay: '2026-11-24' })
    const late = eventAt('2026-11-25T01:00:00.000Z', 'visit.made')
    expect(evidenceOf(coverage, [midnight, late], place)[0]).toMatchObject({ state: 'late', onDay: '2026-11-23' })
  })
  test('opens again as another turn, and what was waived counts for nothing', () => {
    const events = [
      due('2026-11-20T02:00:00.000Z', '2026-11-20T04:00:00.000Z'),
      eventAt('2026-11-20T03:00:00.000Z', 'visit.made'),
      due('2026-11-21T02:00:00.000Z', '2026-11-21T04:00:00.000Z'),
      eventAt('2026-11-21T05:00:00.000Z', 'visit.waived'),
    ]
    expect(evidenceOf(coverage, events, place).map(({ turn, state }) => [turn, state])).toEqual([
      [0, 'met'],
      [1, 'void'],
    ])
  })
  test('moves to another area with the record, until it is answered', () => {
    const events = [
      due('2026-11-20T02:00:00.000Z', '2026-11-20T04:00:00.000Z'),
      due('2026-11-20T02:30:00.000Z', '2026-11-20T05:00:00.000Z', { areaId: 'two' }),
    ]
    expect(evidenceOf(coverage, events, place)).toMatchObject([{ who: 'two', dueAt: '2026-11-20T05:00:00.000Z' }])
  })
  test('a limit that moved is the limit, and while it stands still nothing is due', () => {
    const opens = due('2026-11-20T02:00:00.000Z', '2026-11-20T04:00:00.000Z')
    const moved = (at: string, dueAt: string | null) => eventAt(at, 'visit.moved', { details: { dueAt }, byId: 'chen' })
    const still = moved('2026-11-20T03:00:00.000Z', null)
    const on = moved('2026-11-22T03:00:00.000Z', '2026-11-22T04:00:00.000Z')
    const made = eventAt('2026-11-22T03:30:00.000Z', 'visit.made')
    const [standing] = evidenceOf(coverage, [opens, still], place)
    expect(standing).toMatchObject({ state: 'open', dueAt: null })
    expect(standing && talliesOf(standing, place)).toEqual([])
    expect(evidenceOf(coverage, [opens, still, on], place)).toMatchObject([{ state: 'open', onDay: '2026-11-22' }])
    expect(evidenceOf(coverage, [opens, still, on, made], place)).toMatchObject([{ state: 'met' }])
  })
  test('whoever moves a limit does not come to answer for it, but another area does', () => {
    const own = Counted.parse({ ...coverage, credit: 'own' })
    const opens = due('2026-11-20T02:00:00.000Z', '2026-11-20T04:00:00.000Z')
    const moved = eventAt('2026-11-20T03:00:00.000Z', 'visit.moved', { byId: 'chen', areaId: 'two' })
    expect(evidenceOf(own, [opens, moved], place)).toMatchObject([{ who: 'lin' }])
    expect(evidenceOf(coverage, [opens, moved], place)).toMatchObject([{ who: 'two', areaId: 'two' }])
  })
  test('what the proof does not ask for changes nothing, whatever it says', () => {
    const opens = due('2026-11-20T02:00:00.000Z', '2026-11-20T04:00:00.000Z')
    const other = eventAt('2026-11-20T03:00:00.000Z', 'visit.printed', { details: { dueAt: null } })
    expect(evidenceOf(coverage, [opens, other], place)).toEqual(evidenceOf(coverage, [opens], place))
  })
  test('an answer without a question counts for nothing', () => {
    expect(evidenceOf(coverage, [eventAt('2026-11-20T02:00:00.000Z', 'visit.made')], place)).toEqual([])
  })
})

describe('cadence', () => {
  test('counts a deed to whoever did it, or to the absent whom a deputy stood in for', () => {
    const own = eventAt('2026-11-20T02:00:00.000Z', 'log.written')
    const deputised = eventAt('2026-11-20T03:00:00.000Z', 'log.written', { byId: 'zhou', forId: 'lin' })
    expect(evidenceOf(cadence, [own, deputised], place)).toMatchObject([
      { who: 'lin', doneForId: null },
      { who: 'lin', doneById: 'zhou', doneForId: 'lin' },
    ])
  })
  test('what is taken back no longer counts', () => {
    const events = [
      eventAt('2026-11-20T02:00:00.000Z', 'log.written'),
      eventAt('2026-11-20T03:00:00.000Z', 'log.taken_back'),
      eventAt('2026-11-20T04:00:00.000Z', 'log.written'),
    ]
    expect(evidenceOf(cadence, events, place).map(({ state }) => state)).toEqual(['void', 'met'])
  })
  test('what the program does by itself counts to nobody', () => {
    expect(evidenceOf(cadence, [eventAt('2026-11-20T02:00:00.000Z', 'log.written', { byId: null })], place)).toEqual([])
  })
})

test('the order in which events arrive changes nothing', () => {
  const names = ['visit.came_due', 'visit.made', 'visit.moved', 'visit.waived', 'log.written', 'log.taken_back']
  const anEvent = fc.record({
    minute: fc.integer({ min: 0, max: 4000 }),
    name: fc.constantFrom(...names),
    area: fc.constantFrom('one', 'two'),
    limit: fc.integer({ min: 1, max: 600 }),
  })
  fc.assert(
    fc.property(fc.array(anEvent, { maxLength: 30 }), fc.infiniteStream(fc.nat()), (drafts, order) => {
      const start = Date.parse('2026-11-29T14:00:00.000Z')
      const events = drafts.map(({ minute, name, area, limit }) =>
        eventAt(new Date(start + minute * 60_000).toISOString(), name, {
          areaId: area,
          details: { dueAt: new Date(start + (minute + limit) * 60_000).toISOString() },
        }),
      )
      const shuffled = events
        .map((event) => ({ event, at: order.next().value ?? 0 }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ event }) => event)
      for (const proof of [coverage, cadence]) {
        expect(evidenceOf(proof, shuffled, place)).toEqual(evidenceOf(proof, events, place))
      }
    }),
  )
})

import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../../../test/support/app.ts'
import { catchUp } from '../../../../test/support/hearing.ts'
import { programOf } from '../../../platform/access.ts'
import { perform } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { recordEvents } from '../../../platform/ledger.ts'
import { openLog } from '../../../platform/log.ts'
import { ensureProofs } from './actions/proofs.ts'
import { Counted } from './contract/proof.ts'
import { countAnew } from './module.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())

const inOurs = <T>(work: Parameters<typeof perform<T>>[3]) => {
  const { database, serving } = app.server
  const user = programOf(app.cast.companies.ours)
  const seed = { user, now: app.clock.now, callId: 'test', log: openLog('silent'), equipment: serving.equipment }
  return perform(database, seed, () => {}, work)
}

/** What is in the tables, as text that can be compared. */
const counted = () =>
  inOurs(async ({ tx }) => ({
    tallies: await tx
      .selectFrom('dutyTally')
      .select(['proofKey', 'who', 'onDay', 'due', 'met', 'late', 'done'])
      .where((eb) => eb.or([eb('due', '<>', 0), eb('met', '<>', 0), eb('late', '<>', 0), eb('done', '<>', 0)]))
      .orderBy('proofKey')
      .orderBy('who')
      .orderBy('onDay')
      .execute(),
    evidence: await tx
      .selectFrom('dutyEvidence')
      .select(['proofKey', 'recordId', 'turn', 'state', 'who', 'onDay', 'dueAt', 'doneAt'])
      .orderBy('proofKey')
      .orderBy('recordId')
      .orderBy('turn')
      .execute(),
  }))

/** Added up in the plainest way from what is kept of each record, to be held against the tallies. */
function addedUp(evidence: Awaited<ReturnType<typeof counted>>['evidence']) {
  const sums = new Map<string, { due: number; met: number; late: number }>()
  const counts = ({ state, dueAt }: (typeof evidence)[number]) =>
    state !== 'void' && (state !== 'open' || dueAt !== null)
  for (const { proofKey, who, onDay, state } of evidence.filter(counts)) {
    const sum = sums.get(`${proofKey} ${who} ${onDay}`) ?? { due: 0, met: 0, late: 0 }
    sum.due += 1
    if (state === 'met') sum.met += 1
    if (state === 'late') sum.late += 1
    sums.set(`${proofKey} ${who} ${onDay}`, sum)
  }
  return sums
}

const visits = Counted.parse({
  kind: 'coverage',
  of: 'test.visits',
  credit: 'area',
  opens: [{ event: 'toy.came_due' }],
  answers: [{ event: 'toy.made' }],
  drops: [{ event: 'toy.waived' }],
  moves: [{ event: 'toy.moved' }],
  limit: { detail: 'dueAt' },
})
const deeds = Counted.parse({
  kind: 'cadence',
  of: 'test.deeds',
  credit: 'estate',
  events: [{ event: 'toy.made' }],
  undone: [{ event: 'toy.waived' }],
  times: 2,
  per: 'week',
})

describe('evidence kept current', () => {
  test('is what a full recount gives, whatever arrives late, is taken back or crosses midnight', async () => {
    await inOurs((ctx) => ensureProofs(ctx, [visits, deeds]))
    const records = [newId(), newId(), newId(), newId()]
    const { areas, estates } = app.cast
    const anEvent = fc.record({
      record: fc.integer({ min: 0, max: 3 }),
      name: fc.constantFrom('toy.came_due', 'toy.made', 'toy.moved', 'toy.waived'),
      minute: fc.integer({ min: 0, max: 5 * 1440 }),
      limit: fc.option(fc.integer({ min: 1, max: 2880 })),
      area: fc.constantFrom(areas.one, areas.two),
      hearAfter: fc.boolean(),
    })
    const start = Date.parse('2026-02-26T14:00:00.000Z')
    const at = (minutes: number) => new Date(start + minutes * 60_000).toISOString()
    await fc.assert(
      fc.asyncProperty(fc.array(anEvent, { minLength: 1, maxLength: 12 }), async (drafts) => {
        for (const { record, name, minute, limit, area, hearAfter } of drafts) {
          const details = { dueAt: limit === null ? null : at(minute + limit) }
          const place = { estateId: estates.yunqi, areaId: area }
          await inOurs((ctx) =>
            recordEvents(ctx, [{ name, recordId: records[record] ?? '', at: at(minute), details, ...place }]),
          )
          if (hearAfter) await catchUp(app)
        }
        await catchUp(app)
        const current = await counted()
        const plain = addedUp(current.evidence)
        for (const { proofKey, who, onDay, done: _, ...sum } of current.tallies) {
          expect(plain.get(`${proofKey} ${who} ${onDay}`) ?? { due: 0, met: 0, late: 0 }).toEqual(sum)
        }
        await inOurs(countAnew)
        await catchUp(app)
        expect(await counted()).toEqual(current)
      }),
      { numRuns: 12 },
    )
  }, 120_000)
})

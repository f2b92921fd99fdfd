// Whatever keeps the evidence current is killed at any point, again and again: nothing is counted twice and nothing is left out.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureProofs } from '../../../src/modules/organisation/duties/actions/proofs.ts'
import { Counted } from '../../../src/modules/organisation/duties/contract/proof.ts'
import { countAnew } from '../../../src/modules/organisation/duties/module.ts'
import { keyOf } from '../../../src/modules/organisation/duties/rules/key.ts'
import { programOf } from '../../../src/platform/access.ts'
import { type Ctx, perform } from '../../../src/platform/context.ts'
import { newId } from '../../../src/platform/ids.ts'
import { type EventDraft, recordEvents } from '../../../src/platform/ledger.ts'
import { openLog } from '../../../src/platform/log.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { catchUp } from '../../support/hearing.ts'
import { temporaryFolder } from '../../support/temporary.ts'

const KILLS = 20
const PROGRAM = fileURLToPath(new URL('../../support/counting-process.ts', import.meta.url))

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())

const inOurs = <T>(work: (ctx: Ctx) => Promise<T>) => {
  const { database, serving } = app.server
  const user = programOf(app.cast.companies.ours)
  const seed = { user, now: app.clock.now, callId: 'test', log: openLog('silent'), equipment: serving.equipment }
  return perform(database, seed, () => {}, work)
}

const answered = Counted.parse({
  ...{ kind: 'coverage', of: 'test.answered', credit: 'area', limit: { hours: 1 } },
  ...{ opens: [{ event: 'toy.asked' }], answers: [{ event: 'toy.answered' }] },
})
const done = Counted.parse({
  ...{ kind: 'cadence', of: 'test.done', credit: 'estate', times: 1, per: 'day' },
  events: [{ event: 'toy.answered' }],
})

const totals = (keys: readonly string[]) =>
  inOurs(({ tx }) =>
    tx
      .selectFrom('dutyTally')
      .select(({ fn }) => [
        'proofKey',
        'who',
        'onDay',
        fn.sum<string>('due').as('due'),
        fn.sum<string>('met').as('met'),
        fn.sum<string>('late').as('late'),
      ])
      .where('proofKey', 'in', [...keys])
      .groupBy(['proofKey', 'who', 'onDay'])
      .having(({ fn, or, eb }) => or([eb(fn.sum('due'), '<>', 0), eb(fn.sum('met'), '<>', 0)]))
      .orderBy('proofKey')
      .orderBy('who')
      .orderBy('onDay')
      .execute(),
  )

async function counting(): Promise<ChildProcess> {
  const args = [PROGRAM, app.url, app.cast.companies.ours, temporaryFolder('counting')]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
  if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}`)
  return child
}
async function kill(child: ChildProcess) {
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

/** Many records at once, each asked and most of them answered, some long after. */
function someWork(): EventDraft[] {
  const { areas, estates } = app.cast
  const start = app.clock.now.getTime()
  const place = { estateId: estates.yunqi }
  return Array.from({ length: 60 }, (_, nth) => nth).flatMap((nth) => {
    const recordId = newId()
    const areaId = nth % 2 ? areas.one : areas.two
    const at = new Date(start + nth * 3_600_000)
    const asked: EventDraft = { ...place, name: 'toy.asked', recordId, areaId, at }
    const answer = new Date(at.getTime() + (nth % 5) * 1_200_000)
    return nth % 7 ? [asked, { ...place, name: 'toy.answered', recordId, areaId, at: answer }] : [asked]
  })
}

test(`killed ${KILLS} times while counting, it counts everything once`, async () => {
  const keys = [answered, done].map(keyOf)
  await inOurs((ctx) => ensureProofs(ctx, [answered, done]))
  let killedBusy = 0
  for (let round = 0; round < KILLS; round += 1) {
    const child = await counting()
    const writing = (async () => {
      for (let batch = 0; batch < 6; batch += 1) await inOurs((ctx) => recordEvents(ctx, someWork()))
    })()
    await wait(20 + ((round * 37) % 160))
    await kill(child)
    await writing
    if (await isBehind()) killedBusy += 1
  }
  // Else it was never killed in the middle of anything.
  expect(killedBusy).toBeGreaterThan(KILLS / 2)
  await catchUp(app)
  const kept = await totals(keys)
  // Sixty matters in each of six batches, of which nine are never answered: each asked once, each answer once.
  expect(kept.reduce((sum, { due }) => sum + Number(due), 0)).toBe(KILLS * 6 * (60 + 51))
  await inOurs(countAnew)
  await catchUp(app)
  expect(await totals(keys)).toEqual(kept)
}, 300_000)

/** Whether there is anything it has not read. */
const isBehind = () =>
  inOurs(async ({ tx }) => {
    const at = await tx
      .selectFrom('hearer')
      .select(['tx', 'eventId'])
      .where('name', '=', 'duties.evidence')
      .executeTakeFirst()
    const last = await tx
      .selectFrom('event')
      .select('id')
      .where('name', 'like', 'toy.%')
      .orderBy('tx', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
    return last !== undefined && at?.eventId !== last.id
  })

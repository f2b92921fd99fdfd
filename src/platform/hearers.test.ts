import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/support/app.ts'
import { programOf } from './access.ts'
import { perform } from './context.ts'
import { type Hearer, hearOnce } from './hearers.ts'
import { newId } from './ids.ts'
import { recordEvents } from './ledger.ts'
import { openLog } from './log.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())

test('whoever hears in batches sets aside the one event that cannot be heard, and hears all others once', async () => {
  const { database, serving } = app.server
  const { ours } = app.cast.companies
  const log = openLog('silent')
  const seed = { user: programOf(ours), now: app.clock.now, callId: 'test', log, equipment: serving.equipment }
  const words = ['one', 'two', 'poison', 'three']
  await perform(
    database,
    seed,
    () => {},
    (ctx) =>
      recordEvents(
        ctx,
        words.map((word) => ({ name: 'bell.rung', recordId: newId(), details: { word } })),
      ),
  )
  const heard: unknown[] = []
  const hearer: Hearer = {
    name: 'test.bells',
    async hearAll(_, events) {
      const rung = events.filter(({ name }) => name === 'bell.rung').map(({ details }) => Object(details).word)
      if (rung.includes('poison')) throw new Error('cannot be heard')
      heard.push(...rung)
    },
  }
  const listening = { database, equipment: serving.equipment, announce: () => {}, log, now: () => app.clock.now }
  for (let turn = 0; turn < 2000 && heard.length < 3; turn += 1) await hearOnce(listening, ours, hearer)
  expect(heard).toEqual(['one', 'two', 'three'])
})

// A deputy who has the same duties: whose records are whose.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../../../test/support/app.ts'
import { catchUp } from '../../../../test/support/hearing.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
  const { people } = app.cast
  const { items } = await app.as('qian').deputies.principals({})
  const holdingId = items.find(({ staffId }) => staffId === people.lin)?.holdingId ?? ''
  const toAt = new Date(app.clock.now.getTime() + 8 * 3_600_000).toISOString()
  await app.as('qian').deputies.name({ holdingId, deputyId: people.zhou, turn: 1, reason: 'leave', toAt })
  const dueAt = new Date(app.clock.now.getTime() + 4 * 3_600_000).toISOString()
  for (const [title, assigneeId] of [
    ['核对钥匙', people.lin],
    ['张贴通知', people.zhou],
  ] as const) {
    await app.as('chen').tasks.assign({ assigneeIds: [assigneeId], title, dueAt })
  }
  await catchUp(app)
})
afterAll(() => app.close())

/** The tasks of the duty that are open, by the person for whom the card stands. */
async function cards() {
  const { duties } = await app.as('zhou').duties.today({})
  return duties
    .filter(({ code }) => code === 'A3.10')
    .map(({ forName, lineId, parts }) => ({ forName, lineId, records: parts.flatMap((part) => part.records) }))
}
const titlesOf = async (ids: readonly string[]) =>
  Promise.all(ids.map(async (id) => (await app.as('chen').tasks.get({ id })).title))

test('stands on the card of the person whose it is', async () => {
  const shown = await Promise.all(
    (await cards()).map(async ({ forName, records }) => [forName, await titlesOf(records.map((one) => one.recordId))]),
  )
  expect(shown).toEqual(
    expect.arrayContaining([
      [null, ['张贴通知']],
      ['林芳', ['核对钥匙']],
    ]),
  )
  expect(shown).toHaveLength(2)
})

test('is the evidence of that person alone', async () => {
  const lineId = (await cards())[0]?.lineId ?? ''
  const days = { from: '2026-11-01', to: '2026-11-30' }
  const of = async (staffId?: string) => {
    const { items } = await app.as('zhou').duties.evidence({ lineId, ...days, ...(staffId ? { staffId } : {}) })
    return titlesOf(items.map(({ recordId }) => recordId))
  }
  expect(await of()).toEqual(['张贴通知'])
  expect(await of(app.cast.people.lin)).toEqual(['核对钥匙'])
})

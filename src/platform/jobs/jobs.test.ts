import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type ClonedDatabase, clonedDatabase } from '../../../test/support/database.ts'
import { openWorkplace, until } from '../../../test/support/workplace.ts'
import { notify } from '../notifications/notify.ts'
import { Refusal } from '../refusal.ts'
import { job } from './job.ts'
import { send } from './send.ts'
import { startWorking } from './working.ts'

let clone: ClonedDatabase
let toy: Awaited<ReturnType<typeof openWorkplace>>
beforeAll(async () => {
  clone = await clonedDatabase()
  toy = await openWorkplace(clone.url)
})
afterAll(async () => {
  await toy.close()
  await clone.drop()
})

const Note = z.object({ text: z.string() })
const note = job({
  name: 'toy.note',
  payload: Note,
  as: 'asker',
  run: (ctx, { text }) => notify(ctx, { to: [ctx.user.id], kind: 'toy.noted', params: { text, by: ctx.user.name } }),
})
const spoil = job({
  name: 'toy.spoil',
  payload: Note,
  as: 'program',
  async run(ctx, { text }) {
    await notify(ctx, { to: [toy.company.wu.id], kind: 'toy.spoiled', params: { text } })
    throw new Refusal('toy.spoiled', { text })
  },
})
const nothing = { runs: [], schedules: [], upkeeps: [] }

const told = (kind: string) =>
  toy.place.database.inCompany(toy.company.id, (tx) =>
    tx.selectFrom('notification').selectAll().where('kind', '=', kind).orderBy('id').execute(),
  )

describe('a job', () => {
  test('of a transaction that is rolled back was never sent', async () => {
    const { chen } = toy.company
    const failing = toy.as(chen, async (ctx) => {
      await send(ctx, note, { text: 'never' })
      throw new Error('rolled back')
    })
    await expect(failing).rejects.toThrow('rolled back')
    const { rows } = await toy.place.database.pool.query('select from pgboss.job')
    expect(rows).toHaveLength(0)
  })

  test('is done once, in the name of whoever asked, with two workers at the queue', async () => {
    const { chen } = toy.company
    const first = await startWorking(toy.place, { ...nothing, jobs: [note] }, toy.live)
    const second = await startWorking(toy.place, { ...nothing, jobs: [note] }, toy.live)
    try {
      await toy.as(chen, async (ctx) => {
        for (let n = 0; n < 300; n += 1) await send(ctx, note, { text: String(n) })
      })
      const notes = await until(async () => {
        const found = await told('toy.noted')
        return found.length >= 300 && found
      })
      expect(new Set(notes.map(({ params }) => JSON.stringify(params))).size).toBe(300)
      expect(notes[0]?.params).toMatchObject({ by: '陈晓' })
      const rest = () => toy.place.database.pool.query(`select state, count(*) from pgboss.job group by 1`)
      await until(async () => (await rest()).rows[0]?.count === 300)
      expect((await rest()).rows).toEqual([{ state: 'completed', count: 300 }])
    } finally {
      await Promise.all([first.close(), second.close()])
    }
  })

  test('that is refused writes nothing and is shown as failed work', async () => {
    const working = await startWorking(toy.place, { ...nothing, jobs: [spoil] }, toy.live, { pollSeconds: 0.5 })
    try {
      await toy.as(toy.company.chen, (ctx) => send(ctx, spoil, { text: 'milk' }))
      const run = await until(() =>
        toy.place.database.inCompany(toy.company.id, (tx) =>
          tx.selectFrom('workRun').selectAll().where('title', '=', 'toy.spoil').executeTakeFirst(),
        ),
      )
      expect(run).toMatchObject({ state: 'failed', startedBy: toy.company.chen.id, error: 'work_run.gave_up' })
      expect(JSON.stringify(run.result)).toContain('toy.spoiled')
      expect(await told('toy.spoiled')).toHaveLength(0)
    } finally {
      await working.close()
    }
  })
})

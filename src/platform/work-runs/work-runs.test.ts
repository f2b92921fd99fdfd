import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ClonedDatabase, clonedDatabase } from '../../../test/support/database.ts'
import { counting } from '../../../test/support/toy-run.ts'
import { startWorkerProcess } from '../../../test/support/worker-process.ts'
import { makeCompany, openWorkplace, until, without } from '../../../test/support/workplace.ts'
import { startWorking } from '../jobs/working.ts'
import { all, cancel, get, list, retry } from './actions.ts'
import { performRun } from './perform-run.ts'
import { startRun } from './start.ts'
import { queueStranded } from './stranded.ts'

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

const chen = () => toy.company.chen
const workHere = () =>
  startWorking(toy.place, { jobs: [], runs: [counting], schedules: [], upkeeps: [] }, toy.live, { pollSeconds: 0.5 })
const begin = (upTo: number, more: { pauseMs?: number; failAt?: number } = {}) =>
  toy.as(chen(), (ctx) =>
    startRun(ctx, counting, { title: `to ${upTo}`, given: { pauseMs: 5, ...more, upTo, tell: toy.company.wu.id } }),
  )
const look = (id: string) => toy.as(chen(), (ctx) => get(ctx, { id }))
const ended = (id: string, longestMs?: number) =>
  until(async () => {
    const run = await look(id)
    return run.endedAt && run
  }, longestMs)
const numbersTold = async () => {
  const rows = await toy.place.database.inCompany(toy.company.id, (tx) =>
    tx.selectFrom('notification').select('params').where('kind', '=', 'toy.counted').orderBy('id').execute(),
  )
  return rows.map(({ params }) => (typeof params === 'object' && params && 'n' in params ? params.n : undefined))
}
const upTo = (n: number) => Array.from({ length: n }, (_, at) => at + 1)
const forget = () =>
  toy.place.database.inCompany(toy.company.id, (tx) =>
    tx.updateTable('notification').set({ kind: 'toy.past' }).where('kind', '=', 'toy.counted').execute(),
  )

describe('long work', () => {
  test('goes on after its worker was killed, and does no step twice', { timeout: 60_000 }, async () => {
    const worker = await startWorkerProcess(clone.url, toy.company)
    const id = await begin(60, { pauseMs: 50 })
    await until(async () => (await numbersTold()).length >= 10)
    worker.kill('SIGKILL')
    const other = await startWorkerProcess(clone.url, toy.company)
    try {
      const run = await ended(id, 40_000)
      expect(run).toMatchObject({ state: 'done', done: 60, total: 60, result: { counted: 60 } })
      expect(await numbersTold()).toEqual(upTo(60))
      const { attempt } = await toy.place.database.inCompany(toy.company.id, (tx) =>
        tx.selectFrom('workRun').select('attempt').where('id', '=', id).executeTakeFirstOrThrow(),
      )
      expect(attempt).toBe(2)
    } finally {
      other.kill('SIGKILL')
      await forget()
    }
  })

  test('shows how far it is, and tells whoever asked when it is done', async () => {
    const working = await workHere()
    const id = await begin(80, { pauseMs: 40 })
    const halfway = await until(async () => {
      const run = await look(id)
      return run.done > 0 && run.state === 'running' && run
    })
    expect(halfway.total).toBe(80)
    await ended(id)
    const told = await toy.place.database.inCompany(toy.company.id, (tx) =>
      tx.selectFrom('notification').selectAll().where('recordId', '=', id).execute(),
    )
    expect(told).toMatchObject([{ kind: 'work_run.done', accountId: chen().id }])
    await working.close()
    await forget()
  })

  test('stops at its next step when it is cancelled, and goes on from there when it is taken up again', async () => {
    const working = await workHere()
    const id = await begin(100, { pauseMs: 40 })
    await until(async () => (await numbersTold()).length >= 5)
    const asked = await toy.as(chen(), (ctx) => cancel(ctx, { id }))
    expect(asked).toMatchObject({ state: 'running', can: [] })
    const stopped = await ended(id)
    expect(stopped).toMatchObject({ state: 'cancelled', can: ['retry'] })
    const before = (await numbersTold()).length
    expect(before).toBeLessThan(100)
    await toy.as(chen(), (ctx) => retry(ctx, { id }))
    expect(await ended(id)).toMatchObject({ state: 'done' })
    expect(await numbersTold()).toEqual(upTo(100))
    await working.close()
    await forget()
  })

  test('that waits is cancelled at once', async () => {
    const id = await begin(3)
    expect(await toy.as(chen(), (ctx) => cancel(ctx, { id }))).toMatchObject({ state: 'cancelled' })
    await expect(toy.as(chen(), (ctx) => cancel(ctx, { id }))).rejects.toMatchObject({
      code: 'work_run.not_allowed_now',
    })
  })

  test('that stumbles fails in the open, with what its finished steps wrote', async () => {
    const working = await workHere()
    const id = await begin(5, { failAt: 3 })
    expect(await ended(id)).toMatchObject({ state: 'failed', error: 'defect', can: ['retry'] })
    expect(await numbersTold()).toEqual([1, 2])
    await working.close()
    await forget()
  })

  test('stops with a closing worker and is finished by the next one', async () => {
    const first = await workHere()
    const id = await begin(60, { pauseMs: 15 })
    await until(async () => (await numbersTold()).length >= 5)
    await first.close()
    expect((await look(id)).state).toBe('running')
    const second = await workHere()
    expect(await ended(id)).toMatchObject({ state: 'done' })
    expect(await numbersTold()).toEqual(upTo(60))
    await second.close()
    await forget()
  })

  test('is done once when two workers have taken it up, one of them thought dead', async () => {
    const id = await begin(40)
    const order = { companyId: toy.company.id, runId: id, closing: new AbortController().signal }
    const kinds = new Map([[counting.kind, counting]])
    const first = performRun(toy.place, kinds, order)
    await until(async () => (await numbersTold()).length >= 5)
    await Promise.all([first, performRun(toy.place, kinds, order)])
    expect(await look(id)).toMatchObject({ state: 'done' })
    expect(await numbersTold()).toEqual(upTo(40))
    await forget()
  })

  test('whose job is gone from the queue is put back', async () => {
    const id = await begin(2)
    await toy.place.database.pool.query(`delete from pgboss.job where name = 'long'`)
    await toy.as(chen(), (ctx) => queueStranded.run(ctx))
    const working = await workHere()
    expect(await ended(id)).toMatchObject({ state: 'done' })
    await working.close()
  })
})

describe('who sees long work', () => {
  test('is whoever asked for it, and whoever oversees', async () => {
    const id = await begin(1)
    const wu = without(toy.company.wu, 'work-runs.oversee')
    await expect(toy.as(wu, (ctx) => get(ctx, { id }))).rejects.toMatchObject({ code: 'work_run.not_found' })
    await expect(toy.as(wu, (ctx) => cancel(ctx, { id }))).rejects.toMatchObject({ code: 'work_run.not_found' })
    expect((await toy.as(wu, (ctx) => list(ctx, { limit: 50 }))).items).toEqual([])
    expect((await toy.as(chen(), (ctx) => list(ctx, { limit: 50 }))).items.map((run) => run.id)).toContain(id)
    const everything = await toy.as(toy.company.wu, (ctx) => all(ctx, { limit: 2, state: ['waiting'] }))
    expect(everything.items[0]).toMatchObject({ id, startedByName: '陈晓' })
  })

  test('is nobody of another company', async () => {
    const id = await begin(1)
    const other = await makeCompany(toy.place)
    await expect(toy.as(other.chen, (ctx) => get(ctx, { id }))).rejects.toMatchObject({ code: 'work_run.not_found' })
    expect((await toy.as(other.chen, (ctx) => all(ctx, { limit: 50 }))).items).toEqual([])
  })
})

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ClonedDatabase, clonedDatabase } from '../../../test/support/database.ts'
import { temporaryFolder } from '../../../test/support/temporary.ts'
import { toyExporter } from '../../../test/support/toy-exporter.ts'
import { openWorkplace, until, without } from '../../../test/support/workplace.ts'
import { findAttachment } from '../attachments/queries.ts'
import { openStore, type Store } from '../files/store.ts'
import { startWorking } from '../jobs/working.ts'
import { readSheet } from '../sheets/read-sheet.ts'
import { get as getRun } from '../work-runs/actions.ts'
import { create, now } from './actions.ts'
import { runExport } from './run-export.ts'
import { exportRun } from './run-kind.ts'

let clone: ClonedDatabase
let toy: Awaited<ReturnType<typeof openWorkplace>>
let store: Store
const exporters = [toyExporter]
const folder = temporaryFolder('exports')
beforeAll(async () => {
  clone = await clonedDatabase()
  toy = await openWorkplace(clone.url)
  store = await openStore({ filesDir: join(folder, 'files') })
})
afterAll(async () => {
  store.close()
  await toy.close()
  await clone.drop()
  rmSync(folder, { recursive: true, force: true })
})

const chen = () => toy.company.chen
const rowsIn = async (source: string | Uint8Array) => {
  const rows = []
  for await (const { cells } of readSheet(source)) rows.push(cells)
  return rows
}
const recorded = () =>
  toy.place.database.inCompany(toy.company.id, (tx) =>
    tx.selectFrom('event').select(['byName', 'details']).where('name', '=', 'export.made').orderBy('id').execute(),
  )

describe('an export', () => {
  test('of a short list is answered at once, in the words and the zone of the reader, and written down', async () => {
    const at = new Date('2026-11-23T00:30:00Z')
    const file = await toy.as(chen(), (ctx) => now(exporters, ctx, { kind: 'toys', query: '{"upTo":2}' }), at)
    expect(file.name).toBe('玩具 2026-11-23 0830.xlsx')
    if (!(file.bytes instanceof Uint8Array)) throw new Error('not bytes')
    expect(await rowsIn(file.bytes)).toEqual([
      ['序号', '名称', '生产时间'],
      [1, '积木1', expect.stringContaining('2026-11-23 12:05:06')],
      [2, '积木2', expect.stringContaining('2026-11-23 12:05:06')],
    ])
    expect(await recorded()).toMatchObject([{ byName: '陈晓', details: { kind: 'toys', rows: 2, query: { upTo: 2 } } }])
    const english = { ...chen(), locale: 'en' as const }
    const other = await toy.as(english, (ctx) => now(exporters, ctx, { kind: 'toys', query: '{"upTo":1}' }))
    expect(other.name).toMatch(/^Toys /)
  })

  test('of a long list is done as work, with a note that leads to the file', async () => {
    const asking = toy.as(chen(), (ctx) => now(exporters, ctx, { kind: 'toys', query: '{"upTo":5001}' }))
    await expect(asking).rejects.toMatchObject({ code: 'export.too_many' })
    const working = await startWorking(
      toy.place,
      { jobs: [], runs: [exportRun(exporters, store)], schedules: [], upkeeps: [] },
      toy.live,
    )
    const { runId } = await toy.as(chen(), (ctx) => create(exporters, ctx, { kind: 'toys', query: { upTo: 5001 } }))
    const run = await until(async () => {
      const seen = await toy.as(chen(), (ctx) => getRun(ctx, { id: runId }))
      return seen.endedAt && seen
    })
    await working.close()
    expect(run).toMatchObject({ state: 'done', result: { rows: 5001 }, done: 5001, total: 5001 })
    const attachmentId = String(run.result.attachmentId)
    const file = await toy.as(chen(), (ctx) => findAttachment(ctx.tx, attachmentId))
    const bytes = await buffer(await store.get({ companyId: toy.company.id, sha256: file?.sha256 ?? '' }))
    expect(await rowsIn(bytes)).toHaveLength(5002)
    const told = await toy.place.database.inCompany(toy.company.id, (tx) =>
      tx.selectFrom('notification').select(['kind', 'recordId']).where('kind', '=', 'work_run.done').execute(),
    )
    expect(told).toEqual([{ kind: 'work_run.done', recordId: runId }])
  })

  test('goes straight into a file from the command line', async () => {
    const file = join(folder, '玩具.xlsx')
    const call = { place: toy.place, exporters, companyId: toy.company.id, accountId: chen().id, kind: 'toys', file }
    expect(await runExport({ ...call, query: { upTo: 7 } })).toBe(7)
    expect(await rowsIn(file)).toHaveLength(8)
  })

  test('is refused without the permission of the list, for an unknown list and for a wrong filter', async () => {
    const barred = without(chen(), 'toys.read')
    const trying = (user: typeof barred, kind: string, query: string) =>
      toy.as(user, (ctx) => now(exporters, ctx, { kind, query }))
    await expect(trying(barred, 'toys', '{"upTo":1}')).rejects.toMatchObject({ code: 'access.not_granted' })
    await expect(trying(chen(), 'cats', '{}')).rejects.toMatchObject({ code: 'export.kind_unknown' })
    await expect(trying(chen(), 'toys', '{"upTo":"many"}')).rejects.toMatchObject({ code: 'export.query_wrong' })
    await expect(trying(chen(), 'toys', '{')).rejects.toMatchObject({ code: 'export.query_wrong' })
    const asWork = toy.as(barred, (ctx) => create(exporters, ctx, { kind: 'toys', query: { upTo: 1 } }))
    await expect(asWork).rejects.toMatchObject({ code: 'access.not_granted' })
  })
})

import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type ClonedDatabase, clonedDatabase } from '../../../test/support/database.ts'
import { temporaryFolder } from '../../../test/support/temporary.ts'
import { NAMES, toyImporter } from '../../../test/support/toy-importer.ts'
import { startWorkerProcess } from '../../../test/support/worker-process.ts'
import { makeCompany, openWorkplace, until, without } from '../../../test/support/workplace.ts'
import type { User } from '../access.ts'
import { findAttachment } from '../attachments/queries.ts'
import { keepAttachment } from '../attachments/routes.ts'
import { openStore, type Store } from '../files/store.ts'
import { startWorking } from '../jobs/working.ts'
import { readSheet } from '../sheets/read-sheet.ts'
import { cancel, check, create, map, run } from './actions.ts'
import type { Importers } from './importer.ts'
import { runImport } from './run-import.ts'
import { importRuns } from './running.ts'
import { get, kinds, list, rejects, template } from './views.ts'

let clone: ClonedDatabase
let toy: Awaited<ReturnType<typeof openWorkplace>>
let store: Store
let taking: { importers: Importers; store: Store }
const folder = temporaryFolder('imports')
beforeAll(async () => {
  clone = await clonedDatabase()
  store = await openStore({ filesDir: join(folder, 'files') })
})
afterAll(async () => {
  store.close()
  await clone.drop()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  await toy?.close()
  // A company of its own for each test.
  toy = await openWorkplace(clone.url)
  taking = { importers: [toyImporter(toy.company.wu.id)], store }
})
afterAll(() => toy.close())

const chen = () => toy.company.chen
const names = (count: number, from = 1) => Array.from({ length: count }, (_, at) => `积木${from + at}`)
const csv = (rows: string[]) =>
  `品名,生产时间,数量\n${rows.map((row) => (row.includes(',') ? row : `${row},,`)).join('\n')}\n`
const bring = (text: string | Buffer, user: User = chen(), name = '玩具.csv') =>
  toy.as(user, async (ctx) => {
    const stored = await store.put(typeof text === 'string' ? Buffer.from(text) : text, {
      companyId: user.companyId,
      name,
    })
    return (await keepAttachment(ctx, stored)).id
  })
const draftOf = async (text: string) => {
  const attachmentId = await bring(text)
  return toy.as(chen(), (ctx) => create(taking, ctx, { kind: 'toys', attachmentId }))
}
const mapped = async (text: string) => {
  const { id, mapping } = await draftOf(text)
  return toy.as(chen(), (ctx) => map(taking, ctx, { id, mapping, options: { shelf: 'A3' } }))
}
const look = (id: string) => toy.as(chen(), (ctx) => get(taking, ctx, { id }))
const settled = (id: string) =>
  until(async () => {
    const seen = await look(id)
    return seen.state !== 'checking' && seen.state !== 'running' && seen
  })
const work = (importers = taking.importers) =>
  startWorking(toy.place, { jobs: [], runs: importRuns({ importers, store }), schedules: [], upkeeps: [] }, toy.live, {
    pollSeconds: 0.5,
  })
const records = () =>
  toy.place.database.inCompany(toy.company.id, (tx) =>
    tx.selectFrom('notification').selectAll().where('kind', '=', NAMES).orderBy('id').execute(),
  )

const PICTURE = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#805090' } })
  .png()
  .toBuffer()
const MIXED = csv([
  '积木,2019/2/28 11:25:05,3',
  '积木,,',
  '炸弹,,',
  ',,7',
  '风筝,昨天,1',
  '风筝,2017-06-08 17:31:20,一',
  '球,,2',
])

describe('an import', () => {
  test('proposes what the columns mean, and remembers what was confirmed', async () => {
    const draft = await draftOf(MIXED)
    expect(draft).toMatchObject({ state: 'draft', headers: ['品名', '生产时间', '数量'], can: ['map'] })
    expect(draft).toMatchObject({ mapping: { name: 0, madeAt: 1, pieces: 2 }, remembered: false, unsure: [] })
    expect(draft.sample[0]).toEqual(['积木', '2019/2/28 11:25:05', '3'])
    await toy.as(chen(), (ctx) => map(taking, ctx, { id: draft.id, mapping: { name: 2 }, options: { shelf: 'B' } }))
    const again = await draftOf(csv(['皮球']))
    expect(again).toMatchObject({ mapping: { name: 2 }, options: { shelf: 'B' }, remembered: true })
  })

  test('refuses a mapping without its required field, a column that is not there, and wrong options', async () => {
    const { id } = await draftOf(MIXED)
    const trying = (mapping: Record<string, number>, options: Record<string, unknown> = { shelf: 'A' }) =>
      toy.as(chen(), (ctx) => map(taking, ctx, { id, mapping, options }))
    await expect(trying({ madeAt: 1 })).rejects.toMatchObject({ code: 'import.field_missing' })
    await expect(trying({ name: 9 })).rejects.toMatchObject({ code: 'import.no_such_column' })
    await expect(trying({ name: 0, colour: 1 })).rejects.toMatchObject({ code: 'import.no_such_column' })
    await expect(trying({ name: 0 }, {})).rejects.toMatchObject({ code: 'import.options_wrong' })
    await expect(toy.as(chen(), (ctx) => run(taking, ctx, { id }))).rejects.toMatchObject({
      code: 'import.not_allowed_now',
    })
  })

  test('counts every row in a dry run and writes none, then takes them in, then finds them there', async () => {
    const working = await work()
    const { id } = await mapped(MIXED)
    await toy.as(chen(), (ctx) => check(taking, ctx, { id }))
    expect(await settled(id)).toMatchObject({ state: 'checked', total: 7, taken: 2, same: 1, rejected: 4 })
    expect(await records()).toHaveLength(0)
    await toy.as(chen(), (ctx) => run(taking, ctx, { id }))
    expect(await settled(id)).toMatchObject({ state: 'done', total: 7, taken: 2, same: 1, rejected: 4, can: [] })
    expect(await records()).toMatchObject([
      { dedupe: '积木', params: { madeAt: '2019-02-28T03:25:05.000Z', pieces: 3, shelf: 'A3' } },
      { dedupe: '球', params: { madeAt: null, pieces: 2 } },
    ])
    const second = await mapped(MIXED)
    await toy.as(chen(), (ctx) => run(taking, ctx, { id: second.id }))
    expect(await settled(second.id)).toMatchObject({ state: 'done', total: 7, taken: 0, same: 3, rejected: 4 })
    expect(await records()).toHaveLength(2)
    await working.close()
  })

  test('gives the rejected rows back with the reason for each, on the page and as a file', async () => {
    const working = await work()
    const { id } = await mapped(MIXED)
    await toy.as(chen(), (ctx) => check(taking, ctx, { id }))
    const { rejectsAttachmentId } = await settled(id)
    const page = await toy.as(chen(), (ctx) => rejects(taking, ctx, { id, limit: 3 }))
    expect(page).toMatchObject({ total: 4, next: '6' })
    expect(page.items[0]).toEqual({
      row: 4,
      cells: ['炸弹', null, null],
      reasons: [{ zh: '名称：“炸弹”不是玩具', en: 'Name 炸弹 is not a toy' }],
    })
    const rest = await toy.as(chen(), (ctx) => rejects(taking, ctx, { id, limit: 3, after: '6' }))
    expect(rest.items.map(({ row }) => row)).toEqual([7])
    const file = await toy.as(chen(), (ctx) => findAttachment(ctx.tx, rejectsAttachmentId ?? ''))
    expect(file).toMatchObject({ name: '玩具-退回.xlsx' })
    const bytes = await buffer(await store.get({ companyId: toy.company.id, sha256: file?.sha256 ?? '' }))
    const rows = []
    for await (const { cells } of readSheet(bytes)) rows.push(cells)
    expect(rows).toEqual([
      ['退回原因', '品名', '生产时间', '数量'],
      ['名称：“炸弹”不是玩具', '炸弹'],
      ['名称：必填，但这一格是空的', null, null, '7'],
      ['生产时间：看不出是什么时间：昨天', '风筝', '昨天', '1'],
      ['数量：不是数字：一', '风筝', '2017-06-08 17:31:20', '一'],
    ])
    await working.close()
  })

  test('that is cancelled keeps what it took, and goes on after it', async () => {
    const slow = [toyImporter(toy.company.wu.id, 600)]
    const working = await work(slow)
    const { id } = await mapped(csv(['炸药', ...names(2400)]))
    await toy.as(chen(), (ctx) => run(taking, ctx, { id }))
    await until(async () => (await look(id)).taken >= 500)
    await toy.as(chen(), (ctx) => cancel(taking, ctx, { id }))
    const stopped = await settled(id)
    expect(stopped.state).toBe('stopped')
    expect(stopped.taken).toBeLessThan(2400)
    expect(await records()).toHaveLength(stopped.taken)
    await toy.as(chen(), (ctx) => run(taking, ctx, { id }))
    expect(await settled(id)).toMatchObject({ state: 'done', total: 2401, taken: 2400, same: 0, rejected: 1 })
    expect(await records()).toHaveLength(2400)
    const returned = await toy.as(chen(), (ctx) => rejects(taking, ctx, { id, limit: 20 }))
    expect(returned.items).toHaveLength(1)
    await working.close()
  })

  test('goes on after its worker was killed, and takes no row twice', { timeout: 60_000 }, async () => {
    const files = join(folder, 'files')
    const worker = await startWorkerProcess(clone.url, toy.company, files)
    const { id } = await mapped(csv(['炸药', ...names(3000)]))
    await toy.as(chen(), (ctx) => run(taking, ctx, { id }))
    await until(async () => (await look(id)).taken >= 1000)
    worker.kill('SIGKILL')
    const other = await startWorkerProcess(clone.url, toy.company, files)
    try {
      await until(async () => (await look(id)).state === 'done', 40_000)
      expect(await look(id)).toMatchObject({ total: 3001, taken: 3000, same: 0, rejected: 1 })
      expect(await records()).toHaveLength(3000)
    } finally {
      other.kill('SIGKILL')
    }
  })

  test('that has not begun is cancelled at once', async () => {
    const { id } = await mapped(MIXED)
    await toy.as(chen(), (ctx) => run(taking, ctx, { id }))
    const cancelled = await toy.as(chen(), (ctx) => cancel(taking, ctx, { id }))
    expect(cancelled).toMatchObject({ state: 'ready', run: { state: 'cancelled' }, can: ['map', 'check', 'run'] })
    await expect(toy.as(chen(), (ctx) => cancel(taking, ctx, { id }))).rejects.toMatchObject({
      code: 'import.nothing_to_cancel',
    })
  })

  test('of two at once of the same file takes each row once', async () => {
    const working = await work()
    const ids = [(await mapped(csv(names(1500)))).id, (await mapped(csv(names(1500)))).id]
    for (const id of ids) await toy.as(chen(), (ctx) => run(taking, ctx, { id }))
    const both = await Promise.all(ids.map(settled))
    expect(both.map(({ taken, same, rejected }) => taken + same + rejected)).toEqual([1500, 1500])
    expect(both.reduce((sum, { taken }) => sum + taken, 0)).toBe(1500)
    expect(await records()).toHaveLength(1500)
    await working.close()
  })

  test('runs from the command line without a worker', async () => {
    const file = join(folder, '命令行.csv')
    writeFileSync(file, MIXED)
    const call = { ...taking, place: toy.place, companyId: toy.company.id, accountId: chen().id, kind: 'toys', file }
    const tried = await runImport({ ...call, options: { shelf: 'C' }, dryRun: true })
    expect(tried).toMatchObject({ state: 'checked', total: 7, taken: 2, same: 1, rejected: 4 })
    expect(await runImport(call)).toMatchObject({ state: 'done', total: 7, taken: 2, same: 1, rejected: 4 })
    expect(await runImport(call)).toMatchObject({ state: 'done', total: 7, taken: 0, same: 3, rejected: 4 })
  })

  test('of what is no table is refused with the reason', async () => {
    const attachmentId = await bring(PICTURE)
    await expect(toy.as(chen(), (ctx) => create(taking, ctx, { kind: 'toys', attachmentId }))).rejects.toMatchObject({
      code: 'sheet.broken',
    })
  })
})

describe('who may import', () => {
  test('is whoever holds the permission of the kind, with files of their own', async () => {
    const attachmentId = await bring(MIXED)
    const wu = toy.company.wu
    await expect(toy.as(wu, (ctx) => create(taking, ctx, { kind: 'toys', attachmentId }))).rejects.toMatchObject({
      code: 'attachment.not_found',
    })
    const barred = without(chen(), 'toys.import')
    await expect(toy.as(barred, (ctx) => create(taking, ctx, { kind: 'toys', attachmentId }))).rejects.toMatchObject({
      code: 'access.not_granted',
    })
    expect((await toy.as(barred, (ctx) => kinds(taking, ctx))).items).toEqual([])
    expect((await toy.as(chen(), (ctx) => kinds(taking, ctx))).items[0]).toMatchObject({ kind: 'toys' })
    await expect(toy.as(chen(), (ctx) => create(taking, ctx, { kind: 'cats', attachmentId }))).rejects.toMatchObject({
      code: 'import.kind_unknown',
    })
  })

  test('is told which permission is missing', async () => {
    const attachmentId = await bring(MIXED)
    const barred = without(chen(), 'imports.create')
    await expect(toy.as(barred, (ctx) => create(taking, ctx, { kind: 'toys', attachmentId }))).rejects.toMatchObject({
      code: 'access.not_granted',
      details: { permission: 'imports.create' },
    })
  })

  test('sees imports as far as the grant reaches, and none of another company', async () => {
    const { id } = await mapped(MIXED)
    const blind = without(toy.company.wu, 'imports.read')
    await expect(toy.as(blind, (ctx) => get(taking, ctx, { id }))).rejects.toMatchObject({
      code: 'access.not_granted',
      details: { permission: 'imports.read' },
    })
    const other = await makeCompany(toy.place)
    await expect(toy.as(other.chen, (ctx) => get(taking, ctx, { id }))).rejects.toMatchObject({
      code: 'import.not_found',
    })
    expect((await toy.as(other.chen, (ctx) => list(taking, ctx, { limit: 20 }))).items).toEqual([])
    expect((await toy.as(chen(), (ctx) => list(taking, ctx, { limit: 20 }))).items).toMatchObject([{ id }])
  })

  test('gets an empty table whose columns are recognised', async () => {
    const file = await toy.as(chen(), (ctx) => template(taking, ctx, { kind: 'toys' }))
    for await (const { cells } of readSheet(file.bytes)) expect(cells).toEqual(['名称', '生产时间', '数量'])
  })
})

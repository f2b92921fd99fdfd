// A table of 4,326 requests taken in, beside parsing the same file and putting all rows that the import wrote back by COPY.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { importers } from '../src/app/jobs.ts'
import { loadUser } from '../src/modules/organisation/staff/module.ts'
import { openDatabase } from '../src/platform/database.ts'
import { openEquipment } from '../src/platform/equipment.ts'
import { openStore } from '../src/platform/files/store.ts'
import { runImport } from '../src/platform/imports/run-import.ts'
import { openLog } from '../src/platform/log.ts'
import { warmSearch } from '../src/platform/search/words.ts'
import { parseInstant, parseText } from '../src/platform/sheets/parse-cells.ts'
import { openSheet } from '../src/platform/sheets/read-sheet.ts'
import { writeSheet } from '../src/platform/sheets/write-sheet.ts'
import { tellings } from './history.ts'
import { type BenchStage, columnsOf, median, openBench, say } from './stage.ts'

const ROWS = 4326
const ROUNDS = 3
const REAL = join(import.meta.dirname, '../../shared/data/complaints/hot-topics-4326.xlsx')

async function madeUp(folder: string): Promise<string> {
  const path = join(folder, 'made-up-4326.xlsx')
  const texts = tellings(ROWS)
  await writeSheet(path, {
    sheetName: '留言',
    columns: ['留言编号', '留言用户', '留言主题', '留言时间', '留言详情', '反对数', '点赞数'].map((label) => ({
      key: label,
      label,
      kind: 'text',
    })),
    rows: texts.map(({ subject, body }, at) => {
      const told = new Date(Date.UTC(2019, 0, 1, 0, at * 97))
      const [day = '', time = ''] = told.toISOString().slice(0, 19).split('T')
      return {
        留言编号: String(500_000 + at),
        留言用户: `U${at % 900}`,
        留言主题: subject,
        // As the two kinds of exports write it.
        留言时间: at % 2 ? `${day} ${time}` : `${day.replaceAll('-', '/')} ${time}`,
        留言详情: Array(4).fill(body).join('。'),
        反对数: String(at % 3),
        点赞数: String(at % 11),
      }
    }),
  })
  return path
}

async function workplaceOf({ url, folder }: BenchStage) {
  const database = openDatabase({ url, connections: 5 })
  const { equipment, close } = openEquipment({ databaseUrl: url, dataDir: folder, sealKey: new Uint8Array(32) })
  const store = await openStore({ filesDir: join(folder, 'files') })
  const people = async (companyId: string, accountId: string) => {
    const user = await database.inCompany(companyId, (tx) => loadUser(tx, companyId, accountId))
    return user && { ...user, sessionId: '' }
  }
  const place = { database, equipment, announce: () => {}, log: openLog('silent'), now: () => new Date(), people }
  const shut = async () => {
    store.close()
    await close()
    await database.close()
  }
  return { place, store, shut }
}

const stage = await openBench()
const { cast } = stage
const { place, store, shut } = await workplaceOf(stage)
const client = new pg.Client({ connectionString: stage.url })
await client.connect()
await warmSearch()

/** Under a new name of the source each time, so that none of the rows is there already. */
async function takeIn(file: string, source: string): Promise<number> {
  const began = performance.now()
  const { total, taken, rejected } = await runImport({
    ...{ place, store, importers, file, kind: 'requests' },
    companyId: cast.companies.ours,
    accountId: cast.people.zhao,
    options: { estateId: cast.estates.yunqi, kind: 'complaint', as: 'history', source },
  })
  if (taken !== ROWS || total !== ROWS) throw new Error(`of ${total} rows ${taken} taken, ${rejected} returned`)
  return ROWS / ((performance.now() - began) / 1000)
}

async function parse(file: string): Promise<string[][]> {
  await using sheet = await openSheet(file)
  const rows: string[][] = []
  for await (const { cells } of sheet.rows) {
    const texts = [0, 1, 2, 4].map((at) => parseText(cells[at] ?? null, { lines: true }).value ?? '')
    rows.push([...texts, parseInstant(cells[3] ?? null).value ?? ''])
  }
  return rows
}

const cell = (text: string) => text.replace(/[\\\t\n\r]/g, (sign) => ESCAPED[sign] ?? sign)
const ESCAPED: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** The rows of the file in a table without index, key or wall. */
async function copyPlain(file: string): Promise<number> {
  await client.query('drop table if exists plain')
  await client.query('create table plain (ref text, author text, subject text, body text, at timestamptz)')
  const began = performance.now()
  const lines = (await parse(file)).map((row) => `${row.map(cell).join('\t')}\n`)
  await pipeline(Readable.from(lines), client.query(copyFrom('copy plain from stdin')))
  return ROWS / ((performance.now() - began) / 1000)
}

const WRITTEN = {
  request: 'source = $source$',
  request_words: 'request_id in (select id from request where source = $source$)',
  event: 'record_id in (select id from request where source = $source$)',
} as const

/** All that the import wrote, taken out and put back in its tables with their indexes and keys; parsing the file counts too. */
async function copyWritten(file: string, source: string): Promise<number> {
  const whereOf = (where: string) => where.replace('$source$', `'import:${source}'`)
  const kept = new Map<string, Buffer>()
  const columns = new Map<string, string>()
  for (const [table, where] of Object.entries(WRITTEN)) {
    columns.set(table, await columnsOf(client, table))
    const rows = `copy (select ${columns.get(table)} from ${table} where ${whereOf(where)}) to stdout`
    kept.set(table, await buffer(client.query(copyTo(rows))))
  }
  await client.query(`set session_replication_role = replica`)
  for (const [table, where] of Object.entries(WRITTEN).reverse())
    await client.query(`delete from ${table} where ${whereOf(where)}`)
  await client.query(`set session_replication_role = origin`)
  const began = performance.now()
  await parse(file)
  await client.query('begin')
  for (const [table, bytes] of kept) {
    await pipeline(Readable.from([bytes]), client.query(copyFrom(`copy ${table} (${columns.get(table)}) from stdin`)))
  }
  await client.query('commit')
  return ROWS / ((performance.now() - began) / 1000)
}

const inAll = (rates: readonly number[]) => rates.map((rate) => rate.toFixed(0)).join(' ')
async function measure(name: string, file: string) {
  await takeIn(file, `${name} warm`)
  const rates = { taken: [] as number[], plain: [] as number[], written: [] as number[] }
  for (let round = 1; round <= ROUNDS; round += 1) {
    const source = `${name} ${round}`
    rates.taken.push(await takeIn(file, source))
    rates.plain.push(await copyPlain(file))
    rates.written.push(await copyWritten(file, source))
  }
  const against = (floor: readonly number[]) =>
    median(rates.taken.map((rate, round) => rate / (floor[round] ?? Number.NaN))).toFixed(2)
  say(`import, ${name}, ${ROWS} rows: ${inAll(rates.taken)} rows a second`)
  say(`  ${against(rates.written)} of parse + COPY of all it writes: ${inAll(rates.written)}`)
  say(`  ${against(rates.plain)} of parse + COPY into one plain table: ${inAll(rates.plain)}`)
}

await measure('made up', await madeUp(stage.folder))
if (existsSync(REAL)) await measure('real complaints', REAL)
await client.end()
await shut()
await stage.close()

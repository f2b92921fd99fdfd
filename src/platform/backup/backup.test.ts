import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ClonedDatabase, clonedDatabase, emptyDatabase } from '../../../test/support/database.ts'
import { temporaryFolder } from '../../../test/support/temporary.ts'
import { openStore } from '../files/store.ts'
import { newId } from '../ids.ts'
import { exportDatabase } from './export.ts'
import { type LogicalManifest, readManifest } from './manifest.ts'
import { importDatabase } from './restore.ts'
import { verify } from './verify.ts'

const now = new Date('2026-11-23T04:05:06.789Z')
const garden = newId()
const harbour = newId()
const heard = newId()
const unheard = [newId(), newId()]
const folder = temporaryFolder('backup')
const home = { filesDir: join(folder, 'home', 'files') }
const keyPlace = { dataDir: join(folder, 'home'), sealKey: undefined }
let source: ClonedDatabase
let sha256: string

beforeAll(async () => {
  mkdirSync(keyPlace.dataDir)
  writeFileSync(join(keyPlace.dataDir, 'seal.key'), 'c2VhbA==')
  source = await clonedDatabase()
  const store = await openStore(home)
  const letter = await store.put(Buffer.from('三号楼电梯停了，请速来。'), { companyId: garden, name: '来信.txt' })
  store.close()
  sha256 = letter.sha256
  await on(source.url, async (query) => {
    await query(`insert into company (id, name) values ($1, '花园物业'), ($2, '海港物业')`, [garden, harbour])
    await query(
      `insert into attachment (company_id, id, sha256, name, type, bytes) values ($1, $2, $3, '来信.txt', 'text/plain', $4)`,
      [garden, newId(), letter.sha256, letter.bytes],
    )
    await query(`insert into pgboss.job (name, data, state, policy, dead_letter)
      select q.name, '{"job": "reports.send"}', s.state::pgboss.job_state, q.policy, q.dead_letter
      from pgboss.queue q, unnest(array['created', 'active', 'completed']) s(state) where q.name = 'short'`)
    for (const id of [heard, ...unheard]) await query(EVENT, [garden, id])
    await query(
      `insert into hearer (company_id, name, tx, event_id) select company_id, 'reports', tx, id from event where id = $1`,
      [heard],
    )
  })
  await exportTo('first')
})
afterAll(async () => {
  await source.drop()
  rmSync(folder, { recursive: true, force: true })
})

const EVENT = `insert into event (company_id, id, at, name, record_kind, record_id, by_name, details)
  values ($1, $2, now(), 'company.renamed', 'company', $1, '陈静', '{"note": "换行\\n制表\\t反斜杠\\\\"}')`
const AFTER_CURSOR = `select e.id from event e join hearer h on h.company_id = e.company_id and (e.tx, e.id) > (h.tx, h.event_id)
  where e.tx < pg_snapshot_xmin(pg_current_snapshot()) order by e.tx, e.id`

async function exportTo(name: string) {
  const store = await openStore(home)
  const files = { get: store.get }
  await exportDatabase({ url: source.url, folder: join(folder, name), files, keyPlace, version: '0.1.0', now })
  store.close()
}

async function importInto(target: ClonedDatabase, name = 'first', manifest = logical(name)) {
  const store = await openStore({ filesDir: join(folder, target.url.split('/').at(-1) ?? '', 'files') })
  await importDatabase({ url: target.url, folder: join(folder, name), manifest, files: store })
  return store
}

const logical = (name: string): LogicalManifest => {
  const manifest = readManifest(join(folder, name))
  if (manifest.kind !== 'logical') throw new Error('not a logical backup')
  return manifest
}

test('every row of both companies comes back, with its events and attachments', async () => {
  const target = await emptyDatabase()
  const store = await importInto(target)
  const names = `select name from company order by name`
  expect(await rows(target.url, names)).toEqual(await rows(source.url, names))
  const details = `select details->>'note' as note, at from event order by id`
  expect(await rows(target.url, details)).toEqual(await rows(source.url, details))
  expect(await text(await store.get({ companyId: garden, sha256 }))).toBe('三号楼电梯停了，请速来。')
  store.close()
  await target.drop()
})

test('hearers go on where they were: nothing twice, nothing missed, new events after the old', async () => {
  const target = await emptyDatabase()
  ;(await importInto(target)).close()
  expect(await rows(target.url, AFTER_CURSOR)).toEqual(unheard.map((id) => ({ id })))
  const later = newId()
  await on(target.url, (query) => query(EVENT, [garden, later]))
  expect(await rows(target.url, AFTER_CURSOR)).toEqual([...unheard, later].map((id) => ({ id })))
  await target.drop()
})

test('jobs that were still to be done are done after the restore, also those that were running', async () => {
  const target = await emptyDatabase()
  ;(await importInto(target)).close()
  const states = await rows(target.url, `select state from pgboss.job order by state`)
  expect(states).toEqual([{ state: 'created' }, { state: 'retry' }])
  await target.drop()
})

test('the restored database passes every check, and its ledger is still append-only', async () => {
  const target = await emptyDatabase()
  const store = await importInto(target)
  const findings = await verify({ url: target.url, hasFile: (name) => store.has(name) })
  expect(findings.flatMap(({ problems }) => problems)).toEqual([])
  expect(findings.length).toBeGreaterThan(6)
  await expect(rows(target.url, `update event set by_name = 'x'`)).rejects.toThrow('append-only')
  store.close()
  await target.drop()
})

test('a database with a company in it takes no backup in', async () => {
  const target = await clonedDatabase()
  await on(target.url, (query) => query(`insert into company (id, name) values ($1, '别家')`, [newId()]))
  await expect(importInto(target)).rejects.toThrow('is not empty')
  expect(await rows(target.url, 'select name from company')).toEqual([{ name: '别家' }])
  await target.drop()
})

test('a damaged or unfinished backup is refused before the target is touched', async () => {
  await exportTo('damaged')
  writeFileSync(join(folder, 'damaged', 'tables', 'company.copy.gz'), 'x')
  const target = await emptyDatabase()
  await expect(importInto(target, 'damaged')).rejects.toThrow('company.copy.gz has changed')
  expect(await rows(target.url, `select 1 from pg_class where relname = 'company'`)).toEqual([])
  await target.drop()
  mkdirSync(join(folder, 'unfinished'))
  expect(() => readManifest(join(folder, 'unfinished'))).toThrow('holds no complete backup')
})

test('a restore that breaks off leaves no row and can be tried again', async () => {
  await exportTo('cut')
  const manifest = logical('cut')
  const company = manifest.tables.find(({ name }) => name === 'company')
  const wrong = {
    ...manifest,
    tables: manifest.tables.map((table) => (table === company ? { ...table, rows: 3 } : table)),
  }
  const target = await emptyDatabase()
  await expect(importInto(target, 'cut', wrong)).rejects.toThrow('company took 2 rows in, and the backup has 3')
  expect(await rows(target.url, 'select * from company')).toEqual([])
  ;(await importInto(target, 'cut')).close()
  expect(await rows(target.url, 'select 1 from company')).toHaveLength(2)
  await target.drop()
})

test('a backup is written only where nothing is, and holds the seal key', async () => {
  expect(existsSync(join(folder, 'first', 'seal.key'))).toBe(true)
  const before = readdirSync(join(folder, 'first'))
  await expect(exportTo('first')).rejects.toThrow('is not empty')
  expect(readdirSync(join(folder, 'first'))).toEqual(before)
})

type Query = (statement: string, values?: unknown[]) => Promise<pg.QueryResult>
async function on<T>(url: string, work: (query: Query) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work((statement, values) => client.query(statement, values))
  } finally {
    await client.end()
  }
}
const rows = (url: string, statement: string) => on(url, async (query) => (await query(statement)).rows)

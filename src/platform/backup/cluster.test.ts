import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { temporaryFolder } from '../../../test/support/temporary.ts'
import { openStore } from '../files/store.ts'
import { migrate } from '../migrate.ts'
import { startEmbedded } from '../postgres/embedded.ts'
import { copyCluster, placeCluster } from './cluster.ts'
import { readManifest } from './manifest.ts'

const root = temporaryFolder('cluster')
afterAll(() => rmSync(root, { recursive: true, force: true }))
const folder = join(root, 'copy')
const keyPlace = { dataDir: root, sealKey: undefined }

test('a copy taken while rows are written starts elsewhere with every row committed before it was done', async () => {
  const source = await startEmbedded({ folder: join(root, 'source') })
  await migrate(source.url)
  const client = new pg.Client({ connectionString: source.url })
  await client.connect()
  await client.query('create table written (n integer primary key)')
  await client.query('insert into written select generate_series(1, 1000)')
  const store = await openStore({ filesDir: join(root, 'files') })
  let busy = true
  const writing = (async () => {
    for (let n = 1001; busy; n += 1) await client.query('insert into written values ($1)', [n])
  })()
  const manifest = await copyCluster({
    url: source.url,
    folder,
    postgres: join(root, 'source'),
    files: store,
    keyPlace,
    version: '0.1.0',
    now: new Date(),
  })
  busy = false
  await writing
  store.close()
  await client.end()
  await source.stop()
  expect(manifest.parts.length).toBeGreaterThan(500)

  mkdirSync(join(root, 'target'))
  await placeCluster(folder, manifest, join(root, 'target'))
  const target = await startEmbedded({ folder: join(root, 'target') })
  const found = await countIn(target.url)
  await target.stop()
  expect(found.rows).toBeGreaterThan(1000)
  expect(found.rows).toBe(found.last)
})

test('a damaged copy, and a folder that has a database, are refused', async () => {
  const manifest = readManifest(folder)
  if (manifest.kind !== 'cluster') throw new Error('not a copy of a cluster')
  await expect(placeCluster(folder, manifest, join(root, 'target'))).rejects.toThrow('There is a database')
  writeFileSync(join(folder, 'cluster', 'global', 'pg_control'), 'x')
  await expect(placeCluster(folder, manifest, join(root, 'other'))).rejects.toThrow('pg_control has changed')
})

async function countIn(url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ rows: number; last: number }>(
    'select count(*)::int as rows, max(n) as last from written',
  )
  await client.end()
  return rows[0] ?? { rows: 0, last: 0 }
}

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { emptyDatabase } from '../../../test/support/database.ts'
import { temporaryFolder } from '../../../test/support/temporary.ts'
import { openStore } from '../files/store.ts'
import { newId } from '../ids.ts'
import { migrate } from '../migrate.ts'
import { exportDatabase } from './export.ts'
import { importDatabase } from './restore.ts'
import { verify } from './verify.ts'

const root = temporaryFolder('owner')
const owner = `owner_${process.pid}`
afterAll(() => rmSync(root, { recursive: true, force: true }))

async function run(url: string, ...statements: string[]) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

/** As an administrator hands a database over: the owner may make roles and nothing else. */
async function ownedDatabase() {
  const { url, drop } = await emptyDatabase()
  const name = new URL(url).pathname.slice(1)
  await run(url, `alter database ${name} owner to ${owner}`, `alter schema public owner to ${owner}`)
  const mine = new URL(url)
  mine.username = owner
  mine.password = 'secret'
  return { url: mine.href, administrator: url, drop }
}

test('an owner without special rights lays, checks, backs up and restores the database', async () => {
  const first = await emptyDatabase()
  await run(first.url, `create role ${owner} login createrole password 'secret'`)
  const source = await ownedDatabase()
  const target = await ownedDatabase()
  const company = newId()
  // The roles of the program stand already; on newer servers only who made them may lend them on.
  await run(source.administrator, `grant zhishou_app, zhishou_door to ${owner} with admin option`)
  await migrate(source.url)
  await run(source.administrator, `insert into company (id, name) values ('${company}', '花园物业')`)
  const files = await openStore({ filesDir: join(root, 'files') })
  const folder = join(root, 'backup')
  const keyPlace = { dataDir: root, sealKey: undefined }
  const manifest = await exportDatabase({ url: source.url, folder, files, keyPlace, version: '0.1.0', now: new Date() })
  expect(manifest.tables.find(({ name }) => name === 'company')?.rows).toBe(1)
  await importDatabase({ url: target.url, folder, manifest, files })
  expect((await verify({ url: target.url })).flatMap(({ problems }) => problems)).toEqual([])
  files.close()
  await Promise.all([source.drop(), target.drop()])
  await run(first.url, `drop owned by ${owner}`, `drop role ${owner}`)
  await first.drop()
})

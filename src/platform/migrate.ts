// Brings a database to the present: plain SQL files in the order of their names, each in a transaction of its own, forward only.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { installJobs } from './jobs/install.ts'

const FOLDER = new URL('../../db/migrations/', import.meta.url)
/** Any number works as long as every process uses the same one. */
const LOCK = 7_415_001
const OLDEST_SERVER = 150_000

/** The database cannot be used as it is; the message says why in one sentence. */
export class DatabaseUnusable extends Error {
  override readonly name = 'DatabaseUnusable'
}

export const migrationFiles = () =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(new URL(name, FOLDER), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })

/** Names of the migrations applied now, up to and with `last` where one is named. Throws DatabaseUnusable for a server before 15, a changed migration or a newer schema. */
export async function migrate(
  url: string,
  onStep: (name: string) => void = () => {},
  last?: string,
): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'zhishou migrate' })
  await client.connect()
  try {
    await mustBeRecent(client)
    await client.query('select pg_advisory_lock($1)', [LOCK])
    const applied = await applyMissing(client, onStep, last)
    // While the lock is held, so that of two processes only one lays the tables of the queue.
    await installJobs(url)
    return applied
  } finally {
    await client.end()
  }
}

async function mustBeRecent(client: pg.Client) {
  const { rows } = await client.query<{ n: string; v: string }>(
    `select current_setting('server_version_num') as n, current_setting('server_version') as v`,
  )
  const found = rows[0]
  if (!found || Number(found.n) < OLDEST_SERVER) {
    throw new DatabaseUnusable(`The database is PostgreSQL ${found?.v}; Zhishou needs version 15 or newer.`)
  }
}

async function applyMissing(client: pg.Client, onStep: (name: string) => void, last?: string) {
  await client.query(
    'create table if not exists migration (name text primary key, checksum text not null, at timestamptz not null default now())',
  )
  const { rows } = await client.query<{ name: string; checksum: string }>('select name, checksum from migration')
  const seen = new Map(rows.map((row) => [row.name, row.checksum]))
  const files = migrationFiles()
  mustBeKnown([...seen.keys()], files)
  const applied: string[] = []
  for (const { name, sql, checksum } of files) {
    const before = seen.get(name)
    if (before === checksum) continue
    if (last !== undefined && name > last) break
    if (before) throw new DatabaseUnusable(`Migration ${name} was changed after it had been applied to this database.`)
    onStep(name)
    await applyOne(client, name, sql, checksum)
    applied.push(name)
  }
  return applied
}

function mustBeKnown(seen: string[], files: { name: string }[]) {
  const unknown = seen.find((name) => !files.some((file) => file.name === name))
  if (unknown) {
    throw new DatabaseUnusable(`The database has migration ${unknown}, which this version of Zhishou does not know.`)
  }
}

async function applyOne(client: pg.Client, name: string, sql: string, checksum: string) {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into migration (name, checksum) values ($1, $2)', [name, checksum])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw new Error(`Migration ${name} failed`, { cause })
  }
}

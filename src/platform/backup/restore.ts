// Takes a backup in: into a database that has nothing in it, all or nothing.
import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { migrate, migrationFiles } from '../migrate.ts'
import { type FileName, pathOfFile } from './export.ts'
import { type BackedUpTable, BackupUnusable, type LogicalManifest, mustBeWhole } from './manifest.ts'
import { appliedMigrations, quoted, tableRef } from './tables.ts'

/** Where attachments go; refuses bytes that are not those of the name. */
export type FileTarget = { putBack(name: FileName, source: Readable): Promise<void> }
export type ImportOptions = {
  url: string
  folder: string
  manifest: LogicalManifest
  files: FileTarget
  onStep?: (text: string) => void
}

export async function importDatabase({ url, folder, manifest, files, onStep = () => {} }: ImportOptions) {
  mustKnowMigrations(manifest)
  await mustBeWhole(folder, manifest)
  const last = manifest.migrations.at(-1)?.name
  const client = new pg.Client({
    connectionString: url,
    application_name: 'zhishou restore',
    options: '-c timezone=UTC',
  })
  await client.connect()
  try {
    await mustBeEmptyDatabase(client, manifest)
    await migrate(url, (name) => onStep(`migration ${name}`), last)
    await client.query('begin')
    await loadAll(client, folder, manifest, onStep)
    await putFilesBack(client, folder, files, onStep)
    await client.query('commit')
    onStep('statistics for the planner')
    await client.query('analyze')
  } finally {
    await client.end()
  }
  await migrate(url, (name) => onStep(`migration ${name}`))
}

/** The backup's migrations are the first ones of this program, unchanged: then its tables can be laid and brought to the present. */
function mustKnowMigrations({ migrations, version }: LogicalManifest) {
  const known = migrationFiles()
  const differs = migrations.findIndex(
    ({ name, checksum }, n) => known[n]?.name !== name || known[n]?.checksum !== checksum,
  )
  if (differs >= 0) {
    throw new BackupUnusable(
      `The backup is of version ${version} with migration ${migrations[differs]?.name}, which this version does not have: use that version or a newer one.`,
    )
  }
}

/** Without a table, or laid but never used: what a restore that failed leaves. */
async function mustBeEmptyDatabase(client: pg.Client, { migrations }: LogicalManifest) {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`,
  )
  const [first] = rows
  if (!first) return
  const laid = rows.some(({ name }) => name === 'company') && rows.some(({ name }) => name === 'migration')
  if (laid && (await companies(client)) === 0 && (await appliedMigrations(client)).length <= migrations.length) return
  throw new BackupUnusable(
    `The target database is not empty (it has the table ${first.name}): restore into an empty one.`,
  )
}

async function companies(client: pg.Client) {
  const { rows } = await client.query<{ n: string }>('select count(*) as n from company')
  return Number(rows[0]?.n)
}

async function loadAll(client: pg.Client, folder: string, manifest: LogicalManifest, onStep: (text: string) => void) {
  const names = manifest.tables.map((table) => tableRef(table.name))
  const links = await foreignKeys(client)
  for (const { table, name } of links) await client.query(`alter table ${table} drop constraint ${quoted(name)}`)
  const walled = await walledTables(client)
  // The owner may load past the wall only while it is not forced; nobody else sees the transaction.
  for (const name of walled) await client.query(`alter table ${quoted(name)} no force row level security`)
  for (const name of names) await client.query(`alter table ${name} disable trigger user`)
  // Migrations lay some rows themselves; the backup has its own.
  if (names.length > 0) await client.query(`truncate ${names.join(', ')}`)
  for (const table of manifest.tables) {
    onStep(`table ${table.name}: ${table.rows} rows`)
    await copyIn(client, folder, table)
  }
  for (const { name, last } of manifest.sequences) {
    await client.query(`select setval(format('public.%I', $1::text)::regclass, $2::bigint)`, [name, last])
  }
  onStep('checking every reference')
  for (const { table, name, definition } of links) {
    await client.query(`alter table ${table} add constraint ${quoted(name)} ${definition}`)
  }
  for (const name of names) await client.query(`alter table ${name} enable trigger user`)
  for (const name of walled) await client.query(`alter table ${quoted(name)} force row level security`)
}

async function copyIn(client: pg.Client, folder: string, { name, columns, rows, file }: BackedUpTable) {
  const target = client.query(copyFrom(`copy ${tableRef(name)} (${columns.map(quoted).join(', ')}) from stdin`))
  await pipeline(createReadStream(join(folder, file)), createGunzip(), target)
  if (target.rowCount !== rows) {
    throw new BackupUnusable(`Table ${name} took ${target.rowCount} rows in, and the backup has ${rows}.`)
  }
}

async function foreignKeys(client: pg.Client) {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0`,
  )
  return rows
}

async function walledTables(client: pg.Client) {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relforcerowsecurity`,
  )
  return rows.map((row) => row.name)
}

/** Only the attachments, for a database that came back as a copy of its cluster. */
export async function restoreFiles(url: string, folder: string, files: FileTarget, onStep: (text: string) => void) {
  const client = new pg.Client({ connectionString: url, application_name: 'zhishou restore' })
  await client.connect()
  try {
    await putFilesBack(client, folder, files, onStep)
  } finally {
    await client.end()
  }
}

async function putFilesBack(client: pg.Client, folder: string, files: FileTarget, onStep: (text: string) => void) {
  const { rows } = await client.query<FileName>(`select distinct company_id as "companyId", sha256 from attachment`)
  if (rows.length > 0) onStep(`${rows.length} attachments`)
  for (const name of rows) {
    const path = join(folder, pathOfFile(name))
    if (!existsSync(path)) throw new BackupUnusable(`The backup is not whole: attachment ${name.sha256} is missing.`)
    await files.putBack(name, createReadStream(path))
  }
}

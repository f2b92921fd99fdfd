// A backup that any PostgreSQL can take in: every table of one snapshot as text, and every attachment.
import { createHash } from 'node:crypto'
import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import {
  type BackedUpTable,
  BackupUnusable,
  type LogicalManifest,
  MANIFEST_FORMAT,
  mustBeEmptyFolder,
  writeManifest,
} from './manifest.ts'
import { type KeyPlace, keepKey } from './seal-key.ts'
import {
  appliedMigrations,
  type BackupTable,
  mustSeeEverything,
  quoted,
  sequencesOf,
  serverVersion,
  tableRef,
  tablesOf,
} from './tables.ts'

export type FileName = { companyId: string; sha256: string }
/** Where attachments come from; the store of the program is one. */
export type FileSource = { get(name: FileName): Promise<Readable> }
export type ExportOptions = {
  url: string
  folder: string
  files: FileSource
  keyPlace: KeyPlace
  version: string
  now: Date
  onStep?: (text: string) => void
}

export async function exportDatabase(options: ExportOptions) {
  const { url, folder, files, keyPlace, version, now, onStep = () => {} } = options
  mustBeEmptyFolder(folder)
  mkdirSync(join(folder, 'tables'), { recursive: true, mode: 0o700 })
  const client = new pg.Client({
    connectionString: url,
    application_name: 'zhishou backup',
    options: '-c timezone=UTC',
  })
  await client.connect()
  try {
    if (!(await mustSeeEverything(client))) {
      throw new BackupUnusable('The user of DATABASE_URL cannot see past the company wall: grant zhishou_door to it.')
    }
    // One snapshot for everything, so that what belongs together is together.
    await client.query('begin isolation level repeatable read read only')
    const tables: BackedUpTable[] = []
    for (const table of await tablesOf(client)) {
      onStep(`table ${table.name}`)
      tables.push(await copyOut(client, folder, table))
    }
    const manifest: LogicalManifest = {
      format: MANIFEST_FORMAT,
      kind: 'logical',
      version,
      takenAt: now.toISOString(),
      server: await serverVersion(client),
      migrations: await appliedMigrations(client),
      tables,
      sequences: await sequencesOf(client),
      files: await copyFilesOut(await filesOf(client), files, folder, onStep),
    }
    await client.query('commit')
    keepKey(keyPlace, folder)
    writeManifest(folder, manifest)
    return manifest
  } finally {
    await client.end()
  }
}

async function copyOut(client: pg.Client, folder: string, table: BackupTable): Promise<BackedUpTable> {
  const file = join('tables', `${table.name}.copy.gz`)
  const hash = createHash('sha256')
  const source = client.query(copyTo(`copy (${selectOf(table)}) to stdout`))
  await pipeline(
    source,
    createGzip({ level: constants.Z_BEST_SPEED }),
    passing((chunk) => hash.update(chunk)),
    createWriteStream(join(folder, file), { mode: 0o600, flush: true }),
  )
  return { name: table.name, columns: table.columns, rows: source.rowCount, file, sha256: hash.digest('hex') }
}

export const passing = (look: (chunk: Buffer) => void) =>
  new Transform({
    transform(chunk: Buffer, _encoding, done) {
      look(chunk)
      done(null, chunk)
    },
  })

/**
 * Transaction numbers mean something only on the server that gave them: on another, events would lie in the future of every hearer
 * or behind it. What is kept is all they are for, the order of events around the places up to which hearers have read.
 */
const PORTABLE: Record<string, Record<string, string>> = {
  event: {
    tx: `(select count(*) from hearer h where h.company_id = t.company_id and (h.tx, h.event_id) < (t.tx, t.id))`,
  },
  hearer: {
    tx: `(select count(*) from hearer h where h.company_id = t.company_id and (h.tx, h.event_id) < (t.tx, t.event_id))`,
    event_id: `'ffffffff-ffff-ffff-ffff-ffffffffffff'`,
  },
  // What was running at the moment did not commit, so it runs again.
  'pgboss.job': { state: `case t.state when 'active' then 'retry' else t.state end` },
}

const selectOf = ({ name, columns, where }: BackupTable) => {
  const shown = columns.map((column) => PORTABLE[name]?.[column] ?? `t.${quoted(column)}`)
  return `select ${shown.join(', ')} from ${tableRef(name)} t ${where ? `where ${where}` : ''}`
}

export async function filesOf(client: pg.Client) {
  const { rows } = await client.query<FileName & { bytes: string }>(
    `select company_id as "companyId", sha256, max(bytes) as bytes from attachment group by 1, 2 order by 1, 2`,
  )
  return rows
}

export const pathOfFile = ({ companyId, sha256 }: FileName) => join('files', companyId, sha256.slice(0, 2), sha256)

export async function copyFilesOut(
  names: (FileName & { bytes: string })[],
  files: FileSource,
  folder: string,
  onStep: (text: string) => void,
) {
  let bytes = 0
  if (names.length > 0) onStep(`${names.length} attachments`)
  for (const name of names) {
    const path = join(folder, pathOfFile(name))
    mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 })
    const hash = createHash('sha256')
    await pipeline(
      await files.get(name),
      passing((chunk) => {
        hash.update(chunk)
        bytes += chunk.length
      }),
      createWriteStream(path, { mode: 0o600 }),
    )
    if (hash.digest('hex') !== name.sha256)
      throw new BackupUnusable(`Attachment ${name.sha256} is damaged in the store.`)
  }
  return { count: names.length, bytes }
}

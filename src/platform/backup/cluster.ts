// A physical copy of the embedded database while it runs: the fastest way back for a large one, on the same major version only.
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { launchHere } from '../postgres/binaries.ts'
import { copyFilesOut, type ExportOptions, filesOf, passing } from './export.ts'
import {
  BackupUnusable,
  type ClusterManifest,
  hashOfFile,
  MANIFEST_FORMAT,
  mustBeEmptyFolder,
  mustBeWhole,
  writeManifest,
} from './manifest.ts'
import { keepKey } from './seal-key.ts'
import { appliedMigrations, serverVersion } from './tables.ts'

/** The folder of the embedded database: its cluster and its password. */
export type ClusterOptions = ExportOptions & { postgres: string }
type Part = ClusterManifest['parts'][number]

const SLOT = 'zhishou_backup'
/** What belongs to the running server or is made anew at its start. */
const LEFT_OUT_FILES =
  /(^|\/)(postmaster\.(pid|opts)|pg_internal\.init|backup_label.*|tablespace_map.*|current_logfiles|pgsql_tmp.*)$/
const LEFT_OUT_FOLDERS = [
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
]

export async function copyCluster(options: ClusterOptions) {
  const { url, folder, postgres, files, keyPlace, version, now, onStep = () => {} } = options
  mustBeEmptyFolder(folder)
  mkdirSync(join(folder, 'cluster'), { recursive: true, mode: 0o700 })
  const client = new pg.Client({ connectionString: url, application_name: 'zhishou backup' })
  await client.connect()
  try {
    onStep('database cluster')
    const { parts, folders } = await copyWhileRunning(client, postgres, folder)
    const manifest: ClusterManifest = {
      format: MANIFEST_FORMAT,
      kind: 'cluster',
      version,
      takenAt: now.toISOString(),
      server: await serverVersion(client),
      migrations: await appliedMigrations(client),
      parts,
      folders,
      files: await copyFilesOut(await filesOf(client), files, folder, onStep),
    }
    keepKey(keyPlace, folder)
    writeManifest(folder, manifest)
    return manifest
  } finally {
    await client.end()
  }
}

async function copyWhileRunning(client: pg.Client, postgres: string, folder: string) {
  // Holds back the removal of log that the copy still needs; goes with the connection.
  await client.query(`select pg_create_physical_replication_slot($1, true, true)`, [`${SLOT}_${process.pid}`])
  const started = await client.query<{ segment: string }>(
    `select pg_walfile_name(pg_backup_start('zhishou backup', fast => true)) as segment`,
  )
  const source = join(postgres, 'cluster')
  const parts: Part[] = []
  const folders = foldersIn(source)
  for (const path of folders) mkdirSync(join(folder, 'cluster', path), { recursive: true, mode: 0o700 })
  for (const path of pathsIn(source).filter(isCopied)) parts.push(...(await copyPart(source, folder, path)))
  const stopped = await client.query<{ label: string; segment: string }>(
    `select labelfile as label, pg_walfile_name(lsn) as segment from pg_backup_stop(false)`,
  )
  const [from, to] = [started.rows[0]?.segment ?? '', stopped.rows[0]?.segment ?? '']
  const log = readdirSync(join(source, 'pg_wal')).filter(
    (name) => name >= from && name <= to && /^[0-9A-F]{24}$/.test(name),
  )
  for (const name of log) parts.push(...(await copyPart(source, folder, join('pg_wal', name))))
  writeFileSync(join(folder, 'cluster', 'backup_label'), stopped.rows[0]?.label ?? '', { mode: 0o600 })
  parts.push(await describe(folder, join('cluster', 'backup_label')))
  await copyFile(join(postgres, 'password'), join(folder, 'password'))
  parts.push(await describe(folder, 'password'))
  return { parts, folders }
}

const foldersIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => !path.startsWith('pg_replslot'))
    .concat('pg_replslot')

const pathsIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))

const isCopied = (path: string) =>
  !LEFT_OUT_FILES.test(path) && !LEFT_OUT_FOLDERS.includes(path.split(/[/\\]/)[0] ?? '')

async function copyPart(source: string, folder: string, path: string): Promise<Part[]> {
  const file = join('cluster', path)
  const hash = createHash('sha256')
  let bytes = 0
  try {
    await pipeline(
      createReadStream(join(source, path)),
      passing((chunk) => {
        hash.update(chunk)
        bytes += chunk.length
      }),
      createWriteStream(join(folder, file), { mode: 0o600 }),
    )
    return [{ file, bytes, sha256: hash.digest('hex') }]
  } catch (error) {
    // A table dropped in between is gone; the log that is replayed at the first start knows that.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      rmSync(join(folder, file), { force: true })
      return []
    }
    throw error
  }
}

async function describe(folder: string, file: string): Promise<Part> {
  const path = join(folder, file)
  return { file, bytes: statSync(path).size, sha256: await hashOfFile(path) }
}

/** Puts the copy where the launcher looks for a cluster; the first start replays its log. */
export async function placeCluster(folder: string, manifest: ClusterManifest, postgres: string) {
  if (existsSync(join(postgres, 'cluster'))) {
    throw new BackupUnusable(`There is a database in ${postgres} already: restore into an empty data folder.`)
  }
  await mustBeWhole(folder, manifest)
  const draft = join(postgres, 'cluster.new')
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true, mode: 0o700 })
  for (const path of manifest.folders) mkdirSync(join(draft, path), { recursive: true, mode: 0o700 })
  for (const { file } of manifest.parts.filter((part) => part.file !== 'password')) {
    await copyFile(join(folder, file), join(draft, relative('cluster', file)))
  }
  await copyFile(join(folder, 'password'), join(postgres, 'password'))
  chmodSync(join(postgres, 'password'), 0o600)
  giveToServer(draft)
  renameSync(draft, join(postgres, 'cluster'))
}

/** Where root cannot step into a user namespace the server runs as another user. */
function giveToServer(folder: string) {
  const { runAs } = launchHere()
  if (!runAs) return
  chownSync(folder, runAs.uid, runAs.gid)
  for (const path of readdirSync(folder, { recursive: true }))
    chownSync(join(folder, String(path)), runAs.uid, runAs.gid)
}

// Commands around keeping what is there: backup, restore, verify, migrate.
import { resolve } from 'node:path'
import { copyCluster, placeCluster } from '../../platform/backup/cluster.ts'
import { exportDatabase } from '../../platform/backup/export.ts'
import { type Manifest, mustBeEmptyFolder, readManifest } from '../../platform/backup/manifest.ts'
import { importDatabase, restoreFiles } from '../../platform/backup/restore.ts'
import { mustFitKey, putKeyBack } from '../../platform/backup/seal-key.ts'
import { verify } from '../../platform/backup/verify.ts'
import { openStore } from '../../platform/files/store.ts'
import { migrate } from '../../platform/migrate.ts'
import { clusterExists } from '../../platform/postgres/cluster.ts'
import type { Settings } from '../../platform/settings.ts'
import { postgresIn, withDatabase } from './database.ts'
import { type Answer, type Command, CommandRefused } from './telling.ts'
import { version } from './version.ts'

/** Where the user stands; npm runs scripts from the folder of package.json. */
const folderOf = (given: string) => resolve(process.env.INIT_CWD ?? process.cwd(), given)

export async function backup(command: Command, given: string, options: { cluster?: boolean }): Promise<Answer> {
  const { settings, onStep, now } = command
  const folder = folderOf(given)
  mustBeEmptyFolder(folder)
  if (options.cluster && settings.databaseUrl) {
    throw new CommandRefused(
      '--cluster copies the embedded database; with DATABASE_URL the server has means of its own.',
    )
  }
  const files = await openStore(settings)
  try {
    const manifest = await withDatabase(
      { settings, doing: 'zhishou backup', onStep },
      async (url): Promise<Manifest> => {
        const wanted = { url, folder, files, version: version(), now, onStep, keyPlace: settings }
        return options.cluster ? copyCluster({ ...wanted, postgres: postgresIn(settings) }) : exportDatabase(wanted)
      },
    )
    return { lines: [`Backed up to ${folder}: ${summaryOf(manifest)}.`], json: { folder, ...countsOf(manifest) } }
  } finally {
    files.close()
  }
}

export async function restore({ settings, onStep }: Command, given: string): Promise<Answer> {
  const folder = folderOf(given)
  const manifest = readManifest(folder)
  mustFitKey(settings, folder)
  if (manifest.kind === 'cluster') mustTakeCluster(settings)
  const files = await openStore(settings)
  try {
    const create = async () => {
      if (manifest.kind === 'cluster') await placeCluster(folder, manifest, postgresIn(settings))
    }
    await withDatabase({ settings, doing: 'zhishou restore', create, onStep }, async (url) => {
      if (manifest.kind === 'logical') await importDatabase({ url, folder, manifest, files, onStep })
      else await restoreFiles(url, folder, files, onStep)
    })
    putKeyBack(settings, folder)
    // The next start must not take a restored sample company for one whose loading was cut off.
    if (!settings.databaseUrl) (await import('../sample/keeping.ts')).markSampleGone(settings)
  } finally {
    files.close()
  }
  return { lines: [`Restored from ${folder}: ${summaryOf(manifest)}.`], json: { folder, ...countsOf(manifest) } }
}

function mustTakeCluster(settings: Settings) {
  if (settings.databaseUrl) {
    throw new CommandRefused('This backup is a copy of an embedded database: restore it without DATABASE_URL.')
  }
  if (clusterExists(postgresIn(settings))) {
    throw new CommandRefused(`There is a database in ${settings.dataDir} already: restore into an empty data folder.`)
  }
}

const countsOf = (manifest: Manifest) => ({
  kind: manifest.kind,
  takenAt: manifest.takenAt,
  version: manifest.version,
  ...(manifest.kind === 'logical'
    ? { tables: manifest.tables.length, rows: manifest.tables.reduce((sum, table) => sum + table.rows, 0) }
    : { parts: manifest.parts.length, bytes: manifest.parts.reduce((sum, part) => sum + part.bytes, 0) }),
  files: manifest.files.count,
})

function summaryOf(manifest: Manifest) {
  const files = `${manifest.files.count} attachments`
  if (manifest.kind === 'cluster') return `a copy of the database cluster of ${manifest.takenAt}, ${files}`
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  return `${rows} rows in ${manifest.tables.length} tables of ${manifest.takenAt}, ${files}`
}

export async function verifyDatabase({ settings, onStep }: Command): Promise<Answer> {
  const files = await openStore(settings)
  try {
    const findings = await withDatabase({ settings, doing: 'zhishou verify', onStep }, (url) =>
      verify({ url, hasFile: (name) => files.has(name) }),
    )
    const lines = findings.flatMap(({ check, problems }) => [
      `${problems.length === 0 ? 'ok     ' : 'WRONG  '}${check}`,
      ...problems.map((problem) => `         ${problem}`),
    ])
    const failed = findings.some(({ problems }) => problems.length > 0)
    return { lines, json: { ok: !failed, findings }, failed }
  } finally {
    files.close()
  }
}

export async function migrateDatabase({ settings, onStep }: Command): Promise<Answer> {
  const use = { settings, doing: 'zhishou migrate', create: async () => {}, onStep }
  const applied = await withDatabase(use, async (url) => {
    const names = await migrate(url, (name) => onStep(name))
    const { bringToDate } = await import('../bringing.ts')
    await bringToDate(settings, url)
    return names
  })
  const lines = applied.length > 0 ? [`${applied.length} migrations applied.`] : ['The database is up to date.']
  return { lines, json: { applied } }
}

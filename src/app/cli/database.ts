// The database a command works on: the one of DATABASE_URL, or the embedded one, started for the time of the command if it sleeps.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { holderOf } from '../../platform/folder-lock.mjs'
import { DatabaseUnusable } from '../../platform/migrate.ts'
import { clusterExists } from '../../platform/postgres/cluster.ts'
import { startEmbedded, urlOfRunning } from '../../platform/postgres/embedded.ts'
import { mustBeReachable } from '../../platform/postgres/reach.ts'
import type { Settings } from '../../platform/settings.ts'
import { lockFolder } from '../start/refused.ts'

export const postgresIn = (settings: Settings) => join(settings.dataDir, 'postgres')

export type Use = {
  settings: Settings
  /** As another start would read it: "zhishou backup". */
  doing: string
  /** How the embedded database comes to be when there is none yet; without it that is refused. */
  create?: () => Promise<void>
  onStep(text: string): void
}

export async function withDatabase<T>(use: Use, work: (url: string) => Promise<T>): Promise<T> {
  const { settings } = use
  if (settings.databaseUrl) {
    await mustBeReachable(settings.databaseUrl)
    return work(settings.databaseUrl)
  }
  const running = holderOf(settings.dataDir) && urlOfRunning(postgresIn(settings))
  if (running) {
    await mustBeReachable(running)
    return work(running)
  }
  return withSleepingDatabase(use, work)
}

async function withSleepingDatabase<T>({ settings, doing, create, onStep }: Use, work: (url: string) => Promise<T>) {
  const folder = postgresIn(settings)
  if (!create && !clusterExists(folder)) {
    throw new DatabaseUnusable(
      `There is no database in ${settings.dataDir}: start once with npm start, or set DATABASE_URL.`,
    )
  }
  const lock = await lockFolder(settings.dataDir, doing)
  const fresh = !clusterExists(folder)
  try {
    if (fresh) await create?.()
    const embedded = await startEmbedded({ folder, onStep })
    try {
      return await work(embedded.url)
    } finally {
      await embedded.stop()
    }
  } catch (error) {
    // What this command made goes away with its failure.
    if (fresh) rmSync(folder, { recursive: true, force: true })
    throw error
  } finally {
    lock.release()
  }
}

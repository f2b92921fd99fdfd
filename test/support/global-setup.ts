// One throw-away database server for the whole run, with one migrated database that each test file clones.
import { rmSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../src/platform/migrate.ts'
import { debianBinaries } from '../../src/platform/postgres/binaries.ts'
import { startEmbedded } from '../../src/platform/postgres/embedded.ts'
import { removeLeftBehind, temporaryFolder } from './temporary.ts'

declare module 'vitest' {
  interface ProvidedContext {
    migratedUrl: string
  }
}

/** Nothing in it outlives the run, so nothing waits for the disk. */
const FAST = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_wal_size: '16GB',
}

export default async function startServer(project: TestProject) {
  removeLeftBehind()
  const folder = temporaryFolder('postgres')
  const server = await startEmbedded({ folder, server: FAST, ...wantedBinaries() })
  await migrate(server.url)
  project.provide('migratedUrl', server.url)
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** TEST_POSTGRES=15 runs the same tests on the Debian package of that major. */
function wantedBinaries() {
  const major = process.env.TEST_POSTGRES
  if (!major) return {}
  const binaries = debianBinaries(Number(major))
  if (!binaries) throw new Error(`PostgreSQL ${major} is not installed on this machine`)
  return { binaries }
}

// Folders that go away with the test run, also with one that was killed.
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { identityOf, isAlive } from '../../src/platform/folder-lock.mjs'

const PREFIX = 'zhishou-test-'

export function temporaryFolder(purpose: string): string {
  mkdirSync(tmpdir(), { recursive: true })
  return mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-${purpose}-`))
}

/** What runs that were killed could not take away. */
export function removeLeftBehind() {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1])
    if (pid && !isAlive(identityOf(pid))) rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}

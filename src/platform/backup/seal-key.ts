// The key that opens sealed values goes with the backup, unless it is kept elsewhere; without it they are lost.
import { chmodSync, copyFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SEAL_KEY_FILE } from '../seal.ts'
import type { Settings } from '../settings.ts'
import { BackupUnusable } from './manifest.ts'

export type KeyPlace = Pick<Settings, 'dataDir' | 'sealKey'>

export function keepKey({ dataDir, sealKey }: KeyPlace, folder: string) {
  const path = join(dataDir, SEAL_KEY_FILE)
  if (sealKey || !existsSync(path)) return
  copyFileSync(path, join(folder, SEAL_KEY_FILE))
  chmodSync(join(folder, SEAL_KEY_FILE), 0o600)
}

/** Asked before anything is restored: with another key the sealed values of the backup could never be opened. */
export function mustFitKey({ dataDir, sealKey }: KeyPlace, folder: string) {
  const kept = join(folder, SEAL_KEY_FILE)
  if (!existsSync(kept)) return
  const here = sealKey ? Buffer.from(sealKey).toString('base64') : keyIn(join(dataDir, SEAL_KEY_FILE))
  if (here === undefined || here === keyIn(kept)) return
  const where = sealKey ? 'SEAL_KEY' : join(dataDir, SEAL_KEY_FILE)
  throw new BackupUnusable(`The backup was sealed with another key than ${where}: take the one in ${kept}.`)
}

const keyIn = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined)

export function putKeyBack({ dataDir, sealKey }: KeyPlace, folder: string) {
  const kept = join(folder, SEAL_KEY_FILE)
  const target = join(dataDir, SEAL_KEY_FILE)
  if (sealKey || !existsSync(kept) || existsSync(target)) return
  copyFileSync(kept, target)
  chmodSync(target, 0o600)
}

// Seals what may not lie readable in the database: AES-256-GCM, and a keyed hash by which an equal value is found again.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Settings, SettingsUnusable } from './settings.ts'

export type Sealer = {
  /** `owner` is bound in: what was sealed for one company does not open for another. */
  seal(owner: string, text: string): Buffer
  open(owner: string, sealed: Uint8Array): string
  hash(owner: string, text: string): Buffer
}

const FORM = 1
const IV = 12
const TAG = 16

/** The key comes from SEAL_KEY, or lies in the data folder, where the first start puts it. */
export const openSealer = ({ dataDir, sealKey }: Pick<Settings, 'dataDir' | 'sealKey'>): Sealer =>
  sealerOf(sealKey ?? keyIn(dataDir))

export function sealerOf(key: Uint8Array): Sealer {
  const sealing = derive(key, 'seal')
  const hashing = derive(key, 'hash')
  return {
    seal(owner, text) {
      const iv = randomBytes(IV)
      const cipher = createCipheriv('aes-256-gcm', sealing, iv).setAAD(Buffer.from(owner))
      const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.of(FORM), iv, cipher.getAuthTag(), hidden])
    },
    open(owner, sealed) {
      if (sealed[0] !== FORM) throw new Error('sealed in an unknown form')
      const iv = sealed.subarray(1, 1 + IV)
      const opener = createDecipheriv('aes-256-gcm', sealing, iv).setAAD(Buffer.from(owner))
      opener.setAuthTag(sealed.subarray(1 + IV, 1 + IV + TAG))
      return Buffer.concat([opener.update(sealed.subarray(1 + IV + TAG)), opener.final()]).toString('utf8')
    },
    hash: (owner, text) => createHmac('sha256', hashing).update(`${owner}\n${text}`).digest(),
  }
}

const derive = (key: Uint8Array, purpose: string) => Buffer.from(hkdfSync('sha256', key, '', `zhishou ${purpose}`, 32))

export const SEAL_KEY_FILE = 'seal.key'

function keyIn(dataDir: string): Buffer {
  const path = join(dataDir, SEAL_KEY_FILE)
  const found = readKey(path)
  if (found) return found
  mkdirSync(dataDir, { recursive: true })
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flush: true })
  try {
    // Linking fails when another process was first, and never shows a half-written key.
    linkSync(draft, path)
  } catch (error) {
    if (!isError(error, 'EEXIST')) throw error
  } finally {
    rmSync(draft, { force: true })
  }
  const made = readKey(path)
  if (!made) throw new SettingsUnusable(`The key file ${path} could not be made.`)
  return made
}

function readKey(path: string): Buffer | undefined {
  try {
    const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64')
    if (key.length !== 32)
      throw new SettingsUnusable(`The key file ${path} is damaged; put the one from the backup there.`)
    return key
  } catch (error) {
    if (isError(error, 'ENOENT')) return undefined
    throw error
  }
}

const isError = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code

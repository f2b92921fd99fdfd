// What a backup says about itself. It is written last, so a folder without it is not a backup.
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const FORMAT = 1

const Table = z.object({
  name: z.string(),
  columns: z.array(z.string()),
  rows: z.int(),
  file: z.string(),
  sha256: z.string(),
})
const Head = z.object({
  format: z.literal(FORMAT),
  version: z.string(),
  takenAt: z.iso.datetime(),
  server: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  /** Attachments: each lies under the hash of its content. */
  files: z.object({ count: z.int(), bytes: z.int() }),
})
const Logical = Head.extend({
  kind: z.literal('logical'),
  tables: z.array(Table),
  sequences: z.array(z.object({ name: z.string(), last: z.string() })),
})
const Cluster = Head.extend({
  kind: z.literal('cluster'),
  folders: z.array(z.string()),
  parts: z.array(z.object({ file: z.string(), bytes: z.int(), sha256: z.string() })),
})
const Manifest = z.discriminatedUnion('kind', [Logical, Cluster])

export type BackedUpTable = z.output<typeof Table>
export type LogicalManifest = z.output<typeof Logical>
export type ClusterManifest = z.output<typeof Cluster>
export type Manifest = z.output<typeof Manifest>
export const MANIFEST_FORMAT = FORMAT

/** A backup or its target cannot be used; the message says why in one sentence. */
export class BackupUnusable extends Error {
  override readonly name = 'BackupUnusable'
}

export function mustBeEmptyFolder(folder: string) {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new BackupUnusable(`${folder} is not empty: give a folder that is empty or does not exist.`)
  }
}

export function writeManifest(folder: string, manifest: Manifest) {
  const path = join(folder, 'manifest.json')
  writeFileSync(`${path}.draft`, `${JSON.stringify(manifest, null, 2)}\n`, { flush: true })
  renameSync(`${path}.draft`, path)
}

export function readManifest(folder: string): Manifest {
  const path = join(folder, 'manifest.json')
  if (!existsSync(path)) throw new BackupUnusable(`${folder} holds no complete backup: manifest.json is missing.`)
  const parsed = Manifest.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!parsed.success) throw new BackupUnusable(`${path} is not of a format that this version of Zhishou knows.`)
  return parsed.data
}

export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex')
}

/** Every part is there and is what was written, before anything is done with it. */
export async function mustBeWhole(folder: string, manifest: Manifest) {
  const parts = manifest.kind === 'logical' ? manifest.tables : manifest.parts
  for (const { file, sha256 } of parts) {
    const path = join(folder, file)
    if (!existsSync(path)) throw new BackupUnusable(`The backup is not whole: ${file} is missing.`)
    if ((await hashOfFile(path)) !== sha256) throw new BackupUnusable(`The backup is damaged: ${file} has changed.`)
  }
}

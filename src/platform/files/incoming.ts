// Bytes on their way in: into a draft file, counted and hashed while they pass.
import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Refusal } from '../refusal.ts'

/** A request's file part, a generator of chunks, or bytes at hand. */
export type FileSource = Uint8Array | AsyncIterable<Uint8Array>
export type Draft = { path: string; sha256: string; bytes: number }

export const draftIn = (incoming: string) => join(incoming, randomUUID())

/** Refuses as soon as the limit is passed; what was written by then is removed. */
export async function takeIn(source: FileSource, incoming: string, limitBytes: number): Promise<Draft> {
  const path = draftIn(incoming)
  const hash = createHash('sha256')
  let bytes = 0
  async function* measured(chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      bytes += chunk.byteLength
      if (bytes > limitBytes) throw new Refusal('file.too_large', { limitBytes })
      hash.update(chunk)
      yield chunk
    }
  }
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  try {
    const chunks = source instanceof Uint8Array ? Readable.from([source]) : source
    await pipeline(chunks, measured, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }))
    if (bytes === 0) throw new Refusal('file.empty')
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
  return { path, sha256: hash.digest('hex'), bytes }
}

/** Removes drafts that a killed process left behind. */
export async function sweepDrafts(incoming: string, olderThan: Date): Promise<void> {
  for (const name of await readdir(incoming).catch(() => [])) {
    const path = join(incoming, name)
    const found = await stat(path).catch(() => undefined)
    if (found?.isFile() && found.mtime < olderThan) await rm(path, { force: true })
  }
}

// Where the bytes of attachments lie: checked on the way in, stored once per company and content, swept when nothing refers to them.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { Refusal } from '../refusal.ts'
import { type BlobName, blobKey, companyPrefix, thumbnailKey } from './blob-keys.ts'
import { safeFileName } from './file-names.ts'
import { ALL_TYPES, endingsOf, type FileType, typeOfFile } from './file-types.ts'
import { openFolderShelf } from './folder-shelf.ts'
import { type Draft, type FileSource, sweepDrafts, takeIn } from './incoming.ts'
import { isReadablePicture, mustBeReadablePicture, thumbnailOf } from './pictures.ts'
import type { BucketSettings } from './s3-shelf.ts'
import { type ByteRange, GRACE_MS, type Shelf } from './shelf.ts'
import { keepOnShelf, type Sweep, type Swept, sweepShelf } from './sweeping.ts'

export type StoreSettings = {
  /** Holds the bytes, or with a bucket only those on their way in. */
  filesDir: string
  s3?: BucketSettings | undefined
}
export type PutOptions = {
  companyId: string
  /** As the person's device called it. */
  name: string
  limitBytes?: number
  /** Narrower than all that the store takes in. */
  types?: readonly FileType[]
}
export type StoredFile = { sha256: string; bytes: number; type: FileType; name: string }
export type Thumbnail = { stream: Readable; bytes: number; type: 'image/webp' }

/**
 * Bytes first, row second: `put` returns when the bytes are safe on disk, the row that refers to them commits afterwards. A crash in
 * between leaves bytes without a row, which `sweep` removes; never a row without bytes. The row must commit within a day of its put.
 */
export type Store = {
  /** Refuses `file.too_large`, `file.empty`, `file.type_not_allowed` and `file.broken`. */
  put(source: FileSource, options: PutOptions): Promise<StoredFile>
  get(name: BlobName, range?: ByteRange): Promise<Readable>
  has(name: BlobName): Promise<boolean>
  /** From a backup: under the name it had. Throws when the bytes are not those of the name. */
  putBack(name: BlobName, source: FileSource): Promise<void>
  /** Made when first asked for; undefined for what has no picture to show. */
  thumbnail(name: BlobName & { type: FileType }): Promise<Thumbnail | undefined>
  /** One at a time, over all processes. */
  sweep(sweep: Sweep): Promise<Swept>
  removeCompany(companyId: string): Promise<void>
  close(): void
}

export const DEFAULT_LIMIT_BYTES = 20 * 1024 * 1024

export async function openStore(settings: StoreSettings): Promise<Store> {
  const incoming = join(settings.filesDir, 'incoming')
  const shelf = await openShelf(settings, incoming)
  return {
    put: (source, options) => put(shelf, incoming, source, options),
    get: async (name, range) => shelf.read(blobKey(name), range),
    putBack: (name, source) => putBack(shelf, incoming, name, source),
    has: async (name) => (await shelf.find(blobKey(name))) !== undefined,
    thumbnail: (name) => thumbnail(shelf, name),
    async sweep(sweep) {
      await sweepDrafts(incoming, new Date(sweep.now.getTime() - GRACE_MS))
      return sweepShelf(shelf, sweep)
    },
    async removeCompany(companyId) {
      for await (const { key } of shelf.list(companyPrefix(companyId))) await shelf.remove(key)
    },
    close: () => shelf.close(),
  }
}

async function openShelf({ filesDir, s3 }: StoreSettings, incoming: string): Promise<Shelf> {
  if (!s3) return openFolderShelf(join(filesDir, 'blobs'), incoming)
  // Loaded only where a bucket is set: it costs a fifth of a second at the start.
  const { openS3Shelf } = await import('./s3-shelf.ts')
  return openS3Shelf(s3)
}

async function put(shelf: Shelf, incoming: string, source: FileSource, options: PutOptions): Promise<StoredFile> {
  const draft = await takeIn(source, incoming, options.limitBytes ?? DEFAULT_LIMIT_BYTES)
  try {
    const type = await mustBeTakenIn(draft, options)
    const name: BlobName = { companyId: options.companyId, sha256: draft.sha256 }
    await keepOnShelf(shelf, name, draft.path)
    return { sha256: draft.sha256, bytes: draft.bytes, type, name: safeFileName(options.name, type) }
  } finally {
    await rm(draft.path, { force: true })
  }
}

async function putBack(shelf: Shelf, incoming: string, name: BlobName, source: FileSource): Promise<void> {
  const draft = await takeIn(source, incoming, Number.POSITIVE_INFINITY)
  try {
    if (draft.sha256 !== name.sha256) throw new Error(`the bytes are not those of attachment ${name.sha256}`)
    await keepOnShelf(shelf, name, draft.path)
  } finally {
    await rm(draft.path, { force: true })
  }
}

async function mustBeTakenIn(draft: Draft, { name, types }: PutOptions): Promise<FileType> {
  const { type, found } = await typeOfFile(draft.path, name)
  if (!type || (types && !types.includes(type))) {
    const allowed = (types ?? ALL_TYPES).flatMap(endingsOf)
    throw new Refusal('file.type_not_allowed', { found: type ?? found ?? 'unknown', allowed })
  }
  if (isReadablePicture(type)) await mustBeReadablePicture(draft.path)
  return type
}

async function thumbnail(shelf: Shelf, name: BlobName & { type: FileType }): Promise<Thumbnail | undefined> {
  if (!isReadablePicture(name.type)) return undefined
  const key = thumbnailKey(name)
  const made = await shelf.find(key)
  if (made) return { stream: await shelf.read(key), bytes: made.bytes, type: 'image/webp' }
  const bytes = await thumbnailOf(await buffer(await shelf.read(blobKey(name))))
  if (!bytes) return undefined
  await shelf.write(key, bytes)
  return { stream: Readable.from([bytes]), bytes: bytes.byteLength, type: 'image/webp' }
}

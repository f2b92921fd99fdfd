// What a place that keeps bytes under keys has to offer; a folder and a bucket both do.
import type { Readable } from 'node:stream'

export type Shelved = { key: string; bytes: number; modifiedAt: Date }
/** Both ends included, as in an HTTP range. */
export type ByteRange = { start: number; end: number }

export type Shelf = {
  /** From a flushed file or from bytes; whole or not at all, and young afterwards. */
  write(key: string, from: string | Buffer): Promise<void>
  /** Whether the key is there; if so it is young afterwards. */
  refresh(key: string): Promise<boolean>
  read(key: string, range?: ByteRange): Promise<Readable>
  find(key: string): Promise<Shelved | undefined>
  remove(key: string): Promise<void>
  list(prefix: string): AsyncIterable<Shelved>
  close(): void
}

/** What nothing refers to may be swept once it is this old. */
export const GRACE_MS = 24 * 60 * 60 * 1000

// Bytes that can be read at any place: of a file or at hand.
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'

export type ByteSource = {
  size: number
  slice(start: number, length: number): Promise<Buffer>
  /** From `start` up to, not including, `end`. */
  chunks(start: number, end: number): AsyncIterable<Buffer>
  close(): Promise<void>
}

export async function openBytes(source: string | Uint8Array): Promise<ByteSource> {
  if (typeof source === 'string') return openFile(source)
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength)
  return {
    size: bytes.byteLength,
    slice: async (start, length) => bytes.subarray(start, start + length),
    async *chunks(start, end) {
      yield bytes.subarray(start, end)
    },
    async close() {},
  }
}

async function openFile(path: string): Promise<ByteSource> {
  const file = await open(path)
  const { size } = await file.stat()
  return {
    size,
    async slice(start, length) {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(length, size - start)), 0, undefined, start)
      return buffer.subarray(0, bytesRead)
    },
    async *chunks(start, end) {
      if (end > start) yield* createReadStream(path, { start, end: end - 1, highWaterMark: 262_144 })
    },
    close: () => file.close(),
  }
}

// Reads entries of a zip archive by its directory, in any order, counting what they unfold to.
import { pipeline } from 'node:stream/promises'
import { crc32, createInflateRaw } from 'node:zlib'
import { Refusal } from '../refusal.ts'
import type { ByteSource } from './byte-source.ts'
import { brokenSheet, type SheetLimits, tooLargeSheet } from './limits.ts'

type Entry = { packed: number; offset: number; method: number; crc: number; encrypted: boolean }
export type ZipArchive = {
  /** Names in lower case with forward slashes, as some programs write neither. */
  has(name: string): boolean
  unfold(name: string): AsyncGenerator<Buffer>
}

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const BIG_END_LOCATOR = 0x07064b50
const BIG = 0xffffffff

export async function openZip(source: ByteSource, limits: SheetLimits): Promise<ZipArchive> {
  const entries = entriesOf(await directoryOf(source))
  let unfolded = 0
  return {
    has: (name) => entries.has(name.toLowerCase()),
    async *unfold(name) {
      const entry = entries.get(name.toLowerCase())
      if (!entry) throw brokenSheet('archive', { part: name })
      if (entry.encrypted) throw new Refusal('sheet.encrypted')
      let crc = 0
      for await (const chunk of chunksOf(source, entry)) {
        unfolded += chunk.byteLength
        if (unfolded > limits.unfoldedBytes) throw tooLargeSheet('unfoldedBytes', limits)
        crc = crc32(chunk, crc)
        yield chunk
      }
      if (crc !== entry.crc) throw brokenSheet('archive', { part: name })
    },
  }
}

async function* chunksOf(source: ByteSource, entry: Entry): AsyncGenerator<Buffer> {
  const head = await source.slice(entry.offset, 30)
  if (head.byteLength < 30) throw brokenSheet('archive')
  const start = entry.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
  const packed = source.chunks(start, start + entry.packed)
  if (entry.method === 0) {
    yield* packed
  } else if (entry.method === 8) {
    yield* inflated(packed)
  } else {
    throw brokenSheet('archive', { method: entry.method })
  }
}

async function* inflated(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw({ chunkSize: 65_536 })
  const feeding = pipeline(packed, inflate)
  // Fails too when the reader leaves early; what matters arrives through the reading side.
  feeding.catch(() => undefined)
  try {
    yield* inflate
  } catch (cause) {
    throw brokenSheet('archive', {}, cause)
  }
}

async function directoryOf(source: ByteSource): Promise<Buffer> {
  const tailStart = Math.max(0, source.size - 65_557)
  const tail = await source.slice(tailStart, source.size - tailStart)
  for (let at = tail.byteLength - 22; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END_OF_DIRECTORY) continue
    let size = tail.readUInt32LE(at + 12)
    let start = tail.readUInt32LE(at + 16)
    if ((start === BIG || size === BIG) && at >= 20 && tail.readUInt32LE(at - 20) === BIG_END_LOCATOR) {
      const end = await source.slice(Number(tail.readBigUInt64LE(at - 12)), 56)
      if (end.byteLength < 56) throw brokenSheet('archive')
      size = Number(end.readBigUInt64LE(40))
      start = Number(end.readBigUInt64LE(48))
    }
    if (start + size > source.size) throw brokenSheet('archive')
    return source.slice(start, size)
  }
  throw brokenSheet('archive')
}

function entriesOf(directory: Buffer): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  let at = 0
  while (at + 46 <= directory.byteLength && directory.readUInt32LE(at) === DIRECTORY_ENTRY) {
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28)
    const extraEnd = nameEnd + directory.readUInt16LE(at + 30)
    const name = directory
      .toString('utf8', at + 46, nameEnd)
      .replaceAll('\\', '/')
      .toLowerCase()
    entries.set(name, {
      encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      ...placeOf(directory, at, directory.subarray(nameEnd, extraEnd)),
    })
    at = extraEnd + directory.readUInt16LE(at + 32)
  }
  return entries
}

/** Sizes past four gigabytes, or written by programs that always prepare for them, stand in an extra field. */
function placeOf(directory: Buffer, at: number, extra: Buffer): { packed: number; offset: number } {
  const packed = directory.readUInt32LE(at + 20)
  const offset = directory.readUInt32LE(at + 42)
  if (packed !== BIG && offset !== BIG) return { packed, offset }
  const big = bigNumbersOf(extra)
  if (directory.readUInt32LE(at + 24) === BIG) big.shift()
  return {
    packed: packed === BIG ? (big.shift() ?? packed) : packed,
    offset: offset === BIG ? (big.shift() ?? offset) : offset,
  }
}

function bigNumbersOf(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.byteLength; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    const field = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2))
    return Array.from({ length: Math.floor(field.byteLength / 8) }, (_, place) =>
      Number(field.readBigUInt64LE(place * 8)),
    )
  }
  return []
}

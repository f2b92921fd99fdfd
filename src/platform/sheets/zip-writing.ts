// Writes a zip archive entry after entry, as bytes that flow only as fast as somebody takes them.
import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw } from 'node:zlib'

export type ZipEntry = { name: string; content: Iterable<string> | AsyncIterable<string> }

type Tally = { crc: number; plain: number; packed: number }
type Written = Tally & { name: Buffer; offset: number }

const VERSION = 20
/** Sizes follow the content, and names are UTF-8. */
const FLAGS = 0x0808
const DEFLATED = 8
/** 1980-01-01: the same content makes the same file. */
const DATE = 0x0021
const LARGEST = 0xffffffff
/** Text is handed to the compressor in pieces of about this many characters. */
const PIECE = 65_536

export async function* zipOf(entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>): AsyncGenerator<Buffer> {
  const written: Written[] = []
  let offset = 0
  for await (const { name, content } of entries) {
    const entry: Written = { name: Buffer.from(name), offset, crc: 0, plain: 0, packed: 0 }
    const head = localHead(entry)
    yield head
    yield* deflated(content, entry)
    const sizes = sizesAfter(entry)
    yield sizes
    offset += head.byteLength + entry.packed + sizes.byteLength
    if (offset > LARGEST || entry.plain > LARGEST) throw new RangeError('a zip archive of this kind ends at 4 GB')
    written.push(entry)
  }
  const directory = Buffer.concat(written.map(directoryEntry))
  yield directory
  yield endOf(written.length, directory.byteLength, offset)
}

async function* deflated(content: ZipEntry['content'], tally: Tally): AsyncGenerator<Buffer> {
  // Level 3 packs a sheet a tenth larger than level 6 in half the time.
  const deflate = createDeflateRaw({ level: 3, chunkSize: 65_536 })
  const feeding = pipeline(measured(content, tally), deflate)
  // Fails too when the taker leaves early; a failing content arrives through the reading side.
  feeding.catch(() => undefined)
  for await (const chunk of deflate) {
    tally.packed += chunk.byteLength
    yield chunk
  }
  await feeding
}

async function* measured(content: ZipEntry['content'], tally: Tally): AsyncGenerator<Buffer> {
  for await (const piece of pieces(content)) {
    const bytes = Buffer.from(piece)
    tally.crc = crc32(bytes, tally.crc)
    tally.plain += bytes.byteLength
    yield bytes
  }
}

async function* pieces(content: ZipEntry['content']): AsyncGenerator<string> {
  let piece = ''
  for await (const text of content) {
    piece += text
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}

function localHead({ name }: Written): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(VERSION, 4)
  head.writeUInt16LE(FLAGS, 6)
  head.writeUInt16LE(DEFLATED, 8)
  head.writeUInt16LE(DATE, 12)
  head.writeUInt16LE(name.byteLength, 26)
  return Buffer.concat([head, name])
}

function sizesAfter({ crc, packed, plain }: Tally): Buffer {
  const sizes = Buffer.alloc(16)
  sizes.writeUInt32LE(0x08074b50, 0)
  sizes.writeUInt32LE(crc, 4)
  sizes.writeUInt32LE(packed, 8)
  sizes.writeUInt32LE(plain, 12)
  return sizes
}

function directoryEntry({ name, crc, packed, plain, offset }: Written): Buffer {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(VERSION, 4)
  entry.writeUInt16LE(VERSION, 6)
  entry.writeUInt16LE(FLAGS, 8)
  entry.writeUInt16LE(DEFLATED, 10)
  entry.writeUInt16LE(DATE, 14)
  entry.writeUInt32LE(crc, 16)
  entry.writeUInt32LE(packed, 20)
  entry.writeUInt32LE(plain, 24)
  entry.writeUInt16LE(name.byteLength, 28)
  entry.writeUInt32LE(offset, 42)
  return Buffer.concat([entry, name])
}

function endOf(entries: number, directoryBytes: number, directoryAt: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries, 8)
  end.writeUInt16LE(entries, 10)
  end.writeUInt32LE(directoryBytes, 12)
  end.writeUInt32LE(directoryAt, 16)
  return end
}

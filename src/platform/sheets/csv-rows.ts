// The rows of a text file whose values are parted by commas, semicolons or tabs, in the encodings that offices here use.
import type { ByteSource } from './byte-source.ts'
import { type Cell, isBlank, type SheetRow } from './cells.ts'
import { brokenSheet, type SheetLimits, tooLargeSheet } from './limits.ts'

const SEPARATORS = [',', '\t', ';', '|']
/** A number that was kept from losing its zeros: `="00123"`. */
const PROTECTED = /^="([^"]*)"$/
/** A single value longer than this means a quote that never ends. */
const LONGEST_VALUE = 1_000_000

/** Rows with something in them; the row number counts records, as Excel numbers them. */
export async function* csvRows(source: ByteSource, encoding: string, limits: SheetLimits): AsyncGenerator<SheetRow> {
  let rowNumber = 0
  for await (const values of recordsOf(textChunks(source, encoding))) {
    rowNumber += 1
    if (values.length > limits.columns) throw tooLargeSheet('columns', limits)
    const cells = values.map((value): Cell => {
      const text = PROTECTED.exec(value)?.[1] ?? value
      return isBlank(text) ? null : text
    })
    while (cells.length > 0 && cells.at(-1) === null) cells.pop()
    if (cells.length > 0) yield { rowNumber, cells }
  }
}

/** UTF-8 when all of it is, otherwise GB18030, which holds GBK and GB2312; undefined for what is no text. */
export async function encodingOf(source: ByteSource): Promise<string | undefined> {
  const [first, second] = await source.slice(0, 2)
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  for (const encoding of ['utf-8', 'gb18030']) if (await isEncodedAs(source, encoding)) return encoding
  return undefined
}

async function isEncodedAs(source: ByteSource, encoding: string): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for await (const chunk of source.chunks(0, source.size)) {
      if (chunk.includes(0)) return false
      decoder.decode(chunk, { stream: true })
    }
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

/** Line ends are all `\n`; never ends in the middle of `\r\n`. */
async function* textChunks(source: ByteSource, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  let held = ''
  for await (const chunk of source.chunks(0, source.size)) {
    const text = held + decoder.decode(chunk, { stream: true })
    held = text.endsWith('\r') ? '\r' : ''
    yield text.slice(0, text.length - held.length).replace(/\r\n?/g, '\n')
  }
  yield (held + decoder.decode()).replace(/\r\n?/g, '\n')
}

async function* recordsOf(chunks: AsyncIterable<string>): AsyncGenerator<string[]> {
  let reading: Reading | undefined
  for await (const chunk of chunks) {
    if (reading) yield* records(reading, chunk)
    else if (chunk !== '') {
      const named = /^sep=(.)\n/i.exec(chunk)
      reading = readingOf(named?.[1] ?? separatorOf(chunk))
      yield* records(reading, chunk.slice(named?.[0].length))
    }
  }
  if (reading) yield* lastRecord(reading)
}

/** The one that the first line with anything in it uses most, outside quotes. */
function separatorOf(text: string): string {
  const line = /^\s*((?:[^"\n]|"(?:[^"]|"")*")+)/.exec(text)?.[1]?.replace(/"(?:[^"]|"")*"/g, '') ?? ''
  const counts = SEPARATORS.map((separator) => line.split(separator).length)
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ','
}

type Reading = {
  separator: string
  values: string[]
  value: string
  record: number
  /** In which record the quote was opened that is still open. */
  quotedAt?: number | undefined
  /** A quote has just closed; a second one right behind it stands for itself. */
  closed: boolean
}

const readingOf = (separator: string): Reading => ({ separator, values: [], value: '', record: 1, closed: false })

function* records(reading: Reading, text: string): Generator<string[]> {
  let at = 0
  while (at < text.length) {
    at = reading.quotedAt === undefined ? plainStretch(reading, text, at) : quotedStretch(reading, text, at)
    if (reading.quotedAt !== undefined || reading.closed || at >= text.length) continue
    const character = text[at]
    at += 1
    if (character === '\n') yield ended(reading)
    else if (character === '"') takeQuote(reading)
    else endValue(reading)
  }
}

function* lastRecord(reading: Reading): Generator<string[]> {
  if (reading.quotedAt !== undefined) throw brokenSheet('open_quote', { row: reading.quotedAt })
  if (reading.values.length > 0 || reading.value !== '') yield ended(reading)
}

function plainStretch(reading: Reading, text: string, from: number): number {
  const quoteStandsForItself = reading.closed && text[from] === '"'
  reading.closed = false
  if (quoteStandsForItself) {
    reading.value += '"'
    reading.quotedAt = reading.record
    return from + 1
  }
  let at = from
  while (at < text.length && text[at] !== reading.separator && text[at] !== '\n' && text[at] !== '"') at += 1
  reading.value += text.slice(from, at)
  return at
}

function quotedStretch(reading: Reading, text: string, from: number): number {
  const quote = text.indexOf('"', from)
  reading.value += text.slice(from, quote < 0 ? text.length : quote)
  if (reading.value.length > LONGEST_VALUE) throw brokenSheet('open_quote', { row: reading.quotedAt })
  if (quote < 0) return text.length
  reading.quotedAt = undefined
  reading.closed = true
  return quote + 1
}

/** A quote opens a value only at its beginning; later it is a character like any other. */
function takeQuote(reading: Reading): void {
  if (reading.value.trim() === '') {
    reading.value = ''
    reading.quotedAt = reading.record
  } else {
    reading.value += '"'
  }
}

function endValue(reading: Reading): void {
  reading.values.push(reading.value)
  reading.value = ''
}

function ended(reading: Reading): string[] {
  endValue(reading)
  const { values } = reading
  reading.values = []
  reading.record += 1
  return values
}

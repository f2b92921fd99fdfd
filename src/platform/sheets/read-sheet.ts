// Reads a sheet that somebody brings, row by row: Excel workbooks and text files, told apart by content.

import { isText } from '../files/text-sniffing.ts'
import { Refusal } from '../refusal.ts'
import { type ByteSource, openBytes } from './byte-source.ts'
import { cleanLine, isBlank, type SheetRow } from './cells.ts'
import { csvRows, encodingOf } from './csv-rows.ts'
import { brokenSheet, SHEET_LIMITS, type SheetLimits, tooLargeSheet } from './limits.ts'
import { readWorkbookParts, type SheetPart } from './xlsx-parts.ts'
import { sheetRows } from './xlsx-rows.ts'
import { openZip } from './zip-reading.ts'

export type ReadOptions = {
  /** By name; without it the first one that is shown and not empty. */
  sheet?: string
  limits?: Partial<SheetLimits>
}
export type OpenedSheet = AsyncDisposable & {
  /** One for each column that has a name or anything below it; columns without a name carry an empty one. */
  headers: string[]
  headerRow: number
  /** Rows below the header with something in them, cells padded to the headers. Walk it once. */
  rows: AsyncIterable<SheetRow>
}

/** All rows with something in them, the header among them. Refuses `sheet.broken`, `.encrypted`, `.too_large`, `.empty`. */
export async function* readSheet(source: string | Uint8Array, options: ReadOptions = {}): AsyncGenerator<SheetRow> {
  const limits = { ...SHEET_LIMITS, ...options.limits }
  const bytes = await openBytes(source)
  try {
    if (bytes.size === 0) throw new Refusal('sheet.empty')
    if (bytes.size > limits.fileBytes) throw tooLargeSheet('fileBytes', limits)
    let rows = 0
    for await (const row of rowsOf(bytes, options.sheet, limits)) {
      rows += 1
      // The header is one more.
      if (rows > limits.rows + 1) throw tooLargeSheet('rows', limits)
      yield row
    }
    if (rows === 0) throw new Refusal('sheet.empty')
  } finally {
    await bytes.close()
  }
}

/**
 * The header and what stands below it; a title in one cell above the header is passed over. Take it with `await using`: whoever looks
 * at the headers only leaves a file open otherwise.
 */
export async function openSheet(source: string | Uint8Array, options: ReadOptions = {}): Promise<OpenedSheet> {
  const rows = readSheet(source, options)
  const first = await nextRow(rows)
  const second = await nextRow(rows)
  if (isTitle(first, second)) {
    const third = await nextRow(rows)
    return openedAt(second, third, rows)
  }
  return openedAt(first, second, rows)
}

function openedAt(header: SheetRow, firstRow: SheetRow, rest: AsyncGenerator<SheetRow>): OpenedSheet {
  const headers = header.cells.map(cleanLine)
  while (headers.length < firstRow.cells.length) headers.push('')
  const padded = ({ rowNumber, cells }: SheetRow): SheetRow => ({
    rowNumber,
    cells: [...cells, ...headers.slice(cells.length).map(() => null)],
  })
  async function* rows() {
    yield padded(firstRow)
    for await (const row of rest) yield padded(row)
  }
  return {
    headers,
    headerRow: header.rowNumber,
    rows: rows(),
    async [Symbol.asyncDispose]() {
      await rest.return(undefined)
    },
  }
}

const isTitle = (first: SheetRow, second: SheetRow) => filled(first) === 1 && filled(second) > 2

const filled = (row: SheetRow) => row.cells.filter((cell) => !isBlank(cell)).length

async function nextRow(rows: AsyncGenerator<SheetRow>): Promise<SheetRow> {
  const next = await rows.next()
  if (next.done) throw new Refusal('sheet.empty')
  return next.value
}

async function* rowsOf(bytes: ByteSource, sheet: string | undefined, limits: SheetLimits): AsyncGenerator<SheetRow> {
  const beginning = await bytes.slice(0, 65_536)
  if (beginning.toString('latin1', 0, 4) === 'PK\x03\x04') {
    yield* xlsxRows(bytes, sheet, limits)
  } else if (beginning.toString('latin1', 0, 8) === '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') {
    throw await compoundRefusal(bytes)
  } else {
    const encoding = isText(beginning) ? await encodingOf(bytes) : undefined
    if (encoding === undefined) throw brokenSheet(isHtml(beginning) ? 'html' : 'not_a_sheet')
    yield* csvRows(bytes, encoding, limits)
  }
}

async function* xlsxRows(bytes: ByteSource, wanted: string | undefined, limits: SheetLimits): AsyncGenerator<SheetRow> {
  const archive = await openZip(bytes, limits)
  const parts = await readWorkbookParts(archive, limits)
  for (const { part } of candidates(parts.sheets, wanted)) {
    let any = false
    for await (const row of sheetRows({ archive, parts, limits }, part)) {
      any = true
      yield row
    }
    if (any) return
  }
}

function candidates(sheets: SheetPart[], wanted: string | undefined): SheetPart[] {
  if (wanted === undefined) return sheets.filter((sheet) => !sheet.hidden)
  const named = sheets.filter((sheet) => sheet.name === wanted)
  if (named.length === 0) throw brokenSheet('no_such_sheet', { sheets: sheets.map((sheet) => sheet.name) })
  return named
}

/** Excel before 2007 and workbooks with a password are wrapped in the same kind of file. */
async function compoundRefusal(bytes: ByteSource): Promise<Refusal> {
  const all = await bytes.slice(0, bytes.size)
  const encrypted = all.includes(Buffer.from('EncryptedPackage', 'utf16le'))
  return encrypted ? new Refusal('sheet.encrypted') : brokenSheet('old_excel')
}

const isHtml = (beginning: Buffer) => /<(?:html|table|!doctype html|meta)/i.test(beginning.toString('latin1'))

// Writes a list as an Excel workbook while its rows are still being fetched; memory stays flat, a slow taker slows the fetching.
import { createWriteStream } from 'node:fs'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  contentTypesXml,
  packageRelationsXml,
  rowWriter,
  type SheetCell,
  type SheetColumn,
  sheetHead,
  sheetNameOf,
  sheetTail,
  stylesXml,
  workbookRelationsXml,
  workbookXml,
} from './sheet-xml.ts'
import { type ZipEntry, zipOf } from './zip-writing.ts'

export type SheetRecord = Readonly<Record<string, SheetCell>>
export type SheetDraft = {
  sheetName: string
  columns: readonly SheetColumn[]
  rows: Iterable<SheetRecord> | AsyncIterable<SheetRecord>
  /** Instants are shown in it; Asia/Shanghai unless said otherwise. */
  zone?: string
  /** What does not fit on one sheet goes on in a second. */
  rowsPerSheet?: number
}

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** What a sheet holds at most in Excel, header included. */
const MOST_ROWS = 1_048_576

export async function writeSheet(target: Writable | string, draft: SheetDraft): Promise<void> {
  await pipeline(sheetBytes(draft), typeof target === 'string' ? createWriteStream(target, { mode: 0o600 }) : target)
}

/** The same as bytes to be taken one after the other. */
export const sheetBytes = (draft: SheetDraft): AsyncGenerator<Buffer> => zipOf(workbookEntries(draft))

async function* workbookEntries(draft: SheetDraft): AsyncGenerator<ZipEntry> {
  const rows = cursorOf(draft.rows)
  const names: string[] = []
  try {
    do {
      names.push(sheetNameOf(draft.sheetName, names.length + 1))
      yield { name: `xl/worksheets/sheet${names.length}.xml`, content: sheetContent(draft, rows) }
    } while (!rows.ended())
  } finally {
    await rows.close()
  }
  yield { name: 'xl/styles.xml', content: [stylesXml()] }
  yield { name: 'xl/workbook.xml', content: [workbookXml(names)] }
  yield { name: 'xl/_rels/workbook.xml.rels', content: [workbookRelationsXml(names.length)] }
  yield { name: '_rels/.rels', content: [packageRelationsXml()] }
  yield { name: '[Content_Types].xml', content: [contentTypesXml(names.length)] }
}

async function* sheetContent(draft: SheetDraft, rows: Cursor): AsyncGenerator<string> {
  const { columns, zone, rowsPerSheet = MOST_ROWS } = draft
  const rowXml = rowWriter(columns, zone)
  yield sheetHead(columns)
  let row = 1
  while (row < rowsPerSheet) {
    const record = await rows.next()
    if (!record) break
    row += 1
    yield rowXml(row, record)
  }
  yield sheetTail(columns, row)
}

type Cursor = { next(): Promise<SheetRecord | undefined>; ended(): boolean; close(): Promise<void> }

/** Looks one row ahead, to know whether another sheet is needed. */
function cursorOf(rows: SheetDraft['rows']): Cursor {
  const iterator = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]()
  let ahead: IteratorResult<SheetRecord> | undefined
  return {
    async next() {
      const current = ahead ?? (await iterator.next())
      if (current.done) {
        ahead = current
        return undefined
      }
      ahead = await iterator.next()
      return current.value
    },
    ended: () => ahead?.done === true,
    async close() {
      if (!ahead?.done) await iterator.return?.()
    },
  }
}

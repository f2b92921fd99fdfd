// From the bytes of a table to rows with values: header, proposal, parsing.
import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import type { Store } from '../files/store.ts'
import type { Cell, SheetRow } from '../sheets/cells.ts'
import { proposeMapping } from '../sheets/mapping.ts'
import { type Parsed, parseDay, parseInstant, parseInteger, parseText } from '../sheets/parse-cells.ts'
import { type OpenedSheet, openSheet } from '../sheets/read-sheet.ts'
import type { Importer, ImportField, MappedRow, Reason, Value } from './importer.ts'

export type Columns = Readonly<Record<string, number>>

const SAMPLE_ROWS = 10
const LONGEST_SAMPLE_CELL = 200
const LONGEST_LINE = 500
const LONGEST_TEXT = 20_000

export async function openStored(store: Store, file: { companyId: string; sha256: string }): Promise<OpenedSheet> {
  return openSheet(await buffer(await store.get(file)))
}

/** What is needed to propose a mapping; the rest of the file is not read. */
export async function readBeginning(sheet: OpenedSheet) {
  const sample: Cell[][] = []
  for await (const { cells } of sheet.rows) {
    sample.push(cells.map((cell) => (typeof cell === 'string' ? cell.slice(0, LONGEST_SAMPLE_CELL) : cell)))
    if (sample.length === SAMPLE_ROWS) break
  }
  const signature = createHash('sha256').update(JSON.stringify(sheet.headers)).digest('base64url')
  return { headers: sheet.headers, sample, signature }
}

export function proposedColumns({ fields }: Pick<Importer, 'fields'>, headers: readonly string[]) {
  const { columns } = proposeMapping(headers, fields)
  const mapping: Record<string, number> = {}
  const unsure: string[] = []
  for (const { field, column, how } of columns) {
    if (field === undefined) continue
    mapping[field] = column
    if (how === 'near') unsure.push(field)
  }
  return { mapping, unsure }
}

export type ReadRow = { source: SheetRow; mapped?: MappedRow; reasons: readonly Reason[] }

/** A row with any reason has no values. */
export function readRow({ fields }: Importer, columns: Columns, source: SheetRow, zone: string): ReadRow {
  const values: Record<string, Value> = {}
  const reasons: Reason[] = []
  for (const field of fields) {
    const column = columns[field.key]
    const cell = column === undefined ? null : (source.cells[column] ?? null)
    const parsed = parseCell(field, cell, zone)
    if (parsed.reason !== undefined) reasons.push({ code: parsed.reason, field: field.key, params: parsed.params })
    else if (parsed.value === undefined && field.required) reasons.push({ code: 'cell.missing', field: field.key })
    values[field.key] = parsed.value ?? null
  }
  return reasons.length > 0 ? { source, reasons } : { source, reasons, mapped: { row: source.rowNumber, values } }
}

function parseCell(field: ImportField, cell: Cell, zone: string): Parsed<string | number> {
  const { kind, longest, min, max } = field
  if (kind === 'line') return parseText(cell, { longest: longest ?? LONGEST_LINE })
  if (kind === 'text') return parseText(cell, { longest: longest ?? LONGEST_TEXT, lines: true })
  if (kind === 'instant') return parseInstant(cell, zone)
  if (kind === 'day') return parseDay(cell)
  return parseInteger(cell, { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) })
}

// The rows of one sheet of a workbook, as its XML arrives.
import { type Cell, isBlank, type SheetRow } from './cells.ts'
import { type SheetLimits, tooLargeSheet } from './limits.ts'
import { wallTextOf } from './wall-time.ts'
import { runsListener, unescapedControls, type WorkbookParts } from './xlsx-parts.ts'
import { attributeOf, scanning } from './xml-scanning.ts'
import type { ZipArchive } from './zip-reading.ts'

export type OpenedWorkbook = { archive: ZipArchive; parts: WorkbookParts; limits: SheetLimits }

/** Rows with something in them. */
export async function* sheetRows(workbook: OpenedWorkbook, part: string): AsyncGenerator<SheetRow> {
  const ready: SheetRow[] = []
  for await (const _ of scanning(workbook.archive.unfold(part), rowEars(workbook, ready))) {
    yield* ready
    ready.length = 0
  }
}

function rowEars({ parts, limits }: OpenedWorkbook, ready: SheetRow[]) {
  const runs = runsListener()
  let row: SheetRow = { rowNumber: 0, cells: [] }
  let column = 0
  let kind: string | undefined
  let style = 0
  let value = ''
  let inValue = false

  const openCell = (attributes: string) => {
    column = columnOf(attributeOf(attributes, 'r')) ?? column + 1
    kind = attributeOf(attributes, 't')
    style = Number(attributeOf(attributes, 's') ?? 0)
    value = ''
    inValue = false
  }
  const closeCell = () => {
    const inline = runs.taken()
    const cell = kind === 'inlineStr' ? inline : cellOf(value, kind, style, parts)
    if (isBlank(cell)) return
    if (column > limits.columns) throw tooLargeSheet('columns', limits)
    while (row.cells.length < column - 1) row.cells.push(null)
    row.cells[column - 1] = cell
  }
  return {
    open(tag: string, attributes: string) {
      if (tag === 'c') openCell(attributes)
      else if (tag === 'row') {
        row = { rowNumber: Number(attributeOf(attributes, 'r') ?? row.rowNumber + 1), cells: [] }
        column = 0
      } else if (tag === 'v') inValue = true
      else runs.open(tag)
    },
    close(tag: string) {
      if (tag === 'c') closeCell()
      else if (tag === 'v') inValue = false
      else if (tag === 'row') {
        if (row.cells.length > 0) ready.push(row)
      } else runs.close(tag)
    },
    text(text: string) {
      if (inValue) value += text
      else runs.text(text)
    },
  }
}

function cellOf(value: string, kind: string | undefined, style: number, parts: WorkbookParts): Cell {
  if (value === '') return null
  switch (kind) {
    case 's':
      return parts.texts[Number(value)] ?? null
    case 'str':
      return unescapedControls(value)
    case 'e':
      return value
    case 'b':
      return value === '1' || value === 'true'
    case 'd':
      return value.replace('T', ' ')
    default:
      return numberOf(value, style, parts)
  }
}

function numberOf(value: string, style: number, parts: WorkbookParts): Cell {
  const number = Number(value)
  if (Number.isNaN(number)) return value
  const shown = parts.shown[style] ?? 'plain'
  if (shown === 'plain') return number
  if (shown === 'time') return wallTextOf(number, parts.startsIn1904)
  return Number.isInteger(number) && number >= 0 ? String(number).padStart(shown.digits, '0') : number
}

/** 3 of `C7`. */
function columnOf(reference: string | undefined): number | undefined {
  if (!reference) return undefined
  let column = 0
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) & 0x5f
    if (letter < 0x41 || letter > 0x5a) break
    column = column * 26 + letter - 0x40
  }
  return column || undefined
}

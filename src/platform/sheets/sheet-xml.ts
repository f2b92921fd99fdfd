// The XML of a workbook that is written row by row: its styles, its columns, its cells.
import { DEFAULT_ZONE } from '../calendar/zones.ts'
import { serialOfDay, serialOfInstant } from './wall-time.ts'

/** money is whole fen; instant an ISO instant, shown in the zone; day `YYYY-MM-DD`. */
export type ColumnKind = 'text' | 'instant' | 'day' | 'money' | 'number'
export type SheetColumn = {
  key: string
  label: string
  /** In narrow characters; a Chinese one takes two. */
  width?: number
  kind: ColumnKind
}
export type SheetCell = string | number | boolean | Date | null | undefined

export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Places of the cell formats in `stylesXml`. */
const STYLE = { header: 1, text: 2, guardedText: 3, instant: 4, day: 5, money: 6, number: 7 }
const WIDTHS: Record<ColumnKind, number> = { text: 18, instant: 19, day: 12, money: 14, number: 10 }
/** What a cell holds at most in Excel. */
const LONGEST_TEXT = 32_767
// Excel offers to take such text for a formula once somebody edits it or saves it as CSV.
const LIKE_FORMULA = /^[=+\-@\t\r]/
// Control characters and halves of characters are nothing that XML can hold.
const NOT_XML = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu
const MARKUP = /[&<>"]/g
const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export const columnLetters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : columnLetters(Math.floor(column / 26) - 1) + columnLetters(column % 26)

/** Everything before the rows: frozen header, widths, the header itself. */
export function sheetHead(columns: readonly SheetColumn[]): string {
  const widths = columns
    .map(({ width, kind }, at) => {
      const wide = Math.min(width ?? WIDTHS[kind], 120)
      return `<col min="${at + 1}" max="${at + 1}" width="${wide}" customWidth="1"/>`
    })
    .join('')
  const labels = columns.map(({ label }, at) => textCell(`${columnLetters(at)}1`, STYLE.header, label)).join('')
  return (
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
    '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>' +
    `<sheetFormatPr defaultRowHeight="16"/><cols>${widths}</cols>` +
    `<sheetData><row r="1" ht="20" customHeight="1">${labels}</row>`
  )
}

export function sheetTail(columns: readonly SheetColumn[], lastRow: number): string {
  const corner = `${columnLetters(columns.length - 1)}${lastRow}`
  // Prints on A4 across, all columns on one page wide.
  const paper = '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'
  return `</sheetData><autoFilter ref="A1:${corner}"/>${paper}</worksheet>`
}

/** Makes the XML of one row after the other for the same columns. */
export function rowWriter(columns: readonly SheetColumn[], zone: string = DEFAULT_ZONE) {
  const places = columns.map(({ key, kind }, at) => ({ key, kind, letters: columnLetters(at) }))
  return (row: number, cells: Readonly<Record<string, SheetCell>>): string => {
    let xml = `<row r="${row}">`
    for (const { key, kind, letters } of places) {
      const cell = cells[key]
      if (cell !== null && cell !== undefined && cell !== '') xml += cellXml(`${letters}${row}`, kind, cell, zone)
    }
    return `${xml}</row>`
  }
}

function cellXml(place: string, kind: ColumnKind, cell: string | number | boolean | Date, zone: string): string {
  switch (kind) {
    case 'text': {
      const text = cell instanceof Date ? cell.toISOString() : String(cell)
      return textCell(place, LIKE_FORMULA.test(text) ? STYLE.guardedText : STYLE.text, text)
    }
    case 'instant':
      return numberCell(place, STYLE.instant, serialOfInstant(cell instanceof Date ? cell : String(cell), zone))
    case 'day':
      return numberCell(place, STYLE.day, serialOfDay(String(cell)))
    case 'money':
      return numberCell(place, STYLE.money, Number(cell) / 100)
    case 'number':
      return numberCell(place, STYLE.number, Number(cell))
  }
}

function numberCell(place: string, style: number, number: number): string {
  if (!Number.isFinite(number)) throw new TypeError(`not a number for ${place}`)
  return `<c r="${place}" s="${style}"><v>${number}</v></c>`
}

/** An inline string is text whatever it begins with; it is never worked out. */
const textCell = (place: string, style: number, text: string) =>
  `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(fitting(text))}</t></is></c>`

const fitting = (text: string) => (text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text)

function escaped(text: string): string {
  return text
    .replace(NOT_XML, '')
    .replace(/\r\n?/g, '\n')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(MARKUP, (mark) => ESCAPED[mark] ?? mark)
}

/** Excel's own rules: at most 31 characters, none of `[]:*?/\`, no apostrophe at the ends. */
export function sheetNameOf(wanted: string, part: number): string {
  const end = part === 1 ? '' : ` (${part})`
  const name = wanted
    .replace(/[[\]:*?/\\]/g, ' ')
    .replace(/^'+|'+$/g, '')
    .trim()
  return (name || 'Sheet').slice(0, 31 - end.length).trim() + end
}

export function workbookXml(sheetNames: readonly string[]): string {
  const sheets = sheetNames.map(
    (name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  )
  // The header is printed on top of every page.
  const titles = sheetNames.map((name, at) => {
    const quoted = `'${name.replaceAll("'", "''")}'`
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${escaped(quoted)}!$1:$1</definedName>`
  })
  return (
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.join('')}</sheets>` +
    `<definedNames>${titles.join('')}</definedNames></workbook>`
  )
}

export function workbookRelationsXml(sheets: number): string {
  const numbers = Array.from({ length: sheets }, (_, at) => at + 1)
  const parts = numbers.map((at) => relation(at, 'worksheet', `worksheets/sheet${at}.xml`))
  return relationsXml([...parts, relation(sheets + 1, 'styles', 'styles.xml')])
}

export const packageRelationsXml = () => relationsXml([relation(1, 'officeDocument', 'xl/workbook.xml')])

const relation = (at: number, kind: string, target: string) =>
  `<Relationship Id="rId${at}" Type="${RELATIONS}/${kind}" Target="${target}"/>`

const relationsXml = (relations: string[]) =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`

export function contentTypesXml(sheets: number): string {
  const numbers = Array.from({ length: sheets }, (_, at) => at + 1)
  const parts = [
    ['/xl/workbook.xml', 'sheet.main'],
    ['/xl/styles.xml', 'styles'],
    ...numbers.map((at) => [`/xl/worksheets/sheet${at}.xml`, 'worksheet']),
  ]
  const overrides = parts.map(([part, kind]) => `<Override PartName="${part}" ContentType="${CONTENT}.${kind}+xml"/>`)
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
  )
}

const xf = (format: number, more = '', inside = '') =>
  `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"${more}>${inside}</xf>`

/** In the order of `STYLE`. */
export const stylesXml = () =>
  `${HEAD}<styleSheet xmlns="${MAIN}">` +
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/></numFmts>' +
  '<fonts count="2"><font><sz val="10"/><name val="Microsoft YaHei"/><family val="2"/></font>' +
  '<font><b/><sz val="10"/><name val="Microsoft YaHei"/><family val="2"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFEFF2F5"/><bgColor indexed="64"/></patternFill></fill></fills>' +
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>' +
  '<border><left/><right/><top/><bottom style="thin"><color rgb="FFB8C0C8"/></bottom><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="8"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center"/></xf>' +
  `${xf(49)}${xf(49, ' quotePrefix="1"')}${xf(164)}${xf(165)}${xf(4)}${xf(0)}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'

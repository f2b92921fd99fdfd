// Workbooks written out by hand, for what no library writes: other programs' habits, and damage.

import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { zipOf } from './zip-writing.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

export type HandMade = {
  /** What stands in `sheetData` of each sheet, in the order in which the workbook names them. */
  sheets: string[]
  sharedStrings?: string
  /** Children of `styleSheet`. */
  styles?: string
  workbookPr?: string
  sheetAttributes?: string[]
  prefix?: string
  more?: Record<string, string>
}

export async function handMadeWorkbook(made: HandMade): Promise<Buffer> {
  const parts = { ...partsOf(made), ...made.more }
  const entries = Object.entries(parts).map(([name, content]) => ({ name, content: [content] }))
  return buffer(Readable.from(zipOf(entries)))
}

function partsOf({ sheets, sharedStrings = '', styles = '', workbookPr = '', sheetAttributes = [], prefix }: HandMade) {
  const named = (xml: string) => (prefix ? xml.replace(/<(\/?)(?=\w)/g, `<$1${prefix}:`) : xml)
  const namespace = prefix ? `xmlns:${prefix}="${MAIN}"` : `xmlns="${MAIN}"`
  const list = sheets
    .map((_, at) => `<sheet name="表${at + 1}" sheetId="${at + 1}" r:id="rId${at + 1}" ${sheetAttributes[at] ?? ''}/>`)
    .join('')
  const relations = sheets.map((_, at) =>
    relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${sheets.length - at}.xml`),
  )
  return {
    // Sheets come first in the archive, and the first sheet of the workbook in the last file.
    ...Object.fromEntries(
      sheets.map((rows, at) => [
        `xl/worksheets/sheet${sheets.length - at}.xml`,
        named(`<worksheet ${namespace}><sheetData>${rows}</sheetData></worksheet>`),
      ]),
    ),
    'xl/workbook.xml': named(
      `<workbook ${namespace} xmlns:r="${OFFICE}">${workbookPr}<sheets>${list}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': relationList([
      ...relations,
      relation('rId90', 'styles', 'styles.xml'),
      relation('rId91', 'sharedStrings', '/xl/sharedStrings.xml'),
    ]),
    'xl/styles.xml': named(`<styleSheet ${namespace}>${styles}</styleSheet>`),
    'xl/sharedStrings.xml': named(`<sst ${namespace}>${sharedStrings}</sst>`),
    '_rels/.rels': relationList([relation('rId1', 'officeDocument', 'xl/workbook.xml')]),
  }
}

const relation = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`

const relationList = (relations: string[]) =>
  `<?xml version="1.0"?><Relationships xmlns="${PACKAGE}">${relations.join('')}</Relationships>`

/** A row of inline texts. */
export const textRow = (...texts: string[]) =>
  `<row>${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`

export async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

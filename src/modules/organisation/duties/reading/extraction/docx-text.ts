// The text of a Word document (docx): paragraphs, list numbers, table rows.
import { attributeOf, scanXml } from '../../../../../platform/sheets/xml-scanning.ts'
import type { ZipArchive } from '../../../../../platform/sheets/zip-reading.ts'
import { documentFault } from '../faults.ts'
import { CELL_LINE, LIMITS } from './extracted.ts'

export const WORD_PART = 'word/document.xml'

/** Beside the text whether there are pictures, which tells an empty document from a scanned one. */
export async function docxText(archive: ZipArchive): Promise<{ text: string; pictures: boolean }> {
  const writing = startWriting()
  await scanXml(archive.unfold(WORD_PART), {
    open: (tag, attributes) => open(writing, tag, attributes),
    close: (tag) => close(writing, tag),
    text(text) {
      if (writing.inText && writing.skipped === 0) writing.paragraph += text
    },
  })
  return { text: writing.lines.join('\n'), pictures: writing.pictures }
}

type Cell = string[]
type Writing = {
  lines: string[]
  length: number
  paragraph: string
  inText: boolean
  /** Inside what is shown by older programs only, or was deleted. */
  skipped: number
  pictures: boolean
  list?: { id: string; level: number }
  counters: Map<string, number>
  /** Rows of tables within tables stand in the cell around them. */
  rows: Cell[][]
}

const startWriting = (): Writing => ({
  lines: [],
  length: 0,
  paragraph: '',
  inText: false,
  skipped: 0,
  pictures: false,
  counters: new Map(),
  rows: [],
})

const SKIPPED = new Set(['Fallback', 'del', 'moveFrom'])
const SIGNS = new Map([
  ['tab', ' '],
  ['br', '\n'],
  ['cr', '\n'],
  ['noBreakHyphen', '-'],
])

function open(writing: Writing, tag: string, attributes: string): void {
  if (SKIPPED.has(tag)) writing.skipped += 1
  if (writing.skipped > 0) return
  const sign = SIGNS.get(tag)
  if (tag === 't') writing.inText = true
  else if (sign) writing.paragraph += sign
  else if (tag === 'drawing' || tag === 'pict') writing.pictures = true
  else if (tag === 'tr') writing.rows.push([])
  else if (tag === 'tc') writing.rows.at(-1)?.push([])
  else openList(writing, tag, attributes)
}

function openList(writing: Writing, tag: string, attributes: string): void {
  if (tag === 'numPr') writing.list = { id: '', level: 0 }
  else if (tag === 'ilvl' && writing.list) writing.list.level = Number(attributeOf(attributes, 'w:val') ?? 0)
  else if (tag === 'numId' && writing.list) writing.list.id = attributeOf(attributes, 'w:val') ?? ''
}

function close(writing: Writing, tag: string): void {
  if (SKIPPED.has(tag)) writing.skipped -= 1
  else if (tag === 't') writing.inText = false
  else if (tag === 'p') endParagraph(writing)
  else if (tag === 'tr') endRow(writing)
}

function endParagraph(writing: Writing): void {
  const text = numbered(writing, writing.paragraph)
  writing.paragraph = ''
  delete writing.list
  const cell = writing.rows.at(-1)?.at(-1)
  if (cell) cell.push(...text.split('\n'))
  else put(writing, text)
}

function endRow(writing: Writing): void {
  const cells = (writing.rows.pop() ?? []).map((lines) => lines.filter((line) => line.trim() !== '').join(CELL_LINE))
  const around = writing.rows.at(-1)?.at(-1)
  if (around) around.push(cells.join(' '))
  else put(writing, cells.join('\t'))
}

function put(writing: Writing, line: string): void {
  // An empty line counts as well, or millions of them would come through.
  writing.length += line.length + 1
  if (writing.length > LIMITS.characters) throw documentFault('document.too_long')
  writing.lines.push(line)
}

/** Word keeps the numbers of a list apart from its text; they are counted here as it counts them. */
function numbered({ list, counters }: Writing, text: string): string {
  if (!list || list.id === '' || list.id === '0' || text.trim() === '') return text
  const key = (level: number) => `${list.id}/${level}`
  const number = (counters.get(key(list.level)) ?? 0) + 1
  counters.set(key(list.level), number)
  for (let deeper = list.level + 1; deeper < 9; deeper += 1) counters.delete(key(deeper))
  return list.level === 0 ? `${number}、${text}` : `(${number})${text}`
}

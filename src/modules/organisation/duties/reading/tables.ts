// Tables become text as somebody would read them out: each cell on lines of its own, under what its column or the cell before says.
import { isPostTitle } from './post-titles.ts'
import { EMPTY, joined, linesOf, part, put, type Script, trimmed } from './script.ts'
import { type Label, labelOf } from './section-labels.ts'

/** Rows are lines whose cells are parted by tabs or bars; lines within a cell end with U+2028. */
export function withoutTables(lines: readonly Script[]): Script[] {
  const read: Script[] = []
  let columns: Columns | undefined
  for (const line of lines) {
    const cells = cellsOf(line)
    if (filled(cells).length < 2) {
      if (columns && endsTable(line, cells)) {
        read.push(BELOW)
        columns = undefined
      }
      read.push(...filled(cells).flatMap(cells.length < 2 ? linesIn : ownLines))
    } else {
      const head: Columns | undefined = columnsIn(cells)
      columns = head ?? columns
      if (!head) read.push(...(columns ? byColumn(cells, columns) : byLabel(cells)))
    }
  }
  return read
}

type Columns = (Label | undefined)[]

/** A title over the whole width ends nothing; a line without cells does. */
const endsTable = (line: Script, cells: readonly Script[]) => cells.length < 2 && line.text.trim() !== ''

function cellsOf(line: Script): Script[] {
  const places = [...line.text.matchAll(/[\t|]/g)].map(({ index }) => index)
  const bounds = [-1, ...places, line.text.length]
  return bounds.slice(1).map((end, at) => trimmed(part(line, (bounds[at] ?? -1) + 1, end)))
}

const filled = (cells: readonly Script[]) => cells.filter(({ text }) => text !== '')

/** What stands below a table is not told of the post in its last row. */
const BELOW = put('说明:')

/** A cell says something whole: no broken line goes on in the next one. */
const ownLines = (cell: Script): Script[] =>
  linesIn(cell).map((line) =>
    line.text.length > 6 && !/[;。:,、!]$/.test(line.text) ? joined([line, put(';')]) : line,
  )

const linesIn = (cell: Script) => linesOf(cell, '\u2028')

/** A row of headings names who and what he does: `序号 岗位 岗位职责 任职要求`. */
function columnsIn(cells: readonly Script[]): Columns | undefined {
  const columns = cells.map(({ text }) => columnLabel(text.replace(/\s/g, '')))
  const isTitle = (label: Label | undefined) => label?.kind === 'attribute' && label.attribute === 'title'
  const isDuties = (label: Label | undefined) => label?.kind === 'section' && label.section === 'duties'
  return columns.some(isTitle) && columns.some(isDuties) ? columns : undefined
}

/** The head of a column says it in more words than a label: `主要职责简述`. */
function columnLabel(text: string): Label | undefined {
  const known = labelOf(text)
  if (known || text.length > 12) return known
  if (/(?:要求|资格|条件|标准)/.test(text)) return { kind: 'section', section: 'aside' }
  if (/职责|工作内容|工作任务/.test(text)) return { kind: 'section', section: 'duties' }
  return /^(?:各|设置)?(?:岗位|职位|职务|工种)(?:名称|类别|设置)?$/.test(text)
    ? { kind: 'attribute', attribute: 'title' }
    : undefined
}

const SAID: Record<string, string> = {
  title: '岗位名称:',
  reportsTo: '直接上级:',
  supervises: '直接下属:',
  department: '所属部门:',
  duties: '岗位职责:',
  schedule: '每日工作流程:',
  authorities: '工作权限:',
  summary: '岗位概述:',
  aside: '任职要求:',
}

const wordFor = (label: Label) => SAID[label.kind === 'section' ? label.section : label.attribute]

/** Who comes first, whatever the order of the columns; a cell left empty belongs to the row above. */
function byColumn(given: readonly Script[], columns: Columns): Script[] {
  const cells = shifted(given, columns)
  const told = cells.flatMap((cell, at) => {
    const label = columns[at]
    const word = label && wordFor(label)
    return cell.text === '' || !word ? [] : [{ first: word === SAID.title, lines: said(word, cell) }]
  })
  return [...told.filter(({ first }) => first), ...told.filter(({ first }) => !first)].flatMap(({ lines }) => lines)
}

/** A cell that spans several rows is missing in all but the first of them: the others stand too far left. */
function shifted(cells: readonly Script[], columns: Columns): readonly Script[] {
  const at = columns.findIndex((label) => label?.kind === 'attribute' && label.attribute === 'title')
  const isLeft = at === 1 && isPostTitle(cells[0]?.text ?? '') && !isPostTitle(cells[1]?.text ?? '')
  return isLeft ? [EMPTY, ...cells] : cells
}

/** Cells by twos: `岗位名称 | 收费员 | 直接上级 | 财务主管`; a number belongs to the cell behind it. */
function byLabel(cells: readonly Script[]): Script[] {
  const lines: Script[] = []
  let rest = filled(cells)
  while (rest[0]) {
    const pair = pairedIn(rest[0], rest[1])
    lines.push(...(pair ?? linesIn(rest[0])))
    rest = rest.slice(pair ? 2 : 1)
  }
  return lines
}

function pairedIn(cell: Script, value: Script | undefined): Script[] | undefined {
  if (!value) return undefined
  if (/^\d{1,3}$/.test(cell.text)) return linesIn(joined([cell, put('、'), value]))
  const label = labelOf(cell.text.replace(/\s/g, ''))
  return label && !labelOf(value.text) ? said(wordFor(label) ?? `${cell.text}:`, value) : undefined
}

function said(word: string, cell: Script): Script[] {
  const lines = word === SAID.duties ? ownLines(cell) : linesIn(cell)
  const [only] = lines
  return lines.length === 1 && only ? [joined([put(word), only])] : [put(word), ...lines]
}

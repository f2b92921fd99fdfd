// Draws each kind of block as rows of cells.
import { drawChoices, drawPictures, drawSignatures } from './drawn-blocks.ts'
import type { Block, LabelledValue } from './form.ts'
import { baselineIn, drawText, FAINT, lineHeightOf, measured, type Paper, widthOf, written } from './paper.ts'
import type { PaperPictures } from './pictures.ts'
import { besideLabel, type Cell, fits, paddingOf, placeRow, type Row, rowHeightOf } from './rows.ts'
import { wrap } from './wrapping.ts'

type BlockOf<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>

export function drawBlock(paper: Paper, block: Block, pictures: PaperPictures): void {
  switch (block.kind) {
    case 'heading':
      drawHeadingRow(paper, block.text)
      break
    case 'grid':
      drawGrid(paper, block)
      break
    case 'table':
      drawTable(paper, block)
      break
    case 'text':
      drawLongText(paper, block)
      break
    case 'choices':
      drawChoices(paper, block)
      break
    case 'pictures':
      drawPictures(paper, block, pictures)
      break
    case 'signatures':
      drawSignatures(paper, block.signatures, pictures)
      break
    case 'note':
      drawNote(paper, block.text)
      break
  }
}

/** The labels of one form are equally wide, so that the lines between them and the values run through. */
export function labelWidthFor(paper: Paper, blocks: readonly Block[]): number {
  const labels = blocks.flatMap((block) => {
    if (block.kind === 'grid') return block.cells.map((cell) => cell.label)
    return block.kind === 'text' || block.kind === 'choices' || block.kind === 'pictures' ? [block.label] : []
  })
  const widest = Math.max(0, ...labels.map((label) => measured(paper, written(paper, label))))
  return Math.min(Math.max(widest + 2 * paddingOf(paper).x, paper.size * 6), paper.size * 9)
}

function drawHeadingRow(paper: Paper, text: string): void {
  const row = { cells: [{ width: widthOf(paper), text, label: true, bold: true, align: 'left' as const }] }
  // A heading at the foot of a page heads nothing.
  if (!fits(paper, rowHeightOf(paper, row) * 2)) paper.turnPage()
  placeRow(paper, row)
}

function drawGrid(paper: Paper, { columns = 2, cells }: BlockOf<'grid'>): void {
  const pair = widthOf(paper) / columns
  for (const row of gridRows(cells, columns)) {
    const placed = row.flatMap(({ label, value, span }): Cell[] => [
      { width: paper.labelWidth, text: label, label: true },
      { width: pair * span - paper.labelWidth, text: value },
    ])
    placeRow(paper, { cells: placed })
  }
}

/** The last of a row takes what is left of it. */
function gridRows(cells: readonly LabelledValue[], columns: number): Required<LabelledValue>[][] {
  const rows: Required<LabelledValue>[][] = []
  let row: Required<LabelledValue>[] = []
  let used = 0
  const close = () => {
    const last = row.at(-1)
    if (last) last.span += columns - used
    rows.push(row)
    row = []
    used = 0
  }
  for (const cell of cells) {
    const span = Math.min(cell.span ?? 1, columns)
    if (used + span > columns) close()
    row.push({ ...cell, span })
    used += span
  }
  if (row.length > 0) close()
  return rows
}

function drawTable(paper: Paper, { columns, rows, blankRows = 0, totals = [] }: BlockOf<'table'>): void {
  const weight = columns.reduce((sum, column) => sum + column.width, 0)
  const widths = columns.map((column) => (widthOf(paper) * column.width) / weight)
  const head: Row = {
    cells: columns.map(({ label }, at) => ({ width: widths[at] ?? 0, text: label, label: true, bold: true })),
  }
  const repeat = () => placeRow(paper, head)
  const placed = [...rows, ...Array.from({ length: blankRows }, (): string[] => [])].map((row): Row => {
    const cells = columns.map(({ align = 'left' }, at) => ({ width: widths[at] ?? 0, text: row[at] ?? '', align }))
    return { cells, repeat }
  })
  const [first] = placed
  if (first && !fits(paper, rowHeightOf(paper, head) + Math.min(rowHeightOf(paper, first), paper.size * 6)))
    paper.turnPage()
  repeat()
  for (const row of placed) placeRow(paper, row)
  const last = widths.at(-1) ?? 0
  for (const { label, value } of totals) {
    const sum = { width: widthOf(paper) - last, text: label, bold: true, align: 'right' as const }
    placeRow(paper, {
      cells: [sum, { width: last, text: value, bold: true, align: columns.at(-1)?.align ?? 'left' }],
      repeat,
    })
  }
}

function drawLongText(paper: Paper, { label, text, minLines = 1 }: BlockOf<'text'>): void {
  const cells = besideLabel(paper, label, (width) => ({ width, text }))
  placeRow(paper, { cells, minHeight: minLines * lineHeightOf(paper) + 2 * paddingOf(paper).y })
}

/** Small print under the frame. */
function drawNote(paper: Paper, text: string): void {
  const look = { size: paper.size * 0.85, color: FAINT }
  const lineHeight = look.size * 1.5
  paper.y += paper.size * 0.5
  for (const line of wrap(written(paper, text), widthOf(paper), (part) => measured(paper, part, look))) {
    if (!fits(paper, lineHeight)) paper.turnPage()
    drawText(paper, line, { x: paper.left, baseline: baselineIn(paper.y, lineHeight, look.size) }, look)
    paper.y += lineHeight
  }
}

// A row of framed cells, which all blocks are made of; it moves to the next page or is divided between pages when it has to.
import {
  baselineIn,
  drawText,
  INK,
  LINE,
  lineHeightOf,
  measured,
  type Paper,
  SHADE,
  widthOf,
  written,
} from './paper.ts'
import { wrap } from './wrapping.ts'

export type Box = { x: number; y: number; width: number; height: number }
export type Cell = {
  width: number
  text: string
  /** Shaded, and its text in the middle. */
  label?: boolean
  bold?: boolean
  align?: 'left' | 'center' | 'right'
  /** Something else than text; such a row is never divided. */
  draw?: { height: number; paint: (inside: Box) => void }
}
export type Row = {
  cells: readonly Cell[]
  minHeight?: number
  /** Drawn again when the row goes on another page. */
  repeat?: (() => void) | undefined
}

/** A row higher than this part of a page may be divided rather than leave so much of a page empty. */
const DIVIDED_ABOVE = 0.25

export const paddingOf = (paper: Paper) => ({ x: paper.size * 0.6, y: paper.size * 0.4 })

export function placeRow(paper: Paper, row: Row): void {
  const lines = row.cells.map((cell) => linesOf(paper, cell))
  const height = heightOf(paper, row, lines)
  if (paper.y + height <= paper.bottom) {
    drawRow(paper, row, lines, height)
    return
  }
  const most = paper.doc.page.height * DIVIDED_ABOVE
  if (height <= most || row.cells.some((cell) => cell.draw)) {
    paper.turnPage()
    row.repeat?.()
    drawRow(paper, row, lines, height)
  } else {
    placeDivided(paper, row, lines)
  }
}

export const besideLabel = (paper: Paper, label: string, made: (width: number) => Cell): Cell[] => [
  { width: paper.labelWidth, text: label, label: true },
  made(widthOf(paper) - paper.labelWidth),
]

/** Whether a row of this height still fits here. */
export const fits = (paper: Paper, height: number) => paper.y + height <= paper.bottom

export const rowHeightOf = (paper: Paper, row: Row) =>
  heightOf(
    paper,
    row,
    row.cells.map((cell) => linesOf(paper, cell)),
  )

function placeDivided(paper: Paper, row: Row, lines: string[][]): void {
  const lineHeight = lineHeightOf(paper)
  let rest = lines
  while (rest.some((cell) => cell.length > 0)) {
    const room = paper.bottom - paper.y - 2 * paddingOf(paper).y
    const fitting = Math.floor(room / lineHeight)
    const most = Math.max(...rest.map((cell) => cell.length))
    if (fitting < Math.min(2, most)) {
      paper.turnPage()
      row.repeat?.()
      continue
    }
    const here = rest.map((cell) => cell.slice(0, fitting))
    drawRow(paper, row, here, heightOf(paper, { ...row, minHeight: 0 }, here))
    // Labels stand beside each part.
    rest = rest.map((cell, at) => (row.cells[at]?.label && most > fitting ? cell : cell.slice(fitting)))
    if (most <= fitting) return
    paper.turnPage()
    row.repeat?.()
  }
}

function linesOf(paper: Paper, cell: Cell): string[] {
  if (cell.draw) return []
  const weight = cell.bold ? 'medium' : 'regular'
  const room = cell.width - 2 * paddingOf(paper).x
  return wrap(written(paper, cell.text), room, (text) => measured(paper, text, { weight }))
}

function heightOf(paper: Paper, row: Row, lines: string[][]): number {
  const padding = 2 * paddingOf(paper).y
  const ofText = Math.max(1, ...lines.map((cell) => cell.length)) * lineHeightOf(paper) + padding
  const ofDrawings = Math.max(0, ...row.cells.map((cell) => (cell.draw ? cell.draw.height + padding : 0)))
  return Math.max(ofText, ofDrawings, row.minHeight ?? 0)
}

function drawRow(paper: Paper, row: Row, lines: string[][], height: number): void {
  let x = paper.left
  for (const [at, cell] of row.cells.entries()) {
    const box = { x, y: paper.y, width: cell.width, height }
    paper.doc.lineWidth(0.6).rect(box.x, box.y, box.width, box.height)
    if (cell.label) paper.doc.fillAndStroke(SHADE, LINE)
    else paper.doc.strokeColor(LINE).stroke()
    drawInside(paper, cell, lines[at] ?? [], box)
    x += cell.width
  }
  paper.y += height
}

function drawInside(paper: Paper, cell: Cell, lines: string[], box: Box): void {
  const padding = paddingOf(paper)
  const inside = {
    x: box.x + padding.x,
    y: box.y + padding.y,
    width: box.width - 2 * padding.x,
    height: box.height - 2 * padding.y,
  }
  if (cell.draw) {
    cell.draw.paint(inside)
    return
  }
  const lineHeight = lineHeightOf(paper)
  // Short text stands in the middle of its cell; where a cell is much higher it is there to be written in.
  const spare = inside.height - lines.length * lineHeight
  const top = inside.y + (cell.label || spare < lineHeight * 2 ? spare / 2 : 0)
  for (const [line, text] of lines.entries()) {
    const place = {
      x: inside.x,
      baseline: baselineIn(top + line * lineHeight, lineHeight, paper.size),
      width: inside.width,
      align: cell.align ?? (cell.label ? 'center' : 'left'),
    } as const
    drawText(paper, text, place, { weight: cell.bold ? 'medium' : 'regular', color: INK })
  }
}

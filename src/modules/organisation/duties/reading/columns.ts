// Unfolds lines that run across two columns of a page: the left column first, then the right one.
import { type Counting, count, markAt } from './numbering.ts'
import { isPostTitle } from './post-titles.ts'
import { part, type Script, trimmed } from './script.ts'
import { headedBy, labelOf } from './section-labels.ts'

export const unfolded = (lines: readonly Script[]): Script[] => alternatingUnfolded(gapsUnfolded(lines))

/** Blanks this wide part columns; within a line nobody leaves as many. */
const GAP = /\S(\s{4,})(?=\S)/
const INDENT = /^\s{12,}/
type Split = { left?: Script; right?: Script }

function gapsUnfolded(lines: readonly Script[]): Script[] {
  const read: Script[] = []
  let block: Script[] = []
  const end = () => {
    read.push(...unfoldedBlock(block))
    block = []
  }
  for (const line of lines) {
    if (GAP.test(line.text) || INDENT.test(line.text) || block.length > 0) block.push(line)
    else read.push(line)
    const isOver = block.length > 1 && block.slice(-3).every(({ text }) => !GAP.test(text) && !INDENT.test(text))
    if (isOver && block.length >= 3) end()
  }
  end()
  return read
}

function unfoldedBlock(block: readonly Script[]): Script[] {
  const splits = block.map(splitOf)
  const right = splits.flatMap((split) => split.right ?? [])
  const both = splits.filter((split) => split.left && split.right).length
  if (both < 3 || both < block.length * 0.4 || !isList(right)) return [...block]
  return [...splits.flatMap((split) => split.left ?? []), ...right]
}

function splitOf(line: Script): Split {
  if (INDENT.test(line.text)) return { right: trimmed(line) }
  const gap = GAP.exec(line.text)
  if (!gap) return line.text.trim() === '' ? {} : { left: line }
  const at = gap.index + 1
  return { left: trimmed(part(line, 0, at)), right: trimmed(part(line, at)) }
}

/** Blanks alone may only set off a figure; a column has headings or numbers of its own. */
const isList = (column: readonly Script[]) =>
  column.filter(({ text }) => markAt(text, 0, 'start') || isHead(text)).length >= Math.max(2, column.length / 4)

const isHead = (text: string) => {
  const headed = headedBy(text)
  return (
    (headed !== undefined && headed.what !== 'model') ||
    isPostTitle(text.replace(/:$/, '')) ||
    labelOf(text) !== undefined
  )
}

/**
 * Two columns read line by line: two headings in a row, then every number twice. Each second list goes under the second heading.
 */
function alternatingUnfolded(lines: readonly Script[]): Script[] {
  const read: Script[] = []
  let at = 0
  while (at < lines.length) {
    const taken = alternatingFrom(lines, at)
    const line = lines[at]
    if (taken) read.push(...taken.lines)
    else if (line) read.push(line)
    at += taken?.length ?? 1
  }
  return read
}

function alternatingFrom(lines: readonly Script[], from: number): { lines: Script[]; length: number } | undefined {
  const [first, second] = lines.slice(from, from + 2)
  if (!first || !second || !isHead(first.text) || !isHead(second.text)) return undefined
  const left: Column = { lines: [first], counting: new Map() }
  const right: Column = { lines: [second], counting: new Map() }
  const turns: Column[] = [right]
  for (const line of lines.slice(from + 2, from + 2 + LONGEST)) {
    const [current = right] = turns.slice(-1)
    const side = sideOf(line, current, current === left ? right : left)
    if (!side) break
    turns.push(side)
    side.lines.push(line)
  }
  return isAlternating(turns, left, right)
    ? { lines: [...left.lines, ...right.lines], length: turns.length + 1 }
    : undefined
}

/** Lines of two lists beside each other. */
const LONGEST = 200

type Column = { lines: Script[]; counting: Counting }

/** A number goes to the column that waits for it, the other one first; a line without one goes on where it stands. */
function sideOf(line: Script, current: Column, other: Column): Column | undefined {
  const mark = markAt(line.text, 0, 'start')
  if (isHead(line.text.slice(mark?.length ?? 0))) return undefined
  if (!mark) return current
  const side = [other, current].find(({ counting }) => (counting.get(mark.style) ?? 0) === mark.number - 1)
  if (side) count(side.counting, mark)
  return side
}

/** Both count up, and the lines change sides all the time; otherwise it is a title above a heading. */
function isAlternating(turns: readonly Column[], left: Column, right: Column): boolean {
  const counted = [left, right].map(({ counting }) => Math.max(0, ...counting.values()))
  const changes = turns.filter((side, at) => side !== turns[at - 1]).length
  // Numbers of two kinds are the heads and the lines of one list.
  const isAlike = [...left.counting.keys()].some((style) => right.counting.has(style))
  return isAlike && Math.min(...counted) >= 2 && changes > turns.length / 2
}

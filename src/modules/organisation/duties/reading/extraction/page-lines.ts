// Pieces of text with their places on a page, put together to lines from top to bottom.

/** `y` grows upward, as pages count it. */
export type Placed = { text: string; x: number; y: number; width: number; height: number }

/** A gap of more than this many characters parts columns; it is written as blanks, which the reader unfolds. */
const COLUMN_GAP = 2.2
const WORD_GAP = 0.3

export function linesOnPage(placed: readonly Placed[]): string[] {
  const rows: Placed[][] = []
  for (const piece of [...placed].sort((one, other) => other.y - one.y || one.x - other.x)) {
    const row = rows.at(-1)
    const height = Math.max(piece.height, 1)
    if (row?.[0] && Math.abs(row[0].y - piece.y) < height * 0.5) row.push(piece)
    else rows.push([piece])
  }
  const left = Math.min(...placed.map(({ x }) => x))
  return rows.map((row) => lineOf(row, left)).filter((line) => line.trim() !== '')
}

function lineOf(row: readonly Placed[], left: number): string {
  let line = ''
  let end = left
  for (const { text, x, width, height } of [...row].sort((one, other) => one.x - other.x)) {
    const size = Math.max(height, 1)
    const gap = (x - end) / size
    if (line === '' && gap > 12) line = ' '.repeat(Math.min(60, Math.round(gap)))
    else if (gap > COLUMN_GAP && line !== '') line += ' '.repeat(Math.max(4, Math.min(60, Math.round(gap))))
    else if (gap > WORD_GAP && line !== '' && !line.endsWith(' ')) line += ' '
    line += text
    end = Math.max(end, x + width)
  }
  return line
}

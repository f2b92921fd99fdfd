// The text of a document as lines, with the stretches of duties and posts marked in them. Pure.
import type { Stretch } from '../../contract.ts'

export type Mark = { key: string; source: readonly Stretch[] }
export type Piece = { at: number; text: string; key: string | null }
export type Line = { at: number; pieces: readonly Piece[] }

type Span = { from: number; until: number; key: string }

/** The first to claim a character has it: two duties may have been read from one sentence. */
function spansOf(marks: readonly Mark[], length: number): Span[] {
  const all = marks
    .flatMap(({ key, source }) => source.map(({ from, until }) => ({ key, from, until: Math.min(until, length) })))
    .sort((one, other) => one.from - other.from || other.until - one.until)
  const spans: Span[] = []
  let end = 0
  for (const span of all) {
    const from = Math.max(span.from, end)
    if (from >= span.until) continue
    spans.push({ ...span, from })
    end = span.until
  }
  return spans
}

export function linesOf(text: string, marks: readonly Mark[]): Line[] {
  const spans = spansOf(marks, text.length)
  const lines: Line[] = []
  let next = 0
  let at = 0
  for (const line of text.split(/\n|\u2028/)) {
    const end = at + line.length
    const pieces: Piece[] = []
    let from = at
    while (next < spans.length) {
      const span = spans[next]
      if (!span || span.from >= end) break
      const start = Math.max(span.from, from)
      if (start > from) pieces.push({ at: from, text: text.slice(from, start), key: null })
      const until = Math.min(span.until, end)
      if (until > start) pieces.push({ at: start, text: text.slice(start, until), key: span.key })
      from = Math.max(from, until)
      // The rest of it stands on the next line.
      if (span.until > end) break
      next += 1
    }
    if (from < end) pieces.push({ at: from, text: text.slice(from, end), key: null })
    lines.push({ at, pieces })
    at = end + 1
  }
  return lines
}

const CHUNK = 40
/** Lines in chunks, of which a browser draws only those in view. */
export function chunksOf(lines: readonly Line[]): { at: number; lines: readonly Line[] }[] {
  const chunks = []
  for (let from = 0; from < lines.length; from += CHUNK) {
    chunks.push({ at: from, lines: lines.slice(from, from + CHUNK) })
  }
  return chunks
}

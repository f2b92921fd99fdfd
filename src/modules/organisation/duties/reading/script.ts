// Text that knows where each of its characters stands in the text it was taken from.
import type { SourceRange } from './job-document.ts'

export type Script = {
  /** In one spelling: simplified characters, half-width signs. */
  text: string
  /** For each character its place in the extracted text; -1 for a sign that was put in. */
  at: Int32Array
}

export const EMPTY: Script = { text: '', at: new Int32Array() }

/** Signs that were put in. */
export const put = (text: string): Script => ({ text, at: new Int32Array(text.length).fill(-1) })

export const part = (script: Script, from: number, until = script.text.length): Script => ({
  text: script.text.slice(from, until),
  // A view, not a copy: lines and pieces of a long text are cut again and again.
  at: script.at.subarray(from, until),
})

export function joined(scripts: readonly Script[], between = ''): Script {
  const full = scripts.filter(({ text }) => text !== '')
  const parts = full.flatMap((script, place) => (place === 0 || between === '' ? [script] : [put(between), script]))
  const [only, second] = parts
  if (only && !second) return only
  const at = new Int32Array(parts.reduce((length, { text }) => length + text.length, 0))
  let end = 0
  for (const one of parts) {
    at.set(one.at, end)
    end += one.text.length
  }
  return { text: parts.map(({ text }) => text).join(''), at }
}

export function trimmed(script: Script, blank = /^\s$/): Script {
  let from = 0
  let until = script.text.length
  while (from < until && blank.test(script.text.charAt(from))) from += 1
  while (until > from && blank.test(script.text.charAt(until - 1))) until -= 1
  return from === 0 && until === script.text.length ? script : part(script, from, until)
}

/** Without the characters in the given stretches, which are in order and do not overlap. */
export function without(script: Script, stretches: readonly SourceRange[]): Script {
  const kept: Script[] = []
  let from = 0
  for (const [start, end] of stretches) {
    kept.push(part(script, from, start))
    from = end
  }
  return joined([...kept, part(script, from)])
}

export const stretchesOf = (text: string, pattern: RegExp): SourceRange[] =>
  [...text.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length])

/** Parts between the given places. */
export function cutAt(script: Script, places: readonly number[]): Script[] {
  const inside = [...new Set(places)].filter((place) => place > 0 && place < script.text.length).sort((a, b) => a - b)
  const bounds = [0, ...inside, script.text.length]
  return bounds.slice(1).map((end, at) => part(script, bounds[at] ?? 0, end))
}

export function linesOf(script: Script, end = '\n'): Script[] {
  const lines: Script[] = []
  let from = 0
  for (let at = 0; at <= script.text.length; at += 1) {
    if (at < script.text.length && script.text[at] !== end) continue
    lines.push(part(script, from, at))
    from = at + 1
  }
  return lines
}

/** Where it stands in the extracted text; gaps of a few characters (a broken line, a blank) do not part a range. */
export function rangesOf({ at }: Script): SourceRange[] {
  const ranges: SourceRange[] = []
  for (const place of at) {
    if (place < 0) continue
    const last = ranges.at(-1)
    if (last && place >= last[1] && place - last[1] <= 3) last[1] = place + 1
    else ranges.push([place, place + 1])
  }
  return ranges
}

/** What the extracted text has at those places. */
export const originalOf = ({ text, at }: Script, origin: string): string =>
  Array.from(at, (place, index) =>
    place < 0 || RADICAL.test(origin.charAt(place)) ? text.charAt(index) : origin.charAt(place),
  ).join('')

// Signs that look like characters but are only their radicals; some PDF writers put them in the characters' stead.
const RADICAL = /[\u2e80-\u2fdf]/

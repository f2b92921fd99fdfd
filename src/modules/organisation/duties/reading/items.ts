// Puts the pieces of a section together to whole sentences, one for each duty.
import type { Mark } from './numbering.ts'
import type { Piece } from './outline.ts'
import { closesText } from './prose.ts'
import { EMPTY, joined, type Script, trimmed } from './script.ts'
import { headedParagraphs, sentencesOf } from './sentences.ts'
import { ENDED, isBrief, isName, withTopicsTold } from './topics.ts'

export type Item = { body: Script; marked: boolean }
export type Itemised = { items: Item[]; intro: Script }

export function itemised(pieces: readonly Piece[]): Itemised {
  const real = withTopicsTold(withoutStrayMarks(pieces))
  const first = real.findIndex(({ mark }) => mark)
  if (first < 0) return { items: unmarked(real.map(({ body }) => body)), intro: EMPTY }
  const gathered = gatheredByMark(real.slice(first))
  const intro = joined(real.slice(0, first).map(({ body }) => body))
  return { items: withoutParents(gathered).map(({ body }) => ({ body: ended(body), marked: true })), intro }
}

/** Heads with their paragraphs stand as clearly apart as numbers do. */
function unmarked(lines: readonly Script[]): Item[] {
  const headed = headedParagraphs(lines)
  if (headed) return headed.map((body) => ({ body: ended(body), marked: true }))
  return sentencesOf(lines).map((body) => ({ body, marked: false }))
}

/** A number that nothing goes on from, in a text of sentences that are parted by their signs. */
function withoutStrayMarks(pieces: readonly Piece[]): Piece[] {
  const marked = pieces.filter(({ mark }) => mark)
  if (marked.length !== 1 || pieces.length < 4) return [...pieces]
  return pieces.map(({ body, opensLine }) => ({ body, opensLine }))
}

type Marked = { mark: Mark; body: Script; told: boolean }

function gatheredByMark(pieces: readonly Piece[]): Marked[] {
  const names = namesTold(pieces)
  const gathered: Marked[] = []
  for (const [at, piece] of pieces.entries()) {
    const last = gathered.at(-1)
    if (piece.mark) {
      gathered.push({ mark: piece.mark, body: piece.body, told: false })
    } else if (last && belongsTo(last, pieces.slice(at, at + 40))) {
      const isTold = names && !last.told && isName(last.body.text)
      last.body = joined([last.body, piece.body], isTold ? '：' : '')
      last.told ||= isTold
    }
  }
  return gathered
}

/** A few words between two lists that are counted or pointed in another way than what is above. */
const isSubhead = (last: Marked, piece: Piece | undefined, next: Piece | undefined) =>
  piece !== undefined &&
  isName(piece.body.text) &&
  (ENDED.test(last.body.text) || isName(last.body.text)) &&
  next?.mark !== undefined &&
  (next.mark.number <= 1 || next.mark.style !== last.mark.style)

/** Whether the numbers stand before names, each explained on the lines below it, and not before sentences that were broken. */
function namesTold(pieces: readonly Piece[]): boolean {
  const broken = pieces.filter(({ mark }, at) => mark && pieces[at + 1] && !pieces[at + 1]?.mark)
  const names = broken.filter(({ body }) => isName(body.text))
  return names.length >= 2 && names.length >= broken.length * 0.8
}

/** A line without a number goes on with the one above; behind a full stop only when the numbers go on below. */
function belongsTo(last: Marked, rest: readonly Piece[]): boolean {
  if (closesText(rest[0]?.body.text ?? '') || isSubhead(last, rest[0], rest[1])) return false
  if (!ENDED.test(last.body.text)) return true
  const next = rest.find(({ mark }) => mark)?.mark
  return next?.style === last.mark.style && next.number === last.mark.number + 1
}

/** A numbered line that only announces the lines below it is no duty of its own. */
function withoutParents(gathered: readonly Marked[]): Marked[] {
  return gathered.filter((one, at) => {
    const next = gathered[at + 1]
    return one.body.text !== '' && !(next && announces(one, next))
  })
}

function announces({ mark, body }: Marked, next: Marked): boolean {
  // `2. 制定档案制度`, and a count begins below it, in the same way or in another one.
  if (next.mark.number === 1 && isBrief(body.text) && !ENDED.test(body.text)) return true
  if (next.mark.style !== mark.style) return next.mark.number <= 1 && (/[:]$/.test(body.text) || isName(body.text))
  return mark.number === 0 && isName(body.text) && ENDED.test(next.body.text)
}

export const ended = (script: Script): Script => trimmed(script, /[\s;。,、]/)

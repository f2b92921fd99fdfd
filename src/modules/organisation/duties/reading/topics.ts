// Names of topics among the pieces of a list: each heads the sentences below it, or is explained by the one that follows.
import type { Piece } from './outline.ts'
import { closesText } from './prose.ts'
import { joined } from './script.ts'
import { opensDuty } from './sentences.ts'

export const ENDED = /[。;!]\s*$/
/** A few words without a verb's object behind a number name what the next line explains. */
export const isName = (text: string) => isBrief(text) && !opensDuty(text)
/** A name, or a duty that is told in as few words. */
export const isBrief = (text: string) => {
  const words = text.replace(/\([^()]{1,12}\)$/, '')
  return words.length >= 4 && words.length <= 14 && !/[,;。:!]/.test(words)
}

/** Lines that follow a name without a number become one duty with it, or, when they are several, one duty each. */
export function withTopicsTold(pieces: readonly Piece[]): Piece[] {
  const topics = topicsIn(pieces)
  if (topics.size === 0) return [...pieces]
  const told: Piece[] = []
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at]
    const below = topics.get(at)
    if (!piece) continue
    if (!below) told.push(piece)
    else told.push(...(piece.mark ? numbered(piece, below) : toldOf(piece, below)))
    at += below?.length ?? 0
  }
  return told
}

/** Behind a number a single line stays where it is: numbers keep it apart from the next one. */
const numbered = (topic: Piece, below: readonly Piece[]) => (below.length > 1 ? below.map(pointed) : [topic, ...below])

function toldOf(topic: Piece, below: readonly Piece[]): Piece[] {
  const [only, second] = below
  return only && !second ? [pointed({ ...only, body: joined([topic.body, only.body], '：') })] : below.map(pointed)
}

const pointed = (piece: Piece): Piece => ({ ...piece, mark: { style: '•', number: 0, length: 0 } })

/** For each name the whole sentences below it, each on its line. */
function topicsIn(pieces: readonly Piece[]): Map<number, Piece[]> {
  const topics = new Map<number, Piece[]>()
  for (const [at, piece] of pieces.entries()) {
    if (!isBrief(piece.body.text) || !piece.opensLine || !begins(pieces[at - 1])) continue
    const below = linesBelow(pieces, at)
    if (below.length > 0 && !(piece.mark && below.length > 1 && !isName(piece.body.text))) topics.set(at, below)
  }
  return isPattern(topics, pieces) ? topics : new Map()
}

const begins = (before: Piece | undefined) =>
  before === undefined || ENDED.test(before.body.text) || isBrief(before.body.text) || before.body.text.endsWith(':')

function linesBelow(pieces: readonly Piece[], at: number): Piece[] {
  const lines: Piece[] = []
  for (const line of pieces.slice(at + 1, at + 1 + MANY)) {
    const { text } = line.body
    if (line.mark || !line.opensLine || !ENDED.test(text) || closesText(text)) break
    lines.push(line)
  }
  return lines
}

/** So many lines are not below one name. */
const MANY = 40

/** Once may be chance; names that no verb begins must be among them, and most lines be told in this way. */
function isPattern(topics: ReadonlyMap<number, readonly Piece[]>, pieces: readonly Piece[]): boolean {
  const names = [...topics.keys()].filter((at) => isName(pieces[at]?.body.text ?? ''))
  const lines = [...topics.values()].reduce((sum, below) => sum + below.length, 0)
  const unmarked = pieces.filter(({ mark }, at) => !mark && !topics.has(at)).length
  return names.length >= 2 && names.length * 2 >= topics.size && lines >= unmarked * 0.6
}

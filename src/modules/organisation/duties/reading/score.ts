// Holds what was read against what a person marked: posts found, duties under their own post, capabilities right.
import type { CapabilityScorer } from './capability.ts'
import { cleaned } from './clean-text.ts'
import type { JobDocument, ReadDuty, ReadPost, SourceRange } from './job-document.ts'
import { likeness } from './likeness.ts'
import { isSameTitle } from './post-titles.ts'
import type { TrueDocument, TrueDuty, TruePost } from './truth.ts'

export type Score = {
  document: string
  posts: { wanted: number; read: number; found: number }
  duties: { wanted: number; read: number; found: number }
  capability: { first: number; accepted: number }
  cadence: { said: number; right: number }
}

/** Texts of two duties are the same duty from here on. */
const ALIKE = 0.8

/** With a scorer of its own the capabilities are proposed anew, to see what other words would have led to. */
export function scoreOf(truth: TrueDocument, text: string, read: JobDocument, scorer?: CapabilityScorer): Score {
  const wanted = truth.posts.map((post) => ({ ...post, texts: post.duties.map(({ at }) => textAt(text, at)) }))
  const pairs = pairedPosts(wanted, read.posts, text)
  const capabilityIn = (duty: ReadDuty) => (scorer ? scorer(spelled(duty.text)).capability : duty.capability)
  const matched = pairs
    .flatMap(({ want, got }) => pairedDuties(want, got))
    .map(({ want, got }) => ({ want, got, capability: capabilityIn(got) }))
  return {
    document: truth.document,
    posts: { wanted: wanted.length, read: read.posts.length, found: pairs.length },
    duties: {
      wanted: wanted.reduce((sum, { duties }) => sum + duties.length, 0),
      read: read.posts.reduce((sum, { duties }) => sum + duties.length, 0),
      found: matched.length,
    },
    capability: {
      first: matched.filter(({ want, capability }) => want.capability[0] === capability).length,
      accepted: matched.filter(({ want, capability }) => want.capability.includes(capability)).length,
    },
    cadence: {
      said: matched.filter(({ want }) => want.cadence).length,
      right: matched.filter(({ want, got }) => want.cadence && want.cadence === got.cadence).length,
    },
  }
}

const textAt = (text: string, ranges: readonly SourceRange[]) =>
  spelled(ranges.map(([start, end]) => text.slice(start, end)).join(''))

/** In one spelling and without pinyin, so that only the words are compared. */
export const spelled = (text: string) =>
  cleaned(text)
    .map((line) => line.text)
    .join('')

type Wanted = TruePost & { texts: string[] }
type PostPair = { want: Wanted; got: ReadPost }

function pairedPosts(wanted: readonly Wanted[], read: readonly ReadPost[], text: string): PostPair[] {
  const candidates = wanted
    .flatMap((want) => read.filter((got) => titlesAgree(want, got, text)).map((got) => ({ want, got })))
    .map((pair) => ({ ...pair, shared: pairedDuties(pair.want, pair.got).length }))
    .sort((one, other) => other.shared - one.shared)
  return taken(candidates)
}

function titlesAgree({ title }: TruePost, { title: read }: ReadPost, text: string): boolean {
  if (!title) return true
  const written = spelled(text.slice(...title)).replace(/\s/g, '')
  return isSameTitle(written, read) || likeness(written, read) >= ALIKE
}

function pairedDuties(want: Wanted, { duties }: ReadPost): { want: TrueDuty; got: ReadDuty }[] {
  const candidates = want.duties
    .flatMap((duty, at) =>
      duties.map((got) => ({ want: duty, got, alike: likeness(want.texts[at] ?? '', spelled(got.text)) })),
    )
    .filter(({ alike }) => alike >= ALIKE)
    .sort((one, other) => other.alike - one.alike)
  return taken(candidates)
}

/** One to one, the best first. */
function taken<Pair extends { want: object; got: object }>(candidates: readonly Pair[]): Pair[] {
  const gone = new Set<object>()
  return candidates.filter(({ want, got }) => {
    if (gone.has(want) || gone.has(got)) return false
    gone.add(want).add(got)
    return true
  })
}

export const total = (scores: readonly Score[]): Score => ({
  document: 'total',
  posts: sumOf(scores, ({ posts }) => posts),
  duties: sumOf(scores, ({ duties }) => duties),
  capability: sumOf(scores, ({ capability }) => capability),
  cadence: sumOf(scores, ({ cadence }) => cadence),
})

function sumOf<Counts extends Record<string, number>>(
  scores: readonly Score[],
  counts: (score: Score) => Counts,
): Counts {
  const sums: Record<string, number> = {}
  for (const score of scores)
    for (const [key, value] of Object.entries(counts(score))) sums[key] = (sums[key] ?? 0) + value
  return sums as Counts // Each key of the counts was summed.
}

export type Figures = {
  postRecall: number
  postPrecision: number
  f1: number
  capabilityRight: number
  accepted: number
  cadenceRight: number
}

export function figuresOf({ posts, duties, capability, cadence }: Score): Figures {
  const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole)
  return {
    postRecall: share(posts.found, posts.wanted),
    postPrecision: share(posts.found, posts.read),
    f1: share(2 * duties.found, duties.wanted + duties.read),
    capabilityRight: share(capability.first, duties.found),
    accepted: share(capability.accepted, duties.found),
    cadenceRight: share(cadence.right, cadence.said),
  }
}

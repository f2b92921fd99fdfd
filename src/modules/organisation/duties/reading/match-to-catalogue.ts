// Proposes for each duty that was read the duty of the program's own catalogue that says the same.
import { capabilityOf } from './capability.ts'
import type { ReadDuty, ReadPost } from './job-document.ts'
import { likeness } from './likeness.ts'
import { isSameTitle } from './post-titles.ts'

export type CataloguePost = {
  key: string
  title: string
  duties: readonly { code: string; by: readonly string[]; zh: string }[]
}
export type MatchedDuty = { duty: ReadDuty; code?: string; score: number }
export type MatchedPost = { post: ReadPost; key?: string; duties: MatchedDuty[] }

/** Duties below this are too unlike for a proposal. */
const LEAST = 0.3

/** Each post with the catalogue's post whose duties fit best, the title counting too; a post of the catalogue goes to one post only. */
export function matchToCatalogue(posts: readonly ReadPost[], catalogue: readonly CataloguePost[]): MatchedPost[] {
  const fits = posts
    .flatMap((post) => catalogue.map((standard) => ({ post, standard, fit: fitOf(post, standard) })))
    .filter(({ fit }) => fit >= LEAST)
    .sort((one, other) => other.fit - one.fit)
  const given = new Map<ReadPost, CataloguePost>()
  const gone = new Set<CataloguePost>()
  for (const { post, standard } of fits) {
    if (given.has(post) || gone.has(standard)) continue
    given.set(post, standard)
    gone.add(standard)
  }
  return posts.map((post) => {
    const standard = given.get(post)
    return standard ? { post, key: standard.key, duties: matchedDuties(post, standard) } : unmatched(post)
  })
}

const unmatched = (post: ReadPost): MatchedPost => ({ post, duties: post.duties.map((duty) => ({ duty, score: 0 })) })

function fitOf(post: ReadPost, standard: CataloguePost): number {
  const matched = matchedDuties(post, standard)
  const most = Math.max(post.duties.length, standard.duties.length, 1)
  const duties = matched.reduce((sum, { score }) => sum + score, 0) / most
  const title = isSameTitle(post.title, standard.title) ? 1 : likeness(post.title, standard.title)
  return duties * 0.65 + title * 0.35
}

/** One to one, the most alike first. Where both lists run side by side, duties in the same place are a little more alike. */
function matchedDuties(post: ReadPost, standard: CataloguePost): MatchedDuty[] {
  const alikeness = post.duties.map((duty) => standard.duties.map((known) => alike(duty, known)))
  const shift = shiftBetween(alikeness)
  const candidates = alikeness
    .flatMap((row, at) => row.map((words, place) => ({ at, place, score: words + nearness(place - at - shift) })))
    .filter(({ score }) => score >= LEAST)
    .sort((one, other) => other.score - one.score)
  const given = new Map<number, { code: string; score: number }>()
  const gone = new Set<number>()
  for (const { at, place, score } of candidates) {
    const code = standard.duties[place]?.code
    if (given.has(at) || gone.has(place) || code === undefined) continue
    given.set(at, { code, score: Math.min(1, score) })
    gone.add(place)
  }
  return post.duties.map((duty, at) => ({ duty, score: 0, ...given.get(at) }))
}

const nearness = (apart: number) => Math.max(0, 0.15 - Math.abs(apart) * 0.03)

/** By how many places the catalogue's list is ahead, told by the most alike duty of each row: the middle one of the differences. */
function shiftBetween(alikeness: readonly (readonly number[])[]): number {
  const shifts = alikeness.flatMap((row, at) => {
    const best = Math.max(...row)
    return best >= LEAST ? [row.indexOf(best) - at] : []
  })
  return shifts.sort((one, other) => one - other)[Math.floor(shifts.length / 2)] ?? 0
}

type Known = CataloguePost['duties'][number]

/** The words they share, and whether the same capability serves both. */
function alike(duty: ReadDuty, known: Known): number {
  const serves = duty.capability !== null && (known.by.includes(duty.capability) || readOf(known) === duty.capability)
  return likeness(duty.text, known.zh) * 0.7 + (serves ? 0.35 : 0)
}

// Each duty of the catalogue is held against every duty that was read.
const reads = new WeakMap<Known, string | null>()
function readOf(known: Known): string | null {
  const found = reads.get(known)
  if (found !== undefined) return found
  const own = capabilityOf(known.zh).capability
  reads.set(known, own)
  return own
}

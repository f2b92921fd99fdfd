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

/** One to one, the most alike first; duties in the same place of the list are a little more alike. */
function matchedDuties(post: ReadPost, standard: CataloguePost): MatchedDuty[] {
  const candidates = post.duties
    .flatMap((duty, at) =>
      standard.duties.map((known, place) => ({ duty, known, score: alike(duty, known, Math.abs(at - place)) })),
    )
    .filter(({ score }) => score >= LEAST)
    .sort((one, other) => other.score - one.score)
  const given = new Map<ReadDuty, { code: string; score: number }>()
  const gone = new Set<string>()
  for (const { duty, known, score } of candidates) {
    if (given.has(duty) || gone.has(known.code)) continue
    given.set(duty, { code: known.code, score })
    gone.add(known.code)
  }
  return post.duties.map((duty) => ({ duty, score: 0, ...given.get(duty) }))
}

type Known = CataloguePost['duties'][number]

/** The words they share, whether the same capability serves both, and the place in the list. */
function alike(duty: ReadDuty, known: Known, apart: number): number {
  const words = likeness(duty.text, known.zh)
  const own = capabilityOf(known.zh).capability
  const serves = duty.capability !== null && (known.by.includes(duty.capability) || own === duty.capability)
  return Math.min(1, words * 0.7 + (serves ? 0.35 : 0) + Math.max(0, 0.15 - apart * 0.03))
}

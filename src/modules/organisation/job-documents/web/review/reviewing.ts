// What the pieces of the review share: the draft's changes, what the company has, and what the person may do.
import { createContext, use } from 'react'
import type { KnownPost, StandardDuty } from '../../contract.ts'
import type { Change, Draft } from './draft.ts'
import { changed, titleOf } from './draft.ts'
import type { Mark } from './lines.ts'

export type Reviewing = {
  change(change: Change): void
  known: ReadonlyMap<string, KnownPost>
  standards: ReadonlyMap<string, StandardDuty>
  mayMakePosts: boolean
  /** Which duty is being changed; one at a time, so that two hundred do not each carry their controls. */
  openDuty: (key: string | null) => void
  seeText(key: string): void
}
const Shared = createContext<Reviewing | undefined>(undefined)
export const ReviewProvider = Shared

export function useReviewing(): Reviewing {
  const shared = use(Shared)
  if (!shared) throw new Error('a piece of the review stands outside it')
  return shared
}

type Named = { key: string; title: string }
/** What is drawn of all posts at once stays the same thing while nothing in it changes, so that nothing is drawn anew for it. */
export type Review = { draft: Draft; marks: readonly Mark[]; newOnes: readonly Named[]; isTouched: boolean }

export const marksOf = (draft: Draft): Mark[] =>
  draft.flatMap(({ duties }) => duties.map(({ key, source }) => ({ key, source })))

const newOnesOf = (draft: Draft): Named[] =>
  draft.filter(({ isUsed, newPost }) => isUsed && newPost).map((post) => ({ key: post.key, title: titleOf(post) }))

export const reviewOf = (draft: Draft): Review => ({
  ...{ draft, isTouched: false },
  marks: marksOf(draft),
  newOnes: newOnesOf(draft),
})

export function reviewed({ draft, marks, newOnes }: Review, change: Change): Review {
  const next = changed(draft, change)
  const ofPost = change.do === 'setPost' || change.do === 'mergePost'
  return {
    ...{ draft: next, isTouched: true },
    marks: change.do === 'mergeDuty' ? marksOf(next) : marks,
    newOnes: ofPost ? newOnesOf(next) : newOnes,
  }
}

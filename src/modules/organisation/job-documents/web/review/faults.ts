// What still stands in the way of drafting, so that nobody is refused after an hour of reading.
import { type KnownPost, MOST_DUTIES } from '../../contract.ts'
import { type Draft, type PostDraft, titleOf, usedDuties } from './draft.ts'

export const FAULTS = [
  'no_target',
  'draft_exists',
  'twice',
  'no_title',
  'title_taken',
  'not_granted',
  'no_duties',
  'too_many',
  'bad_text',
  'nothing',
] as const
export type Fault = { code: (typeof FAULTS)[number]; post: string | null; title: string }

type Knowing = { known: ReadonlyMap<string, KnownPost>; mayMakePosts: boolean }

export function faultsOf(draft: Draft, knowing: Knowing): Fault[] {
  const used = draft.filter(({ isUsed }) => isUsed)
  if (used.length === 0) return [{ code: 'nothing', post: null, title: '' }]
  return used.flatMap((post, at) => {
    const title = post.postId && !post.newPost ? (knowing.known.get(post.postId)?.title ?? '') : titleOf(post)
    const codes = [
      ...targetFaults(post, knowing),
      ...(used.slice(0, at).some((other) => isSame(other, post)) ? (['twice'] as const) : []),
      ...dutyFaults(post, knowing),
    ]
    return codes.map((code) => ({ code, post: post.key, title: title || post.read.title }))
  })
}

const isSame = (one: PostDraft, other: PostDraft) =>
  one.newPost || other.newPost
    ? Boolean(one.newPost?.title && one.newPost.title === other.newPost?.title)
    : one.postId !== null && one.postId === other.postId

function targetFaults({ postId, newPost }: PostDraft, { known, mayMakePosts }: Knowing): Fault['code'][] {
  if (!newPost) {
    if (!postId) return ['no_target']
    return known.get(postId)?.draftId ? ['draft_exists'] : []
  }
  if (!mayMakePosts) return ['not_granted']
  const title = newPost.title.trim()
  if (title === '') return ['no_title']
  return [...known.values()].some((post) => post.title === title) ? ['title_taken'] : []
}

function dutyFaults(post: PostDraft, { known }: Knowing): Fault['code'][] {
  const duties = usedDuties(post)
  if (duties.length === 0) return ['no_duties']
  const bad = duties.some(({ text }) => text.trim() === '' || text.length > 600)
  const kept = post.keep ? carriedOver(post, known).rest : 0
  return [
    ...(duties.length + kept > MOST_DUTIES ? (['too_many'] as const) : []),
    ...(bad ? (['bad_text'] as const) : []),
  ]
}

/** Of the duties in force: how many go on, and of how many the document says nothing. */
export function carriedOver(post: Pick<PostDraft, 'postId' | 'newPost' | 'duties'>, known: Knowing['known']) {
  const inForce = (post.postId && !post.newPost && known.get(post.postId)?.inForce) || []
  const duties = usedDuties(post)
  const kept = inForce.filter((one) => duties.some(({ code, text }) => code === one.code || text === one.text)).length
  return { all: inForce.length, kept, rest: inForce.length - kept }
}

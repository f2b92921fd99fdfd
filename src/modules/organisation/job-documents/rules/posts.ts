// Which of the company's posts a read one is, and what a choice of posts must be like.
import { Refusal } from '../../../../platform/refusal.ts'
import type { ReadPost, TakenPost } from '../contract.ts'

type Known = { id: string; key: string; title: string }
/** Without what stands in brackets: where a post works. */
const plain = (title: string) => title.replace(/[（(].*?[）)]/g, '')
type IsSame = (one: string, other: string) => boolean

/** The same title, else the one the catalogue recognised, else nearly the same title. Each post is recognised once. */
export function recognised(
  posts: readonly Pick<ReadPost, 'title' | 'standardKey'>[],
  known: readonly Known[],
  isSame: IsSame,
): (string | null)[] {
  const found: (string | null)[] = posts.map(() => null)
  const gone = new Set<string>()
  const look = (fits: (post: Pick<ReadPost, 'title' | 'standardKey'>, one: Known) => boolean) => {
    for (const [at, post] of posts.entries()) {
      if (found[at] !== null) continue
      const one = known.find((other) => !gone.has(other.id) && fits(post, other))
      if (!one) continue
      found[at] = one.id
      gone.add(one.id)
    }
  }
  look(({ title }, one) => one.title === title)
  look(({ standardKey }, one) => one.key === standardKey)
  look(({ title }, one) => plain(title) === plain(one.title) || isSame(title, one.title))
  return found
}

/** One draft per post, there or new: duties that belong together are brought together first. */
export function mustBePostsOnce(posts: readonly TakenPost[]) {
  const seen = new Set<string>()
  for (const { postId, newPost } of posts) {
    if (!postId === !newPost) throw new Refusal('job_document.which_post')
    const name = postId ?? newPost?.title ?? ''
    if (seen.has(name)) throw new Refusal('job_document.post_twice', { title: newPost?.title ?? '' })
    seen.add(name)
  }
}

/** Places of new posts, superiors before those who report to them. */
export function superiorsFirst(posts: readonly TakenPost[]): number[] {
  const order: number[] = []
  const place = (at: number, below: readonly number[]) => {
    const draft = posts[at]?.newPost
    // A post that is there already has its place.
    if (!draft || order.includes(at)) return
    const superior = draft.reportsToPlace ?? undefined
    if (superior !== undefined) {
      mustStandAbove(posts, draft.title, superior, [...below, at])
      place(superior, [...below, at])
    }
    order.push(at)
  }
  for (const at of posts.keys()) place(at, [])
  return order
}

function mustStandAbove(posts: readonly TakenPost[], title: string, superior: number, below: readonly number[]) {
  if (!posts[superior] || below.includes(superior)) throw new Refusal('job_document.superior_unknown', { title })
}

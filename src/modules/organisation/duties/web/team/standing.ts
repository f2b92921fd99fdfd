// The team in the order in which it needs its superior, and narrowed to a post or to those who slip.
import { inLanguage } from '../../../../../ui/bilingual.ts'
import type { PostTitle, TeamRow } from '../../contract/duties.ts'

type Wanted = { post?: string | undefined; slippingOnly: boolean }

export const chosenOf = (people: readonly TeamRow[], { post, slippingOnly }: Wanted): TeamRow[] =>
  people
    .filter(
      ({ posts, slipping }) =>
        (!post || posts.some(({ title }) => title === post)) && (!slippingOnly || slipping.length > 0),
    )
    .toSorted(
      (a, b) =>
        b.openOverdue - a.openOverdue ||
        b.month.missed - a.month.missed ||
        b.due - a.due ||
        a.name.localeCompare(b.name),
    )

/** Every post that somebody of them holds, once. */
export const postsOf = (people: readonly TeamRow[]): PostTitle[] =>
  [...new Map(people.flatMap(({ posts }) => posts).map((post) => [post.title, post])).values()].toSorted((a, b) =>
    a.title.localeCompare(b.title),
  )

export const titlesIn = (posts: readonly PostTitle[]) => posts.map(({ title, titleEn }) => inLanguage(title, titleEn))

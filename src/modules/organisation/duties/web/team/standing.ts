// The team in the order in which it needs its superior, and narrowed to a post or to those who slip.
import type { TeamRow } from '../../contract/duties.ts'

type Wanted = { post?: string | undefined; slippingOnly: boolean }

export const chosenOf = (people: readonly TeamRow[], { post, slippingOnly }: Wanted): TeamRow[] =>
  people
    .filter(({ posts, slipping }) => (!post || posts.includes(post)) && (!slippingOnly || slipping.length > 0))
    .toSorted(
      (a, b) =>
        b.openOverdue - a.openOverdue ||
        b.month.missed - a.month.missed ||
        b.due - a.due ||
        a.name.localeCompare(b.name),
    )

export const postsOf = (people: readonly TeamRow[]) => [...new Set(people.flatMap(({ posts }) => posts))].toSorted()

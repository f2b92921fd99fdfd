// The tree of categories, laid out for choosing.
import type { Category } from '../contract/settings.ts'
import type { Kind } from '../contract/shapes.ts'

/** A category with those above it, from the top down. */
export type Branch = { category: Category; path: readonly Category[] }

/** Each branch is followed by what is below it. */
export function branchesOf(all: readonly Category[], kind?: Kind): Branch[] {
  const below = Map.groupBy(
    all.filter((category) => !kind || category.kind === kind).toSorted((a, b) => a.sort - b.sort),
    ({ parentId }) => parentId,
  )
  const walk = (parentId: string | null, path: readonly Category[]): Branch[] =>
    (below.get(parentId) ?? []).flatMap((category) => {
      const here = [...path, category]
      return [{ category, path: here }, ...walk(category.id, here)]
    })
  return walk(null, [])
}

/** Every word typed must stand somewhere in the names or codes; the lowest fitting branches come first. */
export function matching(branches: readonly Branch[], typed: string): Branch[] {
  const sought = typed
    .trim()
    .toLowerCase()
    .split(/[\s/]+/)
    .filter(Boolean)
  if (sought.length === 0) return [...branches]
  const textOf = ({ path }: Branch) =>
    path
      .map(({ name, nameEn, code }) => `${name} ${nameEn} ${code}`)
      .join(' ')
      .toLowerCase()
  const ownOf = ({ category }: Branch) => `${category.name} ${category.nameEn} ${category.code}`.toLowerCase()
  const fits = branches.filter((branch) => sought.every((word) => textOf(branch).includes(word)))
  const isOwn = (branch: Branch) => sought.some((word) => ownOf(branch).includes(word))
  return [...fits.filter(isOwn), ...fits.filter((branch) => !isOwn(branch))]
}

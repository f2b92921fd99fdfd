// Gives a company the posts that every property office has, and what they may do: all of it when it is new, later what a version adds.
import { takeNew } from '../../../../platform/brought.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { newId } from '../../../../platform/ids.ts'
import { type EventDraft, recordEvents } from '../../../../platform/ledger.ts'
import { forgetEverybody } from '../../../../platform/session/forgetting.ts'
import { standardPosts } from '../catalogue/all.ts'
import { type GrantTable, STANDARD_POSTS, type StandardPostKey } from '../catalogue/standard-post.ts'
import { insertPosts, listAllGrants, listPostNames } from '../queries.ts'

export type PostIds = Map<StandardPostKey, string>
/** The id of each standard post by its key, and of those that came now. */
export type Brought = { posts: PostIds; fresh: PostIds }

/**
 * What was given once is not given again: a company may have taken it away. A post whose title the company gave to a post of its
 * own stays out.
 */
export async function bringStandardPosts(ctx: Ctx, grants: GrantTable): Promise<Brought> {
  const newPosts = await takeNew(ctx.tx, 'post', STANDARD_POSTS)
  const newPermissions = await takeNew(ctx.tx, 'permission', Object.keys(grants))
  const there = await listPostNames(ctx.tx)
  const posts: PostIds = new Map(
    STANDARD_POSTS.flatMap((key) => there.filter((post) => post.key === key).map(({ id }) => [key, id] as const)),
  )
  const titles = there.filter(({ archivedAt }) => !archivedAt).map(({ title }) => title)
  const fresh = Object.values(standardPosts).filter(
    ({ key, title }) => newPosts.has(key) && !posts.has(key) && !titles.includes(title),
  )
  const made: PostIds = new Map(fresh.map(({ key }) => [key, newId()]))
  for (const [key, id] of made) posts.set(key, id)
  const given = await grantsDue(ctx, grants, { posts, fresh: made }, newPermissions)
  await insert(ctx, { posts, fresh: made }, given)
  if (given.length > 0) forgetEverybody(ctx)
  return { posts, fresh: made }
}

type Given = { postId: string; permission: string; reach: NonNullable<GrantTable[string][StandardPostKey]> }
/** A post that came now gets all of its own; one that was there gets what is new, where nobody granted it by hand meanwhile. */
async function grantsDue(
  ctx: Ctx,
  grants: GrantTable,
  { posts, fresh }: Brought,
  newPermissions: ReadonlySet<string>,
): Promise<Given[]> {
  const held = new Set((await listAllGrants(ctx.tx)).map(({ postId, permission }) => `${postId} ${permission}`))
  return Object.values(standardPosts)
    .filter(({ kind }) => kind === 'post')
    .flatMap(({ key }) => {
      const postId = posts.get(key)
      if (!postId) return []
      return Object.entries(grants).flatMap(([permission, reaches]) => {
        const reach = reaches[key]
        const due = fresh.has(key) || newPermissions.has(permission)
        return reach && due && !held.has(`${postId} ${permission}`) ? [{ postId, permission, reach }] : []
      })
    })
}

async function insert(ctx: Ctx, { posts, fresh }: Brought, given: Given[]) {
  const rows = [...fresh].map(([key, id]) => {
    const { kind, title, titleEn, departmentKind, reportsTo } = standardPosts[key]
    const reportsToId = reportsTo ? (posts.get(reportsTo) ?? null) : null
    return { id, key, kind, title, titleEn, departmentKind, reportsToId, system: true }
  })
  await insertPosts(ctx.tx, rows, given)
  const created = rows.map(
    ({ id, title, key }): EventDraft => ({ name: 'post.created', recordId: id, to: 'in_use', details: { title, key } }),
  )
  const isFresh = new Set(fresh.values())
  const granted = given
    .filter(({ postId }) => !isFresh.has(postId))
    .map(
      ({ postId, ...details }): EventDraft => ({
        name: 'post.granted',
        recordId: postId,
        details: { ...details, before: null },
      }),
    )
  await recordEvents(ctx, [...created, ...granted])
}

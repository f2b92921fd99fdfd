// Gives a new company the posts that every property office has.
import type { Ctx } from '../../../../platform/context.ts'
import { newId } from '../../../../platform/ids.ts'
import { recordEvents } from '../../../../platform/ledger.ts'
import { standardPosts } from '../catalogue/all.ts'
import type { GrantTable, StandardPostKey } from '../catalogue/standard-post.ts'
import { insertPosts } from '../queries.ts'

/** The id of each post by its key. */
export async function createStandardPosts(ctx: Ctx, grants: GrantTable): Promise<Map<StandardPostKey, string>> {
  const standard = Object.values(standardPosts)
  const ids = new Map<StandardPostKey, string>(standard.map(({ key }) => [key, newId()]))
  const idOf = (key: StandardPostKey) => ids.get(key) ?? newId()
  const posts = standard.map(({ key, kind, title, titleEn, departmentKind, reportsTo }) => ({
    id: idOf(key),
    key,
    kind,
    title,
    titleEn,
    departmentKind,
    reportsToId: reportsTo && idOf(reportsTo),
    system: true,
  }))
  const duties = standard.flatMap((post) =>
    post.duties.map(({ code, cadence, by, zh, en, measure, measureEn }, sort) => ({
      id: newId(),
      postId: idOf(post.key),
      code,
      text: zh,
      textEn: en,
      cadence,
      capability: [...by],
      measure,
      measureEn,
      sort,
    })),
  )
  const held = standard.filter(({ kind }) => kind === 'post')
  const granted = held.flatMap(({ key }) =>
    Object.entries(grants).flatMap(([permission, reaches]) => {
      const reach = reaches[key]
      return reach ? [{ postId: idOf(key), permission, reach }] : []
    }),
  )
  await insertPosts(ctx.tx, posts, duties, granted)
  await recordEvents(
    ctx,
    posts.map(({ id, title, key }) => ({ name: 'post.created', recordId: id, to: 'in_use', details: { title, key } })),
  )
  return ids
}

// All SQL of posts, their grants and their duties.
import { type ExpressionBuilder, sql } from 'kysely'
import type { Tables } from '../../../../db/types.gen.ts'
import type { Reach } from '../../../platform/access.ts'
import type { Tx } from '../../../platform/database.ts'
import { insertRows, rowsOf } from '../../../platform/rows.ts'
import { direction, holding, inArchiving, positionOf, type ShortListing } from '../../../platform/short-lists.ts'
import { DEPARTMENT_KINDS, type PostDraft, type PostKind } from './contract.ts'
import { KEY_PERMISSION } from './rules.ts'

/** `on` is today: a post whose last day has passed is not held any more, also when nobody ended it. */
const postRows = (tx: Tx, on: string) =>
  tx
    .selectFrom('post')
    .leftJoin('post as superior', (join) =>
      join.onRef('superior.companyId', '=', 'post.companyId').onRef('superior.id', '=', 'post.reportsToId'),
    )
    .select([
      'post.id',
      'post.key',
      'post.kind',
      'post.title',
      'post.titleEn',
      'post.departmentKind',
      'post.reportsToId',
      'superior.title as reportsToTitle',
      'superior.titleEn as reportsToTitleEn',
      'post.system',
      'post.archivedAt',
    ])
    .select((eb) => [
      eb
        .selectFrom('postGrant')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('postGrant.postId', '=', 'post.id')
        .$asScalar()
        .$notNull()
        .as('grants'),
      eb
        .selectFrom('staffPostCard')
        .select(({ fn }) => fn.count<number>('staffPostCard.staffId').distinct().as('n'))
        .whereRef('staffPostCard.postId', '=', 'post.id')
        .where((held) => held.or([held('toOn', 'is', null), held('toOn', '>=', on)]))
        .$asScalar()
        .$notNull()
        .as('holders'),
    ])

export const findPost = (tx: Tx, on: string, id: string) =>
  postRows(tx, on).where('post.id', '=', id).executeTakeFirst()
export type PostLine = NonNullable<Awaited<ReturnType<typeof findPost>>>

type PostListing = ShortListing & {
  kind?: PostKind[] | undefined
  departmentKind?: PostDraft['departmentKind'][] | undefined
}
export async function listPosts(tx: Tx, on: string, listing: PostListing) {
  const { search, kind, departmentKind, status, sort, limit, after } = listing
  const wanted = (eb: ExpressionBuilder<Tables, 'post'>) =>
    eb.and([
      inArchiving('post.archivedAt', status),
      holding(['post.title', 'post.titleEn'], search),
      ...(kind ? [eb('post.kind', 'in', kind)] : []),
      ...(departmentKind ? [eb('post.departmentKind', 'in', departmentKind)] : []),
    ])
  const rows = await postRows(tx, on)
    .where(wanted)
    .$if(sort === 'line', (query) => query.orderBy('post.kind', 'desc').orderBy(wayTo('post.id')))
    .orderBy('post.title', direction(sort))
    .orderBy('post.id')
    .offset(positionOf(after))
    .limit(limit)
    .execute()
  const counted = await tx
    .selectFrom('post')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where(wanted)
    .executeTakeFirst()
  return { rows, total: counted?.n ?? 0 }
}

/** The way down to a post from whoever reports to nobody: at each step the line of work, in the order people expect, and the title. */
const wayTo = (id: string) => sql<string[]>`(
  with recursive up as (
    select p.id, p.reports_to_id, p.department_kind, p.title, 0 as step from post p where p.id = ${sql.ref(id)}
    union all
    select p.id, p.reports_to_id, p.department_kind, p.title, up.step + 1
    from post p join up on p.id = up.reports_to_id where up.step < 30
  )
  select array_agg(
    to_char(array_position(${[...DEPARTMENT_KINDS]}::text[], up.department_kind), 'FM00') || up.title order by up.step desc
  ) from up)`

export const lockPost = (tx: Tx, id: string) =>
  tx.selectFrom('post').select('id').where('id', '=', id).forNoKeyUpdate().executeTakeFirst()

export const listGrants = (tx: Tx, postIds: readonly string[]) =>
  tx
    .selectFrom('postGrant')
    .select(['postId', 'permission', 'reach'])
    .where('postId', 'in', [...postIds])
    .orderBy('permission')
    .execute()

export const listAllGrants = (tx: Tx) =>
  tx
    .selectFrom('postGrant')
    .innerJoin('post', (join) =>
      join.onRef('post.companyId', '=', 'postGrant.companyId').onRef('post.id', '=', 'postGrant.postId'),
    )
    .select(['postGrant.postId', 'postGrant.permission', 'postGrant.reach'])
    .where('post.archivedAt', 'is', null)
    .execute()

export const listPostNames = (tx: Tx) => tx.selectFrom('post').select(['id', 'key', 'title', 'archivedAt']).execute()

export const findPostInUse = (tx: Tx, id: string) =>
  tx
    .selectFrom('post')
    .select(['id', 'kind', 'title'])
    .where('id', '=', id)
    .where('archivedAt', 'is', null)
    .executeTakeFirst()

export const hasTitleTwin = async (tx: Tx, title: string, id: string | undefined) => {
  const twin = await tx
    .selectFrom('post')
    .select('id')
    .where('title', '=', title)
    .where('archivedAt', 'is', null)
    .$if(id !== undefined, (query) => query.where('id', '!=', id ?? ''))
    .executeTakeFirst()
  return twin !== undefined
}

/** The post itself and all it reports to, nearest first. */
export async function listSuperiorPosts(tx: Tx, id: string) {
  const { rows } = await sql<{ id: string; level: number }>`
    with recursive up as (
      select id, reports_to_id, 0 as level from post where id = ${id}
      union
      select p.id, p.reports_to_id, up.level + 1 from post p join up on p.id = up.reports_to_id where up.level < 30
    ) select id, level from up order by level`.execute(tx)
  return rows.map((row) => row.id)
}

export const insertPost = (tx: Tx, post: PostDraft & { id: string; key: string; kind?: PostKind | undefined }) =>
  tx.insertInto('post').values(post).execute()

export const updatePost = (tx: Tx, id: string, changes: Partial<PostDraft> & { archivedAt?: Date | null }) =>
  tx.updateTable('post').set(changes).where('id', '=', id).execute()

export const upsertGrant = (tx: Tx, postId: string, permission: string, reach: Reach) =>
  tx
    .insertInto('postGrant')
    .values({ postId, permission, reach })
    .onConflict((conflict) => conflict.columns(['companyId', 'postId', 'permission']).doUpdateSet({ reach }))
    .execute()

export const deleteGrant = (tx: Tx, postId: string, permission: string) =>
  tx.deleteFrom('postGrant').where('postId', '=', postId).where('permission', '=', permission).execute()

/** People who work here and may grant to posts in the whole company. */
export async function countKeyHolders(tx: Tx, on: string): Promise<number> {
  const counted = await tx
    .selectFrom('postGrant')
    .innerJoin('staffPostCard', 'staffPostCard.postId', 'postGrant.postId')
    .innerJoin('staffCard', 'staffCard.id', 'staffPostCard.staffId')
    .select(({ fn }) => fn.count<number>('staffCard.id').distinct().as('n'))
    .where('postGrant.permission', '=', KEY_PERMISSION)
    .where('postGrant.reach', '=', 'company')
    .where('staffCard.leftOn', 'is', null)
    .where((eb) => eb.or([eb('staffPostCard.toOn', 'is', null), eb('staffPostCard.toOn', '>=', on)]))
    .executeTakeFirst()
  return counted?.n ?? 0
}

type NewPost = PostDraft & {
  id: string
  key: string
  kind: PostKind
  system: boolean
  reportsToId: string | null
  titleEn: string
}
type NewGrant = { postId: string; permission: string; reach: Reach }
export const insertPosts = (tx: Tx, posts: NewPost[], grants: NewGrant[]) =>
  insertRows(tx, rowsOf('post', posts), rowsOf('postGrant', grants))

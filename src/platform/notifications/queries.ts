// All SQL about notifications, each of one person.
import { sql } from 'kysely'
import type { Tx } from '../database.ts'

type Page = { unread?: boolean | undefined; after?: string | undefined; limit: number }

/** Newest first; ids grow with time. */
export function listOf(tx: Tx, accountId: string, { unread, after, limit }: Page) {
  let query = tx
    .selectFrom('notification')
    .select(['id', 'kind', 'params', 'recordKind', 'recordId', 'createdAt', 'readAt'])
    .where('accountId', '=', accountId)
    .orderBy('id', 'desc')
    .limit(limit)
  if (unread) query = query.where('readAt', 'is', null)
  if (after) query = query.where('id', '<', after)
  return query.execute()
}

export async function countUnread(tx: Tx, accountId: string): Promise<number> {
  const row = await tx
    .selectFrom('notification')
    .select(sql<number>`count(*)`.as('n'))
    .where('accountId', '=', accountId)
    .where('readAt', 'is', null)
    .executeTakeFirst()
  return row?.n ?? 0
}

/** How many were unread among all, or among one. */
export async function markRead(tx: Tx, accountId: string, at: Date, id?: string): Promise<number> {
  let query = tx
    .updateTable('notification')
    .set({ readAt: at })
    .where('accountId', '=', accountId)
    .where('readAt', 'is', null)
  if (id) query = query.where('id', '=', id)
  const { numUpdatedRows } = await query.executeTakeFirst()
  return Number(numUpdatedRows)
}

export const findOwn = (tx: Tx, accountId: string, id: string) =>
  tx.selectFrom('notification').select('id').where('accountId', '=', accountId).where('id', '=', id).executeTakeFirst()

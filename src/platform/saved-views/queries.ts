// All SQL about saved views.
import { sql } from 'kysely'
import type { Tx } from '../database.ts'

const cards = (tx: Tx) =>
  tx
    .selectFrom('savedView')
    .innerJoin('account', (join) =>
      join.onRef('account.companyId', '=', 'savedView.companyId').onRef('account.id', '=', 'savedView.accountId'),
    )
    .selectAll('savedView')
    .select('account.name as byName')

const MOST = 200

/** Own ones first. */
export const listViews = (tx: Tx, list: string, accountId: string) =>
  cards(tx)
    .where('savedView.list', '=', list)
    .where((eb) => eb.or([eb('savedView.accountId', '=', accountId), eb('savedView.shared', '=', true)]))
    .orderBy(sql`saved_view.account_id <> ${accountId}`)
    .orderBy('savedView.name')
    .orderBy('savedView.id')
    .limit(MOST)
    .execute()

export const findView = (tx: Tx, id: string) => cards(tx).where('savedView.id', '=', id).executeTakeFirst()

export async function countOwn(tx: Tx, list: string, accountId: string): Promise<number> {
  const row = await tx
    .selectFrom('savedView')
    .select(sql<number>`count(*)`.as('n'))
    .where('list', '=', list)
    .where('accountId', '=', accountId)
    .executeTakeFirst()
  return row?.n ?? 0
}

type Draft = { id: string; accountId: string; list: string; name: string; query: string; createdAt: Date }
export const insertView = (tx: Tx, draft: Draft) => tx.insertInto('savedView').values(draft).execute()

export const updateView = (tx: Tx, id: string, change: { name?: string; query?: string; shared?: boolean }) =>
  tx.updateTable('savedView').set(change).where('id', '=', id).execute()

export const deleteView = (tx: Tx, id: string) => tx.deleteFrom('savedView').where('id', '=', id).execute()

// All SQL of job-responsibility documents.
import type { Insertable, Updateable } from 'kysely'
import type { Tables } from '../../../../db/types.gen.ts'
import type { Tx } from '../../../platform/database.ts'
import { direction, holding, positionOf, type ShortListing } from '../../../platform/short-lists.ts'
import type { State } from './states.ts'

const COLUMNS = [
  'id',
  'name',
  'kind',
  'posts',
  'duties',
  'status',
  'readById',
  'readByName',
  'readAt',
  'settledByName',
  'settledAt',
] as const

/** Their texts and readings stay where they are. */
export async function listDocuments(tx: Tx, listing: ShortListing & { status?: State[] | undefined }) {
  const { status, search, sort, after, limit } = listing
  const wanted = tx
    .selectFrom('jobDocument')
    .where(holding(['jobDocument.name', 'jobDocument.readByName'], search))
    .$if(status !== undefined, (query) => query.where('status', 'in', status ?? []))
  const rows = await wanted
    .select(COLUMNS)
    .orderBy('readAt', direction(sort))
    .orderBy('id', direction(sort))
    .offset(positionOf(after))
    .limit(limit)
    .execute()
  const counted = await wanted.select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirst()
  return { rows, total: counted?.n ?? 0 }
}
export type DocumentLine = Awaited<ReturnType<typeof listDocuments>>['rows'][number]

export const findDocument = (tx: Tx, id: string) =>
  tx
    .selectFrom('jobDocument')
    .select([...COLUMNS, 'text', 'reading', 'attachmentId', 'discardReason', 'drafts'])
    .where('id', '=', id)
    .executeTakeFirst()

export const lockDocument = (tx: Tx, id: string) =>
  tx.selectFrom('jobDocument').select(['id', 'name', 'status']).where('id', '=', id).forNoKeyUpdate().executeTakeFirst()

export const insertDocument = (tx: Tx, row: Insertable<Tables['jobDocument']>) =>
  tx.insertInto('jobDocument').values(row).execute()

export const updateDocument = (tx: Tx, id: string, change: Updateable<Tables['jobDocument']>) =>
  tx.updateTable('jobDocument').set(change).where('id', '=', id).execute()

/** All posts in use: which of them a read post may be. */
export const listPostsInUse = (tx: Tx) =>
  tx
    .selectFrom('postCard')
    .select(['id', 'key', 'title', 'titleEn'])
    .where('archivedAt', 'is', null)
    .orderBy('title')
    .execute()

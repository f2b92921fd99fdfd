// All SQL of duty sheets, their duties and who has read them.
import { sql } from 'kysely'
import type { Tables } from '../../../../../db/types.gen.ts'
import type { Tx } from '../../../../platform/database.ts'
import { insertRows, rowsOf } from '../../../../platform/rows.ts'
import type { State } from '../states.ts'

const sheetRows = (tx: Tx) =>
  tx
    .selectFrom('dutySheet')
    .innerJoin('postCard', 'postCard.id', 'dutySheet.postId')
    .select([
      'dutySheet.id',
      'dutySheet.postId',
      'postCard.title as postTitle',
      'postCard.titleEn as postTitleEn',
      'dutySheet.version',
      'dutySheet.status',
      'dutySheet.source',
      'dutySheet.note',
      'dutySheet.draftedById',
      'dutySheet.draftedByName',
      'dutySheet.submittedAt',
      'dutySheet.reviewedByName',
      'dutySheet.returnReason',
      'dutySheet.effectiveOn',
      'dutySheet.publishedAt',
      'dutySheet.replacedAt',
      'dutySheet.createdAt',
    ])
    .select((eb) => [
      eb
        .selectFrom('duty')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('duty.sheetId', '=', 'dutySheet.id')
        .$asScalar()
        .$notNull()
        .as('duties'),
      eb
        .selectFrom('duty')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('duty.sheetId', '=', 'dutySheet.id')
        .where((duty) => duty.or([sql<boolean>`proof_keys <> '{}'`, duty('shown', 'is not', null)]))
        .$asScalar()
        .$notNull()
        .as('proven'),
      eb
        .selectFrom('dutyAcknowledgement')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('dutyAcknowledgement.sheetId', '=', 'dutySheet.id')
        .where('dutyAcknowledgement.droppedAt', 'is', null)
        .$asScalar()
        .$notNull()
        .as('toAcknowledge'),
      eb
        .selectFrom('dutyAcknowledgement')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('dutyAcknowledgement.sheetId', '=', 'dutySheet.id')
        .where('dutyAcknowledgement.droppedAt', 'is', null)
        .where('givenAt', 'is not', null)
        .$asScalar()
        .$notNull()
        .as('acknowledged'),
    ])

export const findSheet = (tx: Tx, id: string) => sheetRows(tx).where('dutySheet.id', '=', id).executeTakeFirst()
export type SheetLine = NonNullable<Awaited<ReturnType<typeof findSheet>>>

export const lockSheet = (tx: Tx, id: string) =>
  tx.selectFrom('dutySheet').select('id').where('id', '=', id).forUpdate().executeTakeFirst()

type Listing = { postId?: string | undefined; status?: State[] | undefined; limit: number; offset: number }
export async function listSheets(tx: Tx, { postId, status, limit, offset }: Listing) {
  const rows = await sheetRows(tx)
    .$if(postId !== undefined, (query) => query.where('dutySheet.postId', '=', postId ?? ''))
    .$if(status !== undefined, (query) => query.where('dutySheet.status', 'in', status ?? []))
    .orderBy(sql`array_position('{in_review,draft,published,replaced,withdrawn}'::text[], duty_sheet.status)`)
    .orderBy('postCard.title')
    .orderBy('dutySheet.version', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  const counted = await tx
    .selectFrom('dutySheet')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .$if(postId !== undefined, (query) => query.where('postId', '=', postId ?? ''))
    .$if(status !== undefined, (query) => query.where('status', 'in', status ?? []))
    .executeTakeFirst()
  return { rows, total: counted?.n ?? 0 }
}

/** The version in force of a post, or the one being worked on. */
export const findOfPost = (tx: Tx, postId: string, status: readonly State[]) =>
  sheetRows(tx)
    .where('dutySheet.postId', '=', postId)
    .where('dutySheet.status', 'in', [...status])
    .executeTakeFirst()

export const listDuties = (tx: Tx, sheetId: string) =>
  tx
    .selectFrom('duty')
    .select([
      'id',
      'lineId',
      'code',
      'text',
      'textEn',
      'cadence',
      'capability',
      'measure',
      'measureEn',
      'proofKeys',
      'shown',
      'sinceOn',
    ])
    .where('sheetId', '=', sheetId)
    .orderBy('sort')
    .execute()
export type DutyRow = Awaited<ReturnType<typeof listDuties>>[number]

export const lastVersion = async (tx: Tx, postId: string) =>
  (
    await tx
      .selectFrom('dutySheet')
      .select(({ fn }) => fn.max<number>('version').as('version'))
      .where('postId', '=', postId)
      .executeTakeFirst()
  )?.version ?? 0

export type LineBefore = { sinceOn: string | null; proofKeys: readonly string[] }
/** Duties of any version of a post's sheet, each as it was last in force: what a draft may continue. */
export const listLines = async (tx: Tx, postId: string): Promise<Map<string, LineBefore>> => {
  const rows = await tx
    .selectFrom('duty')
    .innerJoin('dutySheet', (join) =>
      join.onRef('dutySheet.companyId', '=', 'duty.companyId').onRef('dutySheet.id', '=', 'duty.sheetId'),
    )
    .select(['duty.lineId', 'duty.sinceOn', 'duty.proofKeys'])
    .where('dutySheet.postId', '=', postId)
    // Later ones replace earlier ones in the map; what was never in force comes first.
    .orderBy(sql`duty_sheet.published_at is not null`)
    .orderBy('dutySheet.version')
    .execute()
  return new Map(rows.map(({ lineId, ...before }) => [lineId, before]))
}

/** The duties in force that came with the program and that nobody has revised since. */
export const listStandardDuties = (tx: Tx) =>
  tx
    .selectFrom('duty')
    .innerJoin('dutySheet', (join) =>
      join.onRef('dutySheet.companyId', '=', 'duty.companyId').onRef('dutySheet.id', '=', 'duty.sheetId'),
    )
    .select(['duty.id', 'duty.code', 'duty.proofKeys', 'duty.shown', 'dutySheet.id as sheetId', 'dutySheet.postId'])
    .where('dutySheet.status', '=', 'published')
    .where('dutySheet.source', '=', 'catalogue')
    .where('dutySheet.draftedById', 'is', null)
    .execute()

type Counting = { proofKeys: string[]; shown: object | null }
/** From now on counted in this way; what was counted before has no bearing on it. */
export const countDuty = (tx: Tx, id: string, { proofKeys, shown }: Counting, sinceOn: string | null) =>
  tx
    .updateTable('duty')
    .set({ proofKeys, shown: shown === null ? null : JSON.stringify(shown), ...(sinceOn ? { sinceOn } : {}) })
    .where('id', '=', id)
    .execute()

/** What is new in this version begins on its first day. */
export const beginDuties = (tx: Tx, sheetId: string, sinceOn: string) =>
  tx.updateTable('duty').set({ sinceOn }).where('sheetId', '=', sheetId).where('sinceOn', 'is', null).execute()

export type NewSheet = {
  id: string
  postId: string
  version: number
  status: State
  source: 'catalogue' | 'document' | 'typed'
  note: string
  draftedById: string | null
  draftedByName: string
  effectiveOn: string | null
  publishedAt: string | null
}
export type NewDuty = {
  id: string
  sheetId: string
  lineId: string
  code: string
  text: string
  textEn: string
  cadence: Tables['duty']['cadence']
  capability: string[]
  measure: string
  measureEn: string
  proofKeys: string[]
  shown: object | null
  sinceOn: string | null
  sort: number
}
export const insertSheets = (tx: Tx, sheets: readonly NewSheet[], duties: readonly NewDuty[]) =>
  insertRows(tx, { table: 'dutySheet', rows: sheets }, { table: 'duty', rows: duties })

export async function replaceDuties(tx: Tx, sheetId: string, duties: readonly NewDuty[]) {
  await tx.deleteFrom('duty').where('sheetId', '=', sheetId).execute()
  await insertRows(tx, { table: 'duty', rows: duties })
}

type Change = Partial<{
  status: State
  note: string
  submittedAt: Date | null
  reviewedById: string
  reviewedByName: string
  returnReason: string | null
  effectiveOn: string
  publishedAt: Date
  replacedAt: Date
}>
export const updateSheet = (tx: Tx, id: string, change: Change) =>
  tx.updateTable('dutySheet').set(change).where('id', '=', id).execute()

export const listAcknowledgements = (tx: Tx, sheetId: string) =>
  tx
    .selectFrom('dutyAcknowledgement')
    .innerJoin('staffCard', 'staffCard.id', 'dutyAcknowledgement.staffId')
    .select([
      'dutyAcknowledgement.id',
      'dutyAcknowledgement.staffId',
      'staffCard.name',
      'dutyAcknowledgement.dueAt',
      'dutyAcknowledgement.givenAt',
    ])
    .where('dutyAcknowledgement.sheetId', '=', sheetId)
    .where('dutyAcknowledgement.droppedAt', 'is', null)
    .orderBy('staffCard.no')
    .execute()

/** Not given yet, of one sheet or of one person. */
export const listOpenAcknowledgements = (tx: Tx, of: { sheetId: string } | { staffId: string }) =>
  tx
    .selectFrom('dutyAcknowledgement')
    .innerJoin('dutySheet', (join) =>
      join
        .onRef('dutySheet.companyId', '=', 'dutyAcknowledgement.companyId')
        .onRef('dutySheet.id', '=', 'dutyAcknowledgement.sheetId'),
    )
    .select([
      'dutyAcknowledgement.id',
      'dutyAcknowledgement.sheetId',
      'dutyAcknowledgement.staffId',
      'dutySheet.postId',
    ])
    .where('dutyAcknowledgement.givenAt', 'is', null)
    .where('dutyAcknowledgement.droppedAt', 'is', null)
    .$call((query) =>
      'sheetId' in of
        ? query.where('dutyAcknowledgement.sheetId', '=', of.sheetId)
        : query.where('dutyAcknowledgement.staffId', '=', of.staffId),
    )
    .execute()
export type OpenAcknowledgement = Awaited<ReturnType<typeof listOpenAcknowledgements>>[number]

export const markDropped = (tx: Tx, ids: readonly string[], at: Date) =>
  tx
    .updateTable('dutyAcknowledgement')
    .set({ droppedAt: at })
    .where('id', 'in', [...ids])
    .execute()

export const insertAcknowledgements = (
  tx: Tx,
  rows: readonly { id: string; sheetId: string; staffId: string; dueAt: string; givenAt: null }[],
) => insertRows(tx, rowsOf('dutyAcknowledgement', rows))

export const giveAcknowledgement = (tx: Tx, id: string, at: Date) =>
  tx.updateTable('dutyAcknowledgement').set({ givenAt: at }).where('id', '=', id).execute()

/** People who hold the post today. */
export const listHolders = async (tx: Tx, postId: string, on: string) =>
  (
    await tx
      .selectFrom('staffPostCard')
      .innerJoin('staffCard', 'staffCard.id', 'staffPostCard.staffId')
      .select('staffPostCard.staffId')
      .distinct()
      .where('staffPostCard.postId', '=', postId)
      .where('staffPostCard.fromOn', '<=', on)
      .where((eb) => eb.or([eb('staffPostCard.toOn', 'is', null), eb('staffPostCard.toOn', '>=', on)]))
      .where('staffCard.leftOn', 'is', null)
      .execute()
  ).map(({ staffId }) => staffId)

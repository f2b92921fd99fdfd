// What the rooms below say about estates, people and the posts and areas they hold.
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'

export const listZones = (tx: Tx) => tx.selectFrom('estateCard').select(['id', 'zone']).execute()

type Between = { from: string; to: string; staffIds?: readonly string[] | undefined }

/** Posts that people held on any of the days. */
export const listPostSpans = (tx: Tx, { from, to, staffIds }: Between) =>
  tx
    .selectFrom('staffPostSpanCard')
    .innerJoin('postCard', 'postCard.id', 'staffPostSpanCard.postId')
    .select([
      'staffPostSpanCard.staffId',
      'staffPostSpanCard.postId',
      'staffPostSpanCard.estateId',
      'staffPostSpanCard.fromOn',
      'staffPostSpanCard.toOn',
      'postCard.title',
      'postCard.titleEn',
    ])
    .where('staffPostSpanCard.fromOn', '<=', to)
    .where((eb) => eb.or([eb('staffPostSpanCard.toOn', 'is', null), eb('staffPostSpanCard.toOn', '>=', from)]))
    .$if(staffIds !== undefined, (query) => query.where(sql<boolean>`staff_id = any(${[...(staffIds ?? [])]}::uuid[])`))
    .orderBy('staffPostSpanCard.fromOn')
    .execute()
export type PostSpan = Awaited<ReturnType<typeof listPostSpans>>[number]

export const listAreaSpans = (tx: Tx, { from, to, staffIds }: Between) =>
  tx
    .selectFrom('areaHolderSpanCard')
    .innerJoin('areaCard', 'areaCard.id', 'areaHolderSpanCard.areaId')
    .select([
      'areaHolderSpanCard.staffId',
      'areaHolderSpanCard.areaId',
      'areaCard.estateId',
      'areaHolderSpanCard.fromOn',
      'areaHolderSpanCard.toOn',
    ])
    .where('areaHolderSpanCard.fromOn', '<=', to)
    .where((eb) => eb.or([eb('areaHolderSpanCard.toOn', 'is', null), eb('areaHolderSpanCard.toOn', '>=', from)]))
    .$if(staffIds !== undefined, (query) => query.where(sql<boolean>`staff_id = any(${[...(staffIds ?? [])]}::uuid[])`))
    .execute()
export type AreaSpan = Awaited<ReturnType<typeof listAreaSpans>>[number]

export const listEstateIds = async (tx: Tx) =>
  (await tx.selectFrom('estateCard').select('id').where('archivedAt', 'is', null).execute()).map(({ id }) => id)

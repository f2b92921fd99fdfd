// All SQL of areas and of those who hold them.
import { type ExpressionBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Tables } from '../../../../db/types.gen.ts'
import type { User } from '../../../platform/access.ts'
import type { Tx } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import {
  direction,
  holding,
  inArchiving,
  positionOf,
  type ShortListing,
  sorted,
} from '../../../platform/short-lists.ts'
import { withinReach } from '../../../platform/within-reach.ts'
import type { AreaDraft, AreaRole } from './contract.ts'

/** `on` is today: holdings whose last day has passed are left out. */
const areaRows = (tx: Tx, on: string) =>
  tx
    .selectFrom('area')
    .innerJoin('estateCard', (join) =>
      join.onRef('estateCard.companyId', '=', 'area.companyId').onRef('estateCard.id', '=', 'area.estateId'),
    )
    .select(['area.id', 'area.estateId', 'estateCard.name as estateName', 'area.name', 'area.code', 'area.archivedAt'])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('areaHolder as held')
          .innerJoin('staffCard', 'staffCard.id', 'held.staffId')
          .select(['held.id', 'held.staffId', 'staffCard.name as staffName', 'held.role', 'held.fromOn', 'held.toOn'])
          .whereRef('held.areaId', '=', 'area.id')
          .where('held.endedAt', 'is', null)
          .where((one) => one.or([one('held.toOn', 'is', null), one('held.toOn', '>=', on)]))
          .orderBy(sql`array_position('{steward,officer,supervisor,security,cleaning}'::text[], held.role)`)
          .orderBy('held.fromOn')
          .orderBy('held.id'),
      ).as('holders'),
    )

export const findArea = (tx: Tx, on: string, id: string) =>
  areaRows(tx, on).where('area.id', '=', id).executeTakeFirst()
export type AreaLine = NonNullable<Awaited<ReturnType<typeof findArea>>>

export const lockArea = (tx: Tx, id: string) =>
  tx.selectFrom('area').select('id').where('id', '=', id).forNoKeyUpdate().executeTakeFirst()

type AreaListing = ShortListing & { estateId?: string | undefined }
export async function listAreas(tx: Tx, user: User, on: string, listing: AreaListing) {
  const { search, estateId, status, sort, limit, after } = listing
  const wanted = (eb: ExpressionBuilder<Tables, 'area'>) =>
    eb.and([
      withinReach(eb, user, 'areas.read', { estate: 'area.estateId', area: 'area.id' }),
      inArchiving('area.archivedAt', status),
      holding(['area.name', 'area.code'], search),
      ...(estateId ? [eb('area.estateId', '=', estateId)] : []),
    ])
  const rows = await areaRows(tx, on)
    .where(wanted)
    .orderBy('estateCard.code')
    .orderBy(sql.ref(`area.${sorted(sort)}`), direction(sort))
    .orderBy('area.id')
    .offset(positionOf(after))
    .limit(limit)
    .execute()
  const counted = await tx
    .selectFrom('area')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where(wanted)
    .executeTakeFirst()
  return { rows, total: counted?.n ?? 0 }
}

type Wanted = { estateId: string; id?: string | undefined; code?: string | undefined; name?: string | undefined }
export const areaTwins = (tx: Tx, { estateId, id, code, name }: Wanted) =>
  tx
    .selectFrom('area')
    .select(['code', 'name'])
    .where('estateId', '=', estateId)
    .where((eb) =>
      eb.or([
        ...(code ? [eb('code', '=', code)] : []),
        ...(name ? [eb.and([eb('name', '=', name), eb('archivedAt', 'is', null)])] : []),
      ]),
    )
    .$if(id !== undefined, (query) => query.where('id', '!=', id ?? ''))
    .execute()

export async function insertArea(tx: Tx, draft: AreaDraft, id = newId()) {
  await tx
    .insertInto('area')
    .values({ ...draft, id })
    .execute()
  return id
}

export const updateArea = (
  tx: Tx,
  id: string,
  changes: { name?: string | undefined; code?: string | undefined; archivedAt?: Date | null },
) => tx.updateTable('area').set(changes).where('id', '=', id).execute()

export const findPerson = (tx: Tx, id: string) =>
  tx.selectFrom('staffCard').select(['id', 'name', 'leftOn']).where('id', '=', id).executeTakeFirst()

export const listCandidates = (tx: Tx, estateId: string, on: string, search: string | undefined) =>
  tx
    .selectFrom('staffCard')
    .innerJoin('staffPostCard', 'staffPostCard.staffId', 'staffCard.id')
    .innerJoin('postCard', 'postCard.id', 'staffPostCard.postId')
    .select(['staffCard.id', 'staffCard.no', 'staffCard.name'])
    .select(sql<string[]>`array_agg(distinct post_card.title)`.as('titles'))
    .where('staffCard.leftOn', 'is', null)
    .where((eb) => eb.or([eb('staffPostCard.estateId', 'is', null), eb('staffPostCard.estateId', '=', estateId)]))
    .where((eb) => eb.or([eb('staffPostCard.toOn', 'is', null), eb('staffPostCard.toOn', '>=', on)]))
    .where(holding(['staffCard.name', 'staffCard.no'], search))
    .groupBy(['staffCard.id', 'staffCard.no', 'staffCard.name'])
    .orderBy('staffCard.no')
    .limit(50)
    .execute()

export const listHoldings = (tx: Tx, areaId: string, staffId: string, role: AreaRole) =>
  tx
    .selectFrom('areaHolder')
    .select(['id', 'fromOn', 'toOn'])
    .where('areaId', '=', areaId)
    .where('staffId', '=', staffId)
    .where('role', '=', role)
    .where('endedAt', 'is', null)
    .execute()

type NewHolding = { areaId: string; staffId: string; role: AreaRole; fromOn: string; toOn: string | null }
export async function insertHolder(tx: Tx, holder: NewHolding, id = newId()) {
  await tx
    .insertInto('areaHolder')
    .values({ ...holder, id })
    .execute()
  return id
}

export const endHoldings = (tx: Tx, ids: readonly string[], at: Date) =>
  tx
    .updateTable('areaHolder')
    .set({ endedAt: at })
    .where('id', 'in', [...ids])
    .execute()

/** What a person holds now or later. */
export const listHoldingsOf = (tx: Tx, staffId: string, on: string) =>
  tx
    .selectFrom('areaHolder')
    .innerJoin('area', (join) =>
      join.onRef('area.companyId', '=', 'areaHolder.companyId').onRef('area.id', '=', 'areaHolder.areaId'),
    )
    .select(['areaHolder.id', 'areaHolder.areaId', 'areaHolder.role', 'areaHolder.fromOn', 'areaHolder.toOn'])
    .select(['area.name as areaName', 'area.estateId'])
    .where('areaHolder.staffId', '=', staffId)
    .where('areaHolder.endedAt', 'is', null)
    .where((eb) => eb.or([eb('areaHolder.toOn', 'is', null), eb('areaHolder.toOn', '>=', on)]))
    .orderBy('area.code')
    .execute()

/** Who holds an area on a day, whoever comes first in answering for it first. */
export const listHoldersOn = (tx: Tx, areaId: string, on: string) =>
  tx
    .selectFrom('areaHolder')
    .innerJoin('staffCard', 'staffCard.id', 'areaHolder.staffId')
    .select(['areaHolder.staffId', 'staffCard.name', 'areaHolder.role'])
    .where('areaHolder.areaId', '=', areaId)
    .where('areaHolder.endedAt', 'is', null)
    .where('areaHolder.fromOn', '<=', on)
    .where('staffCard.leftOn', 'is', null)
    .where((eb) => eb.or([eb('areaHolder.toOn', 'is', null), eb('areaHolder.toOn', '>=', on)]))
    .orderBy(sql`array_position('{steward,officer,supervisor,security,cleaning}'::text[], area_holder.role)`)
    .orderBy('areaHolder.fromOn')
    .execute()

export const findAreaName = (tx: Tx, id: string) =>
  tx.selectFrom('area').select(['id', 'estateId', 'name', 'code', 'archivedAt']).where('id', '=', id).executeTakeFirst()

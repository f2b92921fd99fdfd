// Reading places: one, a page of them, the way to one, what is part of one.
import { type ExpressionBuilder, sql } from 'kysely'
import type { Tables } from '../../../../../db/types.gen.ts'
import type { User } from '../../../../platform/access.ts'
import type { Archiving } from '../../../../platform/archiving.ts'
import type { Tx } from '../../../../platform/database.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { withinReach } from '../../../../platform/within-reach.ts'
import type { PlaceDetail, PlaceKind } from '../contract/shapes.ts'
import type { Status } from '../states.ts'

export const READ = 'places.read'
const REACH = { estate: 'place.estateId', area: 'place.areaId' } as const

const selectPlaces = (tx: Tx) =>
  tx
    .selectFrom('place')
    .leftJoin('unit', (join) => join.onRef('unit.companyId', '=', 'place.companyId').onRef('unit.id', '=', 'place.id'))
    .leftJoin('areaCard', (join) =>
      join.onRef('areaCard.companyId', '=', 'place.companyId').onRef('areaCard.id', '=', 'place.areaId'),
    )
    .select([
      'place.id',
      'place.estateId',
      'place.parentId',
      'place.buildingId',
      'place.kind',
      'place.detail',
      'place.no',
      'place.name',
      'place.code',
      'place.pathName',
      'place.directions',
      'place.areaId',
      'place.areaOwn',
      'place.archivedAt',
      'place.sort',
      'areaCard.name as areaName',
      'unit.unitNo',
      'unit.floorNo',
      'unit.use',
      'unit.status',
      'unit.statusAt',
      'unit.deliveredOn',
      sql<number | null>`unit.gross_floor_area::float8`.as('grossFloorArea'),
      sql<number | null>`unit.inner_area::float8`.as('innerArea'),
    ])

export type PlaceRow = Awaited<ReturnType<typeof findPlaceRow>> & {}
export const findPlaceRow = (tx: Tx, id: string) => selectPlaces(tx).where('place.id', '=', id).executeTakeFirst()

/** Locks the place; the tree of an estate is locked by `lockTree`. */
export async function lockPlaceRow(tx: Tx, id: string): Promise<PlaceRow> {
  const row = await selectPlaces(tx).where('place.id', '=', id).forUpdate('place').executeTakeFirst()
  if (!row) throw new Refusal('place.not_found', { id })
  return row
}

export type PlaceFilter = {
  ids?: readonly string[] | undefined
  estateId?: string | undefined
  parentId?: string | undefined
  buildingId?: string | undefined
  areaId?: string | undefined
  kind?: readonly PlaceKind[] | undefined
  detail?: readonly PlaceDetail[] | undefined
  unitStatus?: readonly Status[] | undefined
  status?: readonly Archiving[] | undefined
}
const MOST_COUNTED = 1000

const filtered = (tx: Tx, user: User, given: PlaceFilter) =>
  selectPlaces(tx)
    .where((eb) => withinReach(eb, user, READ, REACH))
    .where((eb) => inState(eb, given.status))
    .where((eb) => eb.and([...same(given), ...among(given)]))

const same = ({ estateId, parentId, buildingId, areaId }: PlaceFilter) =>
  Object.entries({ estate_id: estateId, parent_id: parentId, building_id: buildingId, area_id: areaId }).flatMap(
    ([column, id]) => (id ? [sql<boolean>`${sql.ref(`place.${column}`)} = ${id}::uuid`] : []),
  )
const among = ({ ids, kind, detail, unitStatus }: PlaceFilter) => [
  ...(ids ? [sql<boolean>`place.id = any(${[...ids]}::uuid[])`] : []),
  ...Object.entries({ 'place.kind': kind, 'place.detail': detail, 'unit.status': unitStatus }).flatMap(
    ([column, wanted]) => (wanted?.length ? [sql<boolean>`${sql.ref(column)} = any(${[...wanted]}::text[])`] : []),
  ),
]
const inState = (eb: ExpressionBuilder<Tables, 'place'>, wanted: readonly Archiving[] = []) => {
  if (wanted.length > 1) return sql<boolean>`true`
  return wanted[0] === 'archived' ? eb('place.archivedAt', 'is not', null) : eb('place.archivedAt', 'is', null)
}

export async function listPlaceRows(
  tx: Tx,
  user: User,
  { limit, after, ...given }: PlaceFilter & { limit: number; after?: string | undefined },
) {
  let query = filtered(tx, user, given)
  if (after) {
    query = query.where(
      sql<boolean>`(place.estate_id, place.sort, place.id) > (select estate_id, sort, id from place where id = ${after}::uuid)`,
    )
  }
  const rows = await query
    .orderBy('place.estateId')
    .orderBy('place.sort')
    .orderBy('place.id')
    .limit(limit + 1)
    .execute()
  const counted = after ? undefined : await countUpTo(tx, user, given)
  return { rows: rows.slice(0, limit), goesOn: rows.length > limit, counted }
}

async function countUpTo(tx: Tx, user: User, given: PlaceFilter) {
  const some = filtered(tx, user, given)
    .clearSelect()
    .select('place.id')
    .limit(MOST_COUNTED + 1)
  const { n } = await tx
    .selectFrom(some.as('some'))
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return { total: Math.min(n, MOST_COUNTED), more: n > MOST_COUNTED }
}

export type Step = { id: string; kind: PlaceKind; no: string; name: string }
/** From the root down to the place itself. */
export async function wayTo(tx: Tx, id: string): Promise<Step[]> {
  const { rows } = await sql<Step>`
    with recursive up as (
      select id, parent_id, kind, no, name, 0 as height from place where id = ${id}::uuid
      union all
      select p.id, p.parent_id, p.kind, p.no, p.name, up.height + 1 from place p join up on p.id = up.parent_id
    ) select id, kind, no, name from up order by height desc`.execute(tx)
  return rows
}

export type Member = Step & {
  parentId: string | null
  detail: PlaceDetail | null
  areaOwn: boolean
  archivedAt: string | null
}
/** The place and everything that is part of it, parents before parts. */
export async function membersOf(tx: Tx, id: string): Promise<Member[]> {
  const { rows } = await sql<Member>`
    with recursive down as (
      select id, parent_id, kind, no, name, detail, area_own, archived_at, 0 as depth from place where id = ${id}::uuid
      union all
      select p.id, p.parent_id, p.kind, p.no, p.name, p.detail, p.area_own, p.archived_at, down.depth + 1
      from place p join down on p.parent_id = down.id
    ) select id, parent_id as "parentId", kind, no, name, detail, area_own as "areaOwn", archived_at as "archivedAt"
      from down order by depth`.execute(tx)
  return rows
}

export const listParts = (tx: Tx, parentId: string) =>
  tx
    .selectFrom('place')
    .select(['id', 'kind', 'name', 'detail', 'directions'])
    .where('parentId', '=', parentId)
    .where('kind', '<>', 'unit')
    .where('archivedAt', 'is', null)
    .orderBy('sort')
    .execute()

export async function countUnitsIn(tx: Tx, id: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    with recursive down as (
      select id, kind, archived_at from place where id = ${id}::uuid
      union all
      select p.id, p.kind, p.archived_at from place p join down on p.parent_id = down.id
    ) select count(*) as n from down where kind = 'unit' and archived_at is null`.execute(tx)
  return rows[0]?.n ?? 0
}

export const findAreaCard = (tx: Tx, estateId: string, id: string) =>
  tx
    .selectFrom('areaCard')
    .select(['id', 'name', 'archivedAt'])
    .where('id', '=', id)
    .where('estateId', '=', estateId)
    .executeTakeFirst()

export const findByCode = (tx: Tx, estateId: string, code: string) =>
  tx
    .selectFrom('place')
    .select('id')
    .where('estateId', '=', estateId)
    .where('code', '=', code)
    .where('archivedAt', 'is', null)
    .executeTakeFirst()

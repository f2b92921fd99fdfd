// All SQL of the company, its estates and its departments.
import { type ExpressionBuilder, sql } from 'kysely'
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
import type { DepartmentDraft, EstateDraft } from './contract.ts'

/** `24:00` stays as it is. */
const clock = (column: string) => sql<string>`left(${sql.ref(column)}::text, 5)`

/** Whoever checks that a name or a number is free takes this first, so that two cannot both find it free. */
export const lockCompany = (tx: Tx) =>
  tx.selectFrom('company').select(['id', 'name', 'zone', 'sample']).forNoKeyUpdate().executeTakeFirstOrThrow()

export const getCompany = (tx: Tx) =>
  tx.selectFrom('company').select(['id', 'name', 'zone', 'sample']).executeTakeFirstOrThrow()

export const insertCompany = (tx: Tx, company: { id: string; name: string; zone?: string; sample: boolean }) =>
  tx.insertInto('company').values(company).execute()

export const updateCompany = (tx: Tx, changes: { name?: string | undefined; zone?: string | undefined }) =>
  tx.updateTable('company').set(changes).execute()

/** `on` is today: posts whose last day has passed are not held any more, also when nobody ended them. */
const estateRows = (tx: Tx, on: string) =>
  tx
    .selectFrom('estate')
    .select([
      'estate.id',
      'estate.name',
      'estate.shortName',
      'estate.code',
      'estate.kind',
      'estate.address',
      'estate.city',
      'estate.servicePhone',
      'estate.zone',
      'estate.serviceEveryDay',
      'estate.grade',
      'estate.archivedAt',
      clock('estate.serviceOpens').as('serviceOpens'),
      clock('estate.serviceCloses').as('serviceCloses'),
    ])
    .select((eb) => [
      eb
        .selectFrom('department')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('department.estateId', '=', 'estate.id')
        .where('department.archivedAt', 'is', null)
        .$asScalar()
        .$notNull()
        .as('departments'),
      eb
        .selectFrom('areaCard')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('areaCard.estateId', '=', 'estate.id')
        .where('areaCard.archivedAt', 'is', null)
        .$asScalar()
        .$notNull()
        .as('areas'),
      eb
        .selectFrom('staffPostCard')
        .select(({ fn }) => fn.count<number>('staffPostCard.staffId').distinct().as('n'))
        .whereRef('staffPostCard.estateId', '=', 'estate.id')
        .where((held) => held.or([held('toOn', 'is', null), held('toOn', '>=', on)]))
        .$asScalar()
        .$notNull()
        .as('staff'),
    ])

export const findEstate = (tx: Tx, on: string, id: string) =>
  estateRows(tx, on).where('estate.id', '=', id).executeTakeFirst()
export type EstateRow = NonNullable<Awaited<ReturnType<typeof findEstate>>>

const estateSettings = (tx: Tx) =>
  tx
    .selectFrom('estate')
    .select(['id', 'name', 'shortName', 'code', 'kind', 'city', 'servicePhone', 'zone', 'serviceEveryDay', 'grade'])
    .select(['archivedAt', clock('serviceOpens').as('serviceOpens'), clock('serviceCloses').as('serviceCloses')])

export const findEstateSettings = (tx: Tx, id: string) => estateSettings(tx).where('id', '=', id).executeTakeFirst()

export const listEstateSettings = (tx: Tx) =>
  estateSettings(tx).where('archivedAt', 'is', null).orderBy('code').execute()

/** Archived ones too: what was done there stays readable. */
export const listEstateIds = async (tx: Tx): Promise<string[]> => {
  const rows = await tx.selectFrom('estate').select('id').orderBy('code').execute()
  return rows.map(({ id }) => id)
}

export const lockEstate = (tx: Tx, id: string) =>
  tx.selectFrom('estate').select('id').where('id', '=', id).forNoKeyUpdate().executeTakeFirst()

type EstateListing = ShortListing & { kind?: EstateDraft['kind'][] | undefined }
export async function listEstates(tx: Tx, user: User, on: string, listing: EstateListing) {
  const { search, kind, status, sort, limit, after } = listing
  const wanted = (eb: ExpressionBuilder<Tables, 'estate'>) =>
    eb.and([
      withinReach(eb, user, 'estates.read', { estate: 'estate.id' }),
      inArchiving('estate.archivedAt', status),
      holding(['estate.name', 'estate.shortName', 'estate.code', 'estate.address'], search),
      ...(kind ? [eb('estate.kind', 'in', kind)] : []),
    ])
  const rows = await estateRows(tx, on)
    .where(wanted)
    .orderBy(sql.ref(`estate.${sorted(sort)}`), direction(sort))
    .orderBy('estate.id')
    .offset(positionOf(after))
    .limit(limit)
    .execute()
  const counted = await tx
    .selectFrom('estate')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where(wanted)
    .executeTakeFirst()
  return { rows, total: counted?.n ?? 0 }
}

export const estateTwins = (
  tx: Tx,
  { id, code, name }: { id?: string | undefined; code?: string | undefined; name?: string | undefined },
) =>
  tx
    .selectFrom('estate')
    .select(['code', 'name'])
    .where((eb) =>
      eb.or([
        ...(code ? [eb('code', '=', code)] : []),
        ...(name ? [eb.and([eb('name', '=', name), eb('archivedAt', 'is', null)])] : []),
      ]),
    )
    .$if(id !== undefined, (query) => query.where('id', '!=', id ?? ''))
    .execute()

export async function insertEstate(tx: Tx, draft: EstateDraft, id = newId()) {
  await tx
    .insertInto('estate')
    .values({ ...draft, id })
    .execute()
  return id
}

export const updateEstate = (tx: Tx, id: string, changes: Partial<EstateDraft> & { archivedAt?: Date | null }) =>
  tx.updateTable('estate').set(changes).where('id', '=', id).execute()

const departmentRows = (tx: Tx) =>
  tx
    .selectFrom('department')
    .leftJoin('department as parent', (join) =>
      join.onRef('parent.companyId', '=', 'department.companyId').onRef('parent.id', '=', 'department.parentId'),
    )
    .leftJoin('estate', (join) =>
      join.onRef('estate.companyId', '=', 'department.companyId').onRef('estate.id', '=', 'department.estateId'),
    )
    .select([
      'department.id',
      'department.estateId',
      'estate.name as estateName',
      'department.parentId',
      'parent.name as parentName',
      'department.name',
      'department.nameEn',
      'department.archivedAt',
    ])
    .select((eb) =>
      eb
        .selectFrom('staffCard')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('staffCard.departmentId', '=', 'department.id')
        .where('staffCard.leftOn', 'is', null)
        .$asScalar()
        .$notNull()
        .as('staff'),
    )

export const findDepartment = (tx: Tx, id: string) =>
  departmentRows(tx).where('department.id', '=', id).executeTakeFirst()
export type DepartmentRow = NonNullable<Awaited<ReturnType<typeof findDepartment>>>

export const lockDepartment = (tx: Tx, id: string) =>
  tx.selectFrom('department').select('id').where('id', '=', id).forNoKeyUpdate().executeTakeFirst()

type DepartmentListing = ShortListing & { estateId?: string | undefined }
export async function listDepartments(tx: Tx, user: User, listing: DepartmentListing) {
  const { search, estateId, status, sort, limit, after } = listing
  const wanted = (eb: ExpressionBuilder<Tables, 'department'>) =>
    eb.and([
      // Those of the head office are known to whoever may read any.
      eb.or([
        eb('department.estateId', 'is', null),
        withinReach(eb, user, 'departments.read', { estate: 'department.estateId' }),
      ]),
      inArchiving('department.archivedAt', status),
      holding(['department.name', 'department.nameEn'], search),
      ...(estateId ? [eb('department.estateId', '=', estateId)] : []),
    ])
  const rows = await departmentRows(tx)
    .where(wanted)
    .orderBy(sql`estate.code nulls first`)
    .orderBy('department.name', direction(sort))
    .orderBy('department.id')
    .offset(positionOf(after))
    .limit(limit)
    .execute()
  const counted = await tx
    .selectFrom('department')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where(wanted)
    .executeTakeFirst()
  return { rows, total: counted?.n ?? 0 }
}

export async function insertDepartment(tx: Tx, draft: DepartmentDraft, id = newId()) {
  await tx
    .insertInto('department')
    .values({ ...draft, id })
    .execute()
  return id
}

export const updateDepartment = (
  tx: Tx,
  id: string,
  changes: Partial<DepartmentDraft> & { archivedAt?: Date | null },
) => tx.updateTable('department').set(changes).where('id', '=', id).execute()

type Standing = { id?: string | undefined; estateId: string | null; parentId: string | null; name: string }
export const hasDepartmentTwin = async (tx: Tx, { id, estateId, parentId, name }: Standing) => {
  const twin = await tx
    .selectFrom('department')
    .select('id')
    .where('name', '=', name)
    .where('archivedAt', 'is', null)
    .where('estateId', 'is not distinct from', estateId)
    .where('parentId', 'is not distinct from', parentId)
    .$if(id !== undefined, (query) => query.where('id', '!=', id ?? ''))
    .executeTakeFirst()
  return twin !== undefined
}

export const countDepartmentParts = async (tx: Tx, id: string) => {
  const counted = await tx
    .selectFrom('department')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('parentId', '=', id)
    .where('archivedAt', 'is', null)
    .executeTakeFirst()
  return counted?.n ?? 0
}

/** The department itself and all above it. */
export async function listDepartmentAncestors(tx: Tx, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive up as (
      select id, parent_id from department where id = ${id}
      union
      select d.id, d.parent_id from department d join up on d.id = up.parent_id
    ) select id from up`.execute(tx)
  return rows.map((row) => row.id)
}

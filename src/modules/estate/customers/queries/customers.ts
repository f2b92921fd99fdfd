// Reading customers: one with all that belongs to it, and pages of them.
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Tables } from '../../../../../db/types.gen.ts'
import { scopeOf, type User } from '../../../../platform/access.ts'
import type { Tx } from '../../../../platform/database.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import type { CUSTOMER_KINDS, Role } from '../contract.ts'
import type { State } from '../states.ts'

export const READ = 'customers.read'

const rows = (tx: Tx) =>
  tx
    .selectFrom('customer')
    .leftJoin('customerPhone as main', (join) =>
      join
        .onRef('main.companyId', '=', 'customer.companyId')
        .onRef('main.customerId', '=', 'customer.id')
        .on('main.main', '=', true),
    )
    .select([
      'customer.id',
      'customer.estateId',
      'customer.kind',
      'customer.name',
      'customer.namePinyin',
      'customer.gender',
      'customer.idKind',
      'customer.idNumberMasked',
      'customer.note',
      'customer.source',
      'customer.createdAt',
      'customer.archivedAt',
      'customer.mergedIntoId',
      'customer.mergedAt',
      'main.masked as mainPhone',
    ])
export type CustomerRecord = NonNullable<Awaited<ReturnType<typeof findCustomerRow>>>

export const findCustomerRow = (tx: Tx, id: string) => rows(tx).where('customer.id', '=', id).executeTakeFirst()

/** Whoever writes what belongs to a customer locks the customer first. */
export async function lockCustomerRow(tx: Tx, id: string): Promise<CustomerRecord> {
  const row = await rows(tx).where('customer.id', '=', id).forNoKeyUpdate('customer').executeTakeFirst()
  if (!row) throw new Refusal('customer.not_found', { id })
  return row
}

const any = (ids: readonly string[]) => sql<string>`any(${[...ids]}::uuid[])`
type Builder = ExpressionBuilder<Tables, 'customer'>

/** A customer is within reach of an estate that knows it, of an area in which it has a unit, or that could get it next. */
function withinReach(eb: Builder, user: User, known: string | undefined): Expression<SqlBool> {
  const scope = scopeOf(user, READ)
  if (!scope) return sql<SqlBool>`false`
  if (scope.company || (known && scope.estateIds.includes(known))) return sql<SqlBool>`true`
  const ways: Expression<SqlBool>[] = []
  if (scope.estateIds.length) ways.push(knownIn(scope.estateIds))
  if (scope.areaIds.length) {
    ways.push(linkedIn(scope.areaIds), eb.and([knownIn(user.estateIds), eb.not(eb.exists(linksOf(eb)))]))
  }
  return ways.length ? eb.or(ways) : sql<SqlBool>`false`
}

// A single value asked of each customer: a list walks newest first and stops early, where a join would be planned over all of them.
const knownIn = (estateIds: readonly string[]) =>
  sql<SqlBool>`(select true from customer_estate k where k.customer_id = customer.id and k.estate_id = ${any(estateIds)} limit 1)`
const linkedIn = (areaIds: readonly string[]) =>
  sql<SqlBool>`(select true from customer_unit l join place_card p on p.id = l.place_id
    where l.customer_id = customer.id and p.area_id = ${any(areaIds)} limit 1)`
/** One estate among many is walked by itself. */
const knownInOne = (estateId: string) =>
  sql<SqlBool>`customer.id in (select customer_id from customer_estate where estate_id = ${estateId})`
const linksOf = (eb: Builder) =>
  eb.selectFrom('customerUnit').select('customerUnit.id').whereRef('customerUnit.customerId', '=', 'customer.id')

export type CustomerFilter = {
  ids?: readonly string[] | undefined
  estateId?: string | undefined
  placeId?: string | undefined
  kind?: readonly (typeof CUSTOMER_KINDS)[number][] | undefined
  role?: readonly Role[] | undefined
  status?: readonly State[] | undefined
}

function filtered(tx: Tx, user: User, given: CustomerFilter) {
  const { ids, estateId, placeId, kind, role, status } = given
  const only = estateId ?? onlyEstateOf(user)
  let query = rows(tx).where((eb) => withinReach(eb, user, only))
  if (ids) query = query.where('customer.id', '=', any(ids))
  if (only) query = query.where(ids ? knownIn([only]) : knownInOne(only))
  if (kind?.length) query = query.where('customer.kind', 'in', [...kind])
  if (placeId || role?.length) query = query.where((eb) => eb.exists(linksLike(eb, placeId, role)))
  return query.where((eb) => inState(eb, status?.length ? status : ['in_use']))
}
/** Of somebody who may read in one estate and nowhere else. */
function onlyEstateOf(user: User): string | undefined {
  const scope = scopeOf(user, READ)
  return scope && !scope.company && scope.areaIds.length === 0 && scope.estateIds.length === 1
    ? scope.estateIds[0]
    : undefined
}
function linksLike(eb: Builder, placeId: string | undefined, role: readonly Role[] | undefined) {
  const links = linksOf(eb).where('customerUnit.toOn', 'is', null)
  const there = placeId ? links.where('customerUnit.placeId', '=', placeId) : links
  return role?.length ? there.where('customerUnit.role', 'in', [...role]) : there
}
const inState = (eb: Builder, wanted: readonly State[]) =>
  eb.or(
    wanted.map((state) => {
      if (state === 'merged') return eb('customer.mergedIntoId', 'is not', null)
      const archived = eb('customer.archivedAt', state === 'archived' ? 'is not' : 'is', null)
      return eb.and([eb('customer.mergedIntoId', 'is', null), archived])
    }),
  )

const MOST_COUNTED = 1000
export async function listCustomerRows(
  tx: Tx,
  user: User,
  { limit, after, ...given }: CustomerFilter & { limit: number; after?: string | undefined },
) {
  const query = filtered(tx, user, given)
  const found = await (after ? query.where('customer.id', '<', after) : query)
    .orderBy('customer.id', 'desc')
    .limit(limit + 1)
    .execute()
  return {
    rows: found.slice(0, limit),
    goesOn: found.length > limit,
    counted: after ? undefined : await countUpTo(query),
  }
}
async function countUpTo(query: ReturnType<typeof filtered>) {
  const some = await query
    .clearSelect()
    .select('customer.id')
    .limit(MOST_COUNTED + 1)
    .execute()
  return { total: Math.min(some.length, MOST_COUNTED), more: some.length > MOST_COUNTED }
}

/** Of these, the ones within reach and in use. */
export const listWithin = (tx: Tx, user: User, ids: readonly string[]) =>
  ids.length ? filtered(tx, user, { ids }).execute() : Promise.resolve([])

export const listPhones = (tx: Tx, customerId: string) =>
  tx
    .selectFrom('customerPhone')
    .select(['id', 'phone', 'masked', 'label', 'main', 'endedAt'])
    .where('customerId', '=', customerId)
    .orderBy('main', 'desc')
    .orderBy('id')
    .execute()
export type PhoneRow = Awaited<ReturnType<typeof listPhones>>[number]

export const listVehicles = (tx: Tx, customerIds: readonly string[]) =>
  tx
    .selectFrom('customerVehicle')
    .select(['id', 'customerId', 'plate', 'label', 'endedAt'])
    .where('customerId', '=', any(customerIds))
    .orderBy('id')
    .execute()

const links = (tx: Tx) =>
  tx
    .selectFrom('customerUnit')
    .innerJoin('placeCard', (join) =>
      join
        .onRef('placeCard.companyId', '=', 'customerUnit.companyId')
        .onRef('placeCard.id', '=', 'customerUnit.placeId'),
    )
    .select([
      'customerUnit.id',
      'customerUnit.customerId',
      'customerUnit.placeId',
      'customerUnit.role',
      'customerUnit.fromOn',
      'customerUnit.toOn',
      sql<number | null>`customer_unit.share::float8`.as('share'),
      'placeCard.estateId',
      sql<string | null>`place_card.area_id`.as('areaId'),
      'placeCard.code',
      'placeCard.pathName',
    ])
    .orderBy(sql`customer_unit.to_on is not null`)
    .orderBy('customerUnit.id')
export const listLinks = (tx: Tx, customerIds: readonly string[]) =>
  links(tx).where('customerUnit.customerId', '=', any(customerIds)).execute()

/** Links that last on that day. */
export const isOpenOn = (link: { toOn: string | null }, day: string) => link.toOn === null || link.toOn >= day

/** All links of a unit, those of merged duplicates left out. */
export const listLinksOfUnit = (tx: Tx, placeId: string) =>
  links(tx)
    .innerJoin('customer', (join) =>
      join
        .onRef('customer.companyId', '=', 'customerUnit.companyId')
        .onRef('customer.id', '=', 'customerUnit.customerId'),
    )
    .where('customerUnit.placeId', '=', placeId)
    .where('customer.mergedIntoId', 'is', null)
    .execute()

export const listCustomersOfUnits = (tx: Tx, placeIds: readonly string[], day: string) =>
  tx
    .selectFrom('customerUnit')
    .select('customerId')
    .distinct()
    .where('placeId', '=', any(placeIds))
    .where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', day)]))
    .execute()

export const listDuplicates = (tx: Tx, id: string) =>
  tx
    .selectFrom('customer')
    .select(['id', 'name', sql<string>`merged_at`.as('mergedAt')])
    .where('mergedIntoId', '=', id)
    .orderBy('id')
    .execute()

export const listEstatesOf = async (tx: Tx, customerId: string): Promise<string[]> => {
  const found = await tx.selectFrom('customerEstate').select('estateId').where('customerId', '=', customerId).execute()
  return found.map(({ estateId }) => estateId)
}

export const findSealed = (tx: Tx, id: string) =>
  tx
    .selectFrom('customer')
    .select(['idKind', 'idNumberSealed', 'idNumberHash', 'idNumberMasked'])
    .where('id', '=', id)
    .executeTakeFirst()

export const findByIdHash = (tx: Tx, hash: Buffer) =>
  tx
    .selectFrom('customer')
    .select('id')
    .where('idNumberHash', '=', hash)
    .where('mergedIntoId', 'is', null)
    .executeTakeFirst()

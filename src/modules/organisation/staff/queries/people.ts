// People: found, listed, written.
import { type ExpressionBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Tables } from '../../../../../db/types.gen.ts'
import { scopeOf, type User } from '../../../../platform/access.ts'
import type { Tx } from '../../../../platform/database.ts'
import { direction, holding, positionOf, type ShortListing, sorted } from '../../../../platform/short-lists.ts'
import type { GENDERS, Trade } from '../contract.ts'

/** `on` is today: posts whose last day has passed are left out. */
const peopleRows = (tx: Tx, on: string) =>
  tx
    .selectFrom('staff')
    .leftJoin('departmentCard', (join) =>
      join
        .onRef('departmentCard.companyId', '=', 'staff.companyId')
        .onRef('departmentCard.id', '=', 'staff.departmentId'),
    )
    .leftJoin('account', (join) =>
      join.onRef('account.companyId', '=', 'staff.companyId').onRef('account.id', '=', 'staff.id'),
    )
    .select([
      'staff.id',
      'staff.no',
      'staff.name',
      'staff.phone',
      'staff.gender',
      'staff.departmentId',
      'departmentCard.name as departmentName',
      'staff.superiorId',
      'staff.trades',
      'staff.onDuty',
      'staff.joinedOn',
      'staff.leftOn',
      'account.login',
      'account.passwordInitial as mustChangePassword',
    ])
    .$narrowType<{ trades: Trade[] }>()
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('staffPost as held')
          .innerJoin('postCard', 'postCard.id', 'held.postId')
          .leftJoin('estateCard', 'estateCard.id', 'held.estateId')
          .select(['held.id', 'held.postId', 'postCard.title', 'postCard.titleEn'])
          .select(['held.estateId', 'estateCard.name as estateName', 'held.fromOn', 'held.toOn'])
          .whereRef('held.staffId', '=', 'staff.id')
          .where('held.endedAt', 'is', null)
          .where((one) => one.or([one('held.toOn', 'is', null), one('held.toOn', '>=', on)]))
          .orderBy('held.fromOn')
          .orderBy('held.id'),
      ).as('posts'),
    )

export const findPerson = (tx: Tx, on: string, id: string) =>
  peopleRows(tx, on).where('staff.id', '=', id).executeTakeFirst()
export type PersonLine = NonNullable<Awaited<ReturnType<typeof findPerson>>>

export const findEmployment = (tx: Tx, id: string) =>
  tx
    .selectFrom('staff')
    .select(['id', 'no', 'name', 'phone', 'superiorId', 'trades', 'onDuty', 'leftOn'])
    .where('id', '=', id)
    .executeTakeFirst()

export const lockPerson = (tx: Tx, id: string) =>
  tx.selectFrom('staff').select('id').where('id', '=', id).forNoKeyUpdate().executeTakeFirst()

/** Until the transaction ends nobody it concerns leaves: leaving waits for it, and what is asked after leaving sees it. */
export const lockEmployed = (tx: Tx, id: string) =>
  tx.selectFrom('staff').select('id').where('id', '=', id).where('leftOn', 'is', null).forShare().executeTakeFirst()

/** People in an estate: whoever holds a post there or everywhere; of those who left, whoever did. */
const worksIn = (estateIds: readonly string[]) => sql<boolean>`exists (
  select from staff_post held where held.staff_id = staff.id and (held.ended_at is null or staff.left_on is not null)
    and (held.estate_id is null or held.estate_id = any(${[...estateIds]}::uuid[])))`

function withinReach(eb: ExpressionBuilder<Tables, 'staff'>, user: User) {
  const scope = scopeOf(user, 'staff.read')
  if (scope?.company) return sql<boolean>`true`
  return eb.or([
    eb('staff.id', '=', user.id),
    ...(scope && scope.estateIds.length > 0 ? [worksIn(scope.estateIds)] : []),
  ])
}

type PeopleListing = ShortListing & {
  estateId?: string | undefined
  departmentId?: string | undefined
  postId?: string | undefined
  trades?: Trade[] | undefined
}
export async function listPeople(tx: Tx, user: User, on: string, listing: PeopleListing) {
  const wanted = (eb: ExpressionBuilder<Tables, 'staff'>) =>
    eb.and([
      withinReach(eb, user),
      asListed(eb, listing),
      holding(['staff.name', 'staff.no', 'staff.phone'], listing.search),
    ])
  const rows = await peopleRows(tx, on)
    .where(wanted)
    .orderBy(sql.ref(`staff.${sorted(listing.sort)}`), direction(listing.sort))
    .orderBy('staff.id')
    .offset(positionOf(listing.after))
    .limit(listing.limit)
    .execute()
  const counted = await tx
    .selectFrom('staff')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where(wanted)
    .executeTakeFirst()
  return { rows, total: counted?.n ?? 0 }
}

function asListed(
  eb: ExpressionBuilder<Tables, 'staff'>,
  { status, estateId, departmentId, postId, trades }: PeopleListing,
) {
  const states = status?.length ? status : ['working']
  return eb.and([
    ...(states.includes('left') ? [] : [eb('staff.leftOn', 'is', null)]),
    ...(states.includes('working') ? [] : [eb('staff.leftOn', 'is not', null)]),
    ...(estateId ? [worksIn([estateId])] : []),
    ...(departmentId ? [eb('staff.departmentId', '=', departmentId)] : []),
    ...(trades?.length ? [sql<boolean>`staff.trades && ${trades}::text[]`] : []),
    ...(postId
      ? [
          eb.exists(
            eb
              .selectFrom('staffPost as held')
              .select('held.id')
              .whereRef('held.staffId', '=', 'staff.id')
              .where('held.postId', '=', postId)
              .where('held.endedAt', 'is', null),
          ),
        ]
      : []),
  ])
}

type Picking = {
  search?: string | undefined
  trade?: Trade | undefined
  onDuty?: boolean | undefined
  limit: number
  staffIds: readonly string[]
}
export const pickPeople = (tx: Tx, on: string, { search, trade, onDuty, limit, staffIds }: Picking) =>
  peopleRows(tx, on)
    .where('staff.id', '=', sql<string>`any(${[...staffIds]}::uuid[])`)
    .where('staff.leftOn', 'is', null)
    .where(holding(['staff.name', 'staff.no', 'staff.phone'], search))
    .$if(trade !== undefined, (query) => query.where(sql<boolean>`${trade ?? ''} = any(staff.trades)`))
    .$if(onDuty !== undefined, (query) => query.where('staff.onDuty', '=', onDuty ?? true))
    .orderBy('staff.onDuty', 'desc')
    .orderBy('staff.no')
    .limit(limit)
    .execute()

export const isNoTaken = async (tx: Tx, no: string, exceptId?: string) => {
  const twin = await tx
    .selectFrom('staff')
    .select('id')
    .where('no', '=', no)
    .$if(exceptId !== undefined, (query) => query.where('id', '!=', exceptId ?? ''))
    .executeTakeFirst()
  return twin !== undefined
}

/** One above the highest number that consists of figures only. */
export async function nextNo(tx: Tx): Promise<string> {
  const highest = await tx
    .selectFrom('staff')
    .select(sql<number>`coalesce(max(no::bigint), 0)`.as('no'))
    .where(sql<boolean>`no ~ '^[0-9]{1,15}$'`)
    .executeTakeFirst()
  return String((highest?.no ?? 0) + 1).padStart(4, '0')
}

type Details = {
  name: string
  no: string
  phone: string | null
  gender: (typeof GENDERS)[number] | null
  departmentId: string | null
  superiorId: string | null
  joinedOn: string
  trades: string[]
}
export const insertPerson = (tx: Tx, person: Details & { id: string }) =>
  tx.insertInto('staff').values(person).execute()

type PersonChange = { [K in keyof Details]?: Details[K] | undefined } & { leftOn?: string | null; onDuty?: boolean }
export const updatePerson = (tx: Tx, id: string, changes: PersonChange) =>
  tx.updateTable('staff').set(changes).where('id', '=', id).execute()

export const findDepartmentInUse = (tx: Tx, id: string) =>
  tx.selectFrom('departmentCard').select('id').where('id', '=', id).where('archivedAt', 'is', null).executeTakeFirst()

/** The person itself and everyone named as superior above. */
export async function listNamedSuperiors(tx: Tx, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive up as (
      select id, superior_id from staff where id = ${id}
      union
      select s.id, s.superior_id from staff s join up on s.id = up.superior_id
    ) select id from up`.execute(tx)
  return rows.map((row) => row.id)
}

export const listNames = (tx: Tx, ids: readonly string[]) =>
  tx
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()

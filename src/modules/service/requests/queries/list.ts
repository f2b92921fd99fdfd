// SQL of the request list: filtered, within reach, in one of three orders, by pages.
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Tables } from '../../../../../db/types.gen.ts'
import { ownersFor, ownersIn, scopeOf, type User } from '../../../../platform/access.ts'
import type { Tx } from '../../../../platform/database.ts'
import { keyOf, pageFrom } from '../../../../platform/keyset.ts'
import { maskPhone } from '../../../../platform/masks.ts'
import { withinReach } from '../../../../platform/within-reach.ts'
import type { RequestFilter } from '../contract/requests.ts'
import type { RequestRow } from '../contract/shapes.ts'
import { isOpen } from '../states.ts'
import { measured } from './measured.ts'

export const OPEN = sql<SqlBool>`request.status not in ('closed', 'closed_undone', 'cancelled')`

/** As in the index of those; before the work is done or over, what it costs is not asked for. */
const OWING = sql<SqlBool>`request.status in ('unpaid', 'closed_undone', 'cancelled')
  and request.chargeable and request.paid_by is null`

/** Late, and not because the clock stands still for a reason that stops it. */
export const late = (now: Date) => sql<SqlBool>`request.due_at < ${now}
  and (request.status <> 'on_hold' or not exists (
    select from request_pause p
    where p.request_id = request.id and p.to_at is null and p.stops_clock and p.from_at <= request.due_at))`

/** Counting stops here: an office reads "more than 1000" as well as any number above it. */
const MOST_COUNTED = 1000

export const rowSelection = (tx: Pick<Tx, 'selectFrom'>) =>
  tx
    .selectFrom('request')
    .innerJoin('estateCard', (join) =>
      join.onRef('estateCard.companyId', '=', 'request.companyId').onRef('estateCard.id', '=', 'request.estateId'),
    )
    .leftJoin('placeCard', (join) =>
      join.onRef('placeCard.companyId', '=', 'request.companyId').onRef('placeCard.id', '=', 'request.placeId'),
    )
    .leftJoin('requestCategory', (join) =>
      join
        .onRef('requestCategory.companyId', '=', 'request.companyId')
        .onRef('requestCategory.id', '=', 'request.categoryId'),
    )
    .leftJoin('staffCard', (join) =>
      join.onRef('staffCard.companyId', '=', 'request.companyId').onRef('staffCard.id', '=', 'request.handlerId'),
    )
    .select([
      'request.id',
      'request.no',
      'request.kind',
      'request.urgency',
      'request.level',
      'request.subject',
      'request.status',
      'request.channel',
      'request.estateId',
      'estateCard.name as estateName',
      'request.areaId',
      'request.placeId',
      'placeCard.pathName as placeName',
      'request.placeText',
      'request.categoryId',
      'requestCategory.name as categoryName',
      'request.customerId',
      'request.contactName',
      'request.contactPhone',
      'request.anonymous',
      'request.handlerId',
      'staffCard.name as handlerName',
      'request.receivedAt',
      'request.receivedBy',
      'request.receivedById',
      'request.dueAt',
      'request.closedAt',
      'request.nudgeCount',
      'request.reopenCount',
      'request.aboutStaffId',
      'request.sheets',
      'request.chargeable',
      'request.paidBy',
    ])
export type SelectedRow = Awaited<ReturnType<ReturnType<typeof rowSelection>['execute']>>[number]

/** Phones leave the server masked; the reveal verb shows one and says so in the ledger. */
export const rowOf = (row: SelectedRow): RequestRow => ({
  ...row,
  contactPhoneMasked: row.contactPhone ? maskPhone(row.contactPhone) : null,
})

/** What this person may see: within the reach of the grant, and not about this very person. */
export const visible = (eb: ExpressionBuilder<Tables, 'request'>, user: User, only?: string) =>
  eb.and([
    withinReach(eb, user, 'requests.read', {
      estate: 'request.estateId',
      area: 'request.areaId',
      own: ['request.handlerId', 'request.receivedById'],
      only,
    }),
    sql<SqlBool>`request.about_staff_id is distinct from ${user.id}::uuid`,
  ])

export type Filter = RequestFilter & { now: Date; ids?: readonly string[] }

function matching(eb: ExpressionBuilder<Tables, 'request'>, user: User, filter: Filter) {
  const ways: Expression<SqlBool>[] = []
  const one = (column: 'estateId' | 'areaId' | 'handlerId' | 'placeId' | 'customerId' | 'categoryId') => {
    const value = filter[column]
    if (value) ways.push(eb(`request.${column}`, '=', value))
  }
  const many = (column: 'status' | 'kind' | 'urgency' | 'channel') => {
    const values = filter[column]
    if (values?.length) ways.push(sql<SqlBool>`${sql.ref(`request.${column}`)} = any(${[...values]}::text[])`)
  }
  for (const column of ['estateId', 'areaId', 'handlerId', 'placeId', 'customerId', 'categoryId'] as const) one(column)
  for (const column of ['status', 'kind', 'urgency', 'channel'] as const) many(column)
  if (filter.mine) ways.push(handledBy(ownersFor(user)))
  ways.push(...timed(eb, filter), ...measured(filter))
  if (filter.ids) ways.push(sql<SqlBool>`request.id = any(${[...filter.ids]}::uuid[])`)
  return eb.and(ways)
}

/** One person is asked for by equality: among several ids an index does not keep its order. */
const handledBy = ([id, ...others]: readonly string[]) =>
  others.length
    ? sql<SqlBool>`request.handler_id = any(${[id, ...others]}::uuid[])`
    : sql<SqlBool>`request.handler_id = ${id}::uuid`

function timed(eb: ExpressionBuilder<Tables, 'request'>, { open, status, overdue, owing, from, to, now }: Filter) {
  const ways: Expression<SqlBool>[] = []
  // Said in full, so that the index over open requests is seen to fit.
  if (open || (status?.length && status.every(isOpen))) ways.push(OPEN)
  if (overdue) ways.push(late(now), OPEN)
  if (owing) ways.push(OWING)
  if (from) ways.push(eb('request.receivedAt', '>=', from))
  if (to) ways.push(eb('request.receivedAt', '<', to))
  return ways
}

const ORDERS = {
  newest: { by: sql`request.received_at desc, request.id desc`, after: sql`(request.received_at, request.id) <` },
  oldest: { by: sql`request.received_at, request.id`, after: sql`(request.received_at, request.id) >` },
  due: { by: sql`request.due_at, request.id`, after: sql`(request.due_at, request.id) >` },
} as const

/** Whoever reads only the own work reads little of all: found by person and part played, each along its own index. */
type Part = { column: 'request.handlerId' | 'request.receivedById'; id: string }
/** What an earlier way finds is left out, so that nothing is found twice and nothing has to be compared. */
type OwnWay = Part & { besides: readonly Part[] }
function waysOf(user: User): readonly [OwnWay | undefined, ...OwnWay[]] {
  const scope = scopeOf(user, 'requests.read')
  const isWider = !scope || scope.company || scope.everyEstate || scope.estateIds.length > 0 || scope.areaIds.length > 0
  if (isWider || !scope.own) return [undefined]
  const parts = ownersIn(scope, user).flatMap((id): Part[] => [
    { column: 'request.handlerId', id },
    { column: 'request.receivedById', id },
  ])
  const [first, ...rest] = parts.map((part, at): OwnWay => ({ ...part, besides: parts.slice(0, at) }))
  return [first, ...rest]
}

const without = (eb: ExpressionBuilder<Tables, 'request'>, { column, id }: Part) => eb(column, 'is distinct from', id)

const listed = (tx: Pick<Tx, 'selectFrom'>, user: User, filter: Filter, way: OwnWay | undefined) =>
  tx
    .selectFrom('request')
    .where((eb) => visible(eb, user))
    .where((eb) => matching(eb, user, filter))
    .where((eb) => eb.and(way ? [eb(way.column, '=', way.id), ...way.besides.map((part) => without(eb, part))] : []))
    // A request without a running limit has no place in this order.
    .$if(filter.sort === 'due', (query) => query.where('request.dueAt', 'is not', null).where(OPEN))

/**
 * The page is found first, by its index, and joined then: few rows are expected of conditions that hold together (open, with a limit),
 * and in one query all of them would be joined and sorted before the first twenty are taken. Its rows come from there whole: looked
 * up again by id, each would cost a walk through the company while a table just filled has no statistics yet.
 */
export async function listRequests(
  tx: Tx,
  user: User,
  filter: Filter,
  { limit, after }: { limit: number; after?: string | undefined },
) {
  const order = ORDERS[filter.sort]
  const key = keyOf(after, 2)
  const page = tx.with('request', (within) => {
    const found = (way: OwnWay | undefined) =>
      within
        .selectFrom(
          listed(within, user, filter, way)
            .selectAll()
            .$if(key !== undefined, (query) =>
              query.where(sql<SqlBool>`${order.after} (${key?.[0] ?? null}::timestamptz, ${key?.[1] ?? null}::uuid)`),
            )
            .orderBy(order.by)
            .limit(limit + 1)
            .as('request'),
        )
        .selectAll()
    const [first, ...others] = waysOf(user)
    const all = others.reduce((together, way) => together.unionAll(found(way)), found(first))
    return within
      .selectFrom(all.as('request'))
      .selectAll()
      .orderBy(order.by)
      .limit(limit + 1)
  })
  const rows = await rowSelection(page).orderBy(order.by).execute()
  const found = pageFrom(rows, limit, (row) => [filter.sort === 'due' ? row.dueAt : row.receivedAt, row.id])
  return { items: found.items.map(rowOf), next: found.next }
}

export async function countRequests(tx: Tx, user: User, filter: Filter) {
  const found = (way: OwnWay | undefined) => listed(tx, user, filter, way).select('request.id')
  const [first, ...others] = waysOf(user)
  const all = others.reduce((together, way) => together.unionAll(found(way)), found(first)).limit(MOST_COUNTED + 1)
  const { n } = await tx
    .selectFrom(all.as('counted'))
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return { total: Math.min(n, MOST_COUNTED), more: n > MOST_COUNTED }
}

export async function countsOf(tx: Tx, user: User, estateId: string | undefined, now: Date, dayStart: Date) {
  const base = tx
    .selectFrom('request')
    .where((eb) => visible(eb, user))
    .$if(estateId !== undefined, (query) => query.where('request.estateId', '=', estateId ?? ''))
  const open = await base
    .where(OPEN)
    .select([
      sql<number>`count(*)`.as('open'),
      sql<number>`count(*) filter (where ${late(now)})`.as('overdue'),
      sql<number>`count(*) filter (where ${handledBy(ownersFor(user))})`.as('mine'),
      sql<number>`count(*) filter (where status = 'new')`.as('unaccepted'),
      sql<number>`count(*) filter (where status = 'to_visit')`.as('toVisit'),
    ])
    .executeTakeFirstOrThrow()
  const { today } = await base
    .where('request.receivedAt', '>=', dayStart.toISOString())
    .select(sql<number>`count(*)`.as('today'))
    .executeTakeFirstOrThrow()
  return { ...open, today }
}

export const getRow = (tx: Tx, id: string) => rowSelection(tx).where('request.id', '=', id).executeTakeFirst()

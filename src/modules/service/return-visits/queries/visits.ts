// SQL of return visits and their tries.

import type { Insertable, Updateable } from 'kysely'
import { type Expression, type SqlBool, sql } from 'kysely'
import type { Tables } from '../../../../../db/types.gen.ts'
import type { User } from '../../../../platform/access.ts'
import type { Input } from '../../../../platform/contract.ts'
import type { Tx } from '../../../../platform/database.ts'
import { keyOf, pageFrom } from '../../../../platform/keyset.ts'
import { maskPhone } from '../../../../platform/masks.ts'
import { withinReach } from '../../../../platform/within-reach.ts'
import type { ReturnVisitRow, returnVisits } from '../contract.ts'

type Filter = Input<typeof returnVisits.verbs.list> & { now: Date }

/** Who did the work, of the request and of its sheets. */
const handlers = sql<string[]>`array(
  select r.handler_id from request_card r where r.id = return_visit.request_id and r.handler_id is not null
  union select w.worker_id from work_order_card w
    where (w.id = return_visit.work_order_id or w.request_id = return_visit.request_id) and w.worker_id is not null)`

const selection = (tx: Tx) =>
  tx
    .selectFrom('returnVisit')
    .innerJoin('estateCard', (join) =>
      join
        .onRef('estateCard.companyId', '=', 'returnVisit.companyId')
        .onRef('estateCard.id', '=', 'returnVisit.estateId'),
    )
    .leftJoin('requestCard', (join) =>
      join
        .onRef('requestCard.companyId', '=', 'returnVisit.companyId')
        .onRef('requestCard.id', '=', 'returnVisit.requestId'),
    )
    .leftJoin('workOrderCard', (join) =>
      join
        .onRef('workOrderCard.companyId', '=', 'returnVisit.companyId')
        .onRef('workOrderCard.id', '=', 'returnVisit.workOrderId'),
    )
    .leftJoin('placeCard', (join) =>
      join
        .onRef('placeCard.companyId', '=', 'returnVisit.companyId')
        .on(sql<SqlBool>`place_card.id = coalesce(request_card.place_id, work_order_card.place_id)`),
    )
    .leftJoin('staffCard', (join) =>
      join
        .onRef('staffCard.companyId', '=', 'returnVisit.companyId')
        .onRef('staffCard.id', '=', 'returnVisit.visitorId'),
    )
    .selectAll('returnVisit')
    .select(['estateCard.name as estateName', 'staffCard.name as visitorName'])
    .select([
      sql<string | null>`coalesce(place_card.path_name, request_card.place_text, work_order_card.place_text)`.as(
        'placeName',
      ),
      sql<string>`coalesce(request_card.no, work_order_card.no)`.as('no'),
      sql<string>`coalesce(request_card.subject, work_order_card.subject)`.as('subject'),
      sql<string>`coalesce(request_card.body, work_order_card.body)`.as('body'),
      sql<string | null>`request_card.about_staff_id`.as('aboutStaffId'),
      handlers.as('handlerIds'),
    ])
export type SelectedVisit = Awaited<ReturnType<ReturnType<typeof selection>['execute']>>[number]

export const rowOf = (row: SelectedVisit): ReturnVisitRow => ({
  ...row,
  contactPhoneMasked: row.contactPhone ? maskPhone(row.contactPhone) : null,
})

export function wanted(user: User, filter: Omit<Filter, 'sort' | 'limit' | 'after'>): Expression<SqlBool>[] {
  const any = (column: string, values: readonly string[] | undefined) =>
    values?.length ? [sql<SqlBool>`${sql.ref(column)} = any(${[...values]}::text[])`] : []
  const same = (column: string, value: string | undefined) =>
    value ? [sql<SqlBool>`${sql.ref(column)} = ${value}::uuid`] : []
  return [
    ...any('returnVisit.status', filter.status),
    ...any('returnVisit.kind', filter.kind),
    ...same('returnVisit.estateId', filter.estateId),
    ...same('returnVisit.areaId', filter.areaId),
    ...same('returnVisit.requestId', filter.requestId),
    ...(filter.overdue ? [sql<SqlBool>`return_visit.status = 'due' and return_visit.due_at < ${filter.now}`] : []),
    ...(filter.forMe ? [sql<SqlBool>`not (${user.id}::uuid = any(${handlers}))`] : []),
    ...(filter.ready
      ? [
          sql<SqlBool>`return_visit.came_due_at <= ${filter.now} and coalesce(return_visit.next_try_at <= ${filter.now}, true)`,
        ]
      : []),
    ...(filter.from ? [sql<SqlBool>`return_visit.came_due_at >= ${filter.from}`] : []),
    ...(filter.to ? [sql<SqlBool>`return_visit.came_due_at < ${filter.to}`] : []),
    ...(filter.madeFrom ? [sql<SqlBool>`return_visit.made_at >= ${filter.madeFrom}`] : []),
    ...(filter.madeTo ? [sql<SqlBool>`return_visit.made_at < ${filter.madeTo}`] : []),
    ...(filter.score?.length ? [sql<SqlBool>`return_visit.score = any(${[...filter.score]}::int[])`] : []),
    notAbout(user),
  ]
}

/** Requests about one person are few and found once; to look up each visit's request would cost more than the visits. */
const notAbout = (user: User) => sql<SqlBool>`(return_visit.request_id is null
  or return_visit.request_id not in (select r.id from request_card r where r.about_staff_id = ${user.id}::uuid))`

export const REACH = { estate: 'returnVisit.estateId', area: 'returnVisit.areaId', own: ['returnVisit.visitorId'] }
const ORDERS = {
  due: { by: sql`return_visit.due_at, return_visit.id`, after: sql`(return_visit.due_at, return_visit.id) >` },
  newest: {
    by: sql`return_visit.came_due_at desc, return_visit.id desc`,
    after: sql`(return_visit.came_due_at, return_visit.id) <`,
  },
} as const

export async function listVisits(tx: Tx, user: User, filter: Filter) {
  const order = ORDERS[filter.sort]
  const key = keyOf(filter.after, 2)
  const rows = await selection(tx)
    .where((eb) => withinReach(eb, user, 'return-visits.read', REACH))
    .where((eb) => eb.and(wanted(user, filter)))
    .$if(key !== undefined, (query) =>
      query.where(sql<SqlBool>`${order.after} (${key?.[0] ?? null}::timestamptz, ${key?.[1] ?? null}::uuid)`),
    )
    .orderBy(order.by)
    .limit(filter.limit + 1)
    .execute()
  return pageFrom(rows, filter.limit, (row) => [filter.sort === 'due' ? row.dueAt : row.cameDueAt, row.id])
}

export const countVisits = (
  tx: Tx,
  user: User,
  { estateId, now, monthStart }: { estateId: string | undefined; now: Date; monthStart: Date },
) =>
  tx
    .selectFrom('returnVisit')
    .where((eb) => withinReach(eb, user, 'return-visits.read', REACH))
    .$if(estateId !== undefined, (query) => query.where('estateId', '=', estateId ?? ''))
    .where((eb) => eb.or([eb('status', '=', 'due'), eb('madeAt', '>=', monthStart.toISOString())]))
    .select([
      sql<number>`count(*) filter (where status = 'due')`.as('due'),
      sql<number>`count(*) filter (where status = 'due' and due_at < ${now})`.as('overdue'),
      sql<number>`count(*) filter (where status = 'made')`.as('madeThisMonth'),
      sql<number | null>`round(avg(score) filter (where status = 'made'), 2)::float8`.as('averageScore'),
    ])
    .executeTakeFirstOrThrow()

export const findVisit = (tx: Tx, id: string) => selection(tx).where('returnVisit.id', '=', id).executeTakeFirst()

export const lockVisit = (tx: Tx, id: string) =>
  tx.selectFrom('returnVisit').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** Nothing when it is there already: one visit per cycle and round of a matter. */
export const insertVisit = (tx: Tx, row: Insertable<Tables['returnVisit']>) =>
  tx
    .insertInto('returnVisit')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()

export const updateVisit = (tx: Tx, id: string, change: Updateable<Tables['returnVisit']>) =>
  tx.updateTable('returnVisit').set(change).where('id', '=', id).execute()

/** To be asked about once more by now. */
export const listComingAgain = (tx: Tx, now: Date) =>
  tx
    .selectFrom('returnVisit')
    .selectAll()
    .where('againAt', '<=', now.toISOString())
    .orderBy('againAt')
    .limit(200)
    .forUpdate()
    .skipLocked()
    .execute()

export const listDueOfRequest = (tx: Tx, requestId: string) =>
  tx
    .selectFrom('returnVisit')
    .selectAll()
    .where('requestId', '=', requestId)
    .where('status', '=', 'due')
    .forUpdate()
    .execute()

export const insertTry = (tx: Tx, row: Insertable<Tables['returnVisitAttempt']>) =>
  tx.insertInto('returnVisitAttempt').values(row).execute()

export const listTries = (tx: Tx, visitId: string) =>
  tx
    .selectFrom('returnVisitAttempt')
    .select(['id', 'way', 'outcome', 'note', 'at', 'byName'])
    .where('returnVisitId', '=', visitId)
    .orderBy('at')
    .execute()

export const listNames = (tx: Tx, ids: readonly string[]) =>
  ids.length
    ? tx
        .selectFrom('staffCard')
        .select(['id', 'name'])
        .where('id', 'in', [...ids])
        .execute()
    : Promise.resolve([])

/** What a visit about a request needs to know of it. */
export const findMatter = (tx: Tx, requestId: string) =>
  tx.selectFrom('requestCard').selectAll().where('id', '=', requestId).executeTakeFirst()
export const findSheet = (tx: Tx, workOrderId: string) =>
  tx.selectFrom('workOrderCard').selectAll().where('id', '=', workOrderId).executeTakeFirst()

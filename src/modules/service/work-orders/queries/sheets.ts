// SQL of dispatch sheets, their lines and pauses.
import { type Expression, type Insertable, type SqlBool, sql, type Updateable } from 'kysely'
import type { Tables } from '../../../../../db/types.gen.ts'
import { ownersFor, type User } from '../../../../platform/access.ts'
import type { Tx } from '../../../../platform/database.ts'
import { keyOf, pageFrom } from '../../../../platform/keyset.ts'
import { maskPhone } from '../../../../platform/masks.ts'
import { insertRows, rowsOf } from '../../../../platform/rows.ts'
import { withinReach } from '../../../../platform/within-reach.ts'
import type { WorkOrderFilter, WorkOrderRow } from '../contract/work-orders.ts'

const LIVE = sql<SqlBool>`work_order.status not in ('completed', 'refused', 'cancelled')`
/** Late, and not because the clock stands still for a reason that stops it. */
const late = (now: Date) => sql<SqlBool>`work_order.finish_due_at < ${now}
  and (work_order.status <> 'on_hold' or not exists (
    select from work_order_pause p
    where p.work_order_id = work_order.id and p.to_at is null and p.stops_clock and p.from_at <= work_order.finish_due_at))`
const MOST_COUNTED = 1000

const selection = (tx: Tx) =>
  tx
    .selectFrom('workOrder')
    .innerJoin('estateCard', (join) =>
      join.onRef('estateCard.companyId', '=', 'workOrder.companyId').onRef('estateCard.id', '=', 'workOrder.estateId'),
    )
    .leftJoin('placeCard', (join) =>
      join.onRef('placeCard.companyId', '=', 'workOrder.companyId').onRef('placeCard.id', '=', 'workOrder.placeId'),
    )
    .leftJoin('requestCard', (join) =>
      join
        .onRef('requestCard.companyId', '=', 'workOrder.companyId')
        .onRef('requestCard.id', '=', 'workOrder.requestId'),
    )
    .leftJoin('staffCard', (join) =>
      join.onRef('staffCard.companyId', '=', 'workOrder.companyId').onRef('staffCard.id', '=', 'workOrder.workerId'),
    )
    .selectAll('workOrder')
    .select([
      'estateCard.name as estateName',
      'placeCard.pathName as placeName',
      'requestCard.no as requestNo',
      'staffCard.name as workerName',
    ])
    .select('requestCard.aboutStaffId')
export type SelectedSheet = Awaited<ReturnType<ReturnType<typeof selection>['execute']>>[number]

export const rowOf = (row: SelectedSheet): WorkOrderRow => ({
  ...row,
  contactPhoneMasked: row.contactPhone ? maskPhone(row.contactPhone) : null,
  calloutFen: row.status === 'refused' ? row.amountFen : null,
})

export type Filter = WorkOrderFilter & { now: Date; trades: readonly string[] }
const REACH = {
  estate: 'workOrder.estateId',
  area: 'workOrder.areaId',
  own: ['workOrder.workerId', 'workOrder.issuedById'],
}

function wanted(user: User, filter: Filter): Expression<SqlBool>[] {
  const any = (column: string, values: readonly string[] | undefined) =>
    values?.length ? [sql<SqlBool>`${sql.ref(column)} = any(${[...values]}::text[])`] : []
  const same = (column: string, value: string | undefined) =>
    value ? [sql<SqlBool>`${sql.ref(column)} = ${value}::uuid`] : []
  return [
    ...any('workOrder.status', filter.status),
    ...any('workOrder.trade', filter.trade),
    ...same('workOrder.estateId', filter.estateId),
    ...same('workOrder.areaId', filter.areaId),
    ...same('workOrder.workerId', filter.workerId),
    ...(filter.mine ? [sql<SqlBool>`work_order.worker_id = any(${ownersFor(user)}::uuid[])`] : []),
    ...same('workOrder.placeId', filter.placeId),
    ...same('workOrder.requestId', filter.requestId),
    ...(filter.live ? [LIVE] : []),
    ...(filter.overdue ? [LIVE, late(filter.now)] : []),
    ...(filter.takeable
      ? [
          sql<SqlBool>`work_order.status = 'open' and (work_order.trade = 'other' or work_order.trade = any(${[...filter.trades]}::text[]))`,
        ]
      : []),
    ...(filter.q
      ? [
          sql<SqlBool>`position(lower(${filter.q}) in lower(concat_ws(' ', work_order.no, work_order.subject, work_order.contact_name, place_card.path_name, request_card.no))) > 0`,
        ]
      : []),
    ...(filter.from ? [sql<SqlBool>`work_order.issued_at >= ${filter.from}`] : []),
    ...(filter.to ? [sql<SqlBool>`work_order.issued_at < ${filter.to}`] : []),
    ...(filter.endedFrom ? [sql<SqlBool>`work_order.ended_at >= ${filter.endedFrom}`] : []),
    sql<SqlBool>`request_card.about_staff_id is distinct from ${user.id}::uuid`,
  ]
}

const ORDERS = {
  newest: {
    by: sql`work_order.issued_at desc, work_order.id desc`,
    after: sql`(work_order.issued_at, work_order.id) <`,
  },
  due: {
    by: sql`coalesce(work_order.finish_due_at, work_order.issued_at + interval '30 days'), work_order.id`,
    after: sql`(coalesce(work_order.finish_due_at, work_order.issued_at + interval '30 days'), work_order.id) >`,
  },
} as const

export async function listSheets(
  tx: Tx,
  user: User,
  filter: Filter,
  { limit, after }: { limit: number; after?: string | undefined },
) {
  const order = ORDERS[filter.sort]
  const key = keyOf(after, 2)
  const rows = await selection(tx)
    .where((eb) => withinReach(eb, user, 'work-orders.read', REACH))
    .where((eb) => eb.and(wanted(user, filter)))
    .$if(key !== undefined, (query) =>
      query.where(sql<SqlBool>`${order.after} (${key?.[0] ?? null}::timestamptz, ${key?.[1] ?? null}::uuid)`),
    )
    .orderBy(order.by)
    .limit(limit + 1)
    .execute()
  const late = (row: SelectedSheet) =>
    row.finishDueAt ?? new Date(Date.parse(row.issuedAt) + 30 * 86_400_000).toISOString()
  return pageFrom(rows, limit, (row) => [filter.sort === 'due' ? late(row) : row.issuedAt, row.id])
}

export async function countSheets(tx: Tx, user: User, filter: Filter) {
  const { n } = await tx
    .selectFrom(
      selection(tx)
        .clearSelect()
        .select(sql<number>`1`.as('one'))
        .where((eb) => withinReach(eb, user, 'work-orders.read', REACH))
        .where((eb) => eb.and(wanted(user, filter)))
        .limit(MOST_COUNTED + 1)
        .as('counted'),
    )
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return { total: Math.min(n, MOST_COUNTED), more: n > MOST_COUNTED }
}

export const findSheet = (tx: Tx, id: string) => selection(tx).where('workOrder.id', '=', id).executeTakeFirst()

export const lockSheet = (tx: Tx, id: string) =>
  tx.selectFrom('workOrder').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export type LockedSheet = NonNullable<Awaited<ReturnType<typeof lockSheet>>>

export const insertSheet = (tx: Tx, row: Insertable<Tables['workOrder']>) =>
  tx.insertInto('workOrder').values(row).execute()

export const updateSheet = (tx: Tx, id: string, change: Updateable<Tables['workOrder']>) =>
  tx.updateTable('workOrder').set(change).where('id', '=', id).execute()

/** Sheets that are not ended and wait for this worker. */
export const listInHandsOf = (tx: Tx, workerId: string) =>
  tx
    .selectFrom('workOrder')
    .select('id')
    .where('workerId', '=', workerId)
    .where('status', 'in', ['assigned', 'taken', 'on_site', 'quoting', 'on_hold'])
    .orderBy('id')
    .execute()

/** All sheets of a request, in the order in which they are always locked. */
export const listOfRequest = (tx: Tx, requestId: string) =>
  tx
    .selectFrom('workOrder')
    .select(['id', 'no', 'status', 'amountFen', 'workerId', 'cycle', 'endedAt'])
    .where('requestId', '=', requestId)
    .orderBy('id')
    .execute()

export async function replaceLines(
  tx: Tx,
  workOrderId: string,
  stage: 'quote' | 'done',
  lines: readonly Insertable<Tables['workOrderLine']>[],
) {
  await tx.deleteFrom('workOrderLine').where('workOrderId', '=', workOrderId).where('stage', '=', stage).execute()
  await insertRows(tx, rowsOf('workOrderLine', lines))
}

export const listLines = async (tx: Tx, workOrderId: string) => {
  const rows = await tx
    .selectFrom('workOrderLine')
    .select(['id', 'stage', 'kind', 'name', 'unit', 'quantity', 'priceFen', 'amountFen'])
    .where('workOrderId', '=', workOrderId)
    .orderBy('stage')
    .orderBy('sort')
    .execute()
  return rows.map((row) => ({ ...row, quantity: Number(row.quantity) }))
}

export const insertPause = (tx: Tx, row: Insertable<Tables['workOrderPause']>) =>
  tx.insertInto('workOrderPause').values(row).execute()
export const endPause = (tx: Tx, workOrderId: string, at: Date) =>
  tx
    .updateTable('workOrderPause')
    .set({ toAt: at })
    .where('workOrderId', '=', workOrderId)
    .where('toAt', 'is', null)
    .returning(['fromAt', 'stopsClock'])
    .executeTakeFirst()
export const findOpenPause = (tx: Tx, requestId: string) =>
  tx
    .selectFrom('workOrderPause')
    .innerJoin('workOrder', (join) =>
      join
        .onRef('workOrder.companyId', '=', 'workOrderPause.companyId')
        .onRef('workOrder.id', '=', 'workOrderPause.workOrderId'),
    )
    .select(['workOrderPause.reasonId', 'workOrderPause.note'])
    .select(sql<string>`coalesce(work_order_pause.resume_at, work_order_pause.from_at)`.as('resumeAt'))
    .where('workOrder.requestId', '=', requestId)
    .where('workOrderPause.toAt', 'is', null)
    .orderBy('workOrderPause.fromAt')
    .executeTakeFirst()
export const listPauses = (tx: Tx, workOrderId: string) =>
  tx.selectFrom('workOrderPause').selectAll().where('workOrderId', '=', workOrderId).orderBy('fromAt').execute()

/** Sheets that a named worker has not answered in time. */
export const listUnanswered = (tx: Tx, now: Date) =>
  tx
    .selectFrom('workOrder')
    .selectAll()
    .where('status', '=', 'assigned')
    .where('takeDueAt', '<=', now.toISOString())
    .orderBy('takeDueAt')
    .limit(200)
    .forUpdate()
    .skipLocked()
    .execute()

// SQL of tasks.
import { type Expression, type Insertable, type SqlBool, sql, type Updateable } from 'kysely'
import type { Tables } from '../../../../../db/types.gen.ts'
import { ownersIn, scopeOf, type User } from '../../../../platform/access.ts'
import type { Input } from '../../../../platform/contract.ts'
import type { Tx } from '../../../../platform/database.ts'
import { keyOf, pageFrom } from '../../../../platform/keyset.ts'
import { holding } from '../../../../platform/short-lists.ts'
import { withinReach } from '../../../../platform/within-reach.ts'
import type { tasks } from '../contract/tasks.ts'
import { OPEN } from '../states.ts'

const selection = (tx: Tx) =>
  tx
    .selectFrom('task')
    .innerJoin('staffCard as assignee', (join) =>
      join.onRef('assignee.companyId', '=', 'task.companyId').onRef('assignee.id', '=', 'task.assigneeId'),
    )
    .innerJoin('staffCard as giver', (join) =>
      join.onRef('giver.companyId', '=', 'task.companyId').onRef('giver.id', '=', 'task.assignedById'),
    )
    .leftJoin('staffCard as checker', (join) =>
      join.onRef('checker.companyId', '=', 'task.companyId').onRef('checker.id', '=', 'task.checkedById'),
    )
    .leftJoin('estateCard', (join) =>
      join.onRef('estateCard.companyId', '=', 'task.companyId').onRef('estateCard.id', '=', 'task.estateId'),
    )
    .leftJoin('areaCard', (join) =>
      join.onRef('areaCard.companyId', '=', 'task.companyId').onRef('areaCard.id', '=', 'task.areaId'),
    )
    .selectAll('task')
    .select(['assignee.name as assigneeName', 'giver.name as assignedByName', 'checker.name as checkedByName'])
    .select(['estateCard.name as estateName', 'areaCard.name as areaName'])
export type SelectedTask = Awaited<ReturnType<ReturnType<typeof selection>['execute']>>[number]

type Filter = Input<typeof tasks.verbs.list> & { now: Date }
const REACH = { estate: 'task.estateId', area: 'task.areaId', own: ['task.assigneeId', 'task.assignedById'] }

/** Oneself and whoever is stood in for. */
const ownIds = (user: User, permission: string) => {
  const scope = scopeOf(user, permission)
  return scope ? ownersIn(scope, user) : [user.id]
}
const among = (column: string, ids: readonly string[]) => sql<SqlBool>`${sql.ref(column)} = any(${[...ids]}::uuid[])`

function wanted(user: User, filter: Filter): Expression<SqlBool>[] {
  const same = (column: string, value: string | undefined) =>
    value ? [sql<SqlBool>`${sql.ref(column)} = ${value}::uuid`] : []
  return [
    ...(filter.status?.length ? [sql<SqlBool>`task.status = any(${filter.status}::text[])`] : []),
    ...(filter.mine ? [among('task.assigneeId', ownIds(user, 'tasks.finish'))] : []),
    ...(filter.given ? [among('task.assignedById', ownIds(user, 'tasks.check'))] : []),
    ...same('task.assigneeId', filter.assigneeId),
    ...same('task.estateId', filter.estateId),
    ...same('task.aboutId', filter.aboutId),
    ...(filter.forDay ? [sql<SqlBool>`task.for_day = ${filter.forDay}::date`] : []),
    ...(filter.overdue ? [sql<SqlBool>`task.due_at < ${filter.now} and task.status = any(${[...OPEN]}::text[])`] : []),
    holding(['task.title', 'task.no', 'assignee.name'], filter.search),
  ]
}

const ORDERS = {
  due: { by: sql`task.due_at, task.id`, after: sql`(task.due_at, task.id) >` },
  newest: { by: sql`task.assigned_at desc, task.id desc`, after: sql`(task.assigned_at, task.id) <` },
} as const

export async function listTasks(tx: Tx, user: User, filter: Filter) {
  const order = ORDERS[filter.sort]
  const key = keyOf(filter.after, 2)
  const rows = await selection(tx)
    .where((eb) => withinReach(eb, user, 'tasks.read', REACH))
    .where((eb) => eb.and(wanted(user, filter)))
    .$if(key !== undefined, (query) =>
      query.where(sql<SqlBool>`${order.after} (${key?.[0] ?? null}::timestamptz, ${key?.[1] ?? null}::uuid)`),
    )
    .orderBy(order.by)
    .limit(filter.limit + 1)
    .execute()
  return pageFrom(rows, filter.limit, (row) => [filter.sort === 'due' ? row.dueAt : row.assignedAt, row.id])
}

export const countTasks = (tx: Tx, user: User, now: Date) => {
  const mine = ownIds(user, 'tasks.finish')
  const given = ownIds(user, 'tasks.check')
  const isMine = sql`assignee_id = any(${[...mine]}::uuid[])`
  const isGiven = sql`assigned_by_id = any(${[...given]}::uuid[])`
  const isOpen = sql`status = any(${[...OPEN]}::text[])`
  return tx
    .selectFrom('task')
    .where('status', 'in', [...OPEN, 'done'])
    .where(sql<SqlBool>`(${isMine} or ${isGiven})`)
    .select([
      sql<number>`count(*) filter (where ${isMine} and ${isOpen})`.as('mine'),
      sql<number>`count(*) filter (where ${isMine} and ${isOpen} and due_at < ${now})`.as('mineOverdue'),
      sql<number>`count(*) filter (where ${isGiven} and status = 'done')`.as('toCheck'),
      sql<number>`count(*) filter (where ${isGiven} and ${isOpen} and due_at < ${now})`.as('givenOverdue'),
    ])
    .executeTakeFirstOrThrow()
}

/** What these people have on a day: what was placed on it or falls due on it, and what is open from before. */
export const listOfDay = (tx: Tx, ids: readonly string[], day: string, endsAt: Date) =>
  selection(tx)
    .where(among('task.assigneeId', ids))
    .where('task.status', '!=', 'cancelled')
    .where(
      sql<SqlBool>`(task.for_day = ${day}::date
        or (task.due_at < ${endsAt} and task.status = any(${[...OPEN, 'done']}::text[])))`,
    )
    .orderBy('task.dueAt')
    .orderBy('task.id')
    .execute()

export const findTask = (tx: Tx, id: string) => selection(tx).where('task.id', '=', id).executeTakeFirst()

/** One that is known to be there. */
export const getTask = (tx: Tx, id: string) => selection(tx).where('task.id', '=', id).executeTakeFirstOrThrow()

export const lockTask = (tx: Tx, id: string) =>
  tx.selectFrom('task').select('id').where('id', '=', id).forUpdate().executeTakeFirst()

export const insertTask = (tx: Tx, row: Insertable<Tables['task']>) => tx.insertInto('task').values(row).execute()

export const updateTask = (tx: Tx, id: string, change: Updateable<Tables['task']>) =>
  tx.updateTable('task').set(change).where('id', '=', id).execute()

/** Open ones whose time is over, a while ago at most: each is reminded of once. */
export const listOverdue = (tx: Tx, now: Date, since: Date) =>
  tx
    .selectFrom('task')
    .select(['id', 'no', 'title', 'assigneeId', 'assignedById', 'dueAt'])
    .where('status', 'in', [...OPEN])
    .where('dueAt', '<', sql<string>`${now}`)
    .where('dueAt', '>', sql<string>`${since}`)
    .orderBy('dueAt')
    .limit(500)
    .execute()

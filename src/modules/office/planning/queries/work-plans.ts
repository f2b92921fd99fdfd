// SQL of work plans and their items.
import { type Insertable, type SqlBool, sql, type Updateable } from 'kysely'
import type { Tables } from '../../../../../db/types.gen.ts'
import type { User } from '../../../../platform/access.ts'
import type { Input } from '../../../../platform/contract.ts'
import type { Tx } from '../../../../platform/database.ts'
import { keyOf, pageFrom } from '../../../../platform/keyset.ts'
import { holding } from '../../../../platform/short-lists.ts'
import { withinReach } from '../../../../platform/within-reach.ts'
import type { workPlans } from '../contract/work-plans.ts'

const selection = (tx: Tx) =>
  tx
    .selectFrom('workPlan')
    .innerJoin('staffCard as owner', (join) =>
      join.onRef('owner.companyId', '=', 'workPlan.companyId').onRef('owner.id', '=', 'workPlan.staffId'),
    )
    .leftJoin('estateCard', (join) =>
      join.onRef('estateCard.companyId', '=', 'workPlan.companyId').onRef('estateCard.id', '=', 'workPlan.estateId'),
    )
    .selectAll('workPlan')
    .select(['owner.name as staffName', 'estateCard.name as estateName'])
    .select([
      sql<number>`(select count(*)::int from plan_item i where i.work_plan_id = work_plan.id)`.as('items'),
      sql<number>`(select count(*)::int from plan_item i where i.work_plan_id = work_plan.id and i.done_at is not null)`.as(
        'itemsDone',
      ),
    ])
export type SelectedPlan = Awaited<ReturnType<ReturnType<typeof selection>['execute']>>[number]

const REACH = { estate: 'workPlan.estateId', own: ['workPlan.staffId'] }

export async function listPlans(tx: Tx, user: User, filter: Input<typeof workPlans.verbs.list>) {
  const key = keyOf(filter.after, 2)
  const rows = await selection(tx)
    .where((eb) => withinReach(eb, user, 'work-plans.read', REACH))
    // A draft is the writer's own affair.
    .where((eb) => eb.or([eb('workPlan.status', '!=', 'draft'), eb('workPlan.staffId', '=', user.id)]))
    .where(holding(['workPlan.title', 'owner.name'], filter.search))
    .$if(filter.mine === true, (query) => query.where('workPlan.staffId', '=', user.id))
    .$if(filter.staffId !== undefined, (query) => query.where('workPlan.staffId', '=', filter.staffId ?? ''))
    .$if(filter.cadence !== undefined, (query) => query.where('workPlan.cadence', '=', filter.cadence ?? 'month'))
    .$if(filter.estateId !== undefined, (query) => query.where('workPlan.estateId', '=', filter.estateId ?? ''))
    .$if(Boolean(filter.status?.length), (query) => query.where('workPlan.status', 'in', filter.status ?? []))
    .$if(key !== undefined, (query) =>
      query.where(
        sql<SqlBool>`(work_plan.from_on, work_plan.id) < (${key?.[0] ?? null}::date, ${key?.[1] ?? null}::uuid)`,
      ),
    )
    .orderBy('workPlan.fromOn', 'desc')
    .orderBy('workPlan.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  return pageFrom(rows, filter.limit, (row) => [row.fromOn, row.id])
}

export const findPlan = (tx: Tx, id: string) => selection(tx).where('workPlan.id', '=', id).executeTakeFirst()
export const getPlan = (tx: Tx, id: string) => selection(tx).where('workPlan.id', '=', id).executeTakeFirstOrThrow()
export const lockPlan = (tx: Tx, id: string) =>
  tx.selectFrom('workPlan').select('id').where('id', '=', id).forUpdate().executeTakeFirst()

/** Undefined when the person has one of that period already. */
export const insertPlan = (tx: Tx, row: Insertable<Tables['workPlan']>) =>
  tx
    .insertInto('workPlan')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
export const updatePlan = (tx: Tx, id: string, change: Updateable<Tables['workPlan']>) =>
  tx.updateTable('workPlan').set(change).where('id', '=', id).execute()

export const listItems = (tx: Tx, planId: string) =>
  tx
    .selectFrom('planItem')
    .select(['id', 'seq', 'goal', 'dueOn', 'doneAt', 'result'])
    .where('workPlanId', '=', planId)
    .orderBy('seq')
    .execute()
export const removeItems = (tx: Tx, planId: string) =>
  tx.deleteFrom('planItem').where('workPlanId', '=', planId).execute()
export const insertItems = (tx: Tx, rows: Insertable<Tables['planItem']>[]) =>
  tx.insertInto('planItem').values(rows).execute()
export const updateItem = (tx: Tx, id: string, change: Updateable<Tables['planItem']>) =>
  tx.updateTable('planItem').set(change).where('id', '=', id).execute()

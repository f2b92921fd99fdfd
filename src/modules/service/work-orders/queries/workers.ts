// SQL of workers: trades, duty, load and turn.
import { type SqlBool, sql } from 'kysely'
import type { Tables } from '../../../../../db/types.gen.ts'
import type { Tx } from '../../../../platform/database.ts'

type Where = { estateId: string; trade?: string | undefined; on: string; dayStart: Date }

/** A post held on that day lets the person take sheets of the estate. */
const takesIn = ({ estateId, on }: Pick<Where, 'estateId' | 'on'>) => sql<SqlBool>`exists (
  select from staff_post_card sp join post_grant_card g on g.company_id = sp.company_id and g.post_id = sp.post_id
  where sp.staff_id = staff_card.id and g.permission = 'work-orders.take'
    and (sp.estate_id is null or sp.estate_id = ${estateId}::uuid or g.reach = 'company')
    and sp.from_on <= ${on}::date and (sp.to_on is null or sp.to_on >= ${on}::date))`

/** People of the estate who hold a grant to take sheets, with what is on their plate. */
export async function listWorkers(tx: Tx, { estateId, trade, on, dayStart }: Where) {
  const counted = (status: string) =>
    sql<number>`(select count(*) from work_order w where w.worker_id = staff_card.id and ${sql.raw(status)})`
  return tx
    .selectFrom('staffCard')
    .select(['staffCard.id', 'staffCard.name', 'staffCard.trades', 'staffCard.onDuty'])
    .select([
      counted(`w.status = 'assigned'`).as('assigned'),
      counted(`w.status in ('taken', 'on_site', 'quoting')`).as('working'),
      counted(`w.status = 'on_hold'`).as('onHold'),
      sql<number>`(select count(*) from work_order w where w.worker_id = staff_card.id and w.status = 'completed' and w.completed_at >= ${dayStart})`.as(
        'doneToday',
      ),
      sql<
        string | null
      >`(select max(t.last_at) from work_order_turn t where t.staff_id = staff_card.id and t.estate_id = ${estateId}::uuid)`.as(
        'lastByTurnAt',
      ),
    ])
    .where('staffCard.leftOn', 'is', null)
    .$if(trade !== undefined && trade !== 'other', (query) =>
      query.where(sql<SqlBool>`${trade ?? ''} = any(staff_card.trades)`),
    )
    .where(takesIn({ estateId, on }))
    .orderBy('staffCard.name')
    .limit(200)
    .execute()
}

export const findWorker = (tx: Tx, id: string) =>
  tx
    .selectFrom('staffCard')
    .select(['id', 'name', 'trades', 'onDuty', 'leftOn'])
    .where('id', '=', id)
    .executeTakeFirst()

/** Whether this person could take a sheet of the estate that is given to him. */
export async function isTakerIn(tx: Tx, id: string, where: Pick<Where, 'estateId' | 'on'>): Promise<boolean> {
  const found = await tx
    .selectFrom('staffCard')
    .select('id')
    .where('id', '=', id)
    .where(takesIn(where))
    .executeTakeFirst()
  return found !== undefined
}

/** Two dispatchers at once must not give the same turn twice: the estate's turns of a trade are locked together. */
export const lockTurn = (tx: Tx, estateId: string, trade: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`turn ${estateId} ${trade}`}, 0))`.execute(tx)

type Turn = { estateId: string; trade: Tables['workOrderTurn']['trade']; staffId: string; at: Date }
export const noteTurn = (tx: Tx, turn: Turn) =>
  tx
    .insertInto('workOrderTurn')
    .values({ estateId: turn.estateId, trade: turn.trade, staffId: turn.staffId, lastAt: turn.at })
    .onConflict((conflict) =>
      conflict.columns(['companyId', 'estateId', 'trade', 'staffId']).doUpdateSet({ lastAt: turn.at }),
    )
    .execute()

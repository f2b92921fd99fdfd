// SQL of work logs, and of what a person did on a day.
import { type Insertable, type SqlBool, sql, type Updateable } from 'kysely'
import type { Tables } from '../../../../../db/types.gen.ts'
import type { User } from '../../../../platform/access.ts'
import type { Input } from '../../../../platform/contract.ts'
import type { Tx } from '../../../../platform/database.ts'
import { keyOf, pageFrom } from '../../../../platform/keyset.ts'
import { holding } from '../../../../platform/short-lists.ts'
import { withinReach } from '../../../../platform/within-reach.ts'
import type { workLogs } from '../contract/work-logs.ts'

const selection = (tx: Tx) =>
  tx
    .selectFrom('workLog')
    .innerJoin('staffCard as writer', (join) =>
      join.onRef('writer.companyId', '=', 'workLog.companyId').onRef('writer.id', '=', 'workLog.staffId'),
    )
    .leftJoin('staffCard as signer', (join) =>
      join.onRef('signer.companyId', '=', 'workLog.companyId').onRef('signer.id', '=', 'workLog.signedById'),
    )
    .leftJoin('estateCard', (join) =>
      join.onRef('estateCard.companyId', '=', 'workLog.companyId').onRef('estateCard.id', '=', 'workLog.estateId'),
    )
    .selectAll('workLog')
    .select(['writer.name as staffName', 'signer.name as signedByName', 'estateCard.name as estateName'])
export type SelectedLog = Awaited<ReturnType<ReturnType<typeof selection>['execute']>>[number]

const REACH = { estate: 'workLog.estateId', own: ['workLog.staffId'] }

export async function listLogs(tx: Tx, user: User, filter: Input<typeof workLogs.verbs.list>) {
  const key = keyOf(filter.after, 2)
  const rows = await selection(tx)
    .where((eb) => withinReach(eb, user, 'work-logs.read', REACH))
    .where(holding(['writer.name', 'workLog.happened'], filter.search))
    .$if(filter.mine === true, (query) => query.where('workLog.staffId', '=', user.id))
    .$if(filter.staffId !== undefined, (query) => query.where('workLog.staffId', '=', filter.staffId ?? ''))
    .$if(filter.estateId !== undefined, (query) => query.where('workLog.estateId', '=', filter.estateId ?? ''))
    .$if(Boolean(filter.status?.length), (query) => query.where('workLog.status', 'in', filter.status ?? []))
    .$if(filter.from !== undefined, (query) => query.where('workLog.onDay', '>=', filter.from ?? ''))
    .$if(filter.to !== undefined, (query) => query.where('workLog.onDay', '<=', filter.to ?? ''))
    .$if(key !== undefined, (query) =>
      query.where(
        sql<SqlBool>`(work_log.on_day, work_log.id) < (${key?.[0] ?? null}::date, ${key?.[1] ?? null}::uuid)`,
      ),
    )
    .orderBy('workLog.onDay', 'desc')
    .orderBy('workLog.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  return pageFrom(rows, filter.limit, (row) => [row.onDay, row.id])
}

export const findLog = (tx: Tx, id: string) => selection(tx).where('workLog.id', '=', id).executeTakeFirst()
export const getLog = (tx: Tx, id: string) => selection(tx).where('workLog.id', '=', id).executeTakeFirstOrThrow()
export const findLogOf = (tx: Tx, staffId: string, day: string) =>
  selection(tx).where('workLog.staffId', '=', staffId).where('workLog.onDay', '=', day).executeTakeFirst()
export const lockLogOf = (tx: Tx, staffId: string, day: string) =>
  tx
    .selectFrom('workLog')
    .select(['id', 'status'])
    .where('staffId', '=', staffId)
    .where('onDay', '=', day)
    .forUpdate()
    .executeTakeFirst()
export const lockLog = (tx: Tx, id: string) =>
  tx.selectFrom('workLog').select('id').where('id', '=', id).forUpdate().executeTakeFirst()

/** Undefined when the day has one already: two pages of one person may write at once. */
export const insertLog = (tx: Tx, row: Insertable<Tables['workLog']>) =>
  tx
    .insertInto('workLog')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()

export const updateLog = (tx: Tx, id: string, change: Updateable<Tables['workLog']>) =>
  tx.updateTable('workLog').set(change).where('id', '=', id).execute()

/**
 * The ledger has no index by person, which every write would pay for: the newest events are read instead, some 50 ms at worst, and
 * they hold yesterday and today of a company of 500.
 */
const NEWEST = 50_000
type DeedLine = { at: string; name: string; recordKind: string; recordId: string; label: string | null; times: number }
export async function listDeeds(tx: Tx, staffId: string, from: Date, to: Date): Promise<DeedLine[]> {
  const { rows } = await sql<DeedLine>`
    select min(at) as at, name, record_kind, record_id, count(*)::int as times,
      max(coalesce(details->>'no', details->>'title', details->>'subject', details->>'name')) as label
    from (select * from event order by id desc limit ${NEWEST}) newest
    where by_id = ${staffId}::uuid and at >= ${from} and at < ${to}
      and record_kind not in ('account', 'work_log', 'staff', 'import', 'work_run', 'saved_view')
    group by name, record_kind, record_id
    order by min(at)
    limit 100`.execute(tx)
  return rows
}

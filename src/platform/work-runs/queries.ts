// All SQL about long work.
import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Tables } from '../../../db/types.gen.ts'
import type { Tx } from '../database.ts'
import type { RunState } from './states.ts'

export type RunRow = Selectable<Tables['workRun']>
export type RunFilter = { startedBy?: string; kind?: string | undefined; state?: readonly RunState[] | undefined }

const cards = (tx: Tx) =>
  tx
    .selectFrom('workRun')
    .leftJoin('account', (join) =>
      join.onRef('account.companyId', '=', 'workRun.companyId').onRef('account.id', '=', 'workRun.startedBy'),
    )
    .selectAll('workRun')
    .select('account.name as startedByName')

/** Newest first; `after` is the id of the last one of the page before, and ids grow with time. */
export function listRuns(tx: Tx, { startedBy, kind, state }: RunFilter, after: string | undefined, limit: number) {
  let query = cards(tx).orderBy('workRun.id', 'desc').limit(limit)
  if (startedBy) query = query.where('workRun.startedBy', '=', startedBy)
  if (kind) query = query.where('workRun.kind', '=', kind)
  if (state?.length) query = query.where('workRun.state', 'in', [...state])
  if (after) query = query.where('workRun.id', '<', after)
  return query.execute()
}

export const findRun = (tx: Tx, id: string) => cards(tx).where('workRun.id', '=', id).executeTakeFirst()

export const insertRun = (
  tx: Tx,
  run: { id: string; kind: string; title: string; input: unknown; startedBy: string; createdAt: Date; jobId?: string },
) =>
  tx
    .insertInto('workRun')
    .values({ ...run, input: JSON.stringify(run.input) })
    .execute()

/** Waits for a step that is being done; steps hold the row by `holdRun`. */
export const lockRun = (tx: Tx, id: string) =>
  tx.selectFrom('workRun').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** Passes steps by, because it leaves the key alone. */
export const lockRunToAsk = (tx: Tx, id: string) =>
  tx.selectFrom('workRun').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()

/** Held by a step until it commits: nobody can take the run up meanwhile, but its progress can be written. */
export const holdRun = (tx: Tx, id: string) =>
  tx
    .selectFrom('workRun')
    .select(['state', 'attempt', 'cancelAskedAt'])
    .where('id', '=', id)
    .forKeyShare()
    .executeTakeFirst()

type Changes = {
  state?: RunState
  done?: number
  total?: number | null
  attempt?: number
  error?: string | null
  cursor?: string
  result?: string
  jobId?: string
  startedAt?: Date
  endedAt?: Date | null
  cancelAskedAt?: Date | null
}
export const updateRun = (tx: Tx, id: string, changes: Changes) =>
  tx.updateTable('workRun').set(changes).where('id', '=', id).execute()

/** Passes by when the row is held by somebody who writes it: the next progress comes soon. Says whether to stop. */
export async function noteProgress(tx: Tx, id: string, attempt: number, done: number, total: number | null) {
  const { rows } = await sql<{ stop: boolean }>`
    update work_run set done = ${done}, total = coalesce(${total}::int, total)
    where id = (select id from work_run where id = ${id} for no key update skip locked)
    returning cancel_asked_at is not null or attempt <> ${attempt} as stop`.execute(tx)
  return rows[0]?.stop ?? false
}

/** Open runs whose job is not in the queue any more, as after a restored backup. */
export async function listStranded(tx: Tx) {
  const { rows } = await sql<{ id: string }>`
    select id from work_run run where state in ('waiting', 'running')
    and not exists (select from pgboss.job where job.name = 'long' and job.id = run.job_id)`.execute(tx)
  return rows.map((row) => row.id)
}

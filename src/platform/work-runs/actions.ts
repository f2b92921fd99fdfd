// The verbs of long work: look at it, stop it, take it up again.
import { holds } from '../access.ts'
import type { Ctx } from '../context.ts'
import type { Input } from '../contract.ts'
import { recordEvent } from '../ledger.ts'
import { Refusal } from '../refusal.ts'
import { WorkRun, type workRuns } from './contract.ts'
import { findRun, listRuns, lockRunToAsk, type RunFilter, updateRun } from './queries.ts'
import { queueRun } from './start.ts'
import { life } from './states.ts'

type ListInput = Input<(typeof workRuns)['verbs']['list']>

export const list = (ctx: Ctx, input: ListInput) => pageOfRuns(ctx, input, { startedBy: ctx.user.id })
export const all = (ctx: Ctx, input: ListInput) => pageOfRuns(ctx, input, {})
export const get = async (ctx: Ctx, { id }: { id: string }) => shown(await mustBeSeen(ctx, id))

export async function cancel(ctx: Ctx, { id }: { id: string }): Promise<WorkRun> {
  const { state } = await lockSeen(ctx, id)
  const to = life.next(state, 'cancel', state === 'waiting' ? 'cancelled' : 'running')
  await updateRun(ctx.tx, id, {
    state: to,
    cancelAskedAt: ctx.now,
    ...(to === 'cancelled' ? { endedAt: ctx.now } : {}),
  })
  await recordEvent(ctx, { name: 'work_run.cancelled', recordId: id, from: state, to })
  return get(ctx, { id })
}

export async function retry(ctx: Ctx, { id }: { id: string }): Promise<WorkRun> {
  const { state } = await lockSeen(ctx, id)
  const to = life.next(state, 'retry')
  await updateRun(ctx.tx, id, { state: to, error: null, endedAt: null, cancelAskedAt: null })
  await queueRun(ctx, id)
  await recordEvent(ctx, { name: 'work_run.retried', recordId: id, from: state, to })
  return get(ctx, { id })
}

async function pageOfRuns(ctx: Ctx, { kind, state, after, limit }: ListInput, whose: RunFilter) {
  const rows = await listRuns(ctx.tx, { ...whose, kind, state }, after, limit + 1)
  const items = rows.slice(0, limit).map(shown)
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null, total: null, more: false }
}

async function mustBeSeen(ctx: Ctx, id: string) {
  const row = await findRun(ctx.tx, id)
  if (!row || !mayDealWith(ctx, row)) throw new Refusal('work_run.not_found', { id })
  return row
}

async function lockSeen(ctx: Ctx, id: string) {
  const row = await lockRunToAsk(ctx.tx, id)
  if (!row || !mayDealWith(ctx, row)) throw new Refusal('work_run.not_found', { id })
  return row
}

/** One's own, or everybody's for whoever oversees the work of the company. */
const mayDealWith = ({ user }: Ctx, run: { startedBy: string }) =>
  run.startedBy === user.id || holds(user, 'work-runs.oversee')

type Row = NonNullable<Awaited<ReturnType<typeof findRun>>>
const shown = (row: Row): WorkRun => {
  const stopping = row.state === 'running' && row.cancelAskedAt !== null
  const can = (['cancel', 'retry'] as const).filter(
    (verb) => life.can(row.state, verb) && !(verb === 'cancel' && stopping),
  )
  return WorkRun.parse({ ...row, can })
}

/** For the files that a run has made. */
export async function maySeeRun(ctx: Ctx, id: string): Promise<boolean> {
  const row = await findRun(ctx.tx, id)
  return row !== undefined && mayDealWith(ctx, row)
}

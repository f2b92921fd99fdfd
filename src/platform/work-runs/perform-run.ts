// Does one long work: takes it up, lets its kind go from step to step, and writes down how it ended.
import { PROGRAM_ID, programOf, type User } from '../access.ts'
import { type Ctx, perform } from '../context.ts'
import type { Tx } from '../database.ts'
import type { Workplace } from '../jobs/workplace.ts'
import { recordEvent } from '../ledger.ts'
import { notify } from '../notifications/notify.ts'
import { Refusal } from '../refusal.ts'
import type { Run, RunKind } from './kinds.ts'
import { followProgress, type Progress } from './progress.ts'
import { holdRun, lockRun, type RunRow, updateRun } from './queries.ts'
import type { RunState } from './states.ts'

/** Thrown between steps and by them; never by a kind. */
class RunStopped extends Error {
  readonly why: 'cancelled' | 'lost' | 'closing'
  constructor(why: RunStopped['why']) {
    super(why)
    this.why = why
  }
}

export type Assignment = {
  companyId: string
  runId: string
  /** Aborted when the worker closes: the run stops after its step and goes on elsewhere. */
  closing: AbortSignal
}

/** Returns when the run has ended or belongs to somebody else; throws when it is worth another try later. */
export async function performRun(place: Workplace, kinds: ReadonlyMap<string, RunKind>, assignment: Assignment) {
  const { companyId, runId } = assignment
  const row = await inRunTransaction(place, programOf(companyId), runId, (ctx) => takeUp(ctx, runId))
  if (!row) return
  const kind = kinds.get(row.kind)
  if (!kind) throw new Error(`this worker does not know how to do ${row.kind}`)
  const user = row.startedBy === PROGRAM_ID ? programOf(companyId) : await place.people(companyId, row.startedBy)
  const doing: Doing = { place, assignment, kind, row, user: user ?? programOf(companyId) }
  if (!user) return end(doing, { state: 'failed', error: 'work_run.asker_gone' })
  await attempt(doing)
}

type Doing = { place: Workplace; assignment: Assignment; kind: RunKind; row: RunRow; user: User }
type Ending = { state: 'done' | 'failed' | 'cancelled'; error?: string | null; result?: object }

async function attempt(doing: Doing) {
  const { place, row, kind, assignment } = doing
  const stopped = new AbortController()
  const follow = { ...place, companyId: assignment.companyId, runId: row.id, attempt: row.attempt }
  const progress = followProgress(follow, () => stopped.abort())
  try {
    const result = await kind.run(runOf(doing, progress, stopped.signal))
    await progress.close()
    await end(doing, { state: 'done', result }, progress)
  } catch (error) {
    await progress.close()
    const ending = endingOf(error)
    if (!ending) throw error
    if (ending === 'lost') return
    if (ending.error) place.log.error({ err: error, runId: row.id, kind: row.kind }, 'long work failed')
    await end(doing, ending, progress)
  }
}

function runOf({ place, assignment, row, user, kind }: Doing, progress: Progress, stopped: AbortSignal): Run<unknown> {
  const { companyId, runId, closing } = assignment
  return {
    id: runId,
    companyId,
    input: kind.input.parse(row.input),
    cursor: row.cursor,
    user,
    database: place.database,
    log: place.log,
    async step(work) {
      if (closing.aborted) throw new RunStopped('closing')
      return inRunTransaction(place, user, runId, async (ctx) => {
        await mustHold(ctx.tx, row)
        return work(ctx)
      })
    },
    moveTo: async (ctx, cursor) => {
      await updateRun(ctx.tx, runId, { cursor: JSON.stringify(cursor) })
    },
    progress(done, total) {
      if (stopped.aborted) throw new RunStopped('cancelled')
      progress.say(done, total)
    },
  }
}

const inRunTransaction = <T>(place: Workplace, user: User, runId: string, work: (ctx: Ctx) => Promise<T>) => {
  const { log, equipment } = place
  return perform(
    place.database,
    { user, now: place.now(), callId: `run ${runId}`, log, equipment },
    place.announce,
    work,
  )
}

async function takeUp(ctx: Ctx, runId: string): Promise<RunRow | undefined> {
  const row = await lockRun(ctx.tx, runId)
  if (!row || (row.state !== 'waiting' && row.state !== 'running')) return undefined
  const taken = { ...row, attempt: row.attempt + 1 }
  const startedAt = ctx.now
  await updateRun(ctx.tx, runId, { state: 'running', attempt: taken.attempt, ...(row.startedAt ? {} : { startedAt }) })
  ctx.changes.push({ noun: 'work-runs', id: runId, event: 'work_run.taken_up' })
  return taken
}

async function mustHold(tx: Tx, { id, attempt }: RunRow) {
  const held = await holdRun(tx, id)
  if (held?.state !== 'running' || held.attempt !== attempt) throw new RunStopped('lost')
  if (held.cancelAskedAt) throw new RunStopped('cancelled')
}

async function end({ place, kind, row, user }: Doing, ending: Ending, progress?: Progress) {
  await inRunTransaction(place, user, row.id, async (ctx) => {
    const now = await lockRun(ctx.tx, row.id)
    if (now?.state !== 'running' || now.attempt !== row.attempt) return
    if (ending.state !== 'done') await kind.onStop?.(ctx, kind.input.parse(row.input), ending.state)
    await updateRun(ctx.tx, row.id, { ...counted(now, ending.state, progress), ...written(ctx, ending) })
    await recordEvent(ctx, { name: EVENTS[ending.state], recordId: row.id, from: 'running', to: ending.state })
    if (kind.notifies && row.startedBy !== PROGRAM_ID) await tell(ctx, row, ending)
  })
}

const EVENTS = { done: 'work_run.finished', failed: 'work_run.failed', cancelled: 'work_run.stopped' } as const

function counted(now: RunRow, state: RunState, progress: Progress | undefined) {
  const { done = now.done, total = now.total } = progress?.latest() ?? {}
  return state === 'done' ? { done: total ?? done, total: total ?? done } : { done, total }
}

const written = (ctx: Ctx, { state, error = null, result }: Ending) => ({
  state,
  error,
  endedAt: ctx.now,
  ...(result ? { result: JSON.stringify(result) } : {}),
})

const tell = (ctx: Ctx, { id, kind, title, startedBy }: RunRow, { state }: Ending) =>
  notify(ctx, {
    to: [startedBy],
    kind: `work_run.${state}`,
    params: { kind, title },
    record: { kind: 'work_run', id },
    dedupe: `work_run ${id} ${state} ${ctx.now.toISOString()}`,
  })

/** How a thrown error ends the run; undefined when the next attempt may well succeed. */
function endingOf(error: unknown): Ending | 'lost' | undefined {
  if (error instanceof RunStopped) {
    if (error.why === 'lost') return 'lost'
    return error.why === 'cancelled' ? { state: 'cancelled' } : undefined
  }
  if (error instanceof Refusal) return { state: 'failed', error: error.code, result: { refused: error.details } }
  return isPassing(error) ? undefined : { state: 'failed', error: 'defect' }
}

// PostgreSQL: connection lost, shutting down, starting, too many connections, lock not available, deadlock, serialization.
const PASSING = /^(08|57P|53|55P03|40)/
const PASSING_SYSTEM = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']
function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (/Connection terminated|terminating connection/i.test(error.message)) return true
  const code = 'code' in error ? String(error.code) : ''
  return PASSING.test(code) || PASSING_SYSTEM.includes(code)
}

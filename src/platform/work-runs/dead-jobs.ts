// Shows people what failed to the end: long work as failed, and a job as long work that somebody may take up again.
import { z } from 'zod'
import { PROGRAM_ID, programOf } from '../access.ts'
import { type Ctx, perform } from '../context.ts'
import { newId } from '../ids.ts'
import { Envelope, type Job } from '../jobs/job.ts'
import { RunOrder } from '../jobs/workers.ts'
import type { Workplace } from '../jobs/workplace.ts'
import { recordEvent } from '../ledger.ts'
import { type RunKind, runKind } from './kinds.ts'
import { insertRun, lockRun, updateRun } from './queries.ts'

const DEAD_JOB = 'job.again'

export async function showDead(place: Workplace, { content, error }: { content: unknown; error: string }) {
  const dead = z.union([Envelope, RunOrder]).parse(content)
  const seed = { user: programOf(dead.companyId), now: place.now(), callId: 'dead letter', log: place.log }
  await perform(place.database, { ...seed, equipment: place.equipment }, place.announce, (ctx) =>
    'runId' in dead ? failRun(ctx, dead.runId, error) : keepJob(ctx, dead, error),
  )
}

async function failRun(ctx: Ctx, id: string, error: string) {
  const run = await lockRun(ctx.tx, id)
  if (run?.state !== 'waiting' && run?.state !== 'running') return
  const result = JSON.stringify({ failed: error })
  await updateRun(ctx.tx, id, { state: 'failed', error: 'work_run.gave_up', result, endedAt: ctx.now })
  await recordEvent(ctx, { name: 'work_run.failed', recordId: id, from: run.state, to: 'failed' })
}

async function keepJob(ctx: Ctx, envelope: Envelope, error: string) {
  const id = newId()
  const startedBy = envelope.accountId ?? PROGRAM_ID
  await insertRun(ctx.tx, { id, kind: DEAD_JOB, title: envelope.job, input: envelope, startedBy, createdAt: ctx.now })
  const result = JSON.stringify({ failed: error })
  await updateRun(ctx.tx, id, { state: 'failed', error: 'work_run.gave_up', result, endedAt: ctx.now })
  await recordEvent(ctx, { name: 'work_run.failed', recordId: id, to: 'failed', details: { job: envelope.job } })
}

/** A dead job, taken up again: in one step, as it would have run. */
export function deadJobKind(jobs: readonly Job[]): RunKind {
  return runKind({
    kind: DEAD_JOB,
    input: Envelope,
    async run({ input, step }) {
      const job = jobs.find(({ name }) => name === input.job)
      if (!job) throw new Error(`this worker does not know how to do ${input.job}`)
      await step((ctx) => job.run(ctx, job.payload.parse(input.payload)))
      return {}
    },
  })
}

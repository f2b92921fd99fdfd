// How rooms begin long work.
import type { z } from 'zod'
import type { Ctx } from '../context.ts'
import { newId } from '../ids.ts'
import { LONG } from '../jobs/queues.ts'
import { enqueue, type SendOptions } from '../jobs/send.ts'
import { recordEvent } from '../ledger.ts'
import type { RunKind } from './kinds.ts'
import { insertRun, updateRun } from './queries.ts'

/** The id of the run; `title` is what the person knows it by. */
export async function startRun<I extends z.ZodType>(
  ctx: Ctx,
  { kind, input }: Pick<RunKind<I>, 'kind' | 'input'>,
  { title, given, startAfter }: { title: string; given: z.input<I>; startAfter?: Date },
): Promise<string> {
  const id = newId()
  const startedBy = ctx.user.id
  await insertRun(ctx.tx, { id, kind, title, input: input.parse(given), startedBy, createdAt: ctx.now })
  await queueRun(ctx, id, startAfter ? { startAfter } : {})
  await recordEvent(ctx, { name: 'work_run.started', recordId: id, to: 'waiting', details: { kind, title } })
  return id
}

export async function queueRun(ctx: Ctx, id: string, options: SendOptions = {}) {
  const jobId = await enqueue(ctx, LONG, { companyId: ctx.user.companyId, runId: id }, options)
  await updateRun(ctx.tx, id, { jobId })
}

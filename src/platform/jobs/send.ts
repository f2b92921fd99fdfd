// Puts jobs into the queue, in the transaction of whoever asks: rolled back with it, there exactly once when it commits.
import { type Clock, type Db, PgBoss } from 'pg-boss'
import type { z } from 'zod'
import { isProgram } from '../access.ts'
import type { Ctx } from '../context.ts'
import type { Tx } from '../database.ts'
import { newId } from '../ids.ts'
import type { Envelope, Job } from './job.ts'
import { dbOf, QUIET, SHORT } from './queues.ts'

export type SendOptions = { startAfter?: Date }

/** The id of the job. */
export async function send<P extends z.ZodType>(
  ctx: Ctx,
  job: Job<P>,
  payload: z.input<P>,
  { startAfter }: SendOptions = {},
): Promise<string> {
  const accountId = isProgram(ctx.user) ? null : ctx.user.id
  const envelope = { job: job.name, companyId: ctx.user.companyId, accountId, payload: job.payload.parse(payload) }
  return enqueue(ctx, SHORT, envelope satisfies Envelope, startAfter ? { startAfter } : {})
}

/** Workers look at once after the commit, because they are told like the pages are; without that, within seconds. */
export async function enqueue(ctx: Ctx, queue: string, content: object, options: SendOptions = {}): Promise<string> {
  const boss = await senderOn(ctx.tx)
  const id = newId()
  await boss.send(queue, content, { ...options, id, group: { id: ctx.user.companyId }, db: dbOf(ctx.tx) })
  if (!options.startAfter) ctx.changes.push({ noun: 'jobs', id, event: queue })
  return id
}

// It looks at the clock but never waits: what it knows of the queues does not change while the program runs.
const noTimers: Clock = {
  now: Date.now,
  setTimeout: () => undefined,
  clearTimeout: () => {},
  setInterval: () => undefined,
  clearInterval: () => {},
}
let starting: Promise<PgBoss> | undefined

/** One per process. It learns the queues through the transaction of its first caller and has no connection of its own. */
function senderOn(tx: Tx): Promise<PgBoss> {
  starting ??= startSender(dbOf(tx)).catch((error) => {
    starting = undefined
    throw error
  })
  return starting
}

async function startSender(first: Db) {
  let db: Db | undefined = first
  const boss = new PgBoss({
    ...QUIET,
    clock: noTimers,
    db: {
      executeSql(text, values) {
        if (!db) throw new Error('the sender works in the transactions of its callers only')
        return db.executeSql(text, values)
      },
    },
  })
  boss.on('error', () => {})
  try {
    return await boss.start()
  } finally {
    db = undefined
  }
}

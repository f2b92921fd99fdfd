// Takes jobs out of the queue and does them.
import { type Job as Found, type JobResult, PgBoss } from 'pg-boss'
import { z } from 'zod'
import { programOf } from '../access.ts'
import { perform } from '../context.ts'
import type { Tx } from '../database.ts'
import { Refusal } from '../refusal.ts'
import { atOnce } from './at-once.ts'
import { Envelope, type Job } from './job.ts'
import { DEAD, dbOf, LONG, QUIET, SHORT } from './queues.ts'
import type { Workplace } from './workplace.ts'

export const RunOrder = z.object({ companyId: z.uuid(), runId: z.uuid() })
export type RunOrder = z.output<typeof RunOrder>

export type Hands = {
  jobs: readonly Job[]
  /** Does a long work; throws when it should be tried again. */
  long(order: RunOrder, closing: AbortSignal): Promise<void>
  /** Shows people what failed to the end. */
  dead(failed: { content: unknown; error: string }): Promise<void>
}
export type Workers = {
  /** Looks into a queue now instead of at its next turn. */
  wake(queue: string): void
  close(): Promise<void>
}
type Pace = { pollSeconds?: number }

export async function startWorkers(place: Workplace, hands: Hands, { pollSeconds = 2 }: Pace = {}): Promise<Workers> {
  const boss = new PgBoss({
    ...QUIET,
    connectionString: place.database.url,
    options: '-c role=zhishou_app -c timezone=UTC',
    application_name: 'zhishou jobs',
    max: 4,
    // Finds the jobs of a killed worker.
    supervise: true,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    maintenanceIntervalSeconds: 600,
  })
  // Its errors carry the whole connection along.
  boss.on('error', (error) => place.log.warn({ reason: String(error.message) }, 'the job queue stumbled'))
  boss.on('warning', (warning) => place.log.warn({ warning }, 'the job queue warns'))
  await boss.start()
  const closing = new AbortController()
  await hire(boss, place, hands, closing.signal, { pollingIntervalSeconds: pollSeconds })
  return {
    wake(queue) {
      for (const worker of boss.getWipData()) if (worker.name === queue) boss.notifyWorker(worker.id)
    },
    async close() {
      closing.abort()
      await boss.stop({ graceful: true, timeout: 6000 })
    },
  }
}

// A worker that takes one job at a time and waits between does 17 a second; batches that go on while they come full do thousands.
const BATCHES = { batchSize: 50, burstWhenBatchFull: true, perJobResults: true, localConcurrency: 2 } as const
/** Of one batch, so that a slow job does not hold up all that came with it. */
const SHORT_AT_ONCE = 3
/** One company leaves room for the others. */
const LONG_AT_ONCE = { localConcurrency: 3, localGroupConcurrency: 2 }

async function hire(boss: PgBoss, place: Workplace, hands: Hands, closing: AbortSignal, pace: object) {
  const jobs = new Map(hands.jobs.map((job) => [job.name, job]))
  await boss.work<unknown, unknown, typeof BATCHES>(SHORT, { ...BATCHES, ...pace }, async (found) => {
    const results: JobResult[] = []
    await atOnce(SHORT_AT_ONCE, found, async (one) => {
      results.push(await doShort(place, boss, jobs, one))
    })
    return results
  })
  await boss.work<unknown>(LONG, { ...LONG_AT_ONCE, ...pace }, async ([found]) => {
    if (found) await hands.long(RunOrder.parse(found.data), closing)
  })
  await boss.work<unknown>(DEAD, { ...pace, includeMetadata: true }, async ([found]) => {
    if (found) await hands.dead({ content: found.data, error: errorOf(found) })
  })
}

const errorOf = (found: object) =>
  'sourceOutput' in found ? JSON.stringify(found.sourceOutput).slice(0, 2000) : 'unknown'

/** What the job writes and its being done commit together; a job that was meanwhile given to another worker is rolled back. */
async function doShort(
  place: Workplace,
  boss: PgBoss,
  jobs: ReadonlyMap<string, Job>,
  { id, retryCount, data }: Found<unknown>,
): Promise<JobResult> {
  const { database, log, equipment, announce } = place
  try {
    const envelope = Envelope.parse(data)
    const job = jobs.get(envelope.job)
    if (!job) throw new Error(`this worker does not know how to do ${envelope.job}`)
    const user = await userFor(place, job, envelope)
    if (!user) throw new Refusal('work_run.asker_gone')
    const seed = { user, now: place.now(), callId: `job ${id}`, log, equipment }
    await perform(database, seed, announce, async (ctx) => {
      await job.run(ctx, job.payload.parse(envelope.payload))
      await mustStillBeOurs(boss, { id, retryCount }, ctx.tx)
    })
    return { id, status: 'completed' }
  } catch (error) {
    log.error({ err: error, job: id }, 'a job failed')
    const output = { code: error instanceof Refusal ? error.code : 'defect', message: String(error) }
    return { id, status: error instanceof Refusal ? 'deadletter' : 'failed', output }
  }
}

const Completed = z.object({ affected: z.number() })

/** pg-boss completes only the attempt that it gave to this worker. */
async function mustStillBeOurs(boss: PgBoss, attempt: { id: string; retryCount: number }, tx: Tx) {
  const completed = await boss.complete(SHORT, attempt, null, { db: dbOf(tx) })
  if (Completed.parse(completed).affected !== 1) throw new Error('the job was given to another worker')
}

async function userFor(place: Workplace, job: Job, { companyId, accountId }: Envelope) {
  if (job.as === 'program' || accountId === null) return programOf(companyId)
  return place.people(companyId, accountId)
}

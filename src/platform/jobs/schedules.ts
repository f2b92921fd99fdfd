// What is done again and again: for each company at its time, once over all workers.
import { PgBoss } from 'pg-boss'
import { programOf } from '../access.ts'
import { type Ctx, perform } from '../context.ts'
import type { Tx } from '../database.ts'
import { listCompanies } from '../hearers.ts'
import { atOnce } from './at-once.ts'
import { QUIET } from './queues.ts'
import type { Workplace } from './workplace.ts'

export type Schedule = {
  /** `<room>.<what it does>`, for example return-visits.come-due */
  readonly name: string
  /** In one transaction of the company, as the program. What was missed while nothing ran is done once, not as often as missed. */
  run(ctx: Ctx): Promise<unknown>
} & Rhythm
/** A cron line is read in the company's time zone. */
export type Rhythm =
  | { readonly cron: string; readonly everySeconds?: never }
  | { readonly everySeconds: number; readonly cron?: never }

// Only its reading of cron lines is used; it never connects.
const calendar = new PgBoss({ ...QUIET, db: { executeSql: () => Promise.reject(new Error('not connected')) } })

/** The first time after `from`. */
export function nextAfter(rhythm: Rhythm, from: Date, zone: string): Date {
  if (rhythm.everySeconds !== undefined) return new Date(from.getTime() + rhythm.everySeconds * 1000)
  const [next] = calendar.previewSchedule(rhythm.cron, { tz: zone, from, count: 1 })
  if (!next) throw new Error(`never comes again: ${rhythm.cron}`)
  return next
}

/** After this many failures it waits for its next time. */
const MOST_FAILURES = 5
const RETRY_MS = 5000

/** Runs it for one company if it is due and nobody else is at it. Answers when to look again. */
export async function runWhenDue(place: Workplace, companyId: string, schedule: Schedule): Promise<Date> {
  const { database, equipment, log, announce } = place
  const now = place.now()
  const seed = { user: programOf(companyId), now, callId: `schedule ${schedule.name}`, log, equipment }
  try {
    return await perform(database, seed, announce, (ctx) => runIfDue(ctx, schedule))
  } catch (error) {
    log.error({ err: error, schedule: schedule.name, companyId }, 'a schedule failed')
    const failures = await database.inCompany(companyId, (tx) => noteFailure(tx, schedule.name, now, String(error)))
    return new Date(now.getTime() + RETRY_MS * 2 ** failures)
  }
}

async function runIfDue(ctx: Ctx, schedule: Schedule): Promise<Date> {
  const zone = await zoneOf(ctx.tx)
  const last = await lockLast(ctx, schedule)
  if (!last) return new Date(ctx.now.getTime() + RETRY_MS)
  const due = nextAfter(schedule, last, zone)
  if (due > ctx.now) return due
  await schedule.run({ ...ctx, user: programOf(ctx.user.companyId, zone) })
  await ctx.tx
    .updateTable('schedule')
    .set({ lastAt: ctx.now, failures: 0, error: null })
    .where('name', '=', schedule.name)
    .execute()
  return nextAfter(schedule, ctx.now, zone)
}

const zoneOf = async (tx: Tx) => (await tx.selectFrom('company').select('zone').executeTakeFirstOrThrow()).zone

/** Undefined when another worker is at it. A company that has just come begins at once, or with its next time of day. */
async function lockLast(ctx: Ctx, schedule: Schedule): Promise<Date | undefined> {
  const find = () =>
    ctx.tx
      .selectFrom('schedule')
      .select('lastAt')
      .where('name', '=', schedule.name)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst()
  const found = await find()
  if (found) return new Date(found.lastAt)
  await ctx.tx
    .insertInto('schedule')
    .values({ name: schedule.name, lastAt: schedule.cron === undefined ? new Date(0) : ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const made = await find()
  return made && new Date(made.lastAt)
}

async function noteFailure(tx: Tx, name: string, now: Date, error: string): Promise<number> {
  const row = await tx
    .insertInto('schedule')
    .values({ name, lastAt: new Date(0), failures: 1, error: error.slice(0, 1000) })
    .onConflict((conflict) =>
      conflict.columns(['companyId', 'name']).doUpdateSet((eb) => ({
        failures: eb('schedule.failures', '+', 1),
        error: eb.ref('excluded.error'),
      })),
    )
    .returning('failures')
    .executeTakeFirstOrThrow()
  if (row.failures < MOST_FAILURES) return row.failures
  await tx.updateTable('schedule').set({ lastAt: now, failures: 0 }).where('name', '=', name).execute()
  return MOST_FAILURES
}

const LOOK_MS = 1000
const COMPANIES_MS = 10_000
const AT_ONCE = 3

/** Looks every second which schedule of which company is due. */
export function startSchedules(place: Workplace, schedules: readonly Schedule[]) {
  const lookAgain = new Map<string, Date>()
  let companies: string[] = []
  let listedAt = 0
  let closed = false
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> | undefined
  const look = async () => {
    const now = place.now().getTime()
    if (now - listedAt >= COMPANIES_MS) {
      companies = await listCompanies(place.database)
      listedAt = now
    }
    const due = companies.flatMap((companyId) =>
      schedules
        .map((schedule) => ({ companyId, schedule, key: `${companyId} ${schedule.name}` }))
        .filter(({ key }) => (lookAgain.get(key)?.getTime() ?? 0) <= now),
    )
    await atOnce(AT_ONCE, due, async ({ companyId, schedule, key }) => {
      if (!closed) lookAgain.set(key, await runWhenDue(place, companyId, schedule))
    })
  }
  const again = () => {
    looking = look()
      .catch((error) => place.log.warn({ err: error }, 'the schedules could not be looked at'))
      .then(() => {
        if (!closed) timer = setTimeout(again, LOOK_MS)
      })
  }
  again()
  return {
    async close() {
      closed = true
      clearTimeout(timer)
      await looking
    },
  }
}

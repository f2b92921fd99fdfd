// Hearers read the ledger in commit order and act on it: each event exactly once per hearer, because its cursor moves in the
// transaction of its effects.
import { sql } from 'kysely'
import { programOf } from './access.ts'
import { type Announce, type Ctx, type Equipment, perform } from './context.ts'
import type { Database, Tx } from './database.ts'
import type { LedgerEvent } from './ledger.ts'
import type { Log } from './log.ts'

export type EventHearer = {
  name: string
  /** Exact event names. */
  events: readonly string[]
  hear(ctx: Ctx, event: LedgerEvent): Promise<void>
}
/** Hears everything, many events at a time. */
type InBatches = {
  name: string
  /** Rests so long after reading, so that a busy ledger is read in large steps. */
  restMs?: number
  /** Work of its own up to where it stands, before anything new is read; true when there is more of it. */
  before?(ctx: Ctx, at: Cursor): Promise<boolean>
  hearAll(ctx: Ctx, events: readonly LedgerEvent[]): Promise<void>
}
export type Hearer = EventHearer | InBatches
const BATCH = 100
const LARGE_BATCH = 2000
/** After this many failures at one event it is set aside: left in the log, and the hearer goes on. */
const MOST_FAILURES = 5

export type Listening = { database: Database; equipment: Equipment; announce: Announce; log: Log; now(): Date }

/** Reads what is new for one company. True when a full batch was read, so that there may be more. */
export async function hearOnce(listening: Listening, companyId: string, hearer: Hearer): Promise<boolean> {
  const { log, equipment } = listening
  const seed = { user: programOf(companyId), now: listening.now(), callId: `hear ${hearer.name}`, log, equipment }
  const progress: { at?: Cursor } = {}
  try {
    return await perform(listening.database, seed, listening.announce, (ctx) => hearBatch(ctx, hearer, progress))
  } catch (error) {
    listening.log.error({ err: error, hearer: hearer.name, companyId }, 'a hearer failed')
    await listening.database.inCompany(companyId, (tx) => noteFailure(tx, hearer, progress.at, String(error)))
    return false
  }
}

export type Cursor = { tx: string; eventId: string }

async function hearBatch(ctx: Ctx, hearer: Hearer, progress: { at?: Cursor }) {
  const cursor = await lockCursor(ctx.tx, hearer.name)
  if (!cursor) return false
  const inBatches = 'hearAll' in hearer
  if (inBatches && (await hearer.before?.(ctx, cursor))) return true
  const limit = inBatches ? largeBatchAfter(cursor.failures) : BATCH
  const events = await eventsAfter(ctx.tx, cursor, limit)
  if (inBatches) await hearTogether(ctx, hearer, events, limit, progress)
  else await hearEach(ctx, hearer, events, progress)
  const last = events.at(-1)
  if (last) await moveCursor(ctx.tx, hearer.name, { tx: last.tx, eventId: last.id })
  return events.length === limit
}

/** After each failure fewer, so that the event at fault is found and in the end set aside alone. */
const largeBatchAfter = (failures: number) => Math.max(1, Math.floor(LARGE_BATCH / 8 ** failures))

type Heard = LedgerEvent & { tx: string }
async function hearTogether(
  ctx: Ctx,
  hearer: InBatches,
  events: readonly Heard[],
  limit: number,
  progress: { at?: Cursor },
) {
  const [first] = events
  if (first && limit === 1) progress.at = { tx: first.tx, eventId: first.id }
  await hearer.hearAll(ctx, events)
}

async function hearEach(ctx: Ctx, hearer: EventHearer, events: readonly Heard[], progress: { at?: Cursor }) {
  for (const event of events) {
    progress.at = { tx: event.tx, eventId: event.id }
    if (hearer.events.includes(event.name)) await hearer.hear(ctx, event)
  }
}

/** Undefined when another process holds it. */
async function lockCursor(tx: Tx, name: string): Promise<(Cursor & { failures: number }) | undefined> {
  const find = () =>
    tx
      .selectFrom('hearer')
      .select(['tx', 'eventId', 'failures'])
      .where('name', '=', name)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst()
  const found = await find()
  if (found) return found
  await tx
    .insertInto('hearer')
    .values({ name })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return find()
}

const eventsAfter = (tx: Tx, cursor: Cursor, limit: number) =>
  tx
    .selectFrom('event')
    .selectAll()
    .where(sql<boolean>`(tx, id) > (${cursor.tx}::xid8, ${cursor.eventId}::uuid)`)
    .where(sql<boolean>`tx < pg_snapshot_xmin(pg_current_snapshot())`)
    .orderBy('tx')
    .orderBy('id')
    .limit(limit)
    .execute()

const moveCursor = (tx: Tx, name: string, { tx: at, eventId }: Cursor) =>
  tx.updateTable('hearer').set({ tx: at, eventId, failures: 0, error: null }).where('name', '=', name).execute()

async function noteFailure(tx: Tx, hearer: Hearer, at: Cursor | undefined, error: string) {
  // Where the very first reading failed, its row went with it.
  const row = await tx
    .insertInto('hearer')
    .values({ name: hearer.name, failures: 1, error: error.slice(0, 1000) })
    .onConflict((conflict) =>
      conflict.columns(['companyId', 'name']).doUpdateSet((eb) => ({
        failures: eb('hearer.failures', '+', 1),
        error: error.slice(0, 1000),
      })),
    )
    .returning('failures')
    .executeTakeFirst()
  if (at && row && row.failures >= MOST_FAILURES) await moveCursor(tx, hearer.name, at)
}

/** Runs all hearers for all companies: at once when the channel says so, and every `everyMs` as the net below it. */
export function startHearing(
  listening: Listening,
  hearers: readonly Hearer[],
  live: { listen(listener: (heard: { companyId: string }) => void): () => void },
  everyMs = 2000,
) {
  const busy = new Map<string, 'running' | 'again'>()
  let closed = false
  const running = new Set<Promise<void>>()
  const rests = restsOf((companyId) => wake(companyId))
  const drain = async (companyId: string) => {
    do {
      busy.set(companyId, 'running')
      for (const hearer of hearers) {
        if (rests.isResting(companyId, hearer)) continue
        while (!closed && (await hearOnce(listening, companyId, hearer)));
        rests.begin(companyId, hearer)
      }
    } while (!closed && busy.get(companyId) === 'again')
    busy.delete(companyId)
  }
  const wake = (companyId: string) => {
    if (closed) return
    if (busy.has(companyId)) {
      busy.set(companyId, 'again')
      return
    }
    const work = drain(companyId).catch((error) => {
      busy.delete(companyId)
      listening.log.error({ err: error }, 'hearing stopped for a while')
    })
    running.add(work)
    void work.finally(() => running.delete(work))
  }
  const sweep = async () => {
    for (const companyId of await listCompanies(listening.database)) wake(companyId)
  }
  const stopListening = live.listen(({ companyId }) => wake(companyId))
  const timer = setInterval(() => sweep().catch((error) => listening.log.warn({ err: error }, 'sweep failed')), everyMs)
  return {
    sweep,
    async close() {
      closed = true
      stopListening()
      clearInterval(timer)
      rests.end()
      await Promise.all(running)
    },
  }
}

/** Which hearers rest for which companies; whoever was called while resting is woken at its end. */
function restsOf(wake: (companyId: string) => void) {
  const resting = new Map<string, { timer: NodeJS.Timeout; called: boolean }>()
  const keyOf = (companyId: string, hearer: Hearer) => `${companyId} ${hearer.name}`
  return {
    isResting(companyId: string, hearer: Hearer) {
      const rest = resting.get(keyOf(companyId, hearer))
      if (rest) rest.called = true
      return rest !== undefined
    },
    begin(companyId: string, hearer: Hearer) {
      const restMs = 'hearAll' in hearer ? hearer.restMs : undefined
      if (!restMs) return
      const key = keyOf(companyId, hearer)
      const timer = setTimeout(() => {
        const { called } = resting.get(key) ?? { called: false }
        resting.delete(key)
        if (called) wake(companyId)
      }, restMs)
      resting.set(key, { timer, called: false })
    },
    end() {
      for (const { timer } of resting.values()) clearTimeout(timer)
    },
  }
}

export const listCompanies = (database: Database): Promise<string[]> =>
  database.outside(async (tx) => {
    const { rows } = await sql<{ companyId: string }>`select company_id from door_companies()`.execute(tx)
    return rows.map((row) => row.companyId)
  })

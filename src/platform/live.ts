// Tells every server process, after commit, what changed: one channel, gathered for a few milliseconds.
// NOTIFY inside the transaction would take a lock that lets only one transaction commit at a time.
import pg from 'pg'
import type { Announce, Change } from './context.ts'
import type { Database } from './database.ts'
import type { Log } from './log.ts'

const CHANNEL = 'zhishou_live'
const GATHER_MS = 15
/** NOTIFY carries at most 8000 bytes. */
const MOST_CHANGES = 40

export type Heard = { companyId: string; changes: Change[] }
export type Live = {
  announce: Announce
  listen(listener: (heard: Heard) => void): () => void
  close(): Promise<void>
}

export async function openLive(database: Database, log: Log): Promise<Live> {
  const listeners = new Set<(heard: Heard) => void>()
  const pending = new Map<string, Map<string, Change>>()
  let timer: NodeJS.Timeout | undefined
  const flush = async () => {
    timer = undefined
    const payloads = [...pending].flatMap(([companyId, changes]) => payloadsOf(companyId, [...changes.values()]))
    pending.clear()
    try {
      await database.pool.query(`select pg_notify('${CHANNEL}', payload) from unnest($1::text[]) payload`, [payloads])
    } catch (error) {
      log.warn({ err: error }, 'changes were not announced; pages and hearers find them at their next look')
    }
  }
  const receiver = await openReceiver(database.url, log, (text) => {
    const heard: Heard = JSON.parse(text)
    for (const listener of listeners) listener(heard)
  })
  return {
    announce(companyId, changes) {
      const known = pending.get(companyId) ?? new Map<string, Change>()
      for (const change of changes) known.set(`${change.id}${change.event}`, change)
      pending.set(companyId, known)
      timer ??= setTimeout(flush, GATHER_MS)
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      if (timer) {
        clearTimeout(timer)
        await flush()
      }
      await receiver.close()
    },
  }
}

function payloadsOf(companyId: string, changes: Change[]): string[] {
  const payloads: string[] = []
  for (let from = 0; from < changes.length; from += MOST_CHANGES) {
    payloads.push(JSON.stringify({ companyId, changes: changes.slice(from, from + MOST_CHANGES) } satisfies Heard))
  }
  return payloads
}

/** A connection of its own that listens, and is opened again when it breaks. */
async function openReceiver(url: string, log: Log, onText: (text: string) => void) {
  let client: pg.Client | undefined
  let closed = false
  let retry: NodeJS.Timeout | undefined
  const connect = async () => {
    const fresh = new pg.Client({
      connectionString: url,
      application_name: 'zhishou live',
      options: '-c role=zhishou_app',
    })
    fresh.on('notification', ({ payload }) => payload && onText(payload))
    fresh.on('error', () => {})
    fresh.on('end', () => {
      if (!closed)
        retry = setTimeout(() => connect().catch((error) => log.warn({ err: error }, 'live channel is down')), 500)
    })
    await fresh.connect()
    await fresh.query(`listen ${CHANNEL}`)
    client = fresh
  }
  await connect()
  return {
    async close() {
      closed = true
      clearTimeout(retry)
      await client?.end()
    },
  }
}

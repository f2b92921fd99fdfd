// Whether the sample company is wanted, loading it, and taking it away again without a trace.
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { openDatabase } from '../../platform/database.ts'
import { openEquipment } from '../../platform/equipment.ts'
import { openStore } from '../../platform/files/store.ts'
import { openLog } from '../../platform/log.ts'
import { DatabaseUnusable } from '../../platform/migrate.ts'
import type { Settings } from '../../platform/settings.ts'
import { loadSample, type Progress } from './load.ts'
import { PEOPLE, SAMPLE_PASSWORD, SIGN_INS } from './people.ts'

type Where = { settings: Settings; url: string }

/** Written when the sample stands or was taken away: the very first start is over. */
const markOf = (settings: Settings) => join(settings.dataDir, 'sample-done')

/** On the very first start; and again when that start was cut off before the sample stood. */
export async function isSampleWanted({ settings, url }: Where): Promise<boolean> {
  if (settings.databaseUrl || existsSync(markOf(settings))) return false
  const { rows } = await asOwner(url, (client) =>
    client.query<{ real: boolean }>('select not sample as real from company'),
  )
  return rows.every(({ real }) => !real)
}

/** Takes away what an earlier, cut off loading left, then loads. Safe to be killed and run again. */
export async function bringSample({ settings, url }: Where, now: Date, onStep: Progress): Promise<void> {
  await takeSampleAway({ settings, url })
  const database = openDatabase({ url, connections: 3, name: 'zhishou sample', hasty: true })
  const { equipment, close } = openEquipment({ ...settings, databaseUrl: url })
  const store = await openStore(settings)
  try {
    await loadSample({ database, equipment, log: openLog('error') }, store, now, onStep)
    writeFileSync(markOf(settings), `${now.toISOString()}\n`)
  } finally {
    store.close()
    await close()
    await database.close()
  }
}

/** How many sample companies went. Real companies cannot be removed by any means. */
export async function takeSampleAway({ settings, url }: Where): Promise<number> {
  const store = await openStore(settings)
  try {
    const gone = await asOwner(url, removeSamples)
    for (const companyId of gone) await store.removeCompany(companyId)
    return gone.length
  } finally {
    store.close()
  }
}

export const markSampleGone = (settings: Settings) => writeFileSync(markOf(settings), '')
export const forgetSampleMark = (settings: Settings) => rmSync(markOf(settings), { force: true })

async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'zhishou sample' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const REFERENCES = `select distinct conrelid::regclass::text as child, confrelid::regclass::text as parent from pg_constraint
  where contype = 'f' and connamespace = 'public'::regnamespace and conrelid <> confrelid`
const WALLED = `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'company_id'
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`

async function removeSamples(client: pg.Client): Promise<string[]> {
  const { rows: samples } = await client.query<{ id: string }>('select id from company where sample')
  if (samples.length === 0) return []
  const { rows: tables } = await client.query<{ name: string }>(WALLED)
  const { rows: references } = await client.query<{ child: string; parent: string }>(REFERENCES)
  const ids = samples.map(({ id }) => id)
  const emptied = childrenFirst(
    tables.map(({ name }) => name),
    references,
  ).map((name) => client.escapeIdentifier(name))
  await beginAlone(client, [...emptied, 'company'])
  // The ledger lets go of a sample company's events only when told by name; see refuse_change.
  await client.query(`select set_config('app.forget_sample', 'yes', true)`)
  for (const table of emptied) await client.query(`delete from ${table} where company_id = any($1)`, [ids])
  await client.query('delete from company where id = any($1)', [ids])
  await client.query('commit')
  return ids
}

const PATIENCE_MS = 30_000
const LOCK_NOT_AVAILABLE = '55P03'
const IN_USE = 'The database is too busy to take the sample company away: stop the product, then try again.'

/** Begins a transaction in which nobody else writes to these tables or holds a row of them for writing: the product may be
 * running, and a row that comes in behind the one who clears away would point at what has gone. Asks for the locks in short turns,
 * each shorter than `deadlock_timeout` (1 s), so that a writer who already holds one of the tables is let through, not ended.
 * @throws DatabaseUnusable when the others never pause for `PATIENCE_MS`. */
async function beginAlone(client: pg.Client, tables: readonly string[]): Promise<void> {
  const until = Date.now() + PATIENCE_MS
  for (;;) {
    await client.query('begin')
    await client.query(`set local lock_timeout = '300ms'`)
    try {
      await client.query(`lock table ${tables.join(', ')} in exclusive mode`)
      return
    } catch (error) {
      await client.query('rollback')
      if (!(error instanceof pg.DatabaseError) || error.code !== LOCK_NOT_AVAILABLE) throw error
      if (Date.now() > until) throw new DatabaseUnusable(IN_USE)
      await setTimeout(100)
    }
  }
}

/** Tables in an order in which nobody is left pointing at what has gone. */
export function childrenFirst(
  tables: readonly string[],
  references: readonly { child: string; parent: string }[],
): string[] {
  const left = new Set(tables)
  const order: string[] = []
  while (left.size > 0) {
    const free = [...left].filter(
      (table) => !references.some(({ child, parent }) => parent === table && left.has(child)),
    )
    if (free.length === 0) throw new Error(`tables point at each other: ${[...left].join(', ')}`)
    for (const table of free) left.delete(table)
    order.push(...free)
  }
  return order
}

export const hasSample = ({ url }: { url: string }) =>
  asOwner(url, async (client) => (await client.query('select from company where sample')).rowCount !== 0)

/** What the start prints. */
export const sampleSignIns = (): string[] => [
  `Sample company, password of everybody: ${SAMPLE_PASSWORD}`,
  ...SIGN_INS.map(([who, zh, en]) => `  ${who.padEnd(6)} ${PEOPLE[who].name} ${zh}, ${en}`),
]

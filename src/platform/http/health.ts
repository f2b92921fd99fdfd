// Whether this process can do its work: asked by proxies, and by people who wonder.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { read, resource } from '../contract.ts'
import type { Database } from '../database.ts'
import { migrationFiles } from '../migrate.ts'
import { serveOpen } from './serve-open.ts'

export const Health = z.object({
  status: z.enum(['ok', 'down']),
  version: z.string(),
  database: z.enum(['reachable', 'unreachable']),
  /** `behind`: the database lacks migrations of this program; `ahead`: it has some this program does not know. */
  migrations: z.enum(['current', 'behind', 'ahead', 'unknown']),
})
export type Health = z.output<typeof Health>

export const health = resource('health', {
  get: read({
    summary: 'Whether this process can do its work; 503 when it cannot.',
    access: 'anyone',
    input: z.object({}),
    output: Health,
  }),
})

const LONGEST_WAIT_MS = 2000
/** Whoever asks more often gets the answer of a moment ago. */
const KEPT_MS = 500

export function serveHealth(app: FastifyInstance, database: Database, version: string) {
  const wanted = migrationFiles().map(({ name, checksum }) => `${name} ${checksum}`)
  let kept: { answer: Promise<Health>; until: number } | undefined
  const look = () => {
    const known = kept && kept.until > performance.now() ? kept : undefined
    kept = known ?? { answer: healthOf(database, wanted, version), until: performance.now() + KEPT_MS }
    return kept.answer
  }
  serveOpen(app, {
    noun: health.noun,
    verb: 'get',
    endpoint: health.verbs.get,
    async answer(_, reply) {
      const answer = await look()
      void reply.code(answer.status === 'ok' ? 200 : 503).header('cache-control', 'no-store')
      return answer
    },
  })
}

async function healthOf(database: Database, wanted: readonly string[], version: string): Promise<Health> {
  const found = await Promise.race([
    appliedIn(database).catch(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(resolve, LONGEST_WAIT_MS, undefined).unref()),
  ])
  if (!found) return { status: 'down', version, database: 'unreachable', migrations: 'unknown' }
  const migrations = wanted.some((one) => !found.has(one)) ? 'behind' : found.size > wanted.length ? 'ahead' : 'current'
  return { status: migrations === 'current' ? 'ok' : 'down', version, database: 'reachable', migrations }
}

async function appliedIn({ pool }: Database) {
  const { rows } = await pool.query<{ one: string }>(`select name || ' ' || checksum as one from migration`)
  return new Set(rows.map(({ one }) => one))
}

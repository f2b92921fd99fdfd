// Figures for Prometheus: calls by route, connections, the event loop, how far hearers and queues are behind.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Database } from '../database.ts'
import { LIVE_PATH } from '../live-stream.ts'
import type { Log } from '../log.ts'
import { hashOfSecret } from '../session/secrets.ts'

export type MetricsOptions = {
  database: Database
  log: Log
  /** Without it only this machine may look. */
  token?: string | undefined
  /** How many pages listen for changes. */
  listeners(): number
}

export function serveMetrics(app: FastifyInstance, options: MetricsOptions) {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  measureCalls(app, registry)
  measureDatabase(registry, options)
  new Gauge({
    name: 'zhishou_live_listeners',
    help: 'Pages that listen for changes',
    registers: [registry],
    collect() {
      this.set(options.listeners())
    },
  })
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!mayLook(request, options.token)) return reply.callNotFound()
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}

const HERE = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** What comes through a proxy on this machine comes from elsewhere. */
function mayLook({ ip, headers }: FastifyRequest, token: string | undefined) {
  const given = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1]
  if (token && given) return hashOfSecret(token).equals(hashOfSecret(given))
  return HERE.has(ip) && headers['x-forwarded-for'] === undefined && headers.forwarded === undefined
}

const SECONDS = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

function measureCalls(app: FastifyInstance, registry: Registry) {
  const calls = new Histogram({
    name: 'zhishou_http_seconds',
    help: 'Time from a call to its answer',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: SECONDS,
    registers: [registry],
  })
  app.addHook('onResponse', async ({ method, routeOptions }, reply) => {
    // A page listens for hours; that is not a slow answer.
    if (routeOptions.url === LIVE_PATH) return
    calls.observe({ method, route: routeOptions.url ?? 'other', status: reply.statusCode }, reply.elapsedTime / 1000)
  })
}

function measureDatabase(registry: Registry, { database, log }: MetricsOptions) {
  const registers = [registry]
  const gauge = (name: string, help: string, labelNames: string[], read: (gauge: Gauge) => unknown) =>
    new Gauge({
      name,
      help,
      labelNames,
      registers,
      async collect() {
        try {
          await read(this)
        } catch (error) {
          log.warn({ err: error, metric: name }, 'a figure could not be read')
        }
      },
    })
  gauge('zhishou_database_connections', 'Connections of this process', ['state'], (connections) => {
    const { totalCount, idleCount, waitingCount } = database.pool
    connections.set({ state: 'busy' }, totalCount - idleCount)
    connections.set({ state: 'idle' }, idleCount)
    connections.set({ state: 'waited_for' }, waitingCount)
  })
  gauge('zhishou_hearer_lag_seconds', 'Age of the oldest event a hearer has not read', ['hearer'], async (lag) => {
    lag.reset()
    for (const { hearer, seconds } of await unheard(database)) lag.set({ hearer }, seconds)
  })
  gauge('zhishou_jobs', 'Jobs in the queues, as counted by the workers', ['queue', 'state'], async (jobs) => {
    jobs.reset()
    for (const { queue, state, n } of await queueSizes(database)) jobs.set({ queue, state }, n)
  })
}

async function unheard({ pool }: Database) {
  const { rows } = await pool.query<{ hearer: string; seconds: number }>(
    `select hearer, coalesce(extract(epoch from now() - unheard_since), 0)::float8 as seconds from door_unheard()`,
  )
  return rows
}

async function queueSizes({ pool }: Database) {
  const { rows } = await pool.query<{ queue: string; state: string; n: number }>(QUEUE_SIZES)
  return rows
}
const QUEUE_SIZES = `
  select name as queue, state, n from pgboss.queue,
  lateral (values ('waiting', queued_count), ('later', deferred_count), ('running', active_count)) as counted (state, n)`

// Connections, and the one way into the database: a transaction that belongs to a company.
import { createHash } from 'node:crypto'
import {
  CamelCasePlugin,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type Transaction,
} from 'kysely'
import pg from 'pg'
import type { Tables } from '../../db/types.gen.ts'

export type Tx = Transaction<Tables>
export type DatabaseOptions = {
  url: string
  connections?: number
  name?: string
  /** Commits are not waited for on the disk: only for what can be made again, such as the sample. */
  hasty?: boolean
}
export type Database = {
  readonly url: string
  readonly pool: pg.Pool
  /** One transaction inside the wall of one company. Rolled back when `work` throws. */
  inCompany<T>(companyId: string, work: (tx: Tx) => Promise<T>): Promise<T>
  /** One transaction with no company: sees only what stands outside the wall. */
  outside<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Columns arrive in the forms the contracts use: instants as canonical text, days as text, bigint as number. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (format === 'binary') return pg.types.getTypeParser(oid, 'binary')
    if (oid === pg.types.builtins.TIMESTAMPTZ) return instantOf
    if (oid === pg.types.builtins.DATE) return String
    if (oid === pg.types.builtins.INT8) return Number
    return pg.types.getTypeParser(oid, 'text')
  },
}
/** The server answers in UTC: `2026-11-23 04:05:06.789+00`. */
const instantOf = (text: string) => new Date(text.replace(' ', 'T').replace(/\+00$/, 'Z')).toISOString()

const ZERO_COMPANY = /^[0-9a-f-]{36}$/

export function openDatabase({ url, connections = 10, name = 'zhishou', hasty = false }: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    application_name: name,
    types,
    // The role cannot pass the wall; a statement or transaction that hangs is ended rather than piling up.
    options:
      '-c role=zhishou_app -c timezone=UTC -c lock_timeout=10s -c idle_in_transaction_session_timeout=60s' +
      (hasty ? ' -c synchronous_commit=off' : ''),
  })
  pool.on('error', () => {})
  return {
    url,
    pool,
    inCompany(companyId, work) {
      if (!ZERO_COMPANY.test(companyId)) throw new Error(`not a company id: ${companyId}`)
      return inTransaction(pool, `begin; set local app.company = '${companyId}'`, work)
    },
    outside: (work) => inTransaction(pool, `begin`, work),
    close: () => pool.end(),
  }
}

/** `begin` may carry the settings of the transaction, so that opening one is a single round trip. */
async function inTransaction<T>(pool: pg.Pool, begin: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query(begin)
    const result = await work(transactionOn(client))
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure
    })
    throw error
  } finally {
    client.release(broken)
  }
}

const clients = new WeakMap<object, pg.PoolClient>()
const plugins = [new CamelCasePlugin()]
const compiler = new PostgresQueryCompiler()
const adapter = new PostgresAdapter()

function transactionOn(client: pg.PoolClient): Tx {
  const connection = new OneConnection(client)
  const kysely = new Kysely<Tables>({
    dialect: {
      createAdapter: () => adapter,
      createDriver: () => new OpenTransaction(connection),
      createQueryCompiler: () => compiler,
      createIntrospector: (db) => new PostgresIntrospector(db),
    },
    plugins,
  })
  clients.set(kysely, client)
  // A Kysely bound to one connection on which a transaction is open is what Transaction means; begin and commit are ours.
  return kysely as Tx // reason: see above
}

/** The hottest statements, written by hand and prepared once per connection under `name`. */
export async function named<R extends pg.QueryResultRow>(tx: Tx, name: string, text: string, values: unknown[]) {
  const client = clients.get(tx)
  if (!client) throw new Error('not a transaction of this module')
  const { rows } = await client.query<R>({ name, text, values })
  return rows
}

/** Prepared statements by text: the same query is parsed and planned once per connection. Lists of varying length make
 * texts of varying length, so the number of names is bounded. */
const MOST_NAMES = 600
const names = new Map<string, string>()
function nameOf(text: string) {
  const known = names.get(text)
  if (known) return known
  if (names.size >= MOST_NAMES || text.length > 8000) return undefined
  const name = `q${createHash('sha1').update(text).digest('base64url').slice(0, 16)}`
  names.set(text, name)
  return name
}

class OneConnection implements DatabaseConnection {
  readonly #client: pg.PoolClient
  constructor(client: pg.PoolClient) {
    this.#client = client
  }
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const name = nameOf(query.sql)
    const values = [...query.parameters]
    const result = await this.#client.query(name ? { name, text: query.sql, values } : { text: query.sql, values })
    const changed = result.command === 'SELECT' ? undefined : BigInt(result.rowCount ?? 0)
    return { rows: result.rows, ...(changed === undefined ? {} : { numAffectedRows: changed }) }
  }
  // biome-ignore lint/correctness/useYield: streaming is refused, and the interface asks for a generator.
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('large results are read in pages')
  }
}

class OpenTransaction implements Driver {
  readonly #connection: OneConnection
  constructor(connection: OneConnection) {
    this.#connection = connection
  }
  async init() {}
  async acquireConnection() {
    return this.#connection
  }
  async beginTransaction() {
    throw new Error('already inside a transaction')
  }
  async commitTransaction() {
    throw new Error('the platform commits')
  }
  async rollbackTransaction() {
    throw new Error('the platform rolls back')
  }
  async releaseConnection() {}
  async destroy() {}
}

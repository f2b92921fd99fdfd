// Calls taken over HTTP per second, beside the same rows through plain SQL over as many connections. Commits reach the disk in both.
import pg from 'pg'
import { newId } from '../src/platform/ids.ts'
import { call, columnsOf, median, openBench, perSecond, signIn } from './stage.ts'

const ROUNDS = 3
const MS = 4000
const stage = await openBench()
const cookie = await signIn(stage.address, 'fang')
const settings = await call({ address: stage.address, method: 'GET', path: '/api/request-settings', cookie })
const { categories }: { categories: { id: string; code: string }[] } = JSON.parse(settings.text)
const categoryId = categories.find(({ code }) => code === 'plumbing.leak')?.id

const body = {
  estateId: stage.cast.estates.yunqi,
  channel: 'phone',
  contactName: '林小满',
  contactPhone: '13800012345',
  matters: [
    {
      kind: 'repair',
      categoryId,
      urgency: 'rush',
      subject: '厨房水管接头漏水，水槽下面一直滴水',
      body: '已经用盆接着，关了角阀还是渗，家里有老人，希望尽快上门看看。',
      placeText: '3栋2单元1201',
    },
  ],
}

async function takeCall() {
  const { status, text } = await call({
    address: stage.address,
    method: 'POST',
    path: '/api/requests',
    cookie,
    key: newId(),
    body,
  })
  if (status !== 200) throw new Error(`${status} ${text}`)
}
const overHttp = (clients: number) => perSecond(clients, MS, takeCall)

/** In the order in which they may be written. */
const TABLES = ['call_log', 'request', 'request_words', 'request_clock', 'event', 'idempotency'] as const
const OWN: Record<string, string> = { call_log: 'id = $1', request: 'call_id = $1', idempotency: 'true' }

/** What one intake wrote, read back: table by table. */
async function rowsOfOne(client: pg.Client) {
  const { rows: calls } = await client.query('select id from call_log order by at desc limit 1')
  const callId: string = calls[0].id
  const { rows: requests } = await client.query('select id from request where call_id = $1', [callId])
  const requestId: string = requests[0].id
  const written = new Map<string, Record<string, unknown>[]>()
  for (const table of TABLES) {
    const where = OWN[table] ?? (table === 'event' ? 'record_id = $1' : 'request_id = $1')
    const values = where.includes('$1') ? [where.startsWith('id') || where.startsWith('call') ? callId : requestId] : []
    const { rows } = await client.query(
      `select to_jsonb(t) as row from ${table} t where ${where}${table === 'idempotency' ? ' order by at desc limit 1' : ''}`,
      values,
    )
    written.set(
      table,
      rows.map(({ row }) => row),
    )
  }
  return { callId, requestId, written }
}

async function overSql(connections: number): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client({ connectionString: stage.url })
      await client.connect()
      return client
    }),
  )
  const [first] = clients
  if (!first) throw new Error('no connection')
  const sample = await rowsOfOne(first)
  const columns = new Map<string, string>()
  for (const table of TABLES) columns.set(table, await columnsOf(first, table))
  const write = async (loop: number) => {
    const client = clients[loop]
    if (!client) return
    const [callId, requestId] = [newId(), newId()]
    await client.query('begin')
    for (const table of TABLES) {
      const rows = (sample.written.get(table) ?? []).map((row) => fresh(table, row, sample, { callId, requestId }))
      await client.query({
        name: `floor.${table}`,
        text: `insert into ${table} (${columns.get(table)}) select ${columns.get(table)} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
        values: [JSON.stringify(rows)],
      })
    }
    await client.query('commit')
  }
  try {
    return await perSecond(connections, MS, write)
  } finally {
    await Promise.all(clients.map((client) => client.end()))
  }
}

type Ids = { callId: string; requestId: string }
function fresh(table: string, row: Record<string, unknown>, sample: Ids, ids: Ids): Record<string, unknown> {
  const text = JSON.stringify(row).replaceAll(sample.callId, ids.callId).replaceAll(sample.requestId, ids.requestId)
  const copy: Record<string, unknown> = JSON.parse(text)
  if (table === 'event') copy.id = newId()
  if (table === 'request') copy.no = ids.requestId
  if (table === 'idempotency') copy.key = newId()
  return copy
}

await overHttp(8)
for (const clients of [8, 32]) {
  const pairs: { http: number; sql: number }[] = []
  for (let round = 0; round < ROUNDS; round += 1)
    pairs.push({ http: await overHttp(clients), sql: await overSql(clients) })
  const ratio = median(pairs.map(({ http, sql }) => http / sql))
  const each = pairs.map(({ http, sql }) => `${http.toFixed(0)}/${sql.toFixed(0)}`).join(' ')
  process.stdout.write(
    `intake, ${clients} clients: ${ratio.toFixed(2)} of the floor (HTTP/plain SQL per second: ${each})\n`,
  )
}
await stage.close()

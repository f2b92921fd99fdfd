// The queue (open, most urgent first, first 20) over HTTP at 10 thousand and at 1 million requests, beside plain SQL of the same page.
import pg from 'pg'
import { fillHistory } from './history.ts'
import { type BenchStage, inMs, openBench, percentile, read, say, signIn, timesOf } from './stage.ts'

const SIZES = { small: 10_000, large: 1_000_000 } as const
const ROUNDS = 8
const CALLS = 60
const PATH = '/api/requests?open=true&sort=due&limit=20'
const NEWEST = '/api/requests?limit=20'
/** A manager reads all of the company, a steward one area of it; a repair worker only the own work, here in all states. */
const READERS = {
  zhao: { says: 'whole company', path: PATH },
  lin: { says: 'one area', path: PATH },
  wu: { says: 'only the own work, all states, newest first', path: NEWEST },
} as const
const LOGINS = ['zhao', 'lin', 'wu'] as const

const OPEN = `company_id = $1 and status not in ('closed', 'closed_undone', 'cancelled') and due_at is not null`
const PAGE = `
  select r.id, r.no, r.kind, r.urgency, r.level, r.subject, r.status, r.channel, r.estate_id, e.name as estate_name, r.area_id, r.place_id,
    p.path_name, r.place_text, r.category_id, c.name as category_name, r.customer_id, r.contact_name, r.contact_phone, r.anonymous, r.handler_id,
    s.name as handler_name, r.received_at, r.received_by, r.received_by_id, r.due_at, r.closed_at, r.nudge_count, r.reopen_count, r.sheets
  from (select * from request where ${OPEN} order by due_at, id limit 21) r
  join estate e on e.company_id = r.company_id and e.id = r.estate_id
  left join place p on p.company_id = r.company_id and p.id = r.place_id
  left join request_category c on c.company_id = r.company_id and c.id = r.category_id
  left join staff s on s.company_id = r.company_id and s.id = r.handler_id
  order by r.due_at, r.id`
const COUNT = `select count(*) from (select from request where ${OPEN} limit 1001) counted`

type Times = { http: Record<keyof typeof READERS, number[]>; sql: number[] }
type Side = { stage: BenchStage; cookies: Record<keyof typeof READERS, string>; client: pg.Client; times: Times }

async function sideOf(requests: number): Promise<Side> {
  const stage = await openBench()
  const { open, seconds } = await fillHistory(stage, requests)
  say(`${requests.toLocaleString('en')} requests, ${open} of them open, written in ${seconds.toFixed(0)} s`)
  const client = new pg.Client({ connectionString: stage.url })
  await client.connect()
  const cookies = {
    zhao: await signIn(stage.address, 'zhao'),
    lin: await signIn(stage.address, 'lin'),
    wu: await signIn(stage.address, 'wu'),
  }
  return { stage, cookies, client, times: { http: { zhao: [], lin: [], wu: [] }, sql: [] } }
}

async function round({ stage, cookies, client, times }: Side) {
  const { address, cast } = stage
  for (const login of LOGINS) {
    times.http[login].push(
      ...(await timesOf(CALLS, () => read({ address, path: READERS[login].path, cookie: cookies[login] }))),
    )
  }
  const values = [cast.companies.ours]
  const page = async () => {
    await client.query({ name: 'page', text: PAGE, values })
    await client.query({ name: 'count', text: COUNT, values })
  }
  times.sql.push(...(await timesOf(CALLS, page)))
}

const small = await sideOf(SIZES.small)
const large = await sideOf(SIZES.large)
// The first round warms up. Small and large take turns, so that both meet the same neighbours on the machine.
for (let at = 0; at <= ROUNDS; at += 1) {
  if (at === 1)
    for (const { times } of [small, large]) Object.assign(times, { http: { zhao: [], lin: [], wu: [] }, sql: [] })
  for (const side of [small, large]) await round(side)
}
const times = (of: readonly number[], than: readonly number[], share: number) =>
  (percentile(of, share) / percentile(than, share)).toFixed(2)
for (const login of LOGINS) {
  const [few, many] = [small.times.http[login], large.times.http[login]]
  say(`queue, ${READERS[login].says}, 10 thousand: ${inMs(few)}; 1 million: ${inMs(many)} (at most 20)`)
  say(`  1 million against 10 thousand: p50 ${times(many, few, 0.5)}, p95 ${times(many, few, 0.95)} (at most 1.5)`)
}
say(`plain SQL of the same page, 10 thousand: ${inMs(small.times.sql)}; 1 million: ${inMs(large.times.sql)}`)
say(
  `  the whole page over HTTP takes ${times(large.times.http.zhao, large.times.sql, 0.5)} times the floor at 1 million`,
)
for (const { stage, client } of [small, large]) {
  await client.end()
  await stage.close()
}

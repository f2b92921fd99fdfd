// Chinese words looked for among 1 million requests over HTTP, beside fetching the same 20 rows by their keys.
import pg from 'pg'
import { fillHistory, WORDS } from './history.ts'
import { inMs, openBench, percentile, read, say, signIn, timesOf } from './stage.ts'

const REQUESTS = 1_000_000
const ROUNDS = 5
const CALLS = 40
const AIM_MS = 80
/** A manager reads all of the company, a steward one area of it. */
const READERS = { zhao: 'whole company', lin: 'one area' } as const
const ASKED = {
  common: { q: WORDS.common, says: 'a common word' },
  rare: { q: WORDS.rare, says: 'a rare word' },
  longAgo: { q: WORDS.longAgo, says: 'a word common until three years ago' },
  open: { q: WORDS.common, says: 'a common word among open ones', more: '&open=true' },
} as const
type Asked = { q: string; says: string; more?: string }
const pathOf = ({ q, more = '' }: Asked) => `/api/requests?limit=20&q=${encodeURIComponent(q)}${more}`

const stage = await openBench()
const { address, cast } = stage
const { lexemes, seconds } = await fillHistory(stage, REQUESTS)
say(`${REQUESTS.toLocaleString('en')} requests with ${lexemes} words each, written in ${seconds.toFixed(0)} s`)
const client = new pg.Client({ connectionString: stage.url })
await client.connect()
const cookies = { zhao: await signIn(address, 'zhao'), lin: await signIn(address, 'lin') }

const { rows: counted } = await client.query<{ word: string; hits: number }>(
  `select word, (select count(*)::int from request_words where company_id = $2 and words @@ quote_literal(word)::tsquery) as hits
   from unnest($1::text[]) as word`,
  [Object.values(WORDS), cast.companies.ours],
)
say(counted.map(({ word, hits }) => `${word} in ${hits.toLocaleString('en')}`).join(', '))

for (const login of ['zhao', 'lin'] as const) {
  for (const asked of Object.values<Asked>(ASKED)) {
    const once = () => read({ address, path: pathOf(asked), cookie: cookies[login] })
    const { items }: { items: { id: string }[] } = JSON.parse(await once())
    const values = [cast.companies.ours, items.map(({ id }) => id)]
    const byKey = () =>
      client.query({ name: 'rows', text: 'select * from request where company_id = $1 and id = any($2)', values })
    await timesOf(10, once)
    const times = { search: [] as number[], rows: [] as number[] }
    for (let at = 0; at < ROUNDS; at += 1) {
      times.search.push(...(await timesOf(CALLS, once)))
      times.rows.push(...(await timesOf(CALLS, byKey)))
    }
    const ratio = (percentile(times.search, 0.5) / percentile(times.rows, 0.5)).toFixed(1)
    say(
      `search, ${READERS[login]}, ${asked.says}, ${items.length} found: ${inMs(times.search)} (p95 at most ${AIM_MS})`,
    )
    say(`  ${ratio} times the floor, ${items.length} rows by their keys: ${inMs(times.rows)}`)
  }
}
await client.end()
await stage.close()

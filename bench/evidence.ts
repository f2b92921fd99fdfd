// Evidence of duties: what keeping it current takes from the intake of calls, and how fast Today and the team's page answer with a year
// of a large company behind them. `npm run bench -- evidence [events]`.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { isDeepStrictEqual } from 'node:util'
import pg from 'pg'
import { dutyHearers } from '../src/modules/organisation/duties/jobs.ts'
import { countRecords } from '../src/modules/organisation/duties/module.ts'
import { programOf } from '../src/platform/access.ts'
import { perform } from '../src/platform/context.ts'
import { openDatabase } from '../src/platform/database.ts'
import { openEquipment } from '../src/platform/equipment.ts'
import { hearOnce } from '../src/platform/hearers.ts'
import { newId } from '../src/platform/ids.ts'
import { openLog } from '../src/platform/log.ts'
import { fillLedger } from './ledger.ts'
import {
  call,
  inMs,
  median,
  numberGiven,
  openBench,
  percentile,
  perSecond,
  read,
  say,
  signIn,
  timesOf,
} from './stage.ts'

const EVENTS = numberGiven(10_000_000)
const ROUNDS = 4
const MS = 5000
const CLIENTS = 8
const stage = await openBench()
const { ours } = stage.cast.companies

const database = openDatabase({ url: stage.url, connections: 2 })
const { equipment, close } = openEquipment({
  databaseUrl: stage.url,
  dataDir: stage.folder,
  sealKey: new Uint8Array(32),
})
const listening = { database, equipment, announce: () => {}, log: openLog('silent'), now: () => new Date() }
async function catchUp() {
  for (const hearer of dutyHearers) while (await hearOnce(listening, ours, hearer));
}

/** As a worker does it, resting between readings. */
async function counting(): Promise<ChildProcess> {
  const args = ['test/support/counting-process.ts', stage.url, ours, stage.folder, '1000']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return child
}

await catchUp()
const filled = await fillLedger(stage, EVENTS)
say(
  `${filled.people} people, ${filled.duties} duties, ${filled.events} events, ${filled.evidence} pieces of evidence, ${filled.tallies} tallies (${filled.seconds.toFixed(0)} s to lay)`,
)
say(`what SQL laid and what the program counts differ in ${await differing(200)} of 200 records looked at`)

const floor = await pgTimes()
say(`floor, one tally by its key: ${inMs(floor)}`)
for (const [name, login, path, limit] of [
  ['Today of a steward', 'lin', '/api/duties/today', 30],
  ['Today of a receptionist', 'fang', '/api/duties/today', 30],
  ['Today of a manager', 'zhao', '/api/duties/today', 30],
  ['everybody below the general manager', 'qian', '/api/duties/team', 200],
] as const) {
  const as = await signIn(stage.address, login)
  const ask = () => read({ address: stage.address, path, cookie: as })
  await timesOf(5, ask)
  const times = await timesOf(100, ask)
  say(
    `${name}: ${inMs(times)} (p95 under ${limit} ms), ${(percentile(times, 0.5) / percentile(floor, 0.5)).toFixed(0)} times the floor`,
  )
}
const cookie = await signIn(stage.address, 'fang')
const settings = await read({ address: stage.address, path: '/api/request-settings', cookie })
const { categories }: { categories: { id: string; code: string }[] } = JSON.parse(settings)
const categoryId = categories.find(({ code }) => code === 'plumbing.leak')?.id
const matter = { kind: 'repair', categoryId, urgency: 'rush', subject: '厨房水管接头漏水', placeText: '3栋2单元1201' }
const body = {
  estateId: stage.cast.estates.yunqi,
  channel: 'phone',
  contactName: '林小满',
  contactPhone: '13800012345',
  matters: [matter],
}
const intake = () =>
  perSecond(CLIENTS, MS, async () => {
    const { status, text } = await call({
      address: stage.address,
      method: 'POST',
      path: '/api/requests',
      cookie,
      key: newId(),
      body,
    })
    if (status !== 200) throw new Error(`${status} ${text}`)
  })

await intake()
const [behind] = await timesOf(1, catchUp)
say(`catching up with a round of it: ${behind?.toFixed(0)} ms`)
const alone: number[] = []
const counted: number[] = []
for (let round = 0; round < ROUNDS; round += 1) {
  alone.push(await intake())
  await catchUp()
  const child = await counting()
  counted.push(await intake())
  child.kill('SIGTERM')
  await once(child, 'exit')
  await catchUp()
}
const ratio = median(counted) / median(alone)
say(
  `intake with ${CLIENTS} clients: ${median(alone).toFixed(0)} calls/s alone, ${median(counted).toFixed(0)} while evidence is kept current`,
)
say(`ratio ${ratio.toFixed(2)} (at least 0.85)`)

await close()
await database.close()
await stage.close()

async function pgTimes() {
  const client = new pg.Client({ connectionString: stage.url })
  await client.connect()
  const { rows } = await client.query('select proof_key, who, on_day from duty_tally order by on_day desc limit 1')
  const key = [rows[0].proof_key, rows[0].who, rows[0].on_day]
  const times = await timesOf(200, () =>
    client.query(
      'select due, met, late from duty_tally where company_id = $4 and proof_key = $1 and who = $2 and on_day = $3',
      [...key, ours],
    ),
  )
  await client.end()
  return times
}

/** Has the program count some records anew and says in how many of them that changes what SQL laid. */
async function differing(records: number): Promise<number> {
  const client = new pg.Client({ connectionString: stage.url })
  await client.connect()
  const { rows } = await client.query(
    `select distinct record_id from duty_evidence tablesample system (0.1) limit ${records}`,
  )
  const ids = rows.map(({ record_id }) => record_id)
  const kept = async () => {
    const found = await client.query(
      'select to_jsonb(e) as row from duty_evidence e where record_id = any($1) order by record_id, proof_key, turn',
      [ids],
    )
    return Map.groupBy(
      found.rows.map(({ row }) => row),
      (row) => row.record_id,
    )
  }
  const before = await kept()
  const seed = { user: programOf(ours), now: new Date(), callId: 'bench', log: openLog('silent'), equipment }
  await perform(
    database,
    seed,
    () => {},
    (ctx) => countRecords(ctx, ids),
  )
  const after = await kept()
  await client.end()
  return ids.filter((id) => !isDeepStrictEqual(before.get(id), after.get(id))).length
}

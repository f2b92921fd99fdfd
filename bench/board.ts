// The manager's board with a hundred thousand requests in the month and five hundred people behind it: how fast its two reads answer.
import { addDays } from '../src/platform/calendar/days.ts'
import { dayOf } from '../src/platform/calendar/zones.ts'
import { fillEndings } from './endings.ts'
import { fillHistory } from './history.ts'
import { fillLedger } from './ledger.ts'
import { inMs, numberGiven, openBench, read, say, signIn, timesOf } from './stage.ts'

const REQUESTS = numberGiven(300_000)
const DAYS = 90
const EVENTS = 300_000
const CALLS = 60
const stage = await openBench()
const ledger = await fillLedger(stage, EVENTS)
const { open, seconds } = await fillHistory(stage, REQUESTS, Math.ceil(REQUESTS / DAYS))
const { visits } = await fillEndings(stage)
say(
  `${REQUESTS} requests in ${DAYS} days, ${open} of them open, ${visits} return visits, ${ledger.people} people (${seconds.toFixed(0)} s to lay)`,
)

const today = dayOf(new Date())
const month = today.slice(0, 7)
for (const login of ['qian', 'zhao', 'chen']) {
  const cookie = await signIn(stage.address, login)
  for (const [name, path] of [
    ['figures of a month', `/api/board/figures?from=${addDays(today, -29)}&to=${today}`],
    ['hours and buildings of a month', `/api/board/spread?from=${addDays(today, -29)}&to=${today}`],
    ['figures of today', `/api/board/figures?from=${today}&to=${today}`],
    ['duties of a month', `/api/board/duties?month=${month}`],
  ] as const) {
    const ask = () => read({ address: stage.address, path, cookie })
    await timesOf(5, ask)
    say(`${name}, ${login}: ${inMs(await timesOf(CALLS, ask))} (p95 under 200 ms)`)
  }
}
await stage.close()

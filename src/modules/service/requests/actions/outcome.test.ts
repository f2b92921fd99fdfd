// How the limit of finishing ended, kept with the request: always what its limits themselves say, whatever was done to it.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openServiceStage, type ServiceStage } from '../../../../../test/support/service-stage.ts'
import type { State } from '../states.ts'

let stage: ServiceStage
beforeAll(async () => {
  stage = await openServiceStage('2026-11-02T02:00:00.000Z')
})
afterAll(() => stage?.close())

type Row = {
  id: string
  status: State
  cycle: number
  kept: string | null
  keptDueAt: string | null
  counted: string | null
  countedDueAt: string | null
}
/** What every request keeps, beside what its limit of finishing says. */
async function outcomes() {
  const { rows } = await stage.server.database.inCompany(stage.cast.companies.ours, (tx) =>
    sql<Row>`select r.id, r.status, r.cycle, r.finish_outcome as kept, r.finish_due_at as kept_due_at,
        case when k.met_at is not null and k.met_at <= k.due_at then 'on_time' when k.met_at is not null then 'late'
          when k.stopped_at is not null and k.stopped_at > k.due_at then 'overrun' end as counted,
        case when k.met_at is not null or k.stopped_at > k.due_at then k.due_at end as counted_due_at
      from request r left join request_clock k on k.request_id = r.id and k.cycle = r.cycle and k.kind = 'finish'`.execute(
      tx,
    ),
  )
  return rows
}
const outcomeOf = async (id: string) => (await outcomes()).find((row) => row.id === id)?.kept
const desk = () => stage.as('chen').requests
const days = (many: number) => stage.later(many * 24 * 60)

describe('the outcome of finishing', () => {
  test('is in time or late once the work is done, and nothing while it is not', async () => {
    const [soon, late] = [await stage.bring('taken'), await stage.bring('taken')]
    expect(await outcomeOf(soon)).toBeNull()
    await desk().complete({ id: soon, result: '已修好' })
    days(20)
    await desk().complete({ id: late, result: '已修好' })
    expect([await outcomeOf(soon), await outcomeOf(late)]).toEqual(['on_time', 'late'])
  })

  test('is gone when the request is opened again, and is that of the new work afterwards', async () => {
    const id = await stage.bring('closed')
    expect(await outcomeOf(id)).toBe('on_time')
    await desk().reopen({ id, reason: '又漏了' })
    expect(await outcomeOf(id)).toBeNull()
    days(20)
    await desk().complete({ id, result: '已修好' })
    expect(await outcomeOf(id)).toBe('late')
  })

  test('is in time for what was settled during the call', async () => {
    const { id } = await stage.take({ kind: 'enquiry', settledWith: '已告知缴费地点' })
    expect(await outcomeOf(id)).toBe('on_time')
  })

  test('of what ended without the work says only that its limit had run out', async () => {
    const [early, over] = [await stage.bring('taken'), await stage.bring('taken')]
    await desk().closeUndone({ id: early, reason: '业主自行解决' })
    days(20)
    await desk().closeUndone({ id: over, reason: '业主自行解决' })
    expect([await outcomeOf(early), await outcomeOf(over)]).toEqual([null, 'overrun'])
  })
})

const inAnHour = () => new Date(stage.clock.now.getTime() + 3_600_000).toISOString()
const ASKED = { way: 'phone', onTime: true, polite: true, opinion: '又漏了' } as const
const asked = async (id: string, answer: { solved: boolean; score: number }) =>
  stage.as('luo').returnVisits.make({ id: await stage.visitOf(id), ...ASKED, ...answer })
const waits = { note: '业主不在家' }
type Way = (id: string) => Promise<unknown>
const ENDING: readonly Way[] = [
  (id) => desk().closeUndone({ id, reason: '业主自行解决' }),
  (id) => desk().settleAtDesk({ id, body: '已说明' }),
]
const WORKING: readonly Way[] = [
  (id) => desk().complete({ id, result: '已修好' }),
  (id) => desk().complete({ id, result: '已修好' }),
  (id) => desk().hold({ id, reasonId: stage.reasonId('customer_rebooked'), resumeAt: inAnHour(), ...waits }),
  (id) => desk().change({ id, urgency: 'urgent', reason: '漏得更厉害' }),
  (id) => desk().change({ id, urgency: 'normal', reason: '已关总阀' }),
  ...ENDING,
]
const REOPENING: readonly Way[] = [(id) => desk().reopen({ id, reason: '又漏了' })]
const DONE: readonly Way[] = [
  (id) => desk().rework({ id, reason: '又漏了' }),
  (id) => desk().change({ id, urgency: 'urgent', reason: '补记' }),
]
/** What may be done in each state. */
const WAYS: Readonly<Record<State, readonly Way[]>> = {
  new: [(id) => desk().accept({ id }), (id) => desk().cancel({ id, reason: '业主撤回' })],
  accepted: [(id) => desk().dispatch({ id, handlerId: stage.cast.people.lin }), (id) => stage.repair(id), ...ENDING],
  dispatched: [(id) => desk().take({ id })],
  taken: [(id) => desk().arrive({ id }), ...WORKING],
  on_site: WORKING,
  quoting: ENDING,
  on_hold: [(id) => desk().resume({ id }), ...ENDING],
  completed: DONE,
  unpaid: [(id) => desk().settle({ id, paidBy: 'cash' }), ...DONE],
  to_visit: [(id) => asked(id, { solved: true, score: 5 }), (id) => asked(id, { solved: false, score: 1 }), ...DONE],
  closed: REOPENING,
  closed_undone: REOPENING,
  cancelled: [(id) => desk().nudge({ id, note: '业主来电' })],
}

/** The same numbers for the same seed, from 0 up to 1. */
function drawing(seed: number) {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

test.each([5, 23, 71])(
  'whatever is done in whatever order (%i), each request keeps what its limits say',
  async (seed) => {
    const draw = drawing(seed)
    const ids: string[] = []
    for (const kind of ['repair', 'complaint', 'enquiry'] as const) ids.push(await stage.bring('taken', { kind }))
    for (let step = 0; step < 30; step += 1) {
      const id = ids[step % ids.length] ?? ''
      const ways = WAYS[(await outcomes()).find((row) => row.id === id)?.status ?? 'new']
      stage.later(Math.floor(draw() * draw() * 4000))
      // Some ways are refused, such as settling a repair by talking; a refusal changes nothing.
      await ways[Math.floor(draw() * ways.length)]?.(id).catch(() => undefined)
      await stage.hear()
    }
    const kept = await outcomes()
    expect(new Set(kept.filter(({ id }) => ids.includes(id)).map(({ cycle }) => cycle > 1))).toContain(true)
    expect(kept.map(({ id, kept: outcome, keptDueAt }) => [id, outcome, keptDueAt])).toEqual(
      kept.map(({ id, counted, countedDueAt }) => [id, counted, countedDueAt]),
    )
  },
)

// Work is given to somebody in the very moment of leaving: it never stays with somebody who is gone.
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openServiceStage, type ServiceStage } from '../../../../../test/support/service-stage.ts'
import type { Tx } from '../../../../platform/database.ts'

let stage: ServiceStage
let requestId: string
beforeAll(async () => {
  stage = await openServiceStage()
})
beforeEach(async () => {
  requestId = (await stage.take()).id
})
afterAll(() => stage.close())

const wu = () => stage.cast.people.wu
const give = () => stage.as('fang').workOrders.create({ requestId, trade: 'power', way: 'assign', workerId: wu() })
const leave = () => stage.as('admin').staff.leave({ id: wu() })

/** The call comes while the transaction is open, and waits for its end. */
async function during(open: (tx: Tx) => Promise<unknown>, call: () => Promise<unknown>) {
  const { database } = stage.server
  return database
    .inCompany(stage.cast.companies.ours, async (tx) => {
      await open(tx)
      const answer = call().catch((refusal: unknown) => refusal)
      await someoneWaits(tx)
      return { answer }
    })
    .then(({ answer }) => answer)
}
async function someoneWaits(tx: Tx) {
  const waiting = sql`select pid from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))`
  await expect.poll(async () => (await waiting.execute(tx)).rows.length).toBeGreaterThan(0)
}

test('whoever gives a sheet waits for a leaving on its way, and is refused', async () => {
  const leaving = (tx: Tx) => tx.updateTable('staff').set({ leftOn: '2026-11-23' }).where('id', '=', wu()).execute()
  expect(await during(leaving, give)).toMatchObject({ code: 'work_order.worker_unknown' })
  await stage.as('admin').staff.rejoin({ id: wu() })
})

test('a sheet given by turn goes on to the next one when the first leaves', async () => {
  const byTurn = () => stage.as('fang').workOrders.create({ requestId, trade: 'power', way: 'turn' })
  const first = await byTurn()
  stage.later(1)
  const second = await byTurn()
  stage.later(1)
  const id = first.workerId ?? ''
  const leaving = (tx: Tx) => tx.updateTable('staff').set({ leftOn: '2026-11-23' }).where('id', '=', id).execute()
  expect(await during(leaving, byTurn)).toMatchObject({ status: 'assigned', workerId: second.workerId })
  await stage.as('admin').staff.rejoin({ id })
})

test('whoever hands a request to somebody waits for a leaving on its way, and is refused', async () => {
  const leaving = (tx: Tx) => tx.updateTable('staff').set({ leftOn: '2026-11-23' }).where('id', '=', wu()).execute()
  const hand = () => stage.as('fang').requests.dispatch({ id: requestId, handlerId: wu() })
  expect(await during(leaving, hand)).toMatchObject({ code: 'request.person_unknown' })
  await stage.as('admin').staff.rejoin({ id: wu() })
})

test('leaving waits for a sheet on its way, which comes back then', async () => {
  const { id } = await give()
  const giving = (tx: Tx) => tx.selectFrom('staff').select('id').where('id', '=', wu()).forShare().execute()
  expect(await during(giving, leave)).toMatchObject({ status: 'left' })
  await stage.hear()
  expect(await stage.as('fang').workOrders.get({ id })).toMatchObject({ status: 'open', workerId: null })
})

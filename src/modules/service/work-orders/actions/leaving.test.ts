// A worker leaves the company with sheets in hand: they come back to be given to others.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openServiceStage, type ServiceStage } from '../../../../../test/support/service-stage.ts'
import { uploadPng } from '../../../../../test/support/uploads.ts'

let stage: ServiceStage
beforeAll(async () => {
  stage = await openServiceStage()
})
afterAll(() => stage.close())

const given = async (requestId: string, workerId: string) =>
  (await stage.as('fang').workOrders.create({ requestId, trade: 'power', way: 'assign', workerId })).id
const wu = () => stage.as('wu').workOrders
const price = { kind: 'labour', name: '更换软管', quantity: 1, priceFen: 8000 } as const
async function inState(state: 'assigned' | 'taken' | 'on_site' | 'quoting' | 'on_hold') {
  const requestId = (await stage.take()).id
  const id = await given(requestId, stage.cast.people.wu)
  if (state !== 'assigned') await wu().take({ id })
  if (state === 'on_site' || state === 'quoting') await wu().arrive({ id })
  if (state === 'quoting') await wu().quote({ id, lines: [price] })
  const resumeAt = new Date(stage.clock.now.getTime() + 3_600_000).toISOString()
  if (state === 'on_hold') await wu().hold({ id, reasonId: stage.reasonId('weather'), resumeAt })
  return { id, requestId, state }
}

test('open sheets of a worker who leaves are given anew, their requests wait for it, and superior and dispatcher are told', async () => {
  const states = ['assigned', 'taken', 'on_site', 'quoting', 'on_hold'] as const
  const held = []
  for (const state of states) held.push(await inState(state))
  const done = await stage.repair((await stage.take()).id)
  await stage.as('admin').staff.leave({ id: stage.cast.people.wu, reason: '合同到期' })
  await stage.hear()
  for (const { id, requestId, state } of held) {
    const sheet = await stage.as('fang').workOrders.get({ id })
    expect([sheet.status, sheet.workerId, sheet.can.includes('assign')]).toEqual(['open', null, true])
    expect((await stage.eventsOf(id)).at(-1)).toMatchObject({
      name: 'work_order.released',
      fromState: state,
      toState: 'open',
      details: { reason: 'left', worker: '吴刚' },
    })
    expect(await stage.get(requestId)).toMatchObject({ status: 'dispatched', handlerId: null, sheets: 1 })
    for (const login of ['sun', 'fang'] as const) {
      const told = await stage.noticesTo(login, 'work_order.released')
      expect(told.filter(({ recordId }) => recordId === id)).toHaveLength(1)
    }
  }
  const [, , onSite, , waiting] = held
  expect((await stage.as('fang').workOrders.get({ id: waiting?.id ?? '' })).pauses).toMatchObject([
    { toAt: stage.clock.now.toISOString() },
  ])
  const again = await stage.as('fang').workOrders.assign({ id: onSite?.id ?? '', workerId: stage.cast.people.ma })
  expect(again).toMatchObject({ status: 'assigned', workerName: '马强' })
  expect(await stage.as('fang').workOrders.get({ id: done })).toMatchObject({
    status: 'completed',
    workerId: stage.cast.people.wu,
  })
})

test('work that is sent back after its worker left is given to somebody else', async () => {
  const requestId = (await stage.take()).id
  const id = await given(requestId, stage.cast.people.ma)
  await stage.as('ma').workOrders.take({ id })
  await stage.as('ma').workOrders.arrive({ id })
  const witness = {
    noSignatureReason: 'public_area' as const,
    photoIds: [await uploadPng(await stage.browserOf('ma'))],
  }
  await stage.as('ma').workOrders.complete({ id, result: '已修好', labourMinutes: 20, ...witness })
  await stage.hear()
  await stage.as('admin').staff.leave({ id: stage.cast.people.ma })
  await stage.hear()
  expect((await stage.as('fang').workOrders.get({ id })).status).toBe('completed')
  await stage.as('chen').requests.reopen({ id: requestId, reason: '又跳闸' })
  await stage.hear()
  expect(await stage.as('fang').workOrders.get({ id })).toMatchObject({ status: 'open', workerId: null })
  expect(await stage.get(requestId)).toMatchObject({ status: 'dispatched', handlerId: null })
})

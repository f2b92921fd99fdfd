// The customer does not want the work at that price: what coming out costs stays on the sheet and is owed on the request.
import { execFileSync, spawnSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openServiceStage, type ServiceStage } from '../../../../../test/support/service-stage.ts'

let stage: ServiceStage
beforeAll(async () => {
  stage = await openServiceStage()
})
afterAll(() => stage.close())

const price = { kind: 'labour', name: '更换软管', quantity: 1, priceFen: 8000 } as const
async function refused(requestId: string, calloutFen: number) {
  const wu = stage.as('wu').workOrders
  const workerId = stage.cast.people.wu
  const { id } = await stage.as('fang').workOrders.create({ requestId, trade: 'plumbing', way: 'assign', workerId })
  await wu.take({ id })
  await wu.arrive({ id })
  await wu.quote({ id, lines: [price] })
  stage.later(5)
  await wu.refuse({ id, reason: '嫌贵', calloutFen })
  return id
}
const owed = async (id: string) => {
  const { chargeable, amountFen, status } = await stage.get(id)
  return { chargeable, amountFen, status }
}

test('the fee stands on the sheet and is owed on its request at once', async () => {
  const { id: requestId } = await stage.take()
  const id = await refused(requestId, 3000)
  const sheet = await stage.as('fang').workOrders.get({ id })
  expect(sheet).toMatchObject({ status: 'refused', calloutFen: 3000, amountFen: 3000, chargeable: true })
  expect(await owed(requestId)).toEqual({ chargeable: true, amountFen: 3000, status: 'accepted' })
  const { items } = await stage.as('fang').workOrders.list({ requestId })
  expect(items).toMatchObject([{ calloutFen: 3000 }])
})

test('without a fee nothing is owed, though work was quoted', async () => {
  const { id: requestId } = await stage.take()
  const id = await refused(requestId, 0)
  expect(await stage.as('fang').workOrders.get({ id })).toMatchObject({ calloutFen: 0, chargeable: false })
  expect(await owed(requestId)).toMatchObject({ chargeable: false, amountFen: 0 })
})

test('the fee is paid with what is done afterwards, and only once', async () => {
  const { id: requestId } = await stage.take()
  await refused(requestId, 3000)
  await stage.repair(requestId)
  expect(await owed(requestId)).toMatchObject({ chargeable: true, amountFen: 3000 })
  await stage.hear()
  expect((await owed(requestId)).status).toBe('unpaid')
  await stage.as('fang').requests.settle({ id: requestId, paidBy: 'cash' })
  await stage.hear()
  stage.later(60)
  await stage.as('chen').requests.rework({ id: requestId, reason: '又漏了' })
  await stage.hear()
  stage.later(60)
  await refused(requestId, 1000)
  expect(await owed(requestId)).toMatchObject({ amountFen: 1000 })
})

describe('a request that ends undone', () => {
  const ended = async () => {
    const { id } = await stage.take()
    await refused(id, 3000)
    await stage.as('chen').requests.closeUndone({ id, reason: '业主自行解决' })
    return id
  }
  const codeOf = (call: Promise<unknown>) =>
    call.then(
      () => 'done',
      ({ code }: { code: string }) => code,
    )

  test('still takes the fee, once, and stays ended', async () => {
    const id = await ended()
    const fang = stage.as('fang').requests
    expect((await fang.get({ id })).can).toContain('settle')
    const isOwing = async () => (await fang.list({ owing: true, limit: 100 })).items.some((row) => row.id === id)
    expect(await isOwing()).toBe(true)
    await fang.settle({ id, paidBy: 'wechat', receiptNo: 'S-7' })
    await stage.hear()
    const paid = await fang.get({ id })
    expect(paid).toMatchObject({ status: 'closed_undone', paidBy: 'wechat', amountFen: 3000 })
    expect(paid.can).not.toContain('settle')
    expect(await isOwing()).toBe(false)
    expect(await codeOf(fang.settle({ id, paidBy: 'cash' }))).toBe('request.not_allowed_now')
    expect(await codeOf(stage.as('chen').requests.waive({ id, reason: '老业主' }))).toBe('request.nothing_owed')
    expect(paid.events.at(-1)).toMatchObject({ name: 'request.settled', details: { amountFen: 3000 } })
  })

  test('takes it also when the office cancels it', async () => {
    const { id } = await stage.take()
    await refused(id, 3000)
    await stage.as('fang').requests.cancel({ id, reason: '业主撤回' })
    await stage.as('fang').requests.settle({ id, paidBy: 'cash' })
    expect(await owed(id)).toEqual({ chargeable: true, amountFen: 3000, status: 'cancelled' })
  })

  test('is waived by a superior, not by the desk, and says why', async () => {
    const id = await ended()
    expect(await codeOf(stage.as('fang').requests.waive({ id, reason: '老业主' }))).toBe('access.not_granted')
    await stage.as('chen').requests.waive({ id, reason: '老业主' })
    expect(await owed(id)).toEqual({ chargeable: false, amountFen: 0, status: 'closed_undone' })
    const { events } = await stage.get(id)
    expect(events.at(-1)).toMatchObject({ name: 'request.waived', details: { reason: '老业主', amountFen: 3000 } })
  })

  test('is not waived by whoever took the price to the customer', async () => {
    const { id } = await stage.take()
    const workerId = stage.cast.people.wu
    const sheet = await stage
      .as('fang')
      .workOrders.create({ requestId: id, trade: 'plumbing', way: 'assign', workerId })
    await stage.as('wu').workOrders.take({ id: sheet.id })
    await stage.as('wu').workOrders.arrive({ id: sheet.id })
    await stage.as('wu').workOrders.quote({ id: sheet.id, lines: [price] })
    await stage.as('chen').workOrders.refuse({ id: sheet.id, reason: '嫌贵', calloutFen: 3000 })
    await stage.as('chen').requests.closeUndone({ id, reason: '业主自行解决' })
    expect(await codeOf(stage.as('chen').requests.waive({ id, reason: '老业主' }))).toBe('request.own_work')
    await stage.as('zhao').requests.waive({ id, reason: '老业主' })
  })

  test('owes nothing where what was paid before was for work that is done again', async () => {
    const { id } = await stage.take()
    await refused(id, 3000)
    await stage.repair(id)
    await stage.hear()
    await stage.as('fang').requests.settle({ id, paidBy: 'cash' })
    await stage.hear()
    stage.later(60)
    await stage.as('chen').requests.rework({ id, reason: '又漏了' })
    await stage.hear()
    const { items } = await stage.as('fang').workOrders.list({ requestId: id, live: true })
    for (const sheet of items) await stage.as('chen').workOrders.cancel({ id: sheet.id, reason: '业主不要了' })
    const { can } = await stage.get(id)
    expect(can).not.toContain('waive')
  })

  test('owes nothing for work that was never paid, was to be done again and is withdrawn', async () => {
    const id = await stage.bring('unpaid')
    expect(await owed(id)).toEqual({ chargeable: true, amountFen: 8000, status: 'unpaid' })
    await stage.as('chen').requests.rework({ id, reason: '没修好' })
    await stage.hear()
    const { items } = await stage.as('fang').workOrders.list({ requestId: id, live: true })
    for (const sheet of items) await stage.as('chen').workOrders.cancel({ id: sheet.id, reason: '业主不要了' })
    await stage.as('chen').requests.closeUndone({ id, reason: '业主不要了' })
    expect(await owed(id)).toEqual({ chargeable: false, amountFen: 0, status: 'closed_undone' })
    expect((await stage.get(id)).can).not.toContain('settle')
  })
})

test.skipIf(spawnSync('pdftotext', ['-v']).status !== 0)('the printed sheet says why and how much', async () => {
  const { id: requestId } = await stage.take()
  const id = await refused(requestId, 3000)
  const answer = await (await stage.browserOf('fang')).call({ method: 'GET', url: `/api/work-orders/${id}/sheet` })
  const text = execFileSync('pdftotext', ['-raw', '-', '-'], { input: answer.rawPayload, encoding: 'utf8' })
  expect(text).toContain('客户不同意报价: 嫌贵')
  expect(text).toMatch(/上门费（元）: 30\.00/)
})

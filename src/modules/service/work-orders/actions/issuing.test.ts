// Issuing sheets and giving them out: named, by turn, or for whoever takes them first; and how the request goes along.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openServiceStage, type ServiceStage } from '../../../../../test/support/service-stage.ts'
import { workOrderSchedules } from '../jobs.ts'

let stage: ServiceStage
beforeAll(async () => {
  stage = await openServiceStage()
})
afterAll(() => stage.close())

type Desk = ReturnType<ServiceStage['as']>['workOrders']
type Draft = Parameters<Desk['create']>[0]
const alone = (): Draft => ({
  estateId: stage.cast.estates.yunqi,
  placeText: '3栋门厅',
  trade: 'power',
  subject: '照明跳闸',
})
const nobody = '0190b0a0-0000-7000-8000-000000000000'
const outcomes = async (calls: Promise<unknown>[]) =>
  (await Promise.allSettled(calls)).map((one) => (one.status === 'fulfilled' ? 'done' : String(one.reason.code)))

describe('a sheet for a request', () => {
  test('takes place, caller, trade and dates from it, and the request is dispatched', async () => {
    const { id: requestId } = await stage.take()
    const made = await stage.as('fang').workOrders.create({ requestId, way: 'assign', workerId: stage.cast.people.wu })
    const { clocks, status, sheets, handlerName } = await stage.get(requestId)
    const due = (kind: string) => clocks.find((clock) => clock.kind === kind)?.dueAt
    expect(made).toMatchObject({
      status: 'assigned',
      trade: 'plumbing',
      subject: '厨房水管漏水',
      contactPhoneMasked: '138****2345',
      arriveDueAt: due('arrive'),
      finishDueAt: due('finish'),
      takeDueAt: new Date(stage.clock.now.getTime() + 15 * 60_000).toISOString(),
    })
    expect(made.no).toMatch(/^PG-20261123-\d{4}$/)
    expect([status, sheets, handlerName]).toEqual(['dispatched', 1, '吴刚'])
    expect((await stage.eventsOf(made.id)).map(({ name, toState }) => [name, toState])).toEqual([
      ['work_order.issued', 'open'],
      ['work_order.assigned', 'assigned'],
    ])
  })

  test('is not issued before the request is accepted, nor after it is done', async () => {
    const refused = { code: 'request.not_allowed_now' }
    for (const state of ['new', 'to_visit', 'closed', 'cancelled'] as const) {
      const requestId = await stage.bring(state)
      await expect(stage.as('fang').workOrders.create({ requestId })).rejects.toMatchObject(refused)
    }
  })

  test('is issued by whoever reaches the request', async () => {
    const { id: requestId } = await stage.take({ placeId: stage.home('5-1-101') })
    await expect(stage.as('lin').workOrders.create({ requestId })).rejects.toMatchObject({
      code: 'access.out_of_reach',
    })
    expect((await stage.as('zhou').workOrders.create({ requestId })).status).toBe('open')
  })
})

describe('a sheet alone', () => {
  test.each<[code: string, draft: () => Draft]>([
    ['work_order.incomplete', () => ({ ...alone(), trade: null })],
    ['work_order.incomplete', () => ({ ...alone(), subject: ' ' })],
    ['work_order.incomplete', () => ({ ...alone(), placeText: null })],
    ['work_order.incomplete', () => ({ ...alone(), way: 'assign' })],
    [
      'work_order.place_unknown',
      () => ({ ...alone(), estateId: stage.cast.estates.jincheng, placeId: stage.home('3-1-101') }),
    ],
    ['work_order.worker_unknown', () => ({ ...alone(), way: 'assign', workerId: stage.cast.people.other })],
    ['work_order.wrong_trade', () => ({ ...alone(), trade: 'lift', way: 'assign', workerId: stage.cast.people.wu })],
    ['work_order.nobody_on_duty', () => ({ ...alone(), trade: 'gas', way: 'turn' })],
    ['request.not_found', () => ({ requestId: nobody })],
    ['access.out_of_reach', () => ({ ...alone(), estateId: stage.cast.estates.jincheng })],
  ])('is refused: %s (%#)', async (code, draft) => {
    await expect(stage.as('fang').workOrders.create(draft())).rejects.toMatchObject({ code })
  })
  test('sent twice with one key is issued once', async () => {
    const fang = stage.as('fang').workOrders
    const twice = await Promise.all([1, 2].map(() => fang.create(alone(), { key: 'sheet-0001' })))
    expect(twice[0]).toEqual(twice[1])
  })
})

describe('an open sheet', () => {
  test('goes to one of two who take it in the same moment', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { id } = await stage.as('fang').workOrders.create(alone())
      const both = await outcomes([stage.as('wu').workOrders.take({ id }), stage.as('ma').workOrders.take({ id })])
      expect(both.toSorted()).toEqual(['done', 'work_order.not_allowed_now'])
      const winner = both[0] === 'done' ? '吴刚' : '马强'
      expect((await stage.as('chen').workOrders.get({ id })).workerName).toBe(winner)
      expect((await stage.eventsOf(id)).filter(({ name }) => name === 'work_order.taken')).toHaveLength(1)
    }
  })
  test('is taken or cancelled, never half of each', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { id } = await stage.as('fang').workOrders.create(alone())
      const take = () => stage.as('wu').workOrders.take({ id })
      const cancel = () => stage.as('fang').workOrders.cancel({ id, reason: '误报' })
      await outcomes(round % 2 ? [take(), cancel()] : [cancel(), take()])
      const moves = (await stage.eventsOf(id)).map(({ fromState, toState }) => `${fromState}→${toState}`)
      expect([
        ['null→open', 'open→cancelled'],
        ['null→open', 'open→taken', 'taken→cancelled'],
      ]).toContainEqual(moves)
      expect((await stage.as('fang').workOrders.get({ id })).status).toBe('cancelled')
    }
  })
  test('is for those of its trade', async () => {
    const { id } = await stage.as('fang').workOrders.create({ ...alone(), trade: 'lift' })
    await expect(stage.as('wu').workOrders.take({ id })).rejects.toMatchObject({ code: 'work_order.wrong_trade' })
    const offered = async (login: 'wu' | 'ma') =>
      (await stage.as(login).workOrders.list({ takeable: true, limit: 100 })).items.some((row) => row.id === id)
    expect([await offered('wu'), await offered('ma')]).toEqual([false, true])
  })
})

describe('a worker of another estate', () => {
  const refused = { code: 'work_order.not_of_estate', details: { name: '吴刚' } }
  const there = () => ({ ...alone(), estateId: stage.cast.estates.jincheng })
  const { zhao, wu } = { zhao: () => stage.as('zhao').workOrders, wu: () => stage.cast.people.wu }

  test('is given no sheet, whichever way', async () => {
    await expect(zhao().create({ ...there(), way: 'assign', workerId: wu() })).rejects.toMatchObject(refused)
    const { id } = await zhao().create(there())
    await expect(zhao().assign({ id, workerId: wu() })).rejects.toMatchObject(refused)
    await stage.as('ma').workOrders.take({ id })
    const handingOver = stage.as('ma').workOrders.handOver({ id, workerId: wu(), reason: '换班' })
    await expect(handingOver).rejects.toMatchObject(refused)
    expect((await zhao().get({ id })).workerName).toBe('马强')
  })

  test('is not among those to choose from', async () => {
    const names = async (estateId: string) => (await zhao().workers({ estateId })).items.map(({ name }) => name)
    expect((await names(stage.cast.estates.jincheng)).toSorted()).toEqual(['孙浩', '马强'].toSorted())
    expect(await names(stage.cast.estates.yunqi)).toContain('吴刚')
  })

  test('who works in every estate is given one', async () => {
    const { id } = await zhao().create({ ...there(), way: 'assign', workerId: stage.cast.people.ma })
    expect((await stage.as('ma').workOrders.take({ id })).status).toBe('taken')
  })
})

describe('by turn', () => {
  test('whoever waited longest is next, also for two dispatchers at once', async () => {
    const one = () => stage.as('fang').workOrders.create({ ...alone(), way: 'turn' })
    stage.later(1)
    const first = await one()
    stage.later(1)
    const second = await one()
    expect(new Set([first.workerName, second.workerName])).toEqual(new Set(['吴刚', '马强']))
    stage.later(1)
    expect((await one()).workerName).toBe(first.workerName)
    stage.later(1)
    const pair = await Promise.all([one(), one()])
    expect(new Set(pair.map(({ workerName }) => workerName))).toEqual(new Set(['吴刚', '马强']))
  })
})

describe('the handler of the request', () => {
  const power = async () => (await stage.take({ category: 'power.trip', urgency: 'rush' })).id
  const handler = async (id: string) => (await stage.get(id)).handlerName
  const given = (requestId: string, login: 'wu' | 'ma') =>
    stage.as('fang').workOrders.create({ requestId, way: 'assign', workerId: stage.cast.people[login] })

  test('is whoever has the sheet now', async () => {
    const id = await power()
    const { id: sheet } = await given(id, 'wu')
    await stage.as('wu').workOrders.take({ id: sheet })
    await stage.as('wu').workOrders.handOver({ id: sheet, workerId: stage.cast.people.ma, reason: '换班' })
    expect(await handler(id)).toBe('马强')
  })
  test('is nobody once the worker gave it back, and the next one after that', async () => {
    const id = await power()
    const { id: sheet } = await given(id, 'wu')
    await stage.as('wu').workOrders.decline({ id: sheet, reason: '手上有急修' })
    expect([await handler(id), (await stage.get(id)).status]).toEqual([null, 'dispatched'])
    await stage.as('fang').workOrders.assign({ id: sheet, workerId: stage.cast.people.ma })
    expect(await handler(id)).toBe('马强')
  })
  test('is not the worker of a sheet that was withdrawn', async () => {
    const id = await power()
    const { id: sheet } = await given(id, 'wu')
    await stage.as('fang').workOrders.cancel({ id: sheet, reason: '换人' })
    expect(await stage.get(id)).toMatchObject({ status: 'accepted', handlerId: null, sheets: 0 })
    await given(id, 'ma')
    expect(await handler(id)).toBe('马强')
  })
})

describe('a worker who does not answer', () => {
  test('is told after fifteen minutes, with superior and dispatcher, once', async () => {
    const { id: requestId } = await stage.take()
    const { id } = await stage
      .as('fang')
      .workOrders.create({ requestId, way: 'assign', workerId: stage.cast.people.wu })
    const look = () => stage.run(workOrderSchedules.find(({ name }) => name === 'work-orders.remind-unanswered'))
    const told = async (login: 'wu' | 'fang') =>
      (await stage.noticesTo(login, 'work_order.not_answered')).filter(({ recordId }) => recordId === id).length
    stage.later(14)
    await look()
    expect(await told('wu')).toBe(0)
    for (const minutes of [1, 10, 10]) {
      stage.later(minutes)
      await look()
    }
    expect([await told('wu'), await told('fang')]).toEqual([1, 1])
  })
})

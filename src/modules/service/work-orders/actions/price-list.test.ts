// The published price list: who may change it, and what a change does not touch.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openServiceStage, type ServiceStage } from '../../../../../test/support/service-stage.ts'

let stage: ServiceStage
beforeAll(async () => {
  stage = await openServiceStage()
})
afterAll(() => stage.close())

type Desk = ReturnType<ServiceStage['as']>['priceItems']
const nobody = '0190b0a0-0000-7000-8000-000000000000'
const item = { trade: 'plumbing', name: '更换角阀', unit: '个', priceFen: 4500, warrantyDays: 30 } as const
const sun = () => stage.as('sun').priceItems
const listed = async (id: string) => (await sun().list({ trade: 'plumbing' })).items.find((one) => one.id === id)

const WRITES: [verb: string, call: (desk: Desk) => Promise<unknown>][] = [
  ['create', (desk) => desk.create(item)],
  ['change', (desk) => desk.change({ ...item, id: nobody })],
  ['archive', (desk) => desk.archive({ id: nobody })],
]
test.each(WRITES)('%s is neither the worker’s nor the desk’s', async (_, call) => {
  await expect(call(stage.as('wu').priceItems)).rejects.toMatchObject({ code: 'access.not_granted' })
  await expect(call(stage.as('fang').priceItems)).rejects.toMatchObject({ code: 'access.not_granted' })
})

test('an item is listed, changed and archived, each with its event', async () => {
  const { id } = await sun().create(item)
  expect(await listed(id)).toMatchObject({ name: '更换角阀', priceFen: 4500 })
  await sun().change({ ...item, id, priceFen: 5000 })
  expect(await listed(id)).toMatchObject({ priceFen: 5000 })
  await sun().archive({ id })
  expect(await listed(id)).toBeUndefined()
  const names = (await stage.eventsOf(id)).map(({ name }) => name)
  expect(names).toEqual(['price_item.created', 'price_item.changed', 'price_item.archived'])
  await expect(sun().change({ ...item, id })).rejects.toMatchObject({ code: 'price_item.not_found' })
  await expect(sun().archive({ id })).rejects.toMatchObject({ code: 'price_item.not_found' })
})

test('a new price does not touch a sheet that was quoted at the old one', async () => {
  const { id: priceItemId } = await sun().create(item)
  const { id: requestId } = await stage.take()
  const { id } = await stage.as('fang').workOrders.create({ requestId, way: 'assign', workerId: stage.cast.people.wu })
  const wu = stage.as('wu').workOrders
  await wu.take({ id })
  await wu.arrive({ id })
  const { trade: _trade, warrantyDays: _days, ...line } = item
  await wu.quote({ id, lines: [{ ...line, kind: 'material', priceItemId, quantity: 2 }] })
  await sun().change({ ...item, id: priceItemId, priceFen: 9900 })
  expect(await wu.get({ id })).toMatchObject({ amountFen: 9000, lines: [{ stage: 'quote', amountFen: 9000 }] })
})

test('another company’s item is not there', async () => {
  const { id } = await sun().create(item)
  const changed = stage.as('an').priceItems.change({ ...item, id, priceFen: 1 })
  await expect(changed).rejects.toMatchObject({ code: 'price_item.not_found' })
})

test.each<[path: string, draft: object]>([
  ['priceFen', { ...item, priceFen: 45.5 }],
  ['name', { ...item, name: ' ' }],
  ['trade', { ...item, trade: 'magic' }],
])('an item is refused with one message at %s', async (path, draft) => {
  const made = sun().create(draft as never) // reason: what the types would not let through
  await expect(made).rejects.toMatchObject({ status: 400, code: 'bad_input', fields: [{ path }] })
})

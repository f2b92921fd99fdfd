// Price, proof, waiting and doing it again; several sheets of one request.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openServiceStage, type ServiceStage } from '../../../../../test/support/service-stage.ts'
import { uploadPng } from '../../../../../test/support/uploads.ts'

let stage: ServiceStage
beforeAll(async () => {
  stage = await openServiceStage()
})
afterAll(() => stage.close())

type Lines = Parameters<ReturnType<ServiceStage['as']>['workOrders']['quote']>[0]['lines']
const labour = (priceFen: number, quantity = 1): Lines[number] => ({
  kind: 'labour',
  name: '更换软管',
  quantity,
  priceFen,
})
const wu = () => stage.as('wu').workOrders
const picture = async () => uploadPng(await stage.browserOf('wu'))
const inMinutes = (minutes: number) => new Date(stage.clock.now.getTime() + minutes * 60_000).toISOString()
const given = (requestId: string, workerId = stage.cast.people.wu) =>
  stage.as('fang').workOrders.create({ requestId, trade: 'power', way: 'assign', workerId })
async function onSite(requestId: string, login: 'wu' | 'ma' = 'wu') {
  const { id } = await given(requestId, stage.cast.people[login])
  await stage.as(login).workOrders.take({ id })
  await stage.as(login).workOrders.arrive({ id })
  return id
}
const fresh = async () => (await stage.take()).id
const finish = async (id: string, login: 'wu' | 'ma' = 'wu') => {
  const signatureId = await uploadPng(await stage.browserOf(login))
  return stage.as(login).workOrders.complete({ id, result: '已修好', labourMinutes: 30, signatureId })
}

describe('the price', () => {
  test('is rounded on each line, half a fen up, and then added', async () => {
    const requestId = await fresh()
    const id = await onSite(requestId)
    const lines = [labour(333, 1.5), { ...labour(1, 0.5), kind: 'material' as const }, labour(10_000)]
    const quoted = await wu().quote({ id, lines })
    expect([quoted.status, quoted.amountFen]).toEqual(['quoting', 500 + 1 + 10_000])
    expect((await stage.get(requestId)).status).toBe('quoting')
  })

  test('is agreed before the work, and never exceeded', async () => {
    const id = await onSite(await fresh())
    const done = async (lines: Lines) =>
      wu().complete({ id, result: '已修好', labourMinutes: 30, signatureId: await picture(), lines })
    await expect(done([labour(8000)])).rejects.toMatchObject({ code: 'work_order.not_agreed' })
    await wu().quote({ id, lines: [labour(8000)] })
    await stage.as('fang').workOrders.agree({ id, way: 'phone' })
    await expect(done([labour(8001)])).rejects.toMatchObject({
      code: 'work_order.above_agreed',
      details: { totalFen: 8001, agreedFen: 8000 },
    })
    expect((await done([labour(7500)])).amountFen).toBe(7500)
  })

  test('that changes is asked about again', async () => {
    const id = await onSite(await fresh())
    await wu().quote({ id, lines: [labour(8000)] })
    await wu().agree({ id, way: 'in_person' })
    await wu().quote({ id, lines: [labour(12_000)] })
    expect(await wu().get({ id })).toMatchObject({ agreedAt: null, agreedAmountFen: null, amountFen: 12_000 })
  })

  test('that the customer does not want ends the sheet; coming out still costs what was said', async () => {
    const requestId = await fresh()
    const id = await onSite(requestId)
    await wu().quote({ id, lines: [labour(8000)] })
    await wu().refuse({ id, reason: '嫌贵', calloutFen: 3000 })
    expect(await wu().get({ id })).toMatchObject({ status: 'refused', amountFen: 3000, endReason: '嫌贵' })
    expect(await stage.get(requestId)).toMatchObject({ status: 'accepted', sheets: 0, handlerId: null })
  })

  test('names items of the list', async () => {
    const id = await onSite(await fresh())
    const quoted = wu().quote({ id, lines: [{ ...labour(8000), priceItemId: stage.cast.people.wu }] })
    await expect(quoted).rejects.toMatchObject({ code: 'work_order.price_unknown' })
  })

  test('is paid before anybody is asked', async () => {
    const id = await stage.bring('unpaid')
    expect(await stage.get(id)).toMatchObject({ chargeable: true, amountFen: 8000 })
    expect((await stage.as('luo').returnVisits.list({ requestId: id })).items).toEqual([])
    await stage.as('fang').requests.settle({ id, paidBy: 'cash' })
    await stage.hear()
    expect(await stage.get(id)).toMatchObject({ status: 'to_visit', paidBy: 'cash' })
  })
})

describe('a finished sheet', () => {
  type Proof = { noSignatureReason?: 'absent' | 'public_area'; photo?: true; witness?: 'wu' | 'ma' }
  test.each<[proof: Proof, code: string]>([
    [{}, 'work_order.signature_needed'],
    [{ noSignatureReason: 'absent' }, 'work_order.photo_needed'],
    [{ noSignatureReason: 'absent', photo: true }, 'work_order.witness_needed'],
    [{ noSignatureReason: 'absent', photo: true, witness: 'wu' }, 'work_order.witness_needed'],
  ])('needs a signature, or a reason with proof: %o', async ({ photo, witness, ...proof }, code) => {
    const id = await onSite(await fresh())
    const photoIds = photo ? [await picture()] : []
    const witnessId = witness && stage.cast.people[witness]
    const done = wu().complete({ id, result: '已修好', labourMinutes: 5, ...proof, photoIds, witnessId })
    await expect(done).rejects.toMatchObject({ code })
    expect((await wu().get({ id })).status).toBe('on_site')
  })
  test('is proven by a photo and a witness, or by a photo alone where nobody could sign', async () => {
    for (const proof of [
      { noSignatureReason: 'absent', witnessId: stage.cast.people.ma },
      { noSignatureReason: 'public_area' },
    ] as const) {
      const id = await onSite(await fresh())
      const done = await wu().complete({
        id,
        result: '已修好',
        labourMinutes: 5,
        ...proof,
        photoIds: [await picture()],
      })
      expect(done.status).toBe('completed')
    }
  })
  test('completed twice with one key is completed once', async () => {
    const id = await onSite(await fresh())
    const signatureId = await picture()
    const once = () => wu().complete({ id, result: '已修好', labourMinutes: 5, signatureId }, { key: 'complete-0001' })
    expect(await once()).toEqual(await once())
  })
})

describe('waiting', () => {
  const hold = (id: string, reason: string, minutes = 60) =>
    wu().hold({ id, reasonId: stage.reasonId(reason), resumeAt: inMinutes(minutes) })

  test('takes the request along, and stops its clock where the reason does', async () => {
    const requestId = await fresh()
    const id = await onSite(requestId)
    const due = async () => (await stage.get(requestId)).clocks.find(({ kind }) => kind === 'finish')?.dueAt ?? ''
    const [sheetDue, requestDue] = [(await wu().get({ id })).finishDueAt ?? '', await due()]
    await hold(id, 'weather')
    expect(await stage.get(requestId)).toMatchObject({ status: 'on_hold', pauses: [{ stopsClock: true, toAt: null }] })
    stage.later(45)
    await wu().resume({ id })
    expect(await stage.get(requestId)).toMatchObject({ status: 'on_site', holdMinutes: 45 })
    expect(Date.parse(await due()) - Date.parse(requestDue)).toBe(45 * 60_000)
    expect(Date.parse((await wu().get({ id })).finishDueAt ?? '') - Date.parse(sheetDue)).toBe(45 * 60_000)
  })

  test('for parts does not: the promise runs on', async () => {
    const id = await onSite(await fresh())
    const { finishDueAt } = await wu().get({ id })
    await hold(id, 'parts')
    stage.later(45)
    await wu().resume({ id })
    expect(await wu().get({ id })).toMatchObject({ finishDueAt, holdMinutes: 45 })
  })

  test('does not make a sheet that is late punctual', async () => {
    const id = await onSite(await fresh())
    const { finishDueAt } = await wu().get({ id })
    stage.later(25 * 60)
    const late = async () => (await wu().list({ overdue: true, limit: 100 })).items.some((row) => row.id === id)
    await hold(id, 'weather')
    expect(await late()).toBe(true)
    stage.later(30)
    await wu().resume({ id })
    expect((await wu().get({ id })).finishDueAt).toBe(finishDueAt)
  })

  test('with the clock stopped is not overdue', async () => {
    const id = await onSite(await fresh())
    await hold(id, 'weather', 1400)
    stage.later(25 * 60)
    expect((await wu().list({ overdue: true, limit: 100 })).items.map((row) => row.id)).not.toContain(id)
  })

  test('longer than a day is for superiors, always forward, for a reason on the list', async () => {
    const id = await onSite(await fresh())
    await expect(hold(id, 'parts', 24 * 60 + 1)).rejects.toMatchObject({ code: 'request.hold_too_long' })
    await expect(hold(id, 'parts', -1)).rejects.toMatchObject({ code: 'request.resume_in_past' })
    const unknown = wu().hold({ id, reasonId: id, resumeAt: inMinutes(5) })
    await expect(unknown).rejects.toMatchObject({ code: 'request.reason_unknown' })
  })

  test('ends with a sheet that is cancelled', async () => {
    const requestId = await fresh()
    const id = await onSite(requestId)
    await hold(id, 'weather')
    stage.later(20)
    await stage.as('fang').workOrders.cancel({ id, reason: '业主自己修好了' })
    const { pauses, holdMinutes } = await wu().get({ id })
    expect([pauses[0]?.toAt, holdMinutes]).toEqual([stage.clock.now.toISOString(), 20])
    expect(await stage.get(requestId)).toMatchObject({ status: 'accepted', holdMinutes: 20, heldStatus: null })
  })
})

describe('two sheets of one request', () => {
  test('the request is as far as the further one, and done when both are', async () => {
    const requestId = await fresh()
    const [one, two] = [await onSite(requestId), await onSite(requestId, 'ma')]
    await finish(one)
    expect(await stage.get(requestId)).toMatchObject({ status: 'on_site', handlerName: '马强', sheets: 2 })
    await finish(two, 'ma')
    expect((await stage.get(requestId)).status).toBe('completed')
  })

  test('when only the waiting one is left, the request waits with it for its reason', async () => {
    const requestId = await fresh()
    const [one, two] = [await onSite(requestId), await onSite(requestId, 'ma')]
    const reasonId = stage.reasonId('weather')
    await stage.as('ma').workOrders.hold({ id: two, reasonId, resumeAt: inMinutes(300) })
    expect((await stage.get(requestId)).status).toBe('on_site')
    stage.later(10)
    await finish(one)
    expect(await stage.get(requestId)).toMatchObject({ status: 'on_hold', pauses: [{ stopsClock: true, toAt: null }] })
  })
})

// The main job of a customer centre, through the typed client and a real database: from the call to the closed request.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../support/app.ts'
import { catchUp } from '../support/hearing.ts'
import { uploadPng } from '../support/uploads.ts'

let app: TestApp
let leakId: string
beforeAll(async () => {
  app = await startTestApp()
  const { categories } = await app.as('fang').requestSettings.list({})
  const leak = categories.find(({ code }) => code === 'plumbing.leak')
  if (!leak) throw new Error('no category')
  leakId = leak.id
})
afterAll(() => app.close())

const later = (minutes: number) => {
  app.clock.now = new Date(app.clock.now.getTime() + minutes * 60_000)
}

async function takeCall(subject = '厨房水管漏水') {
  const { requests } = await app.as('fang').requests.create({
    estateId: app.cast.estates.yunqi,
    channel: 'phone',
    contactName: '林小满',
    contactPhone: '１３８ ０００１ ２３４５',
    matters: [{ kind: 'repair', categoryId: leakId, urgency: 'rush', subject, placeText: '3栋2单元1201' }],
  })
  const [request] = requests
  if (!request) throw new Error('nothing was taken')
  return request
}

async function repair(requestId: string) {
  const sheet = await app.as('fang').workOrders.create({ requestId, way: 'assign', workerId: app.cast.people.wu })
  later(3)
  await app.as('wu').workOrders.take({ id: sheet.id })
  later(12)
  await app.as('wu').workOrders.arrive({ id: sheet.id })
  later(40)
  const signature = await uploadPng(await app.browserOf('wu'))
  await app
    .as('wu')
    .workOrders.complete({ id: sheet.id, result: '更换软管,试水无渗漏', labourMinutes: 40, signatureId: signature })
  await catchUp(app)
  return sheet
}

describe('a leaking pipe', () => {
  test('is taken, dispatched, repaired, asked about by somebody else, and closed', async () => {
    const { id, no, dueAt } = await takeCall()
    expect(no).toMatch(/^WX-20261123-\d{4}$/)
    expect(dueAt).toBe('2026-11-23T02:15:00.000Z')
    await repair(id)
    expect((await app.as('fang').requests.get({ id })).status).toBe('to_visit')
    const { items } = await app.as('luo').returnVisits.list({ requestId: id })
    const visit = items[0]
    if (!visit) throw new Error('no visit came due')
    const made = await app
      .as('luo')
      .returnVisits.make({ id: visit.id, way: 'phone', solved: true, onTime: true, polite: true, score: 5 })
    expect(made.reopened).toBe(false)
    const closed = await app.as('fang').requests.get({ id })
    expect(closed.status).toBe('closed')
    expect(
      closed.events.map(({ name, fromState, toState }) => `${name} ${fromState ?? '-'}→${toState ?? '-'}`),
    ).toEqual([
      'request.received -→new',
      'request.accepted new→accepted',
      'request.followed accepted→dispatched',
      'request.followed dispatched→taken',
      'request.followed taken→on_site',
      'request.completed on_site→completed',
      'request.visit_came_due completed→to_visit',
      'request.closed to_visit→closed',
    ])
    expect(closed.clocks.filter(({ metAt }) => !metAt)).toEqual([])
  })

  test('whose customer is not content is opened again, with a new clock and the same worker', async () => {
    const { id } = await takeCall('卫生间漏水')
    const sheet = await repair(id)
    const { items } = await app.as('luo').returnVisits.list({ requestId: id })
    const made = await app.as('luo').returnVisits.make({
      id: items[0]?.id ?? '',
      way: 'phone',
      solved: false,
      onTime: true,
      polite: true,
      score: 2,
      opinion: '又漏了',
    })
    expect(made.reopened).toBe(true)
    const again = await app.as('fang').requests.get({ id })
    expect([again.status, again.cycle, again.reopenCount]).toEqual(['taken', 2, 1])
    expect((await app.as('wu').workOrders.get({ id: sheet.id })).status).toBe('taken')
    expect(again.clocks.filter(({ cycle, metAt }) => cycle === 2 && !metAt).length).toBeGreaterThan(0)
  })

  test('cannot be asked about by the worker, nor by somebody of another company', async () => {
    const { id } = await takeCall('阳台漏水')
    await repair(id)
    const { items } = await app.as('luo').returnVisits.list({ requestId: id })
    const visit = items[0]?.id ?? ''
    await expect(
      app.as('wu').returnVisits.make({ id: visit, way: 'phone', solved: true, score: 5 }),
    ).rejects.toMatchObject({ code: 'access.not_granted' })
    await expect(app.as('other').requests.get({ id })).rejects.toMatchObject({ code: 'request.not_found', status: 404 })
  })
})

describe('an enquiry', () => {
  test('answered at the desk passes all its states in one action', async () => {
    const { requests } = await app.as('fang').requests.create({
      estateId: app.cast.estates.yunqi,
      channel: 'front_desk',
      contactName: '何先生',
      matters: [
        {
          kind: 'enquiry',
          urgency: 'normal',
          subject: '停车月卡怎么办',
          placeText: '前台',
          settledWith: '带行驶证到前台即可',
        },
      ],
    })
    const closed = await app.as('fang').requests.get({ id: requests[0]?.id ?? '' })
    expect(closed.status).toBe('closed')
    expect(closed.events.map(({ toState }) => toState)).toEqual([
      'new',
      'accepted',
      'dispatched',
      'taken',
      'taken',
      'completed',
      'closed',
    ])
  })
})

describe('a complaint about a person', () => {
  test('is kept from that person', async () => {
    const { categories } = await app.as('fang').requestSettings.list({})
    const attitude = categories.find(({ code }) => code === 'attitude')?.id
    const { requests } = await app.as('fang').requests.create({
      estateId: app.cast.estates.yunqi,
      channel: 'phone',
      anonymous: true,
      matters: [
        {
          kind: 'complaint',
          categoryId: attitude,
          urgency: 'normal',
          subject: '管家说话难听',
          placeText: '3栋',
          aboutStaffId: app.cast.people.lin,
        },
      ],
    })
    const id = requests[0]?.id ?? ''
    await expect(app.as('lin').requests.get({ id })).rejects.toMatchObject({ code: 'request.not_found' })
    await expect(app.as('chen').requests.dispatch({ id, handlerId: app.cast.people.lin })).rejects.toMatchObject({
      code: 'request.about_this_person',
    })
    const { items } = await app.as('lin').requests.list({ kind: ['complaint'] })
    expect(items.map((row) => row.id)).not.toContain(id)
  })
})

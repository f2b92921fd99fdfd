import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../../../test/support/app.ts'
import type { OurLogin } from '../../../../test/support/cast.ts'
import { session } from '../../../platform/session/contract.ts'

const HOUR = 3_600_000
let app: TestApp
let categoryId: string
beforeAll(async () => {
  app = await startTestApp()
  const { categories } = await app.as('fang').requestSettings.list({})
  categoryId = categories.find(({ kind, parentId }) => kind === 'complaint' && parentId !== null)?.id ?? ''
})
afterAll(() => app?.close())

async function letStandIn(principal: OurLogin, deputy: OurLogin, turn: 1 | 2 = 1) {
  const { items } = await app.as('qian').deputies.principals({})
  const holdingId = items.find(({ staffId }) => staffId === app.cast.people[principal])?.holdingId ?? ''
  const toAt = new Date(app.clock.now.getTime() + 8 * HOUR).toISOString()
  const deputyId = app.cast.people[deputy]
  return app.as('qian').deputies.name({ holdingId, deputyId, turn, reason: 'leave', toAt })
}
const whoIs = async (login: OurLogin) => (await app.browserOf(login)).of(session).get({})
async function takeComplaint(login: OurLogin) {
  const { requests } = await app.as(login).requests.create({
    estateId: app.cast.estates.yunqi,
    channel: 'phone',
    contactName: '许阳',
    contactPhone: '13700001111',
    matters: [{ kind: 'complaint', categoryId, urgency: 'normal', subject: '楼道有杂物', placeText: '3 栋 2 单元' }],
  })
  return requests[0]?.id ?? ''
}

describe('a deputy', () => {
  test('may do what the post brings, for as long as it runs', async () => {
    const id = await takeComplaint('fang')
    const judge = () => app.as('lin').requests.supervise({ id, note: '请今天内处理' })
    await expect(judge()).rejects.toMatchObject({ code: 'access.not_granted' })
    const made = await letStandIn('chen', 'lin')
    expect((await whoIs('lin')).actingFor).toMatchObject([{ principalName: '陈立', until: made.toAt }])
    await judge()
    const { events } = await app.as('chen').requests.get({ id })
    expect(events.at(-1)).toMatchObject({ name: 'request.supervised', byName: '林芳', forName: '陈立' })
    await app.as('qian').deputies.end({ id: made.id })
    expect((await whoIs('lin')).actingFor).toEqual([])
    await expect(judge()).rejects.toMatchObject({ code: 'access.not_granted' })
  })

  test('acts in the own name where the own posts are enough', async () => {
    const made = await letStandIn('chen', 'lin')
    const { events } = await app.as('lin').requests.get({ id: await takeComplaint('lin') })
    expect(events.map(({ forName }) => forName)).toEqual(events.map(() => null))
    await app.as('qian').deputies.end({ id: made.id })
  })

  test('is recorded with the post that was stood in for, and with the principal', async () => {
    const made = await letStandIn('chen', 'lin')
    const id = await takeComplaint('fang')
    await app.as('lin').requests.supervise({ id, note: '跟进' })
    const events = await app.server.database.inCompany(app.cast.companies.ours, (tx) =>
      tx.selectFrom('event').select(['name', 'byId', 'forId', 'postId']).where('recordId', '=', id).execute(),
    )
    const { people, posts } = app.cast
    expect(events.find(({ name }) => name === 'request.supervised')).toMatchObject({
      byId: people.lin,
      forId: people.chen,
      postId: posts.get('customerServiceSupervisor'),
    })
    expect(events.find(({ name }) => name === 'request.accepted')).toMatchObject({ byId: people.fang, forId: null })
    await app.as('qian').deputies.end({ id: made.id })
  })

  test('goes on with what was given to the principal', async () => {
    const id = await takeComplaint('fang')
    await app.as('fang').requests.dispatch({ id, handlerId: app.cast.people.lin })
    await expect(app.as('zhou').requests.take({ id })).rejects.toMatchObject({ status: 403 })
    const made = await letStandIn('lin', 'zhou')
    await app.as('zhou').requests.take({ id })
    const { events } = await app.as('fang').requests.get({ id })
    expect(events.at(-1)).toMatchObject({ name: 'request.taken', byName: '周宁', forName: '林芳' })
    await app.as('qian').deputies.end({ id: made.id })
  })

  test('finds by words what is the principal’s own, wherever it lies', async () => {
    const id = await takeComplaint('fang')
    await app.as('fang').requests.dispatch({ id, handlerId: app.cast.people.lin })
    const found = async () => (await app.as('zhou').requests.list({ q: '杂物', limit: 100 })).items.map((row) => row.id)
    expect(await found()).not.toContain(id)
    const made = await letStandIn('lin', 'zhou')
    expect(await found()).toContain(id)
    await app.as('qian').deputies.end({ id: made.id })
    expect(await found()).not.toContain(id)
  })

  test('has the principal’s dispatch sheets among the own work, and is offered what can be done', async () => {
    const sheet = (trade: 'power' | 'plumbing') =>
      app.as('fang').workOrders.create({
        estateId: app.cast.estates.yunqi,
        placeText: '3 栋门厅',
        subject: '照明跳闸',
        trade,
        way: 'assign',
        workerId: app.cast.people.wu,
      })
    const [power, plumbing] = [await sheet('power'), await sheet('plumbing')]
    const mine = async () => (await app.as('ma').workOrders.list({ mine: true, live: true, limit: 100 })).items
    expect(await mine()).toEqual([])
    const made = await letStandIn('wu', 'ma')
    const seen = new Map(
      (await mine()).map(({ id, can, workerName }) => [id, { can: can.includes('take'), workerName }]),
    )
    // Ma does not know plumbing.
    expect(seen.get(power.id)).toEqual({ can: true, workerName: '吴刚' })
    expect(seen.get(plumbing.id)).toEqual({ can: false, workerName: '吴刚' })
    expect(await app.as('ma').workOrders.take({ id: power.id })).toMatchObject({ status: 'taken', workerName: '马强' })
    await app.as('qian').deputies.end({ id: made.id })
    expect((await mine()).map(({ id }) => id)).toEqual([power.id])
  })

  test('reaches the areas that the principal holds', async () => {
    const { areas } = app.cast
    const made = await letStandIn('zhou', 'lin')
    expect((await whoIs('lin')).areaIds.toSorted()).toEqual([areas.one, areas.two].toSorted())
    await app.as('qian').deputies.end({ id: made.id })
    expect((await whoIs('lin')).areaIds).toEqual([areas.one])
  })

  test('never gets what gives or takes power itself', async () => {
    const made = await letStandIn('qian', 'lin')
    const held = (await whoIs('lin')).permissions.map(({ permission }) => permission)
    expect(held).toContain('estates.create')
    expect(held).not.toContain('posts.grant')
    expect(held).not.toContain('staff.appoint')
    await app.as('qian').deputies.end({ id: made.id })
  })
})

describe('the second deputy', () => {
  test('stands in only while the first is off duty', async () => {
    const first = await letStandIn('chen', 'lin')
    const second = await letStandIn('chen', 'zhou', 2)
    const standsIn = async (login: OurLogin) => (await whoIs(login)).actingFor.length > 0
    expect([await standsIn('lin'), await standsIn('zhou')]).toEqual([true, false])
    await app.as('lin').staff.signOff({ id: app.cast.people.lin })
    // What a process keeps of a person is looked up anew after half a minute.
    app.clock.now = new Date(app.clock.now.getTime() + 31_000)
    expect(await standsIn('zhou')).toBe(true)
    await app.as('lin').staff.signOn({ id: app.cast.people.lin })
    for (const { id } of [first, second]) await app.as('qian').deputies.end({ id })
  })
})

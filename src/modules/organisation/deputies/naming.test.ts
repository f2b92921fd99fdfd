import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../../../test/support/app.ts'
import type { OurLogin } from '../../../../test/support/cast.ts'
import { runWhenDue } from '../../../platform/jobs/schedules.ts'
import { openLog } from '../../../platform/log.ts'
import { deputySchedules } from './jobs.ts'

const HOUR = 3_600_000
let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app?.close())

const inHours = (hours: number) => new Date(app.clock.now.getTime() + hours * HOUR).toISOString()
const holdingOf = async (namer: OurLogin, principal: OurLogin) => {
  const { items } = await app.as(namer).deputies.principals({})
  return items.find(({ staffId }) => staffId === app.cast.people[principal])?.holdingId ?? ''
}
type Draft = { hours?: number; from?: number; turn?: 1 | 2; handover?: string }
async function named(namer: OurLogin, principal: OurLogin, deputy: OurLogin, draft: Draft = {}) {
  const { hours = 8, from, turn = 1, handover } = draft
  return app.as(namer).deputies.name({
    holdingId: await holdingOf(namer, principal),
    deputyId: app.cast.people[deputy],
    turn,
    reason: 'leave',
    toAt: inHours(hours),
    ...(from === undefined ? {} : { fromAt: inHours(from) }),
    ...(handover ? { handover } : {}),
  })
}
async function turn() {
  const { database, serving } = app.server
  const place = { database, equipment: serving.equipment, announce: serving.announce, log: openLog('silent') }
  const people = async () => undefined
  for (const schedule of deputySchedules) {
    await runWhenDue({ ...place, now: () => app.clock.now, people }, app.cast.companies.ours, schedule)
  }
}

test('the supervisor lets one steward stand in for the other, and it begins at once', async () => {
  const made = await named('chen', 'lin', 'zhou')
  expect(made).toMatchObject({ status: 'active', principalName: '林芳', deputyName: '周宁', postTitleEn: 'Steward' })
  expect(made.can).toEqual(['change', 'end'])
  const { events } = await app.as('chen').deputies.get({ id: made.id })
  expect(events.map(({ name }) => name)).toEqual(['deputy.named', 'deputy.started'])
  expect(events[0]?.details).toMatchObject({ principal: '林芳', deputy: '周宁', turn: 1, reason: 'leave' })
  const { items } = await app.as('zhou').notifications.list({})
  expect(items[0]).toMatchObject({ kind: 'deputy.named', params: { principal: '林芳' } })
  expect(await app.as('chen').deputies.end({ id: made.id, note: '提前回来' })).toMatchObject({
    status: 'ended',
    can: [],
  })
})

test('the principal in person may name one, a colleague may not', async () => {
  const own = await named('gu', 'gu', 'zhou', { from: 2 })
  expect(own).toMatchObject({ status: 'planned', can: ['change', 'cancel'] })
  const names = (await app.as('zhou').deputies.principals({})).items.map(({ name }) => name)
  expect(names).toEqual(['周宁'])
  const holdingId = await holdingOf('chen', 'gu')
  const deputyId = app.cast.people.zhou
  const stolen = app.as('zhou').deputies.name({ holdingId, deputyId, reason: 'other', toAt: inHours(4) })
  await expect(stolen).rejects.toMatchObject({ code: 'access.out_of_reach' })
  const crossed = app.as('he').deputies.name({ holdingId, deputyId, reason: 'other', toAt: inHours(4) })
  await expect(crossed).rejects.toMatchObject({ code: 'deputy.not_superior' })
  expect(await app.as('gu').deputies.cancel({ id: own.id })).toMatchObject({ status: 'cancelled' })
})

test('nobody stands in for himself, for the past, or twice for one post', async () => {
  await expect(named('chen', 'lin', 'lin')).rejects.toMatchObject({ code: 'deputy.oneself' })
  await expect(named('chen', 'lin', 'zhou', { hours: -1 })).rejects.toMatchObject({ code: 'deputy.ends_too_early' })
  const first = await named('chen', 'lin', 'zhou', { from: 10, hours: 20 })
  await expect(named('chen', 'lin', 'gu', { from: 15, hours: 30 })).rejects.toMatchObject({ code: 'deputy.overlaps' })
  const same = named('chen', 'lin', 'zhou', { from: 15, hours: 30, turn: 2 })
  await expect(same).rejects.toMatchObject({ code: 'deputy.overlaps' })
  const second = await named('chen', 'lin', 'gu', { from: 15, hours: 30, turn: 2 })
  expect(second.turn).toBe(2)
  const stretched = app.as('chen').deputies.change({ id: first.id, toAt: inHours(24) })
  expect((await stretched).toAt).toBe(inHours(24))
  for (const { id } of [first, second]) await app.as('chen').deputies.cancel({ id })
})

test('from three days on the deputy is given in writing what to see to', async () => {
  await expect(named('chen', 'lin', 'zhou', { hours: 72 })).rejects.toMatchObject({ code: 'deputy.handover_needed' })
  const made = await named('chen', 'lin', 'zhou', { hours: 72, handover: '3 栋漏水每天去看一次' })
  expect((await app.as('zhou').deputies.get({ id: made.id })).handover).toBe('3 栋漏水每天去看一次')
  await app.as('chen').deputies.end({ id: made.id })
})

test('a post that is stood in for is not passed on', async () => {
  const made = await named('chen', 'lin', 'zhou')
  const holdingId = await holdingOf('chen', 'lin')
  const passed = app
    .as('zhou')
    .deputies.name({ holdingId, deputyId: app.cast.people.gu, turn: 2, reason: 'other', toAt: inHours(4) })
  await expect(passed).rejects.toMatchObject({ code: 'deputy.chain' })
  const longer = app.as('zhou').deputies.change({ id: made.id, toAt: inHours(60) })
  await expect(longer).rejects.toMatchObject({ code: 'deputy.chain' })
  await app.as('chen').deputies.end({ id: made.id })
})

test('it begins and ends by the clock', async () => {
  const made = await named('chen', 'lin', 'zhou', { from: 2, hours: 4 })
  const at = app.clock.now
  const statusAt = async (hours: number) => {
    app.clock.now = new Date(at.getTime() + hours * HOUR)
    await turn()
    return (await app.as('chen').deputies.get({ id: made.id })).status
  }
  expect(await statusAt(1)).toBe('planned')
  expect(await statusAt(2)).toBe('active')
  expect(await statusAt(4)).toBe('ended')
  const { endReason, events } = await app.as('chen').deputies.get({ id: made.id })
  expect(endReason).toBe('over')
  expect(events.map(({ name }) => name)).toEqual(['deputy.named', 'deputy.started', 'deputy.ended'])
})

test('it ends when the principal no longer holds the post', async () => {
  const person = await app.as('qian').staff.create({
    name: '韩冬',
    posts: [{ postId: app.cast.posts.get('steward') ?? '', estateId: app.cast.estates.yunqi }],
  })
  const { id: staffId, posts } = person.person
  const holdingId = posts[0]?.id ?? ''
  const deputyId = app.cast.people.zhou
  const made = await app.as('chen').deputies.name({ holdingId, deputyId, reason: 'vacancy', toAt: inHours(8) })
  await app.as('qian').staff.relieve({ id: staffId, holdingId })
  app.clock.now = new Date(app.clock.now.getTime() + 60_000)
  await turn()
  expect(await app.as('chen').deputies.get({ id: made.id })).toMatchObject({ status: 'ended', endReason: 'post_lost' })
})

test('the register is for everybody of the estate, and no other company', async () => {
  expect((await app.as('fang').deputies.list({})).items.length).toBeGreaterThan(3)
  expect((await app.as('fang').deputies.list({ search: '韩冬' })).items).toHaveLength(1)
  expect((await app.as('ye').deputies.list({})).items).toEqual([])
  expect((await app.as('other').deputies.list({})).items).toEqual([])
})

// Waiting: a reason that stops the clock and one that does not, for how long, and what the pause does to every date.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openServiceStage, type ServiceStage } from '../../../../../test/support/service-stage.ts'
import { requestSchedules } from '../jobs.ts'

let stage: ServiceStage
beforeAll(async () => {
  stage = await openServiceStage()
})
afterAll(() => stage.close())

const inMinutes = (minutes: number) => new Date(stage.clock.now.getTime() + minutes * 60_000).toISOString()
const hold = (id: string, reason: string, minutes = 60) =>
  stage.as('lin').requests.hold({ id, reasonId: stage.reasonId(reason), resumeAt: inMinutes(minutes) })
const clockOf = async (id: string, kind: string) => {
  const found = (await stage.get(id)).clocks.filter((clock) => clock.kind === kind && !clock.stoppedAt).at(-1)
  if (!found) throw new Error(`no ${kind} runs`)
  return found
}
const schedule = (name: string) => requestSchedules.find((one) => one.name === name)

describe('a pause', () => {
  test('whose reason stops the clock moves what is due by its length, and keeps the first promise', async () => {
    const id = await stage.bring('taken')
    const before = await clockOf(id, 'finish')
    stage.later(10)
    await hold(id, 'weather')
    stage.later(90)
    const resumed = await stage.as('lin').requests.resume({ id })
    const after = await clockOf(id, 'finish')
    expect(Date.parse(after.dueAt) - Date.parse(before.dueAt)).toBe(90 * 60_000)
    expect(after.firstDueAt).toBe(before.dueAt)
    expect(resumed.dueAt).toBe((await clockOf(id, 'arrive')).dueAt)
    expect(await stage.get(id)).toMatchObject({ status: 'taken', holdMinutes: 90, heldStatus: null })
  })

  test('whose reason does not stop it leaves what is due where it was', async () => {
    const id = await stage.bring('taken')
    const before = await clockOf(id, 'finish')
    await hold(id, 'parts')
    stage.later(90)
    await stage.as('lin').requests.resume({ id })
    expect((await clockOf(id, 'finish')).dueAt).toBe(before.dueAt)
    expect((await stage.get(id)).holdMinutes).toBe(90)
  })

  test('comes back to the state it was left in, with a line of its own', async () => {
    const id = await stage.bring('on_site')
    await hold(id, 'third_party')
    expect((await stage.get(id)).pauses).toMatchObject([{ reasonName: '待第三方', stopsClock: true, toAt: null }])
    await stage.as('lin').requests.resume({ id })
    const { status, pauses } = await stage.get(id)
    expect([status, pauses[0]?.toAt]).toEqual(['on_site', stage.clock.now.toISOString()])
  })

  test('begun after the limit was missed does not unmiss it', async () => {
    const id = await stage.bring('taken')
    const { dueAt } = await clockOf(id, 'arrive')
    stage.later(45)
    await hold(id, 'weather')
    stage.later(60)
    await stage.as('lin').requests.resume({ id })
    expect((await clockOf(id, 'arrive')).dueAt).toBe(dueAt)
  })

  test('twice adds up', async () => {
    const id = await stage.bring('taken')
    const before = await clockOf(id, 'finish')
    for (const minutes of [30, 45]) {
      await hold(id, 'customer_rebooked')
      stage.later(minutes)
      await stage.as('lin').requests.resume({ id })
    }
    expect(Date.parse((await clockOf(id, 'finish')).dueAt) - Date.parse(before.dueAt)).toBe(75 * 60_000)
    expect((await stage.get(id)).holdMinutes).toBe(75)
  })

  test('ends with the request, and its minutes are kept', async () => {
    const id = await stage.bring('taken')
    await hold(id, 'weather')
    stage.later(20)
    await stage.as('lin').requests.closeUndone({ id, reason: '业主自行解决' })
    const { holdMinutes, pauses } = await stage.get(id)
    expect([holdMinutes, pauses[0]?.toAt]).toEqual([20, stage.clock.now.toISOString()])
  })

  test('during which the matter turns out more urgent counts from there', async () => {
    const id = await stage.bring('taken')
    await hold(id, 'weather', 120)
    stage.later(60)
    await stage.as('fang').requests.change({ id, urgency: 'urgent', reason: '水已漫到走廊' })
    const before = await clockOf(id, 'finish')
    stage.later(30)
    await stage.as('lin').requests.resume({ id })
    expect(Date.parse((await clockOf(id, 'finish')).dueAt) - Date.parse(before.dueAt)).toBe(30 * 60_000)
  })
})

describe('while the clock stands still', () => {
  const overdue = async () =>
    (await stage.as('chen').requests.list({ overdue: true, limit: 100 })).items.map(({ id }) => id)

  test('nothing is overdue and no rung of the ladder is reached', async () => {
    const id = await stage.bring('taken')
    await hold(id, 'weather', 1400)
    const counted = (await stage.as('chen').requests.counts({})).overdue
    stage.later(1500)
    for (let round = 0; round < 3; round += 1) await stage.run(schedule('requests.escalate'))
    expect((await stage.eventsOf(id)).map(({ name }) => name)).not.toContain('request.escalated')
    expect(await overdue()).not.toContain(id)
    await stage.as('lin').requests.resume({ id })
    stage.later(1441)
    expect(await overdue()).toContain(id)
    expect((await stage.as('chen').requests.counts({})).overdue).toBeGreaterThan(counted)
  })

  test('it is another thing where the reason lets it run', async () => {
    const id = await stage.bring('taken')
    await hold(id, 'parts', 1400)
    stage.later(1500)
    expect(await overdue()).toContain(id)
    await stage.run(schedule('requests.escalate'))
    expect((await stage.eventsOf(id)).map(({ name }) => name)).toContain('request.escalated')
  })

  test('an urgency given meanwhile does not climb either', async () => {
    const id = await stage.bring('taken')
    await hold(id, 'weather', 1400)
    await stage.as('fang').requests.change({ id, urgency: 'urgent', reason: '水已漫到走廊' })
    stage.later(500)
    for (let round = 0; round < 3; round += 1) await stage.run(schedule('requests.escalate'))
    expect((await stage.eventsOf(id)).map(({ name }) => name)).not.toContain('request.escalated')
  })
})

describe('how long', () => {
  test('a steward may wait a day; longer needs a superior', async () => {
    const id = await stage.bring('taken')
    await expect(hold(id, 'parts', 24 * 60 + 1)).rejects.toMatchObject({
      code: 'request.hold_too_long',
      details: { hours: 24 },
    })
    const reasonId = stage.reasonId('parts')
    const held = await stage.as('chen').requests.hold({ id, reasonId, resumeAt: inMinutes(72 * 60) })
    expect(held.status).toBe('on_hold')
  })
  test('a pause ends in the future, for a reason that is on the list', async () => {
    const id = await stage.bring('taken')
    await expect(hold(id, 'parts', 0)).rejects.toMatchObject({ code: 'request.resume_in_past' })
    const lin = stage.as('lin').requests
    const unknown = lin.hold({ id, reasonId: stage.cast.people.lin, resumeAt: inMinutes(30) })
    await expect(unknown).rejects.toMatchObject({ code: 'request.reason_unknown' })
  })
  test('when its hour has come the handler is told to look again, once', async () => {
    const id = await stage.bring('taken')
    await hold(id, 'parts', 60)
    const told = async () =>
      (await stage.noticesTo('lin', 'request.look_again')).filter(({ recordId }) => recordId === id)
    stage.later(59)
    await stage.run(schedule('requests.remind'))
    expect(await told()).toHaveLength(0)
    for (const minutes of [1, 5, 5]) {
      stage.later(minutes)
      await stage.run(schedule('requests.remind'))
    }
    expect(await told()).toHaveLength(1)
  })
})

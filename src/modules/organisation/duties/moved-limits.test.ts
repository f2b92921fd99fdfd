// What rooms say when a promise moves reaches the duties that are measured by it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Login } from '../../../../test/support/cast.ts'
import { openServiceStage, type ServiceStage } from '../../../../test/support/service-stage.ts'

let stage: ServiceStage
beforeAll(async () => {
  stage = await openServiceStage('2026-11-23T01:00:00.000Z')
})
afterAll(() => stage.close())

/** How the record stands under every proof of this measure that counts to any duty of the person. */
async function standing(login: Login, of: string, recordId: string) {
  const { duties } = await stage.as(login).duties.today({})
  const duty = duties.find(({ parts }) => parts.some((part) => part.of === of))
  const key = duty?.parts.find((part) => part.of === of)?.key
  const { items } = await stage
    .as(login)
    .duties.evidence({ lineId: duty?.lineId ?? '', from: '2026-11-01', to: '2026-12-31', limit: 100 })
  return items.filter((item) => item.recordId === recordId && item.proofKey === key).toSorted((a, b) => a.turn - b.turn)
}
const complaint = (id: string) => standing('lin', 'requests.complaintsInTime', id)
const clocksOf = async (id: string, cycle: number) =>
  (await stage.get(id)).clocks.find((clock) => clock.kind === 'finish' && clock.cycle === cycle)?.dueAt

describe('a request', () => {
  test('that waits for a reason that stops the clock is due by nothing, and afterwards by the moved limit', async () => {
    const id = await stage.bring('taken', { kind: 'complaint' })
    await stage.hear()
    const [before] = await complaint(id)
    expect(before).toMatchObject({ state: 'open', dueAt: await clocksOf(id, 1) })
    const { id: reasonId } =
      (await stage.as('fang').requestSettings.list({})).reasons.find((one) => one.stopsClock) ?? {}
    const resumeAt = new Date(stage.clock.now.getTime() + 20 * 3_600_000).toISOString()
    await stage.as('lin').requests.hold({ id, reasonId: reasonId ?? '', resumeAt, note: '等配件' })
    await stage.hear()
    expect(await complaint(id)).toMatchObject([{ state: 'open', dueAt: null, overdue: false }])
    stage.later(20 * 60)
    await stage.as('lin').requests.resume({ id, note: null })
    await stage.hear()
    const [after] = await complaint(id)
    expect(after?.dueAt).toBe(await clocksOf(id, 1))
    expect(after && before && (after.dueAt ?? '') > (before.dueAt ?? '')).toBe(true)
  })

  test('that is opened again has a limit again', async () => {
    const id = await stage.bring('closed', { kind: 'complaint' })
    await stage.hear()
    expect(await complaint(id)).toMatchObject([{ state: 'met' }])
    stage.later(24 * 60)
    await stage.as('chen').requests.reopen({ id, reason: '又漏了' })
    await stage.hear()
    expect(await complaint(id)).toMatchObject([{ state: 'met' }, { state: 'open', dueAt: await clocksOf(id, 2) }])
  })

  test('that turns out to be a complaint counts as one from then on, and no longer once it is none', async () => {
    const id = await stage.bring('accepted', { kind: 'suggestion' })
    await stage.hear()
    expect(await complaint(id)).toEqual([])
    await stage.as('chen').requests.change({ id, kind: 'complaint', reason: '客户要求按投诉处理' })
    await stage.hear()
    expect(await complaint(id)).toMatchObject([{ state: 'open', dueAt: await clocksOf(id, 2) }])
    await stage.as('chen').requests.change({ id, kind: 'suggestion', reason: '客户撤回投诉' })
    await stage.hear()
    expect(await complaint(id)).toEqual([])
  })
})

test('a request that is called a complaint only once it is done opens nothing that nobody could answer', async () => {
  const id = await stage.bring('completed', { kind: 'suggestion' })
  await stage.as('chen').requests.change({ id, kind: 'complaint', reason: '客户要求按投诉归档' })
  await stage.hear()
  expect(await complaint(id)).toEqual([])
})

test('a sheet whose work begins again is open to its worker again', async () => {
  const { id } = await stage.take()
  const sheet = await stage.repair(id)
  await stage.hear()
  const mine = () => standing('wu', 'work-orders.doneInTime', sheet)
  expect(await mine()).toMatchObject([{ state: 'met' }])
  await stage.as('chen').requests.rework({ id, reason: '没拧紧' })
  await stage.hear()
  const { finishDueAt } = await stage.as('wu').workOrders.get({ id: sheet })
  expect(await mine()).toMatchObject([{ state: 'met' }, { state: 'open', dueAt: finishDueAt }])
})

test('a task whose day is moved is due on that day', async () => {
  const soon = new Date(stage.clock.now.getTime() + 3_600_000).toISOString()
  const far = new Date(stage.clock.now.getTime() + 72 * 3_600_000).toISOString()
  const {
    tasks: [task],
  } = await stage.as('chen').tasks.assign({ assigneeIds: [stage.cast.people.lin], title: '整理钥匙柜', dueAt: soon })
  const { id = '', title = '' } = task ?? {}
  await stage.as('chen').tasks.change({ id, title, dueAt: far })
  await stage.hear()
  expect(await standing('lin', 'planning.tasksDone', id)).toMatchObject([{ state: 'open', dueAt: far }])
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../../../test/support/app.ts'
import type { OurLogin } from '../../../../test/support/cast.ts'
import { uploadPng } from '../../../../test/support/uploads.ts'

const HOUR = 3_600_000
let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app?.close())

const inHours = (hours: number) => new Date(app.clock.now.getTime() + hours * HOUR).toISOString()
const later = (hours: number) => {
  app.clock.now = new Date(app.clock.now.getTime() + hours * HOUR)
}
const idOf = (login: OurLogin) => app.cast.people[login]
async function given(by: OurLogin, to: OurLogin, title = '清点一层消防栓', forDay: string | null = null) {
  const { tasks } = await app.as(by).tasks.assign({ assigneeIds: [idOf(to)], title, dueAt: inHours(6), forDay })
  const [task] = tasks
  if (!task) throw new Error('nothing was given')
  return task
}

describe('a task', () => {
  test('is given, done with a note and a photo, and checked by whoever gave it', async () => {
    const { id, no, estateId } = await given('chen', 'lin')
    expect(no).toMatch(/^RW-20261123-\d{4}$/)
    expect(estateId).toBe(app.cast.estates.yunqi)
    const mine = await app.as('lin').tasks.list({ mine: true })
    expect(mine.items[0]).toMatchObject({ id, status: 'assigned', can: ['start', 'finish'] })
    expect((await app.as('lin').notifications.list({})).items[0]).toMatchObject({ kind: 'task.assigned' })
    await app.as('lin').tasks.start({ id })
    const photo = await uploadPng(await app.browserOf('lin'))
    await app.as('lin').tasks.finish({ id, note: '共 12 只，3 号缺水带', photoIds: [photo] })
    expect(await app.as('chen').tasks.counts({})).toMatchObject({ toCheck: 1 })
    expect(await app.as('chen').tasks.check({ id, remark: '好' })).toMatchObject({ status: 'checked', can: [] })
    const { events, photos } = await app.as('chen').tasks.get({ id })
    expect(photos).toEqual([photo])
    const names = ['task.assigned', 'task.started', 'task.finished', 'task.checked']
    expect(events.map(({ name }) => name)).toEqual(names)
    expect(events[2]?.details).toMatchObject({ assigneeId: idOf('lin'), assignedById: idOf('chen'), late: false })
    const seen = await (await app.browserOf('chen')).call({ method: 'GET', url: `/api/attachments/${photo}` })
    expect(seen.statusCode).toBe(200)
  })
  test('comes back with what is missing, and is done again', async () => {
    const { id } = await given('chen', 'lin')
    await app.as('lin').tasks.finish({ id, note: '好了' })
    const returned = await app.as('chen').tasks.return({ id, remark: '没有拍照' })
    expect(returned).toMatchObject({ status: 'returned', returns: 1 })
    await app.as('lin').tasks.finish({ id, note: '补了照片' })
    expect((await app.as('zhao').tasks.check({ id })).status).toBe('checked')
    await expect(app.as('lin').tasks.start({ id })).rejects.toMatchObject({ code: 'task.not_allowed_now' })
  })
  test('for several people is one task each', async () => {
    const assigneeIds = [idOf('lin'), idOf('zhou'), idOf('lin')]
    const { tasks } = await app.as('chen').tasks.assign({ assigneeIds, title: '贴停水通知', dueAt: inHours(3) })
    expect(tasks.map(({ assigneeName }) => assigneeName)).toEqual(['林芳', '周宁'])
  })
  test('goes down the reporting line and nowhere else', async () => {
    const across = app.as('chen').tasks.assign({ assigneeIds: [idOf('fang')], title: '帮忙', dueAt: inHours(3) })
    await expect(across).rejects.toMatchObject({ code: 'task.not_subordinate' })
    const upward = app.as('chen').tasks.assign({ assigneeIds: [idOf('zhao')], title: '批一下', dueAt: inHours(3) })
    await expect(upward).rejects.toMatchObject({ code: 'task.not_subordinate' })
    const peer = app.as('lin').tasks.assign({ assigneeIds: [idOf('zhou')], title: '代班', dueAt: inHours(3) })
    await expect(peer).rejects.toMatchObject({ code: 'access.not_granted' })
    const further = await given('zhao', 'lin')
    expect(further.assignedByName).toBe('赵敏华')
    const past = app.as('chen').tasks.assign({ assigneeIds: [idOf('lin')], title: '昨天', dueAt: inHours(-1) })
    await expect(past).rejects.toMatchObject({ code: 'task.due_in_past' })
  })
  test('is nobody’s business beside the assignee and the superiors', async () => {
    const { id } = await given('chen', 'lin')
    await expect(app.as('zhou').tasks.get({ id })).rejects.toMatchObject({ code: 'task.not_found' })
    await expect(app.as('zhou').tasks.finish({ id, note: '好' })).rejects.toMatchObject({ code: 'task.not_found' })
    await expect(app.as('chen').tasks.finish({ id, note: '好' })).rejects.toMatchObject({ code: 'access.out_of_reach' })
    await expect(app.as('lin').tasks.cancel({ id, remark: '算了' })).rejects.toMatchObject({ status: 403 })
    await expect(app.as('an').tasks.get({ id })).rejects.toMatchObject({ code: 'task.not_found' })
  })
  test('may be changed or called off until it is done', async () => {
    const { id } = await given('chen', 'lin')
    const changed = await app.as('chen').tasks.change({ id, title: '清点二层消防栓', dueAt: inHours(8) })
    expect(changed).toMatchObject({ title: '清点二层消防栓', dueAt: inHours(8) })
    expect(await app.as('chen').tasks.cancel({ id, remark: '改由维保做' })).toMatchObject({ status: 'cancelled' })
    await expect(app.as('lin').tasks.finish({ id, note: '好' })).rejects.toMatchObject({ code: 'task.not_allowed_now' })
  })
  test('that is late says so', async () => {
    const { id } = await given('chen', 'lin')
    later(7)
    expect(await app.as('lin').tasks.counts({})).toMatchObject({ mineOverdue: expect.any(Number) })
    await app.as('lin').tasks.finish({ id, note: '晚了' })
    const { events } = await app.as('lin').tasks.get({ id })
    expect(events.at(-1)?.details).toMatchObject({ late: true })
  })
  test('of somebody away is done by the deputy, in the principal’s name', async () => {
    const { id } = await given('chen', 'lin', '去 1201 复查')
    const { items } = await app.as('chen').deputies.principals({})
    const holdingId = items.find(({ staffId }) => staffId === idOf('lin'))?.holdingId ?? ''
    const named = { holdingId, deputyId: idOf('zhou'), reason: 'leave' as const, toAt: inHours(20) }
    const { id: deputyId } = await app.as('chen').deputies.name(named)
    const mine = await app.as('zhou').tasks.list({ mine: true, status: ['assigned'] })
    expect(mine.items.map((task) => task.id)).toContain(id)
    await app.as('zhou').tasks.finish({ id, note: '已复查' })
    const { events } = await app.as('chen').tasks.get({ id })
    expect(events.at(-1)).toMatchObject({ name: 'task.finished', byName: '周宁', forName: '林芳' })
    await app.as('chen').deputies.end({ id: deputyId })
  })
})

describe('the day’s work', () => {
  test('is placed on one screen for the people who report to the superior', async () => {
    const day = '2026-11-23'
    await given('he', 'fang', '核对钥匙柜', day)
    const { people } = await app.as('he').tasks.day({ day })
    expect(people.map(({ name }) => name)).toEqual(['方晓', '罗敏', '唐雨'])
    const fang = people.find(({ name }) => name === '方晓')
    expect(fang?.tasks).toMatchObject([{ title: '核对钥匙柜', forDay: day, status: 'assigned' }])
    expect(fang?.titles).toEqual(['前台接待员'])
    later(24)
    const next = await app.as('he').tasks.day({})
    const left = next.people.find(({ name }) => name === '方晓')?.tasks.map(({ title }) => title)
    expect(left).toEqual(['核对钥匙柜'])
  })
  test('shows those further below when asked', async () => {
    const direct = await app.as('zhao').tasks.day({})
    expect(direct.people.map(({ name }) => name)).toEqual(['陈立', '叶青'])
    const all = await app.as('zhao').tasks.day({ deep: true })
    expect(all.people.map(({ name }) => name)).toEqual(['陈立', '林芳', '周宁', '顾远', '苏晴', '叶青'])
    await expect(app.as('lin').tasks.day({})).rejects.toMatchObject({ code: 'access.not_granted' })
  })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../../../test/support/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app?.close())

const DAY = '2026-11-23'
/** On the clock of the wall in China. */
const at = (moment: string) => {
  app.clock.now = new Date(`${moment}+08:00`)
}

test('what one did that day is offered, and the log is written from it', async () => {
  at(`${DAY}T10:00`)
  const { tasks } = await app.as('chen').tasks.assign({
    assigneeIds: [app.cast.people.lin],
    title: '去 3 栋看漏水',
    dueAt: `${DAY}T18:00:00+08:00`,
  })
  await app.as('lin').tasks.finish({ id: tasks[0]?.id ?? '', note: '已看，需换软管' })
  at(`${DAY}T17:30`)
  const draft = await app.as('lin').workLogs.draft({})
  expect(draft).toMatchObject({ day: DAY, log: null, until: '2026-11-24T04:00:00.000Z' })
  expect(draft.deeds).toMatchObject([{ name: 'task.finished', label: tasks[0]?.no, times: 1 }])
  const log = await app
    .as('lin')
    .workLogs.write({ onDay: DAY, happened: '3 栋漏水', handled: '已报修', suggestion: null })
  expect(log).toMatchObject({ staffName: '林芳', status: 'written', can: ['write'], estateName: '云栖里小区' })
  expect((await app.as('lin').workLogs.draft({})).log?.id).toBe(log.id)
})

test('it is changed until noon of the next day, not after it', async () => {
  at('2026-11-24T11:59')
  const { log } = await app.as('lin').workLogs.draft({ day: DAY })
  const changed = await app.as('lin').workLogs.write({ onDay: DAY, happened: '3 栋漏水，已修好' })
  expect(changed).toMatchObject({ id: log?.id, happened: '3 栋漏水，已修好' })
  const { events } = await app.as('lin').workLogs.get({ id: changed.id })
  expect(events.map(({ name }) => name)).toEqual(['work_log.written', 'work_log.changed'])
  const early = app.as('lin').workLogs.write({ onDay: '2026-11-25', happened: '明天的' })
  await expect(early).rejects.toMatchObject({ code: 'work_log.too_early' })
  at('2026-11-24T12:00')
  const late = app.as('lin').workLogs.write({ onDay: DAY, happened: '补一句' })
  await expect(late).rejects.toMatchObject({ code: 'work_log.too_late' })
})

test('the superior reads and signs it, and then it stands', async () => {
  at('2026-11-24T09:00')
  await app.as('lin').workLogs.write({ onDay: '2026-11-24', happened: '巡楼' })
  const { items } = await app.as('chen').workLogs.list({ status: ['written'] })
  expect(items.map(({ onDay }) => onDay)).toEqual(['2026-11-24', DAY])
  const id = items[0]?.id ?? ''
  const across = app.as('he').workLogs.sign({ id })
  await expect(across).rejects.toMatchObject({ code: 'work_log.not_superior' })
  expect(await app.as('chen').workLogs.sign({ id, remark: '写得具体' })).toMatchObject({
    status: 'signed',
    signedByName: '陈立',
    can: [],
  })
  const again = app.as('lin').workLogs.write({ onDay: '2026-11-24', happened: '改一下' })
  await expect(again).rejects.toMatchObject({ code: 'work_log.not_allowed_now' })
  expect((await app.as('lin').notifications.list({})).items[0]).toMatchObject({ kind: 'work_log.signed' })
})

test('nobody signs the own log, and colleagues do not read it', async () => {
  at('2026-11-24T09:30')
  const own = await app.as('chen').workLogs.write({ onDay: '2026-11-24', happened: '排班' })
  expect(own.can).toEqual(['write'])
  await expect(app.as('chen').workLogs.sign({ id: own.id })).rejects.toMatchObject({ code: 'work_log.not_superior' })
  await expect(app.as('lin').workLogs.get({ id: own.id })).rejects.toMatchObject({ code: 'work_log.not_found' })
  await expect(app.as('an').workLogs.get({ id: own.id })).rejects.toMatchObject({ code: 'work_log.not_found' })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../../../test/support/app.ts'
import { catchUp } from '../../../../test/support/hearing.ts'
import { forgetDuties } from './actions/bindings.ts'

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
async function duty(login: Parameters<TestApp['as']>[0], code: string) {
  const { duties } = await app.as(login).duties.today({})
  const found = duties.find((one) => one.code === code)
  if (!found) throw new Error(`${login} has no duty ${code}`)
  return found
}
async function takeCall() {
  const { requests } = await app.as('fang').requests.create({
    estateId: app.cast.estates.yunqi,
    channel: 'phone',
    contactName: '林小满',
    contactPhone: '13800012345',
    matters: [{ kind: 'repair', categoryId: leakId, urgency: 'rush', subject: '厨房水管漏水', placeText: '3栋2单元' }],
  })
  const [request] = requests
  if (!request) throw new Error('nothing was taken')
  return request
}

describe('today', () => {
  test('shows everybody the duties of the posts held, and says which are not counted yet', async () => {
    const { duties, day, workingDay, person } = await app.as('lin').duties.today({})
    expect({ day, workingDay, name: person.name, posts: person.posts.map(({ title }) => title) }).toEqual({
      day: '2026-11-23',
      workingDay: true,
      name: '林芳',
      posts: ['客户服务部管家'],
    })
    expect(duties.map(({ code }) => code)).toEqual([
      ...['A3.1', 'A3.2', 'A3.3', 'A3.4', 'A3.5', 'A3.6', 'A3.7', 'A3.8', 'A3.9', 'A3.10'],
    ])
    expect(duties.find(({ code }) => code === 'A3.4')).toMatchObject({ state: 'not_yet', parts: [], shown: null })
  })

  test('a call taken is due until it is passed on, then done', async () => {
    expect(await duty('fang', 'B3.3')).toMatchObject({ state: 'not_due' })
    const request = await takeCall()
    await catchUp(app)
    const due = await duty('fang', 'B3.3')
    expect(due.state).toBe('due')
    expect(due.parts[0]).toMatchObject({ open: 1, overdue: 0, have: 0, need: 1 })
    expect(due.parts[0]?.records[0]).toMatchObject({
      recordKind: 'request',
      recordId: request.id,
      recordNo: request.no,
    })
    await app.as('fang').workOrders.create({ requestId: request.id, way: 'assign', workerId: app.cast.people.wu })
    await catchUp(app)
    expect(await duty('fang', 'B3.3')).toMatchObject({ state: 'done', parts: [{ open: 0, have: 1 }] })
    expect(await duty('wu', 'RW.1')).toMatchObject({ state: 'due', parts: [{ open: 1 }] })
  })

  test('what passed its limit is overdue', async () => {
    await takeCall()
    await catchUp(app)
    later(3 * 1440)
    expect(await duty('fang', 'B3.3')).toMatchObject({ state: 'overdue', parts: [{ overdue: 1 }] })
    expect((await duty('fang', 'B3.3')).parts[0]?.records[0]?.overdue).toBe(true)
  })
})

describe('a superior', () => {
  test('sees everybody below, not above or beside, and what slips', async () => {
    const { people } = await app.as('zhao').duties.team({})
    const names = people.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['陈立', '林芳', '周宁', '苏晴']))
    expect(names).not.toContain('钱伟')
    expect(names).not.toContain('赵敏华')
    expect((await app.as('lin').duties.team({})).people).toEqual([])
    await expect(app.as('lin').duties.today({ staffId: app.cast.people.zhou })).rejects.toMatchObject({
      code: 'duty.not_superior',
    })
  })

  test('checks somebody, which is a recorded duty of the superior', async () => {
    expect(await duty('zhao', 'A1.3')).toMatchObject({ state: 'due', parts: [{ have: 0, need: 1 }] })
    const { duties } = await app.as('zhao').duties.today({ staffId: app.cast.people.lin })
    const lineId = duties.find(({ code }) => code === 'A3.3')?.lineId
    const blank = { staffId: app.cast.people.lin, lineId, kind: 'check', note: '' } as const
    await expect(app.as('zhao').duties.check(blank)).rejects.toMatchObject({ code: 'duty.check_without_result' })
    await app.as('zhao').duties.check({ ...blank, result: 'mend', note: '昨天有一单没有回访' })
    await catchUp(app)
    expect(await duty('zhao', 'A1.3')).toMatchObject({ state: 'done', parts: [{ have: 1, need: 1 }] })
    const seen = await app.as('lin').duties.today({})
    expect(seen.checks).toMatchObject([{ code: 'A3.3', result: 'mend', note: '昨天有一单没有回访', byName: '赵敏华' }])
    const line = (await app.as('zhao').duties.team({})).people.find(({ name }) => name === '林芳')
    expect(line?.checkedToday).toBe(true)
    await expect(
      app.as('lin').duties.check({ ...blank, staffId: app.cast.people.zhao, result: 'good' }),
    ).rejects.toMatchObject({
      code: 'duty.not_superior',
    })
  })
})

describe('the report of a month', () => {
  test('says of each duty whether it was met, and every figure opens its evidence', async () => {
    const report = await app.as('fang').duties.report({ month: '2026-11' })
    const line = report.lines.find(({ code }) => code === 'B3.3')
    expect(line?.sum).toEqual({ due: 2, met: 1, late: 0, missed: 1 })
    expect(line?.verdict).toBe('partly')
    expect(report.lines.find(({ code }) => code === 'B3.4')?.verdict).toBe('not_yet')
    expect(report.lines.find(({ code }) => code === 'B3.2')?.verdict).toBe('kept')
    const days = { from: '2026-11-01', to: '2026-11-30' }
    const behind = await app.as('fang').duties.evidence({ lineId: line?.lineId ?? '', ...days })
    expect(behind.items.map(({ state, overdue }) => [state, overdue])).toEqual(
      expect.arrayContaining([
        ['met', false],
        ['open', true],
      ]),
    )
  })
  test('is printed', async () => {
    const answer = await (await app.browserOf('fang')).call({
      method: 'GET',
      url: '/api/duties/report-pdf?month=2026-11',
    })
    expect(answer.headers['content-type']).toBe('application/pdf')
  })
  test('the working days before somebody was appointed are nobody’s fault', async () => {
    const report = await app.as('chen').duties.report({ month: '2026-11' })
    expect(report.lines.find(({ code }) => code === 'A1.3')).toBeUndefined()
    const zhao = await app.as('zhao').duties.report({ month: '2026-11' })
    const checks = zhao.lines.find(({ code }) => code === 'A1.3')
    // Monday 23 and Tuesday 24 passed without a check, on Thursday 26 one was made.
    expect(checks?.sum.met).toBe(1)
    expect((checks?.sum.due ?? 0) - (checks?.sum.missed ?? 0)).toBe(1)
  })
})

test('a figure of the report opens exactly what it counts', async () => {
  const days = { from: '2026-11-01', to: '2026-11-30' }
  for (const login of ['fang', 'lin', 'zhao', 'chen'] as const) {
    const { lines } = await app.as(login).duties.report({ month: '2026-11' })
    for (const { lineId, sum, code } of lines) {
      const opened = async (state: 'met' | 'late' | 'missed' | 'due') =>
        (await app.as(login).duties.evidence({ lineId, ...days, state, limit: 100 })).items
      // Where times are counted, the figures are spells, and what was left out has no record.
      if ((await opened('due')).every(({ dueAt }) => dueAt !== null)) {
        const counts = { met: (await opened('met')).length, late: (await opened('late')).length }
        expect({ code, ...counts }).toEqual({ code, met: sum.met, late: sum.late })
      }
    }
  }
  const fang = await app.as('fang').duties.report({ month: '2026-11' })
  const routed = fang.lines.find(({ code }) => code === 'B3.3')
  const states = async (state: 'missed' | 'due') =>
    (await app.as('fang').duties.evidence({ lineId: routed?.lineId ?? '', ...days, state })).items.map(
      (one) => one.state,
    )
  expect(await states('missed')).toEqual(['open'])
  expect((await states('due')).toSorted()).toEqual(['met', 'open'])
})

test('leads to where the work is done in this version, wherever it was when the sheet was made', async () => {
  const { ours } = app.cast.companies
  const before = (await duty('fang', 'B3.2')).shown
  const moved = JSON.stringify({ ...before, way: { page: '/formerly', needs: null } })
  await app.server.database.inCompany(ours, (tx) =>
    tx.updateTable('duty').set({ shown: moved }).where('code', '=', 'B3.2').execute(),
  )
  forgetDuties(ours)
  expect((await duty('fang', 'B3.2')).shown).toEqual(before)
})

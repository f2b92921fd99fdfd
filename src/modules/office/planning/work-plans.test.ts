import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../../../test/support/app.ts'
import type { OurLogin } from '../../../../test/support/cast.ts'
import { catchUp } from '../../../../test/support/hearing.ts'
import { runWhenDue } from '../../../platform/jobs/schedules.ts'
import { openLog } from '../../../platform/log.ts'
import { approvalSchedules } from '../../organisation/approvals/jobs.ts'

const HOUR = 3_600_000
let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app?.close())

const ITEMS = [
  { goal: '回访率 95% 以上', dueOn: '2026-11-30' },
  { goal: '完成消防演练', dueOn: '2026-11-28' },
]
let month = 0
/** A plan of the writer for a month of its own. */
async function submitted(by: OurLogin = 'chen') {
  month += 1
  const day = `2027-${String(month).padStart(2, '0')}-01`
  const items = [{ goal: '回访率 95% 以上', dueOn: day }]
  const plan = await app.as(by).workPlans.create({ cadence: 'month', day, title: `${month} 月工作计划`, items })
  await app.as(by).workPlans.submit({ id: plan.id })
  const { items: asked } = await app.as(by).approvals.list({ whose: 'asked' })
  const approval = asked.find(({ subjectId }) => subjectId === plan.id)
  if (!approval) throw new Error('nothing was asked')
  return { planId: plan.id, approval }
}
const statusOf = async (id: string) => (await app.as('chen').workPlans.get({ id })).status

test('a month’s plan is written, agreed to by the superior, done and summed up', async () => {
  const chen = app.as('chen')
  const plan = await chen.workPlans.create({
    cadence: 'month',
    day: '2026-11-05',
    title: '十一月工作计划',
    items: ITEMS,
  })
  expect(plan).toMatchObject({ period: '2026-11', fromOn: '2026-11-01', toOn: '2026-11-30', status: 'draft', items: 2 })
  await expect(app.as('zhao').workPlans.get({ id: plan.id })).rejects.toMatchObject({ code: 'work_plan.not_found' })
  expect(await chen.workPlans.submit({ id: plan.id })).toMatchObject({ status: 'submitted', can: ['change'] })
  const { items } = await app.as('zhao').approvals.list({})
  expect(items[0]).toMatchObject({ kind: 'work_plan', askedByName: '陈立', waitingFor: [{ name: '赵敏华' }] })
  expect(items[0]?.can).toEqual(['agree', 'return', 'refuse'])
  await app.as('zhao').approvals.agree({ id: items[0]?.id ?? '', remark: '抓紧' })
  await catchUp(app)
  const { status, lines } = await chen.workPlans.get({ id: plan.id })
  expect(status).toBe('approved')
  for (const { id: itemId } of lines) await chen.workPlans.markDone({ id: plan.id, itemId, result: '已完成' })
  const done = await chen.workPlans.summarise({ id: plan.id, summary: '两项都完成了。' })
  expect(done).toMatchObject({ status: 'summarised', itemsDone: 2, can: [] })
  const { events } = await chen.workPlans.get({ id: plan.id })
  expect(events.map(({ name }) => name)).toEqual([
    'work_plan.created',
    'work_plan.submitted',
    'work_plan.approved',
    'work_plan.item_done',
    'work_plan.item_done',
    'work_plan.summarised',
  ])
})

test('there is one plan of a period, and its items lie within it', async () => {
  const twice = app.as('chen').workPlans.create({ cadence: 'month', day: '2026-11-20', title: '又一份', items: ITEMS })
  await expect(twice).rejects.toMatchObject({ code: 'work_plan.exists' })
  const outside = app
    .as('chen')
    .workPlans.create({ cadence: 'month', day: '2026-12-20', title: '十二月', items: ITEMS })
  await expect(outside).rejects.toMatchObject({ code: 'work_plan.item_outside' })
  const year = await app
    .as('chen')
    .workPlans.create({ cadence: 'year', day: '2026-12-20', title: '年度计划', items: ITEMS })
  expect(year.period).toBe('2026')
})

test('one that is returned goes back to its writer, with the remark', async () => {
  const { planId, approval } = await submitted()
  await app.as('zhao').approvals.return({ id: approval.id, remark: '指标太低' })
  await catchUp(app)
  expect(await statusOf(planId)).toBe('draft')
  const { steps, events } = await app.as('chen').approvals.get({ id: approval.id })
  expect(steps).toMatchObject([{ answer: 'returned', answeredByName: '赵敏华', remark: '指标太低' }])
  expect(events.map(({ name }) => name)).toEqual(['approval.opened', 'approval.returned', 'approval.completed'])
  await app.as('chen').workPlans.submit({ id: planId })
  expect(await statusOf(planId)).toBe('submitted')
})

test('one that is changed after the yes is void and asked for again', async () => {
  const { planId, approval } = await submitted()
  await app.as('zhao').approvals.agree({ id: approval.id })
  await catchUp(app)
  const { lines, fromOn } = await app.as('chen').workPlans.get({ id: planId })
  const items = [...lines.map(({ id, goal, dueOn }) => ({ id, goal, dueOn })), { goal: '加一项', dueOn: fromOn }]
  const changed = await app.as('chen').workPlans.change({ id: planId, title: '改过的计划', items })
  expect(changed).toMatchObject({ status: 'draft', items: 2 })
  const { status, events } = await app.as('chen').approvals.get({ id: approval.id })
  expect(status).toBe('voided')
  expect(events.at(-1)).toMatchObject({ name: 'approval.voided', fromState: 'agreed' })
})

test('whoever asked may take it back, and nobody else may answer', async () => {
  const { planId, approval } = await submitted()
  await expect(app.as('chen').approvals.agree({ id: approval.id })).rejects.toMatchObject({ code: 'approval.own' })
  await expect(app.as('lin').approvals.agree({ id: approval.id })).rejects.toMatchObject({ code: 'approval.not_found' })
  await expect(app.as('qian').approvals.agree({ id: approval.id })).rejects.toMatchObject({ status: 403 })
  await app.as('chen').approvals.withdraw({ id: approval.id })
  await catchUp(app)
  expect(await statusOf(planId)).toBe('draft')
  const late = app.as('zhao').approvals.agree({ id: approval.id })
  await expect(late).rejects.toMatchObject({ code: 'approval.not_allowed_now' })
})

async function letStandIn(principal: OurLogin, deputy: OurLogin) {
  const { items } = await app.as('qian').deputies.principals({})
  const holdingId = items.find(({ staffId }) => staffId === app.cast.people[principal])?.holdingId ?? ''
  const toAt = new Date(app.clock.now.getTime() + 20 * HOUR).toISOString()
  return app.as('qian').deputies.name({ holdingId, deputyId: app.cast.people[deputy], reason: 'leave', toAt })
}

test('a deputy answers for whoever is away, but never about the own plan', async () => {
  const { planId, approval } = await submitted()
  const own = await submitted('gu')
  const { id } = await letStandIn('zhao', 'he')
  const { items } = await app.as('he').approvals.list({})
  expect(items.map((one) => one.id)).toContain(approval.id)
  await app.as('he').approvals.agree({ id: approval.id })
  await catchUp(app)
  expect(await statusOf(planId)).toBe('approved')
  const { steps, events } = await app.as('chen').approvals.get({ id: approval.id })
  expect(steps[0]).toMatchObject({ answeredByName: '何建国', answeredForName: '赵敏华' })
  expect(events.at(-1)).toMatchObject({ name: 'approval.completed', byName: '何建国', forName: '赵敏华' })
  await app.as('qian').deputies.end({ id })
  const away = await letStandIn('chen', 'gu')
  const mine = app.as('gu').approvals.agree({ id: own.approval.id })
  await expect(mine).rejects.toMatchObject({ code: 'approval.own' })
  await app.as('qian').deputies.end({ id: away.id })
})

test('what nobody answers in time moves up', async () => {
  const { approval } = await submitted()
  app.clock.now = new Date(app.clock.now.getTime() + 49 * HOUR)
  const { database, serving } = app.server
  const place = { database, equipment: serving.equipment, announce: serving.announce, log: openLog('silent') }
  for (const schedule of approvalSchedules) {
    const at = { ...place, now: () => app.clock.now, people: async () => undefined }
    await runWhenDue(at, app.cast.companies.ours, schedule)
  }
  const { items } = await app.as('qian').approvals.list({})
  expect(items.map(({ id }) => id)).toContain(approval.id)
  const { steps, events } = await app.as('chen').approvals.get({ id: approval.id })
  expect(steps[0]).toMatchObject({ movedUp: 1, approvers: [{ name: '钱伟' }] })
  expect(events.at(-1)?.details).toMatchObject({ movedFrom: ['赵敏华'], movedTo: ['钱伟'] })
})

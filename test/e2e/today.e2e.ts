// A steward's day in a real browser: it begins at Today, each duty that is due is performed from there, and the superior's page and the
// report of the month show it. Then the same through a deputy.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { places } from '../../src/modules/estate/premises/contract/places.ts'
import { tasks } from '../../src/modules/office/planning/contract/tasks.ts'
import { deputies } from '../../src/modules/organisation/deputies/contract.ts'
import { duties } from '../../src/modules/organisation/duties/contract/duties.ts'
import { requests } from '../../src/modules/service/requests/contract/requests.ts'
import { requestSettings } from '../../src/modules/service/requests/contract/settings.ts'
import { returnVisits } from '../../src/modules/service/return-visits/contract.ts'
import { workOrders } from '../../src/modules/service/work-orders/contract/work-orders.ts'
import { openTheatre, type Theatre } from '../support/browser.ts'
import { catchUp } from '../support/hearing.ts'
import { uploadPng } from '../support/uploads.ts'

let theatre: Theatre
let homeId: string
let categoryOf: (code: string) => string
beforeAll(async () => {
  theatre = await openTheatre()
  const { yunqi } = theatre.cast.estates
  const building = { estateId: yunqi, kind: 'building', no: '3', areaId: theatre.cast.areas.one } as const
  homeId = (await (await theatre.as('zhao')).of(places).create(building)).id
  const { categories } = await (await theatre.as('fang')).of(requestSettings).list({})
  categoryOf = (code) => categories.find((one) => one.code === code)?.id ?? ''
})
afterAll(() => theatre?.close())

async function take(kind: 'repair' | 'complaint', category: string, subject: string) {
  const fang = (await theatre.as('fang')).of(requests)
  const answer = await fang.create({
    estateId: theatre.cast.estates.yunqi,
    channel: 'phone',
    contactName: '林小满',
    contactPhone: '13800012345',
    matters: [{ kind, categoryId: categoryOf(category), urgency: 'normal', subject, placeId: homeId }],
  })
  const [request] = answer.requests
  if (!request) throw new Error('nothing was taken')
  return request
}

/** Done by a worker, so that somebody must ask the customer. */
async function repaired(subject: string) {
  const request = await take('repair', 'plumbing.blocked', subject)
  const wu = await theatre.as('wu')
  const given = { requestId: request.id, way: 'assign', workerId: theatre.cast.people.wu } as const
  const { id } = await (await theatre.as('fang')).of(workOrders).create(given)
  await wu.of(workOrders).take({ id })
  await wu.of(workOrders).arrive({ id })
  const signatureId = await uploadPng(wu)
  await wu.of(workOrders).complete({ id, result: '疏通后试水通畅', labourMinutes: 30, signatureId })
  await catchUp(theatre)
  return request
}

async function complained(subject: string) {
  const request = await take('complaint', 'cleaning', subject)
  const fang = (await theatre.as('fang')).of(requests)
  await fang.dispatch({ id: request.id, handlerId: theatre.cast.people.lin })
  await catchUp(theatre)
  return request
}

const exactly = (code: string) => new RegExp(`^${code.replace('.', '\\.')}$`)
const card = (page: Page, code: string) =>
  page.locator('.duty-card', { has: page.locator('.duty-code', { hasText: exactly(code) }) })
const isDone = (page: Page, code: string) =>
  page.locator('.duty-card-done .duty-code', { hasText: exactly(code) }).waitFor()
const home = async (page: Page) => {
  await catchUp(theatre)
  await page.goto(`${theatre.address}/`)
  await page.getByText('今日职守').first().waitFor()
}

test('a steward’s morning starts at Today, and what is done from there is shown to the superior and in the report', async () => {
  const visited = await repaired('厨房下水堵塞')
  const complaint = await complained('楼道没有打扫')
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
  const { lin } = theatre.cast.people
  const chen = await theatre.as('chen')
  await chen.of(tasks).assign({ assigneeIds: [lin], title: '核对三栋空置房', dueAt: tomorrow })
  await catchUp(theatre)
  const { page, faults } = await theatre.screenOf('lin', '/')
  await page.getByText('今日职守').first().waitFor()
  for (const code of ['A3.1', 'A3.3', 'A3.7', 'A3.10']) await card(page, code).first().waitFor()

  await page
    .getByRole('link', { name: '去阅知' })
    .or(page.getByRole('button', { name: '去阅知' }))
    .first()
    .click()
  await page.waitForURL(/\/duty-sheets\//)
  await page.getByRole('button', { name: /阅知/ }).last().click()
  await page
    .getByText(/已阅知/)
    .first()
    .waitFor()

  await home(page)
  await card(page, 'A3.3').getByText(visited.no).first().waitFor()
  await page
    .getByRole('button', { name: '去办理 A3.3' })
    .or(page.getByRole('link', { name: '去办理 A3.3' }))
    .first()
    .click()
  await page.waitForURL(/\/return-visits/)
  await askCustomer(page)

  await home(page)
  await card(page, 'A3.7').getByRole('link', { name: complaint.no }).first().click()
  await page.waitForURL(/\/requests\//)
  await finishRequest(page)
  await askedByAnother(complaint.id)

  await home(page)
  await page
    .getByRole('button', { name: '去办理 A3.10' })
    .or(page.getByRole('link', { name: '去办理 A3.10' }))
    .first()
    .click()
  await page.waitForURL(/\/tasks/)
  await page.getByText('核对三栋空置房').first().click()
  await page.waitForURL(/\/tasks\/[0-9a-f-]{36}/)
  await page.getByRole('button', { name: '完成' }).first().click()
  await page.getByRole('dialog').getByRole('textbox').first().fill('三栋共四套，门窗水电正常')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /完\s*成|确\s*定/ })
    .last()
    .click()
  await page.getByText('待检查').first().waitFor()

  await home(page)
  for (const code of ['A3.1', 'A3.3', 'A3.6', 'A3.7', 'A3.10']) await isDone(page, code)

  const above = await theatre.screenOf('chen', '/duties/team')
  await above.page.getByText('林芳').first().click()
  await above.page.waitForURL(/\/duties\/people\//)
  await isDone(above.page, 'A3.3')
  await isDone(above.page, 'A3.10')

  await page.goto(`${theatre.address}/duties/report`)
  await page.getByText('履职报告').first().waitFor()
  const report = await (await theatre.as('lin')).of(duties).report({ month: monthNow() })
  const met = report.lines.filter(({ verdict }) => verdict === 'met').map(({ code }) => code)
  expect(met).toEqual(expect.arrayContaining(['A3.10']))
  const done = report.lines.filter(({ sum }) => sum.met > 0).map(({ code }) => code)
  expect(done).toEqual(['A3.1', 'A3.3', 'A3.6', 'A3.7', 'A3.10'])
  for (const code of done) await page.getByText(code, { exact: true }).first().waitFor()
  await above.page.close()
  await page.close()
  expect([...faults, ...above.faults]).toEqual([])
})

test('while she is away her deputy does it in her name', async () => {
  const visited = await repaired('卫生间地漏堵塞')
  const now = Date.now()
  const { lin, zhou } = theatre.cast.people
  const chen = (await theatre.as('chen')).of(deputies)
  const { items: holdings } = await chen.principals({ search: '林芳' })
  const post = holdings.find(({ staffId }) => staffId === lin)
  const toAt = new Date(now + 2 * 86_400_000).toISOString()
  const named = await chen.name({ holdingId: post?.holdingId ?? '', deputyId: zhou, toAt, reason: 'leave' })
  expect(named.status).toBe('active')
  const { page, faults } = await theatre.screenOf('zhou', '/')
  const hers = page.locator('.duty-card', { hasText: '代 林芳' })
  await hers.first().waitFor()
  await hers.locator('..').getByText(visited.no).first().waitFor()
  await page
    .getByRole('button', { name: '去办理 A3.3' })
    .or(page.getByRole('link', { name: '去办理 A3.3' }))
    .last()
    .click()
  await page.waitForURL(/\/return-visits/)
  await askCustomer(page)
  await home(page)
  await page.locator('.duty-card-done', { hasText: '代 林芳' }).first().waitFor()

  const { items } = await (await theatre.as('zhou')).of(returnVisits).list({ requestId: visited.id })
  const visit = await (await theatre.as('zhou')).of(returnVisits).get({ id: items[0]?.id ?? '' })
  const made = visit.events.find(({ name }) => name === 'return_visit.made')
  expect(made).toMatchObject({ byName: '周宁', forName: '林芳' })
  const report = await (await theatre.as('lin')).of(duties).report({ month: monthNow() })
  expect(report.lines.find(({ code }) => code === 'A3.3')?.sum.met).toBe(3)
  const line = report.lines.find(({ code }) => code === 'A3.3')?.lineId ?? ''
  const days = { from: `${monthNow()}-01`, to: new Date(now + 10 * 86_400_000).toISOString().slice(0, 10) }
  const behind = await (await theatre.as('lin')).of(duties).evidence({ lineId: line, ...days })
  expect(behind.items.map(({ doneByName, doneForName }) => [doneByName, doneForName])).toEqual(
    expect.arrayContaining([
      ['林芳', null],
      ['周宁', '林芳'],
    ]),
  )
  await page.close()
  expect(faults).toEqual([])
})

/** Nobody asks about work of one's own. */
async function askedByAnother(requestId: string) {
  await catchUp(theatre)
  const luo = (await theatre.as('luo')).of(returnVisits)
  const { items } = await luo.list({ requestId })
  await luo.make({ id: items[0]?.id ?? '', way: 'phone', solved: true, onTime: true, polite: true, score: 5 })
}

/** The month of the company's clock. */
const monthNow = () =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit' }).format(new Date())

async function askCustomer(page: Page) {
  const start = page.getByRole('link', { name: '开始回访' }).or(page.getByRole('button', { name: '开始回访' }))
  await start.first().click()
  await page.waitForURL(/\/return-visits\/[0-9a-f-]{36}/)
  await page.getByText('问题解决了吗').waitFor()
  for (const key of ['y', 'y', 'y', '5']) await page.keyboard.press(key)
  await page.keyboard.press('Control+Enter')
  await page.getByText('的回访已保存').first().waitFor()
}

async function finishRequest(page: Page) {
  await page.getByRole('button', { name: '接单' }).first().click()
  await page.getByText('已接单').first().waitFor()
  await page.getByRole('button', { name: '完工' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').first().fill('已补打扫，并与保洁约定每日两次')
  await dialog
    .getByRole('button', { name: /完\s*工|确\s*定/ })
    .last()
    .click()
  await page
    .getByText(/已完工|待回访/)
    .first()
    .waitFor()
}

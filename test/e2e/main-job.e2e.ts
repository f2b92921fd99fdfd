// The main job in a real browser: a call taken by keyboard, a sheet issued, the work done on a phone, the customer asked, the request closed.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { requests } from '../../src/modules/service/requests/contract/requests.ts'
import { openTheatre, type Screen, type Theatre } from '../support/browser.ts'
import { catchUp } from '../support/hearing.ts'

let theatre: Theatre
beforeAll(async () => {
  theatre = await openTheatre()
})
afterAll(() => theatre?.close())

const faults: string[] = []
const watched = async (screen: Promise<Screen>) => {
  const { page, faults: own } = await screen
  page.once('close', () => faults.push(...own))
  return page
}

test('from the call to the closed request, each person on the own screen', async () => {
  const desk = await watched(theatre.screenOf('fang', '/requests/new'))
  await drawSlowly(desk)
  const { no, href } = await takeCallByKeyboard(desk)
  expect(no).toMatch(/^WX-\d{8}-\d{4}$/)
  await issueSheet(desk, href)
  const phone = await watched(theatre.screenOf('wu', '/my-work', { size: 'phone' }))
  await repair(phone)
  await catchUp(theatre)
  await desk.goto(`${theatre.address}${href}`)
  await desk.getByText('待回访').first().waitFor()
  const visitor = await watched(theatre.screenOf('luo', '/return-visits'))
  await askCustomer(visitor)
  await desk.reload()
  await desk.getByText('已办结').first().waitFor()
  await ledgerOf(href)
  for (const page of [desk, phone, visitor]) await page.close()
  expect(faults).toEqual([])
})

/** A machine that is busy draws a while after the keys were pressed: what is typed must not go astray for it. */
const drawSlowly = (page: Page) =>
  page.evaluate(() => {
    const draw = window.requestAnimationFrame.bind(window)
    window.requestAnimationFrame = (then) => draw(() => setTimeout(then, 200, performance.now()))
  })

/** Not once is the mouse touched. */
async function takeCallByKeyboard(page: Page) {
  const { keyboard } = page
  const at = (field: string) => page.locator(`#rq-${field}:focus, #rq-${field} input:focus`).waitFor()
  await at('caller')
  await keyboard.type('林小满')
  await keyboard.press('Enter')
  await at('phone')
  await keyboard.type('13800012345')
  await keyboard.press('Enter')
  await at('kind')
  await keyboard.press('1')
  await at('place')
  await keyboard.type('3栋2单元1201')
  await keyboard.press('Enter')
  await at('category')
  await keyboard.type('漏水')
  await keyboard.press('Enter')
  await at('subject')
  await keyboard.type('厨房水管漏水')
  await keyboard.press('Control+Enter')
  const saved = page.locator('.rq-saved-no')
  await saved.waitFor()
  await at('caller')
  return { no: (await saved.textContent()) ?? '', href: (await saved.getAttribute('href')) ?? '' }
}

async function issueSheet(page: Page, href: string) {
  await page.goto(`${theatre.address}${href}`)
  await page.getByRole('button', { name: '开派工单' }).click()
  await page.waitForURL(/\/work-orders\/new\?request=/)
  await choose(page, '派单方式', '指定人员')
  await choose(page, '维修人员', '吴刚')
  await page.getByRole('button', { name: '开派工单' }).click()
  await page.waitForURL(/\/work-orders\/[0-9a-f-]{36}$/)
  await page.getByText('待接单').first().waitFor()
}

async function choose(page: Page, label: string, option: string) {
  await page.getByRole('combobox', { name: label }).click()
  await page.locator('.ant-select-item-option', { hasText: option }).first().click()
}

async function repair(page: Page) {
  expect(page.viewportSize()).toEqual({ width: 360, height: 740 })
  const press = (name: string | RegExp) => page.getByRole('button', { name }).first().tap()
  await page.getByText('厨房水管漏水').waitFor()
  await press('接单')
  await page.waitForURL(/\/my-work\/[0-9a-f-]{36}$/)
  await press('到场')
  await press('我到了')
  await page.getByText('已到场').first().waitFor()
  await press('完工')
  await page.getByRole('textbox', { name: '处理结果' }).fill('更换软管，试水无渗漏')
  await press(/^30/)
  await press('下一步')
  await page.getByText('第 2 步').waitFor()
  await press('下一步')
  await page.getByText('第 3 步').waitFor()
  await press('下一步')
  await page.getByText('第 4 步').waitFor()
  await sign(page)
  await press('交单')
  await page.waitForURL(/\/my-work\/[0-9a-f-]{36}$/)
  await page.getByText('已完工').first().waitFor()
}

async function sign(page: Page) {
  const pad = page.locator('.kit-signature-pad canvas')
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (!box) throw new Error('nowhere to sign')
  await page.mouse.move(box.x + 30, box.y + 30)
  await page.mouse.down()
  await page.mouse.move(box.x + 120, box.y + 60, { steps: 6 })
  await page.mouse.move(box.x + 60, box.y + 70, { steps: 6 })
  await page.mouse.up()
  await page.getByRole('button', { name: '用这个签名' }).tap()
  await page.getByAltText('已签名').waitFor()
}

/** By keyboard too: three times yes, five points. */
async function askCustomer(page: Page) {
  const start = page.getByRole('link', { name: '开始回访' }).or(page.getByRole('button', { name: '开始回访' }))
  await start.first().click()
  await page.waitForURL(/\/return-visits\/[0-9a-f-]{36}/)
  await page.getByText('问题解决了吗').waitFor()
  for (const key of ['y', 'y', 'y', '5']) await page.keyboard.press(key)
  const save = page.getByRole('button', { name: /^保存，下一个/ })
  await expect.poll(() => save.isEnabled()).toBe(true)
  await page.keyboard.press('Control+Enter')
  await page.getByText('的回访已保存').first().waitFor()
}

async function ledgerOf(href: string) {
  const visitor = await theatre.as('fang')
  const id = href.split('/').at(-1) ?? ''
  const closed = await visitor.of(requests).get({ id })
  expect(closed).toMatchObject({ status: 'closed', cycle: 1, returnCount: 0 })
  expect(closed.events.map(({ name, byName, toState }) => `${name} ${toState} ${byName}`)).toEqual([
    'request.received new 方晓',
    'request.accepted accepted 方晓',
    'request.followed dispatched 方晓',
    'request.followed taken 吴刚',
    'request.followed on_site 吴刚',
    'request.completed completed 吴刚',
    'request.visit_came_due to_visit 职守',
    'request.closed closed 罗敏',
  ])
  expect(closed.clocks.filter(({ metAt }) => !metAt)).toEqual([])
}

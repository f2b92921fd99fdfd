// A worker without signal in a real browser: what is pressed waits on the phone, goes out by itself, happens once, and is never lost.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { requests } from '../../src/modules/service/requests/contract/requests.ts'
import { requestSettings } from '../../src/modules/service/requests/contract/settings.ts'
import { workOrders } from '../../src/modules/service/work-orders/contract/work-orders.ts'
import { openTheatre, signIn, type Theatre } from '../support/browser.ts'

let theatre: Theatre
beforeAll(async () => {
  theatre = await openTheatre()
})
afterAll(() => theatre?.close())

async function takenSheet(subject: string) {
  const fang = await theatre.as('fang')
  const { estates, people } = theatre.cast
  const { categories } = await fang.of(requestSettings).list({})
  const made = await fang.of(requests).create({
    estateId: estates.yunqi,
    channel: 'phone',
    contactName: '林小满',
    contactPhone: '13800012345',
    matters: [
      {
        kind: 'repair',
        urgency: 'rush',
        subject,
        placeText: '3 栋大堂',
        categoryId: categories.find(({ kind, parentId }) => kind === 'repair' && parentId !== null)?.id ?? '',
      },
    ],
  })
  const requestId = made.requests[0]?.id ?? ''
  const sheet = await fang.of(workOrders).create({ requestId, trade: 'plumbing', way: 'assign', workerId: people.wu })
  await (await theatre.as('wu')).of(workOrders).take({ id: sheet.id })
  return sheet.id
}
const storyOf = async (id: string) => {
  const { events } = await (await theatre.as('fang')).of(workOrders).get({ id })
  return events.map(({ name, byName }) => `${name.replace('work_order.', '')} ${byName}`)
}
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().tap()
const waiting = (page: Page) => page.getByText('待发送').first()
/** The pages of the steps come with the first look at one. */
async function openedOn(id: string) {
  const screen = await theatre.screenOf('wu', '/my-work', { size: 'phone' })
  await screen.page.locator(`a[href="/my-work/${id}"]`).tap()
  await press(screen.page, '到场')
  await screen.page.getByRole('button', { name: '我到了' }).waitFor()
  return screen
}

test('whoever arrives and completes without signal sees it waiting, and it is done once when the signal is back', async () => {
  const id = await takenSheet('大堂水管漏水')
  const { page, context, faults } = await openedOn(id)
  await context.setOffline(true)
  await press(page, '我到了')
  await waiting(page).waitFor()
  await press(page, '完工')
  await page.getByRole('textbox', { name: '处理结果' }).fill('更换软管，试水无渗漏')
  await press(page, /^30/)
  for (const step of ['第 2 步', '第 3 步', '第 4 步']) {
    await press(page, '下一步')
    await page.getByText(step).waitFor()
  }
  await sign(page)
  await press(page, '交单')
  await expect.poll(() => page.getByText('待发送').count()).toBe(2)
  expect(await storyOf(id)).toEqual(['issued 方晓', 'assigned 方晓', 'taken 吴刚'])
  await context.setOffline(false)
  await expect.poll(() => page.getByText('待发送').count(), { timeout: 30_000 }).toBe(0)
  await page.getByText('已完工').first().waitFor()
  expect((await storyOf(id)).slice(3)).toEqual(['arrived 吴刚', 'completed 吴刚'])
  const sheet = await (await theatre.as('fang')).of(workOrders).get({ id })
  expect(sheet).toMatchObject({ status: 'completed', result: '更换软管，试水无渗漏' })
  expect(sheet.signatureId).toMatch(/^[0-9a-f-]{36}$/)
  await page.reload()
  await page.getByText('已完工').first().waitFor()
  expect(await storyOf(id)).toHaveLength(5)
  expect(faults).toEqual([])
  await page.close()
})

test('an answer that is lost on the way does not make it happen twice', async () => {
  const id = await takenSheet('车库漏水')
  const { page } = await openedOn(id)
  let lost = 0
  await page.route('**/api/work-orders/*/arrive', async (route) => {
    if (lost > 0) return route.continue()
    lost += 1
    await route.fetch()
    await route.abort('connectionreset')
  })
  await press(page, '我到了')
  await page.getByText('已到场').first().waitFor()
  await expect.poll(() => page.getByText('待发送').count(), { timeout: 30_000 }).toBe(0)
  expect((await storyOf(id)).filter((line) => line.startsWith('arrived'))).toEqual(['arrived 吴刚'])
  await page.close()
})

test('a sheet taken away meanwhile says so, with what was typed', async () => {
  const id = await takenSheet('天台积水')
  const { page, context } = await openedOn(id)
  await page.goBack()
  await press(page, '其他操作')
  await page.getByRole('menuitem', { name: '退单' }).tap()
  await page.getByRole('textbox', { name: '原因' }).fill('没带疏通机')
  await context.setOffline(true)
  await press(page, '退单')
  await waiting(page).waitFor()
  await (await theatre.as('chen')).of(workOrders).cancel({ id, reason: '业主自己修好了' })
  await page.locator(`a[href="/my-work/${id}"]`).tap()
  await context.setOffline(false)
  await page.getByText('没有办成').first().waitFor({ timeout: 30_000 })
  await page.getByText('没带疏通机').waitFor()
  await page.reload()
  await page.getByText('没带疏通机').waitFor()
  await press(page, '放弃')
  await page.locator('.ant-modal-confirm').getByRole('button', { name: '放弃' }).tap()
  await expect.poll(() => page.getByText('没带疏通机').count()).toBe(0)
  expect((await storyOf(id)).at(-1)).toBe('cancelled 陈立')
  await page.close()
})

test('what one account left is not sent by another on the same phone, and goes out when the first is back', async () => {
  const id = await takenSheet('水景池漏水')
  const { page, context } = await openedOn(id)
  await page.route('**/api/work-orders/*/arrive', (route) => route.abort('internetdisconnected'))
  await press(page, '我到了')
  await waiting(page).waitFor()
  await context.clearCookies()
  await page.unroute('**/api/work-orders/*/arrive')
  await page.goto(theatre.address)
  await signIn(page, 'ma')
  await page.waitForTimeout(3000)
  expect(await storyOf(id)).toHaveLength(3)
  const upload = async (account: string) => {
    const sent = { method: 'POST', headers: { 'as-account': account }, body: new FormData() }
    return (await fetch('/api/attachments', sent)).json()
  }
  expect(await page.evaluate(upload, theatre.cast.people.wu)).toMatchObject({ code: 'session.required' })
  await context.clearCookies()
  await page.goto(`${theatre.address}/my-work/${id}`)
  await signIn(page, 'wu')
  await page.getByText('已到场').first().waitFor()
  await expect.poll(async () => (await storyOf(id)).at(-1), { timeout: 30_000 }).toBe('arrived 吴刚')
  await page.close()
})

async function sign(page: Page) {
  const pad = page.locator('.kit-signature-pad canvas')
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (!box) throw new Error('nowhere to sign')
  await page.mouse.move(box.x + 30, box.y + 30)
  await page.mouse.down()
  await page.mouse.move(box.x + 120, box.y + 60, { steps: 6 })
  await page.mouse.up()
  await press(page, '用这个签名')
  await page.getByAltText('已签名').waitFor()
}

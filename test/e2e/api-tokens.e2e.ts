// The administrator gives another program a token of its own, sees it used, and takes it back.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTheatre, seriousFaults, type Theatre } from '../support/browser.ts'

let theatre: Theatre
beforeAll(async () => {
  theatre = await openTheatre()
})
afterAll(() => theatre.close())

test('a token is made, shown once, used by another program, and revoked', async () => {
  const { page, faults } = await theatre.screenOf('admin', '/api-tokens')
  const ask = (token: string) =>
    fetch(`${theatre.address}/api/staff?limit=1`, { headers: { authorization: `Bearer ${token}` } })
  await page.getByText('还没有接口令牌').waitFor()
  await page.getByRole('button', { name: '新建令牌' }).first().click()
  const form = page.getByRole('dialog')
  await form.getByLabel('用途').fill('东门门禁')
  await form.getByRole('button', { name: '选全部“查看”' }).click()
  expect(await seriousFaults(page)).toEqual([])
  await form.getByRole('button', { name: '新建令牌' }).click()
  const token = (await page.locator('output').textContent()) ?? ''
  expect(token).toMatch(/^zs_[\w-]{43}$/)
  expect((await ask(token)).status).toBe(200)
  await page.getByRole('button', { name: '已记下' }).click()
  await page.getByText(token).waitFor({ state: 'detached' })
  const row = page.getByRole('row', { name: /东门门禁/ })
  // That it was used is written down after the answer.
  const unused = async () => {
    await page.reload()
    await row.getByText('有效').waitFor()
    return row.getByText('还没有用过').count()
  }
  await expect.poll(unused, { interval: 1000 }).toBe(0)
  expect(await page.content()).not.toContain(token)
  await row.getByRole('button', { name: '收回' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '收回' }).click()
  await row.getByText('已收回').waitFor()
  expect((await ask(token)).status).toBe(401)
  expect(faults).toEqual([])
})

test('whoever may not look after tokens finds no way to the page', async () => {
  const { page } = await theatre.screenOf('fang', '/')
  await page.getByRole('link', { name: '今日职守' }).first().waitFor()
  expect(await page.getByRole('link', { name: '接口令牌' }).count()).toBe(0)
})

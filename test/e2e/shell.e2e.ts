import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { staff } from '../../src/modules/organisation/staff/contract.ts'
import { newId } from '../../src/platform/ids.ts'
import { session } from '../../src/platform/session/contract.ts'
import { openTheatre, seriousFaults, signIn, type Theatre } from '../support/browser.ts'
import { PASSWORD } from '../support/cast.ts'
import { ROOT } from '../support/product.ts'

let theatre: Theatre
beforeAll(async () => {
  theatre = await openTheatre()
})
afterAll(() => theatre.close())

describe('signing in', () => {
  test('says in words that the password is wrong, then opens the address that was asked for', async () => {
    const { page, faults } = await theatre.device()
    await page.goto(`${theatre.address}/account`)
    await page.locator('input[autocomplete=username]').fill('fang')
    await page.locator('input[autocomplete=current-password]').fill('猜一个密码吧')
    await page.keyboard.press('Enter')
    await page.getByText('账号或密码不对').waitFor()
    await signIn(page, 'fang')
    await page.getByRole('heading', { name: '我的账户' }).waitFor()
    expect(await page.title()).toBe('我的账户 · 职守')
    expect(faults).toEqual([])
  })
  test('by phone number works, in the language picked at the door; signing out forgets who was there', async () => {
    const { page } = await theatre.device()
    await page.goto(theatre.address)
    await page.getByRole('button', { name: 'English' }).click()
    await signIn(page, '13800010011')
    await page.getByRole('link', { name: 'Today', exact: true }).waitFor()
    await page.getByRole('button', { name: 'User menu: 方晓' }).click()
    await page.getByText('Sign out').click()
    await page.locator('input[autocomplete=username]').waitFor()
    await page.reload()
    await page.locator('input[autocomplete=username]').waitFor()
  })
  test('makes a newcomer choose a password of her own before anything else', async () => {
    const admin = await theatre.as('admin')
    const { initialPassword } = await admin.of(staff).create({ name: '初夏', login: 'chuxia' })
    if (!initialPassword) throw new Error('a login comes with an initial password')
    const { page } = await theatre.device({ size: 'phone' })
    await page.goto(theatre.address)
    await signIn(page, 'chuxia', initialPassword)
    await page.getByRole('heading', { name: '设置您自己的密码' }).waitFor()
    await page.getByLabel('当前密码').fill(initialPassword)
    await page.getByLabel('新密码', { exact: true }).fill('aaaaaaaaaaaa')
    await page.getByLabel('再输一次新密码').fill('aaaaaaaaaaaa')
    await page.keyboard.press('Enter')
    await page.getByText('这个密码太常见').waitFor()
    await page.getByLabel('新密码', { exact: true }).fill(PASSWORD)
    await page.getByLabel('再输一次新密码').fill(PASSWORD)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /好，初夏/ }).waitFor()
  })
  test('loads at most 250 kB of compressed script', () => {
    const pieces = piecesOfSignIn()
    expect(pieces.length).toBeGreaterThan(1)
    const size = pieces.reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0)
    expect(size).toBeLessThan(250_000)
  })
})

describe('the shell', () => {
  test('says that there is no such record, whether its address is mistyped or its record unknown', async () => {
    const { page } = await theatre.screenOf('chen')
    for (const id of ['mine', newId()]) {
      await page.goto(`${theatre.address}/requests/${id}`)
      await page.getByText('没有这条记录').waitFor()
    }
  })
  test('shows each person the pages of their posts and no others', async () => {
    const { page } = await theatre.screenOf('wu')
    const menu = page.getByRole('navigation', { name: '主导航' })
    await menu.getByRole('link', { name: '今日职守' }).waitFor()
    expect(await menu.getByRole('link', { name: '导入表格' }).count()).toBe(0)
    await page.goto(`${theatre.address}/staff/new`)
    await page.getByRole('heading', { name: '没有权限' }).waitFor()
    await page.goto(`${theatre.address}/nowhere`)
    await page.getByRole('heading', { name: '没有这个页面' }).waitFor()
  })
  test('keeps what was typed when the session ends in the middle of it', async () => {
    const { page, context } = await theatre.screenOf('admin', '/staff/new')
    await page.locator('#name').fill('韩梅')
    await context.clearCookies()
    await page.keyboard.press('Control+Enter')
    await page.locator('.door-over').waitFor()
    await signIn(page, 'admin')
    await page.locator('.door-over').waitFor({ state: 'detached' })
    expect(await page.locator('#name').inputValue()).toBe('韩梅')
  })
  test('asks before unsaved text is left behind', async () => {
    const { page } = await theatre.screenOf('admin', '/staff/new')
    await page.locator('#name').fill('韩梅')
    await page.getByRole('link', { name: '今日职守' }).click()
    await page.getByRole('button', { name: '继续填写' }).click()
    expect(page.url()).toContain('/staff/new')
    await page.getByRole('link', { name: '今日职守' }).click()
    await page.getByRole('button', { name: '离开' }).click()
    await page.getByRole('heading', { name: /郭宁/ }).waitFor()
  })
  test('shows what somebody else changes without being asked to', async () => {
    const { page } = await theatre.screenOf('admin', '/staff?search=新面孔')
    await page.getByText('没有符合条件的记录').waitFor()
    const admin = await theatre.as('admin')
    await admin.of(staff).create({ name: '新面孔' })
    await page.getByRole('link', { name: '新面孔' }).waitFor()
  })
  test('speaks English from one click on, also after a reload', async () => {
    const { page } = await theatre.screenOf('zhao')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('link', { name: 'Today', exact: true }).waitFor()
    await page.reload()
    await page.getByRole('link', { name: 'Today', exact: true }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
  })
})

describe.each([
  { size: 'desk', language: 'zh' },
  { size: 'phone', language: 'en' },
] as const)('on a $size in $language', ({ size, language }) => {
  test('no page of the shell has a serious fault for eyes, hands or ears, or reaches over the edge', async () => {
    const { page, faults } = await theatre.device({ size, language })
    await page.goto(theatre.address)
    await page.locator('form').waitFor()
    const found: Record<string, string[]> = { door: await seriousFaults(page) }
    const login = language === 'en' ? 'zhao' : 'qian'
    const visitor = await theatre.as(login)
    await visitor.of(session).change({ locale: language === 'en' ? 'en' : 'zh-CN' })
    await signIn(page, login)
    await page.locator(`html[lang^=${language}]`).waitFor()
    for (const path of ['/', '/account', '/account/password', '/notifications', '/nowhere', '/staff']) {
      await page.goto(`${theatre.address}${path}`)
      await page.locator('.kit-page h1').waitFor()
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      found[path] = [...(await seriousFaults(page)), ...(over > 0 ? [`reaches ${over} px over the edge`] : [])]
    }
    expect(Object.entries(found).filter(([, list]) => list.length > 0)).toEqual([])
    expect(faults).toEqual([])
  })
})

/** The entry and everything it imports at once. */
function piecesOfSignIn(): string[] {
  const folder = join(ROOT, 'dist', 'web')
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const known = new Set(readdirSync(join(folder, 'assets')))
  const seen = new Set<string>()
  const follow = (name: string) => {
    if (seen.has(name) || !known.has(name)) return
    seen.add(name)
    const code = readFileSync(join(folder, 'assets', name), 'utf8')
    for (const [, next] of code.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) if (next) follow(next)
  }
  for (const [, name] of html.matchAll(/\/assets\/([^"]+\.js)"/g)) if (name) follow(name)
  return [...seen].map((name) => join(folder, 'assets', name))
}

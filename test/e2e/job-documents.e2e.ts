// A job document in a real browser: pasted, put right beside its text, drafted, published by somebody else, and on a person's Today.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { duties } from '../../src/modules/organisation/duties/contract/duties.ts'
import { jobDocuments } from '../../src/modules/organisation/job-documents/contract.ts'
import { openTheatre, seriousFaults, type Theatre } from '../support/browser.ts'
import { catchUp } from '../support/hearing.ts'
import { MESSY_DOCUMENT } from '../support/job-document.ts'
import { temporaryFolder } from '../support/temporary.ts'

let theatre: Theatre
beforeAll(async () => {
  theatre = await openTheatre()
})
afterAll(() => theatre?.close())

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()

test('a pasted document becomes a draft, binds nobody before a second person publishes it, and then stands on Today', async () => {
  const { page: desk, faults } = await theatre.screenOf('su', '/job-documents/new')
  await desk.getByRole('textbox', { name: '或者直接粘贴文字' }).fill(MESSY_DOCUMENT)
  await press(desk, /读\s*入/)
  await desk.waitForURL(/\/job-documents\/[0-9a-f-]{36}$/)
  await putRight(desk)
  expect(await seriousFaults(desk)).toEqual([])
  await press(desk, /拟稿/)
  await desk.getByText('已拟成 1 份草稿').waitFor()
  expect(await textsOfToday()).not.toContain(CHANGED)

  await desk.getByRole('link', { name: '客户服务部管家' }).click()
  await desk.waitForURL(/\/duty-sheets\/[0-9a-f-]{36}$/)
  await confirmed(desk, /送\s*审/)
  await desk.getByText('待审核').first().waitFor()
  const { page: reviewer, faults: others } = await theatre.screenOf('zhao', new URL(desk.url()).pathname)
  await reviewer.getByText(CHANGED).first().waitFor()
  await confirmed(reviewer, /发\s*布/)
  await reviewer.getByText('现行').first().waitFor()
  await catchUp(theatre)
  expect(await textsOfToday()).toContain(CHANGED)
  const { page: phone } = await theatre.screenOf('lin', '/', { size: 'phone' })
  await phone.getByText(CHANGED).first().waitFor({ state: 'attached' })
  expect([...faults, ...others]).toEqual([])
})

const CHANGED = '受理业主投诉，两小时内响应，并跟进到办结'

/** One duty in other words, one left out; the new post is left to somebody who may make posts. */
async function putRight(page: Page) {
  await page.getByText('1/2 个岗位，3/6 条职责').waitFor()
  const rows = page.locator('.jd-duty')
  const marked = page.locator('.jd-text mark[data-chosen]')
  await rows.nth(0).locator('[data-sentence]').click()
  const chosen = [expect.stringContaining('每季度对辖区'), expect.stringContaining('走访')]
  await expect.poll(() => marked.allTextContents()).toEqual(chosen)
  await rows.nth(1).getByRole('button', { name: '修改' }).click()
  await page.getByRole('textbox', { name: '职责', exact: true }).fill(CHANGED)
  await rows.nth(1).getByRole('button', { name: '收起' }).first().click()
  await rows.nth(2).getByRole('checkbox').click()
  await page.getByText('1/2 个岗位，2/6 条职责').waitFor()
}

/** The verb of a sheet, and the same once more in what asks for it. */
async function confirmed(page: Page, verb: RegExp) {
  await press(page, verb)
  const asked = page.getByRole('dialog')
  await asked.waitFor()
  await asked.getByRole('button', { name: verb }).click()
}

async function textsOfToday() {
  const today = await (await theatre.as('lin')).of(duties).today({})
  return today.duties.map(({ text }) => text)
}

test('a file that cannot be read is answered in words, and leaves nothing behind', async () => {
  const { page } = await theatre.screenOf('su', '/job-documents/new')
  const bring = (name: string, buffer: Buffer) =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
  const told = (words: RegExp) => page.getByRole('alert').filter({ hasText: words }).waitFor()
  const before = await total()
  await page.locator('input[type=file]').setInputFiles(heavyFile())
  await told(/文件太大/)
  const locked = Buffer.from('d0cf11e0a1b11ae1', 'hex')
  await bring('加密.docx', Buffer.concat([locked, Buffer.alloc(2048)]))
  await told(/加了密码，或者是旧版/)
  await bring('坏.docx', Buffer.from([1, 2, 0, 3, 4, 0, 5]))
  await told(/已损坏/)
  await bring('通知.txt', Buffer.from('各位业主：周六停水检修，请提前储水。'))
  await told(/没有认出岗位和职责/)
  await bring('空.txt', Buffer.alloc(0))
  await told(/没有文字/)
  expect(await total()).toBe(before)
})

function heavyFile() {
  const path = join(temporaryFolder('heavy'), '岗位职责.docx')
  writeFileSync(path, Buffer.alloc(50 * 1024 * 1024, 'a'))
  return path
}

const total = async () => (await (await theatre.as('su')).of(jobDocuments).list({})).total

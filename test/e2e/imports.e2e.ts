// A table brought in through the page in a real browser: mapped, tried, taken in, its rejected rows returned; and brought a second time.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startWorker } from '../../src/app/worker.ts'
import { requests } from '../../src/modules/service/requests/contract/requests.ts'
import { writeSheet } from '../../src/platform/sheets/write-sheet.ts'
import { openTheatre, type Theatre } from '../support/browser.ts'
import { ROOT } from '../support/product.ts'
import { temporaryFolder } from '../support/temporary.ts'

const REAL = join(ROOT, '../shared/data/complaints/hot-topics-4326.xlsx')
const isThere = existsSync(REAL)
const LONG = 120_000

let theatre: Theatre
let worker: Awaited<ReturnType<typeof startWorker>>
beforeAll(async () => {
  theatre = await openTheatre()
  worker = await startWorker(theatre.settings)
})
afterAll(async () => {
  await worker?.close()
  await theatre?.close()
})

describe('a table through the page', () => {
  test('gives back the row it cannot take, and takes none twice', async () => {
    const file = join(temporaryFolder('sheets'), 'hotline.xlsx')
    await writeSheet(file, { sheetName: '留言', columns: COLUMNS, rows: SAID })
    const { page, faults } = await theatre.screenOf('zhao')
    expect(await tried(page, file, '小区热线')).toEqual({ 总行数: 4, 可以导入: 3, 已有: 0, 退回: 1 })
    await page.getByText('大概是上周').first().waitFor()
    expect(await takenIn(page)).toEqual({ 总行数: 4, 已导入: 3, 已有: 0, 退回: 1 })
    expect(await tried(page, file, '小区热线')).toEqual({ 总行数: 4, 可以导入: 0, 已有: 3, 退回: 1 })
    expect(await page.getByRole('button', { name: '正式导入' }).isDisabled()).toBe(true)
    expect(faults).toEqual([])
    await page.close()
  })

  test.skipIf(!isThere)(
    `accounts for all 4,326 complaints of another system${isThere ? '' : ' (skipped: ../shared/data is not here)'}`,
    async () => {
      const { page, faults } = await theatre.screenOf('zhao')
      expect(await tried(page, REAL, '市民热线')).toEqual({ 总行数: 4326, 可以导入: 4326, 已有: 0, 退回: 0 })
      expect(await takenIn(page)).toEqual({ 总行数: 4326, 已导入: 4326, 已有: 0, 退回: 0 })
      expect(await tried(page, REAL, '市民热线')).toEqual({ 总行数: 4326, 可以导入: 0, 已有: 4326, 退回: 0 })
      await page.goto(`${theatre.address}/requests?search=${encodeURIComponent('婚纱 米兰春天')}`)
      await page.getByText('一米阳光婚纱艺术摄影').first().waitFor()
      expect(faults).toEqual([])
      await page.close()
      const zhao = await theatre.as('zhao')
      const { items } = await zhao.of(requests).list({ q: '婚纱 米兰春天' })
      expect(items.map(({ receivedAt, receivedBy, status }) => ({ receivedAt, receivedBy, status }))).toEqual([
        { receivedAt: '2019-02-28T03:25:05.000Z', receivedBy: 'A000102948', status: 'closed' },
      ])
    },
  )
})

const COLUMNS = ['留言编号', '留言用户', '留言主题', '留言时间', '留言详情'].map(
  (label) => ({ key: label, label, kind: 'text' }) as const,
)
const SAID = [
  ['9001', '林小满', '地库照明不亮', '2025/3/2 9:05:00', '负一层东侧三盏灯不亮'],
  ['9002', '陈立夏', '电梯异响', '2025-03-02 18:40:11', '二单元电梯到六层有响声'],
  ['9003', '王秋生', '垃圾桶满了', '大概是上周', '南门两个桶都满了'],
  ['9004', '赵冬青', '门禁刷不开', '2025/3/4 7:30:00', '刷卡没有反应'],
].map((cells) => Object.fromEntries(COLUMNS.map(({ key }, at) => [key, cells[at]])))

/** From the file to the outcome of the dry run. */
async function tried(page: Page, file: string, source: string) {
  await page.goto(`${theatre.address}/imports/new`)
  await page.locator('input[type=file]').setInputFiles(file)
  await page.waitForURL(/\/imports\/[\da-f-]{36}$/)
  await page.locator('#option-source').fill(source)
  await choose(page, 'estateId', '云栖里小区')
  await choose(page, 'kind', '投诉')
  await choose(page, 'as', '历史记录（已办结）')
  await page.getByRole('button', { name: '试导入' }).click()
  await page.getByRole('button', { name: '正式导入' }).waitFor({ timeout: LONG })
  return figures(page)
}

async function takenIn(page: Page) {
  await page.getByRole('button', { name: '正式导入' }).click()
  await page.getByRole('button', { name: '再导一份' }).waitFor({ timeout: LONG })
  return figures(page)
}

async function choose(page: Page, option: string, text: string) {
  const box = page.locator('.ant-select').filter({ has: page.locator(`#option-${option}`) })
  // A second time the choices of the first are kept.
  if ((await box.textContent())?.includes(text)) return
  await box.click()
  await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').getByText(text, { exact: true }).click()
  await box.getByText(text, { exact: true }).waitFor()
}

async function figures(page: Page) {
  const text = (await page.locator('main').textContent()) ?? ''
  const pairs = text.matchAll(/(总行数|可以导入|已导入|已有|退回)\s*([\d,]+)/g)
  return Object.fromEntries([...pairs].map(([, name = '', figure = '']) => [name, Number(figure.replaceAll(',', ''))]))
}

// A real browser on the built pages, with the cast of a stage at its keyboards.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, Result } from 'axe-core'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { buildPages } from '../../src/app/start/pages.ts'
import { type Login, PASSWORD } from './cast.ts'
import { ROOT } from './product.ts'
import { openStage, type Stage } from './stage.ts'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const SIZES = { desk: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } } as const

export type Device = { size?: keyof typeof SIZES; language?: 'zh' | 'en' }
export type Screen = {
  page: Page
  context: BrowserContext
  /** What went wrong on the page unseen: thrown errors and logged ones. */
  faults: string[]
}
export type Theatre = Stage & {
  address: string
  /** A new device on which nobody is signed in. */
  device(device?: Device): Promise<Screen>
  /** The same with this person signed in, at this address. */
  screenOf(login: Login, path?: string, device?: Device): Promise<Screen>
}

/** The clock runs: a browser has one of its own. */
export async function openTheatre(): Promise<Theatre> {
  await buildPages(ROOT).done
  const stage = await openStage(new Date().toISOString())
  const address = await stage.server.app.listen({ host: '127.0.0.1', port: 0 })
  const browser = await launch()
  const device = (of: Device = {}) => deviceIn(browser, of)
  return {
    ...stage,
    address,
    device,
    async screenOf(login, path = '/', of = {}) {
      const screen = await device(of)
      await screen.page.goto(`${address}${path}`)
      await signIn(screen.page, login)
      return screen
    },
    async close() {
      await browser.close()
      await stage.close()
    },
  }
}

const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS })

async function deviceIn(browser: Browser, { size = 'desk', language = 'zh' }: Device): Promise<Screen> {
  const phone = size === 'phone'
  const context = await browser.newContext({
    viewport: SIZES[size],
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    isMobile: phone,
    hasTouch: phone,
    // axe is put into the page, which the server forbids to everybody else.
    bypassCSP: true,
    serviceWorkers: 'block',
  })
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    // The browser logs each answer that is no success; those are told to the person.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) faults.push(message.text())
  })
  return { page, context, faults }
}

export async function signIn(page: Page, login: string, password: string = PASSWORD) {
  await page.locator('input[autocomplete=username]').fill(login)
  await page.locator('input[autocomplete=current-password]').fill(password)
  await page.keyboard.press('Enter')
  await page.locator('.shell, .door h1:not(.sr-only)').first().waitFor()
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Serious and critical faults of accessibility, each in one line. */
export async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const { violations }: AxeResults = await page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(inWords)
}
const inWords = ({ id, nodes }: Result) =>
  `${id}: ${nodes.map(({ target, any }) => `${target.join(' ')} ${any[0]?.message ?? ''}`).join('; ')}`

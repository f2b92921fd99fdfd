// What the tests need from the machine besides packages: a browser, Chinese glyphs, an older PostgreSQL.
import { existsSync } from 'node:fs'
import { debianBinaries } from '../src/platform/postgres/binaries.ts'
import { runQuietly } from './steps.ts'

const BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]
const GLYPHS = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'

const canInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

let listsAreFresh = false

/** Undefined when all is there; otherwise what apt-get said last. */
async function aptInstall(...packages: string[]): Promise<string | undefined> {
  console.log(`   installing ${packages.join(', ')} with apt-get`)
  process.env.DEBIAN_FRONTEND = 'noninteractive'
  if (!listsAreFresh) await runQuietly(['apt-get', 'update', '-q'])
  listsAreFresh = true
  const { code, said } = await runQuietly(['apt-get', 'install', '-q', '-y', '--no-install-recommends', ...packages])
  return code === 0 ? undefined : said.trim().split('\n').at(-1)
}

export async function installBrowser(): Promise<{ path?: string; missing?: string }> {
  const wanted = [
    ...(existsSync('/usr/bin/chromium') ? [] : ['chromium']),
    ...(existsSync(GLYPHS) ? [] : ['fonts-noto-cjk']),
  ]
  if (wanted.length > 0 && canInstall()) await aptInstall(...wanted)
  const path = [process.env.CHROMIUM, ...BROWSERS].find((one) => one !== undefined && existsSync(one))
  if (path) return { path }
  return {
    missing:
      'No browser: install Chromium (Debian: apt-get install chromium fonts-noto-cjk) or Google Chrome, or set CHROMIUM to its path.',
  }
}

/** Undefined when that PostgreSQL is there; otherwise one line on how to get it. */
export async function installServer(major: number): Promise<string | undefined> {
  if (debianBinaries(major)) return undefined
  if (canInstall()) await aptInstall(`postgresql-${major}`)
  if (debianBinaries(major)) return undefined
  return `PostgreSQL ${major} is not on this machine: on Debian 12, apt-get install postgresql-${major}.`
}

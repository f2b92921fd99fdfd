import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Embedded, startEmbedded } from '../../src/platform/postgres/embedded.ts'
import { type Product, startProduct, ZHISHOU, zhishou } from '../support/product.ts'
import { temporaryFolder } from '../support/temporary.ts'

const root = temporaryFolder('several')
const SEAL_KEY = Buffer.alloc(32, 7).toString('base64')
let postgres: Embedded
const running: Product[] = []

beforeAll(async () => {
  postgres = await startEmbedded({ folder: join(root, 'postgres') })
})
afterAll(async () => {
  await Promise.all(running.map((product) => product.interrupt()))
  await postgres.stop()
  rmSync(root, { recursive: true, force: true })
})

const environment = () => ({ DATABASE_URL: postgres.url, SEAL_KEY })

const command = (...args: string[]) => zhishou(join(root, 'data'), args, environment())

/** `serve` or `work`, on a machine with a data folder of its own. */
function stay(machine: string, command: string, more: Record<string, string> = {}) {
  const dataDir = join(root, machine)
  const product = startProduct({ dataDir, environment: { ...environment(), ...more }, command: [...ZHISHOU, command] })
  running.push(product)
  return product
}

test('a server is refused before the tables are those of its version, and without a database to share', async () => {
  const early = stay('one', 'serve')
  expect((await early.ended).code).toBe(1)
  expect(early.errors().trim()).toBe(
    'The database is not at this version (no migration was ever applied): run npm run zhishou -- migrate.',
  )
  const alone = stay('one', 'serve', { DATABASE_URL: '' })
  expect((await alone.ended).code).toBe(1)
  expect(alone.errors()).toContain('Set DATABASE_URL')
})

test('who signs in at one server is known at the other, and a worker runs beside them', async () => {
  expect((await command('migrate')).said.applied).not.toEqual([])
  const { said } = await command('company', 'create', '花园物业', '--manager', '陈静', '--login', 'chenjing')
  const password = String(said.initialPassword)
  const servers = [stay('one', 'serve'), stay('two', 'serve')]
  const worker = stay('two', 'work')
  const [one, two] = await Promise.all(servers.map(async (server) => (await server.ready).address))
  const signedIn = await fetch(`${one}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: String(one) },
    body: JSON.stringify({ login: 'chenjing', password }),
  })
  expect(signedIn.status).toBe(200)
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const seen = await fetch(`${two}/api/session`, { headers: { cookie } })
  expect(await seen.json()).toMatchObject({ user: { name: '陈静' }, mustChangePassword: true })
  await worker.interrupt()
  expect(worker.errors()).toBe('')
  expect((await command('verify')).said).toMatchObject({ ok: true })
})

test('a command on a database that has gone says so in its answer', async () => {
  const gone = { DATABASE_URL: postgres.url.replace(/:\d+\//, ':1/') }
  expect(await zhishou(join(root, 'gone'), ['verify'], gone)).toEqual({
    code: 1,
    said: { error: 'The database zhishou at 127.0.0.1:1 cannot be used: nothing listens there.' },
  })
})

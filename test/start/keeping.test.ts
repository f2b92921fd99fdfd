import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { processesOn, zhishou } from '../support/product.ts'
import { temporaryFolder } from '../support/temporary.ts'

const root = temporaryFolder('keeping')
const folder = (name: string) => join(root, name)
const CREATE = ['company', 'create', '花园物业', '--manager', '陈静', '--login', 'chenjing']

beforeAll(async () => {
  const { code, said } = await zhishou(folder('home'), CREATE)
  expect(code).toBe(0)
  expect(said.initialPassword).toMatch(/^\w{4}-\w{4}-\w{4}$/)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

test('commands start the sleeping database for their time and leave nothing running', () => {
  expect(processesOn(folder('home'))).toEqual([])
})

test('a login that is malformed is refused before anything is made', async () => {
  const { code, said } = await zhishou(folder('none'), [...CREATE.slice(0, -1), '陈'])
  expect(code).toBe(1)
  expect(said.error).toBe('login cannot be used: staff.login_malformed.')
})

const rowsOf = async (home: string, backup: string) => (await zhishou(home, ['backup', backup])).said.rows

test.each([
  { kind: 'logical', way: [] },
  { kind: 'cluster', way: ['--cluster'] },
])('what is backed up as $kind comes back whole in an empty folder, and only there', async ({ kind, way }) => {
  const [backup, home] = [folder(kind), folder(`home of ${kind}`)]
  const backedUp = await zhishou(folder('home'), ['backup', backup, ...way])
  expect(backedUp).toMatchObject({ code: 0, said: { kind, folder: backup } })
  expect((await zhishou(home, ['restore', backup])).code).toBe(0)
  expect((await zhishou(home, ['verify'])).said).toMatchObject({ ok: true })
  expect(await rowsOf(home, folder(`again ${kind}`))).toBe(await rowsOf(folder('home'), folder(`same ${kind}`)))
  expect((await zhishou(home, ['restore', backup])).said.error).toMatch(/already|not empty/)
})

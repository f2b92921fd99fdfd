import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { startOldPostgres } from '../support/old-postgres.ts'
import { processesOn, ROOT, startProduct } from '../support/product.ts'
import { temporaryFolder } from '../support/temporary.ts'

const root = temporaryFolder('refusals')
afterAll(() => rmSync(root, { recursive: true, force: true }))
const folder = (name: string) => join(root, name)

/** A refused start: what it said, and that it said one line. */
async function refusalOf(dataDir: string, environment: Record<string, string> = {}, command?: string[]) {
  const product = startProduct({ dataDir, environment, ...(command ? { command } : {}) })
  const { code } = await product.ended
  expect(code).toBe(1)
  expect(product.errors().trim().split('\n')).toHaveLength(1)
  expect(processesOn(dataDir)).toEqual([])
  return product.errors().trim()
}

test('a Node that is too old is told so', async () => {
  const asNode18 = `data:text/javascript,Object.defineProperty(process, 'versions', { value: { node: '18.20.8' } })`
  const command = [process.execPath, '--import', asNode18, join(ROOT, 'scripts', 'start.mjs')]
  expect(await refusalOf(folder('node'), {}, command)).toBe(
    'Zhishou needs Node 20.19 or newer to start, and this is Node 18.20.8.',
  )
})

test('a taken port is refused before anything is made', async () => {
  const other = createServer()
  const port = await new Promise<number>((resolve) =>
    other.listen(0, '127.0.0.1', () => {
      const address = other.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    }),
  )
  expect(await refusalOf(folder('port'), { PORT: String(port) })).toContain(`Port ${port} is taken by another program`)
  expect(existsSync(folder('port'))).toBe(false)
  other.close()
})

test('a data folder that cannot be written is refused', async () => {
  writeFileSync(folder('file'), '')
  expect(await refusalOf(join(folder('file'), 'data'))).toContain('cannot be written: part of its path is a file')
})

test('a setting that makes no sense is named', async () => {
  expect(await refusalOf(folder('setting'), { PORT: 'web' })).toBe('PORT must be a number, not "web".')
  expect(await refusalOf(folder('setting'), { HOST: '203.0.113.7', PORT: '4199' })).toBe(
    'HOST=203.0.113.7 is not an address of this machine.',
  )
})

test('a database that is gone is named without its password', async () => {
  const said = await refusalOf(folder('gone'), { DATABASE_URL: 'postgres://zhishou:geheim@127.0.0.1:1/zhishou' })
  expect(said).toBe('The database zhishou at 127.0.0.1:1 cannot be used: nothing listens there.')
})

test('a database server older than 15 is refused', async () => {
  const old = await startOldPostgres('14.12')
  const said = await refusalOf(folder('old'), { DATABASE_URL: old.url })
  expect(said).toBe('The database is PostgreSQL 14.12; Zhishou needs version 15 or newer.')
  await old.close()
})

test('a data folder made by another PostgreSQL is refused and left as it is', async () => {
  const product = startProduct({ dataDir: folder('major') })
  await product.ready
  await product.interrupt()
  writeFileSync(join(folder('major'), 'postgres', 'cluster', 'PG_VERSION'), '17\n')
  expect(await refusalOf(folder('major'))).toContain('was made by PostgreSQL 17, and 18 comes along now')
})

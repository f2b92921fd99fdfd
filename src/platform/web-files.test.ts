import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clonedDatabase } from '../../test/support/database.ts'
import { openServedApp, type ServedApp } from '../../test/support/served-app.ts'
import { temporaryFolder } from '../../test/support/temporary.ts'

const SCRIPT = `console.log(${JSON.stringify('橘子'.repeat(2000))})`
const INPUTS = 'what the pages were built of'
let clone: Awaited<ReturnType<typeof clonedDatabase>>
let app: ServedApp

beforeAll(async () => {
  const pages = temporaryFolder('pages')
  mkdirSync(join(pages, 'assets'))
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>职守</title>')
  writeFileSync(join(pages, 'sw.js'), 'self.skipWaiting()')
  writeFileSync(join(pages, 'assets', 'index-4f2a.js'), SCRIPT)
  writeFileSync(join(pages, '.inputs'), INPUTS)
  clone = await clonedDatabase()
  app = await openServedApp(clone.url, { pages })
})
afterAll(async () => {
  await app?.close()
  await clone?.drop()
})
const get = (url: string, headers: Record<string, string> = {}) => app.app.inject({ method: 'GET', url, headers })

test('a file whose name carries its hash is kept for ever, everything else is asked for each time', async () => {
  const script = await get('/assets/index-4f2a.js')
  expect(script.headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
  })
  for (const url of ['/', '/sw.js', '/requests']) expect((await get(url)).headers['cache-control']).toBe('no-cache')
})

test('every address of a page answers with the one page there is', async () => {
  for (const url of ['/', '/requests', '/requests/0190?tab=timeline', '/settings/people']) {
    const page = await get(url)
    expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect(page.body).toContain('职守')
  }
})

test('a script that is not there is not answered with a page', async () => {
  expect((await get('/assets/index-old.js')).statusCode).toBe(404)
})

test.each(['/.inputs', '/../package.json', '/%2e%2e/package.json', '/assets/..%2f..%2fpackage.json', '/assets'])(
  '%s gives no file away',
  async (url) => {
    const answer = await get(url)
    expect(answer.body).not.toContain('"name"')
    expect(answer.body).not.toContain(INPUTS)
  },
)

test('what is worth it is compressed as the browser likes', async () => {
  const brotli = await get('/assets/index-4f2a.js', { 'accept-encoding': 'gzip, deflate, br' })
  expect(brotli.headers['content-encoding']).toBe('br')
  expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(SCRIPT)
  const gzip = await get('/assets/index-4f2a.js', { 'accept-encoding': 'gzip' })
  expect(gunzipSync(gzip.rawPayload).toString()).toBe(SCRIPT)
  expect((await get('/sw.js', { 'accept-encoding': 'br' })).headers['content-encoding']).toBeUndefined()
})

test('a browser that has the file is told that it is still the same', async () => {
  const { etag } = (await get('/')).headers
  const again = await get('/', { 'if-none-match': String(etag) })
  expect([again.statusCode, again.body]).toEqual([304, ''])
})

test('pages are read, not written', async () => {
  expect((await app.app.inject({ method: 'POST', url: '/requests' })).statusCode).toBe(404)
  expect((await app.app.inject({ method: 'HEAD', url: '/requests' })).statusCode).toBe(200)
})

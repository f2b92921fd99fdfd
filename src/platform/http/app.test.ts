import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clonedDatabase } from '../../../test/support/database.ts'
import {
  bells,
  makeCompany,
  openServedApp,
  PASSWORD,
  type ServedApp,
  type Visitor,
  visitorOf,
} from '../../../test/support/served-app.ts'
import { session } from '../session/contract.ts'

let clone: Awaited<ReturnType<typeof clonedDatabase>>
let app: ServedApp
let fang: Visitor

beforeAll(async () => {
  clone = await clonedDatabase()
  await makeCompany(clone.url, '港湾物业', ['fang'])
  app = await openServedApp(clone.url)
  fang = visitorOf(app.app)
  await fang.of(session).create({ login: 'fang', password: PASSWORD })
})
afterAll(async () => {
  await app?.close()
  await clone?.drop()
})

const ring = (headers: Record<string, string>, payload: string | object = { word: 'ding' }) =>
  fang.call({ method: 'POST', url: '/api/bells/ring', headers: { host: 'office.example', ...headers }, payload })
const json = { 'content-type': 'application/json' }

describe('a call with a cookie', () => {
  test.each([
    ['from a page of ours', { origin: 'http://office.example' }],
    ['from a page of ours over https behind a proxy', { origin: 'https://office.example' }],
    ['from a page of ours that names the usual port', { origin: 'http://office.example', host: 'office.example:80' }],
    ['from a program without an origin', {}],
    ['typed into the address line', { 'sec-fetch-site': 'none' }],
  ])('%s is taken', async (_, headers) => {
    expect((await ring(headers)).statusCode).toBe(200)
  })

  test.each([
    ['from another site', { origin: 'https://evil.example' }],
    ['from another port of our host', { origin: 'http://office.example:8080' }],
    ['from a name below ours', { origin: 'http://evil.office.example' }],
    ['from a page without an origin of its own', { origin: 'null' }],
    ['that a browser calls foreign', { 'sec-fetch-site': 'cross-site' }],
    ['that a browser calls a neighbour’s', { 'sec-fetch-site': 'same-site' }],
  ])('%s is refused', async (_, headers) => {
    const answer = await ring({ ...json, ...headers }, '{"word":"ding"}')
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'access.foreign_origin'])
  })

  test('from a form in an old browser, without an origin and not as JSON, is refused', async () => {
    const answer = await ring({ 'content-type': 'application/x-www-form-urlencoded' }, 'word=ding')
    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    expect((await ring({ 'content-type': 'text/plain' }, '{"word":"ding"}')).statusCode).toBeGreaterThanOrEqual(400)
  })

  test('only reading works from wherever a link leads here', async () => {
    const answer = await fang.call({ method: 'GET', url: '/api/bells', headers: { origin: 'https://evil.example' } })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
  })

  test('nobody is signed in by a page of somebody else', async () => {
    const answer = await visitorOf(app.app).call({
      method: 'POST',
      url: '/api/session',
      headers: { origin: 'https://evil.example' },
      payload: { login: 'fang', password: PASSWORD },
    })
    expect(answer.json().code).toBe('access.foreign_origin')
    expect(answer.cookies).toEqual([])
  })
})

describe('what cannot be kept or read', () => {
  test.each([
    ['a NUL', '{"word":"a\\u0000b"}', 'word'],
    ['half a character', '{"word":"\\ud83c"}', 'word'],
    ['a NUL in a key', '{"a\\u0000":1}', ''],
    ['a NUL deep inside', '{"x":[{"y":"\\u0000"}]}', 'x.0.y'],
  ])('%s is bad input', async (_, payload, path) => {
    const answer = await ring(json, payload)
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ code: 'bad_input', fields: [{ path }] })
  })

  test('a NUL in the address is bad input', async () => {
    const answer = await fang.call({ method: 'GET', url: '/api/bells?word=a%00b' })
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'bad_input'])
  })

  test('a whole character written as two escapes, and the text \\u0000 itself, are fine', async () => {
    expect((await ring(json, '{"word":"\\ud83c\\udf4a"}')).statusCode).toBe(200)
    expect((await ring(json, '{"word":"\\\\u0000"}')).statusCode).toBe(200)
  })

  test.each(['{', '[]', '"text"', 'null', '{"__proto__":{"admin":true},"word":"x"}'])(
    '%s is bad input',
    async (payload) => {
      expect((await ring(json, payload)).statusCode).toBe(400)
    },
  )

  test('more than a megabyte is too large', async () => {
    const answer = await ring(json, JSON.stringify({ word: 'x'.repeat(1024 * 1024) }))
    expect([answer.statusCode, answer.json().code]).toEqual([413, 'file.too_large'])
  })

  test('an unknown address below /api is not found, as JSON', async () => {
    for (const url of ['/api/nothing', '/api', '/api/bells/ring/more', '/api?x=1']) {
      const answer = await fang.call({ method: 'GET', url, headers: { accept: 'text/html' } })
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'not_found'])
    }
  })
})

describe('every answer', () => {
  test('carries the id of its call, the caller’s own where it is one', async () => {
    const given = await fang.call({ method: 'GET', url: '/api/bells', headers: { 'x-request-id': 'proxy-42.abc' } })
    expect(given.headers['x-request-id']).toBe('proxy-42.abc')
    const bad = await fang.call({
      method: 'GET',
      url: '/api/nothing',
      headers: { 'x-request-id': 'a\tb{}'.repeat(40) },
    })
    expect(bad.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
    expect(bad.json().requestId).toBe(bad.headers['x-request-id'])
  })

  test('forbids pages of ours to run anything from elsewhere', async () => {
    const { headers } = await fang.call({ method: 'GET', url: '/api/bells' })
    const rules = String(headers['content-security-policy'])
    expect(rules).toContain("script-src 'self';")
    expect(rules).toContain("object-src 'none'")
    expect(rules).not.toContain('upgrade-insecure-requests')
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
  })
})

describe('too many calls', () => {
  test('of one session are refused for the rest of the minute, and other sessions go on', async () => {
    const strict = await openServedApp(clone.url, { callsPerMinute: 60 })
    const [one, other] = [visitorOf(strict.app), visitorOf(strict.app)]
    for (const who of [one, other]) await who.of(session).create({ login: 'fang', password: PASSWORD })
    const codes: string[] = []
    for (let n = 0; n < 65; n += 1)
      codes.push(
        await one
          .of(bells)
          .list({})
          .then(
            () => 'ok',
            ({ code }) => code,
          ),
      )
    expect(codes.indexOf('session.too_many_calls')).toBeGreaterThanOrEqual(60)
    const refused = await one.call({ method: 'GET', url: '/api/bells' })
    expect([refused.statusCode, Number(refused.headers['retry-after']) > 0]).toEqual([429, true])
    await expect(other.of(bells).list({})).resolves.toBeDefined()
    await strict.close()
  })
})

test('a server that is told to stop finishes what it has begun', async () => {
  const other = await openServedApp(clone.url)
  const address = new URL(await other.app.listen({ host: '127.0.0.1', port: 0 }))
  const socket = connect(Number(address.port), '127.0.0.1')
  await once(socket, 'connect')
  const body = JSON.stringify({ login: 'fang', password: PASSWORD })
  const begun = once(other.app.server, 'request')
  socket.write(
    `POST /api/session HTTP/1.1\r\nhost: ${address.host}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`,
  )
  await begun
  const closing = other.close()
  socket.write(body)
  const [answer] = await once(socket, 'data')
  socket.end()
  await closing
  expect(String(answer)).toMatch(/^HTTP\/1\.1 200 /)
})

import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clonedDatabase } from '../../test/support/database.ts'
import {
  actIn,
  bells,
  makeCompany,
  openServedApp,
  PASSWORD,
  type ServedApp,
  type Visitor,
  visitorOf,
} from '../../test/support/served-app.ts'
import { session } from './session/contract.ts'
import { forgetUser } from './session/forgetting.ts'

let clone: Awaited<ReturnType<typeof clonedDatabase>>
let east: ServedApp
let west: ServedApp
let port = 0
let harbour: Awaited<ReturnType<typeof makeCompany>>

beforeAll(async () => {
  clone = await clonedDatabase()
  harbour = await makeCompany(clone.url, '港湾物业', ['fang', 'wu'])
  await makeCompany(clone.url, '青山物业', ['other'])
  east = await openServedApp(clone.url, { heartbeatMs: 100 })
  west = await openServedApp(clone.url, { clock: east.clock })
  port = Number(new URL(await east.app.listen({ host: '127.0.0.1', port: 0 })).port)
})
afterAll(async () => {
  await east?.close()
  await west?.close()
  await clone?.drop()
})

async function signedIn(login: string, at = east) {
  const one = visitorOf(at.app)
  await one.of(session).create({ login, password: PASSWORD })
  return one
}

type Page = {
  text(): string
  changes(): { noun: string; id: string; event: string }[]
  ended(): boolean
  socket: Socket
}
/** A page that listens, over a socket like a browser’s. */
async function open(who: Visitor): Promise<Page> {
  const socket = connect(port, '127.0.0.1')
  let heard = ''
  socket.on('data', (data) => {
    heard += data
  })
  socket.write(`GET /api/live HTTP/1.1\r\nhost: localhost\r\ncookie: zhishou=${who.jar.get('zhishou') ?? ''}\r\n\r\n`)
  await expect.poll(() => heard).toContain('\r\n\r\n')
  return {
    text: () => heard,
    changes: () => [...heard.matchAll(/^data: (.*)$/gm)].flatMap(([, json = '']) => JSON.parse(json).changes),
    ended: () => heard.endsWith('\r\n0\r\n\r\n'),
    socket,
  }
}
const listeners = async () => Number(/zhishou_live_listeners (\d+)/.exec((await east.app.inject('/metrics')).body)?.[1])

test('a page hears what is done through another process, gathered, and nothing of other companies', async () => {
  const [fang, other] = [await signedIn('fang'), await signedIn('other')]
  const [ours, theirs] = [await open(fang), await open(other)]
  const wu = await signedIn('wu', west)
  await Promise.all(['ding', 'dong', 'ding'].map((word) => wu.of(bells).ring({ word })))
  await expect.poll(ours.changes).toContainEqual({ noun: 'bells', id: harbour.idOf('wu'), event: 'bell.rung' })
  expect(ours.changes().filter(({ noun }) => noun === 'bells').length).toBeLessThan(3)
  expect(theirs.changes()).toEqual([])
  for (const page of [ours, theirs]) page.socket.destroy()
})

test('the stream is not kept, not held back by proxies, and carries the headers of every answer', async () => {
  const page = await open(await signedIn('fang'))
  expect(page.text()).toMatch(/^HTTP\/1\.1 200 /)
  for (const header of [
    'content-type: text/event-stream',
    'cache-control: no-store',
    'x-accel-buffering: no',
    'x-content-type-options: nosniff',
  ]) {
    expect(page.text().toLowerCase()).toContain(header)
  }
  await expect.poll(page.text).toContain(': still here')
  page.socket.destroy()
})

test('nobody listens without being signed in', async () => {
  expect((await east.app.inject('/api/live')).json()).toMatchObject({ code: 'session.required' })
})

test('the stream ends when its session ends, in whichever process; other pages stay', async () => {
  const [desk, phone] = [await signedIn('fang'), await signedIn('fang')]
  const [atDesk, onPhone] = [await open(desk), await open(phone)]
  const elsewhere = visitorOf(west.app)
  elsewhere.jar.set('zhishou', phone.jar.get('zhishou') ?? '')
  await elsewhere.of(session).end({})
  await expect.poll(onPhone.ended).toBe(true)
  expect(atDesk.ended()).toBe(false)
  atDesk.socket.destroy()
})

test('a session that runs out takes its stream with it', async () => {
  const before = east.clock.now
  const page = await open(await signedIn('wu'))
  east.pass(13 * 3600)
  await expect.poll(page.ended).toBe(true)
  east.clock.now = before
})

test('a page hears that its own grants changed, and nothing about the accounts of others', async () => {
  const page = await open(await signedIn('fang'))
  await actIn(east, harbour.companyId, async (ctx) => forgetUser(ctx, harbour.idOf('wu')))
  await actIn(east, harbour.companyId, async (ctx) => forgetUser(ctx, harbour.idOf('fang')))
  const own = { noun: 'session', id: harbour.idOf('fang'), event: 'account.forgotten' }
  await expect.poll(page.changes).toContainEqual(own)
  expect(page.changes().every(({ id }) => id === own.id)).toBe(true)
  page.socket.destroy()
})

test('a page that is closed is forgotten', async () => {
  await expect.poll(listeners).toBe(0)
  const page = await open(await signedIn('fang'))
  expect(await listeners()).toBe(1)
  page.socket.destroy()
  await expect.poll(listeners).toBe(0)
})

test('two hundred pages of one process hear one change', async () => {
  const fang = await signedIn('fang')
  const pages = await Promise.all(Array.from({ length: 200 }, () => open(fang)))
  await fang.of(bells).ring({ word: 'ding' })
  const heardBy = () => pages.filter((page) => page.changes().some(({ event }) => event === 'bell.rung')).length
  await expect.poll(heardBy, { interval: 50 }).toBe(200)
  for (const page of pages) page.socket.destroy()
})

test('after the database was out of reach for a while, changes are heard again', async () => {
  const page = await open(await signedIn('fang'))
  const owner = new pg.Client({ connectionString: clone.url.replace(/[^/]+$/, 'postgres') })
  const name = new URL(clone.url).pathname.slice(1)
  await owner.connect()
  await owner.query(`alter database ${name} with allow_connections false`)
  await owner.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`)
  await expect.poll(async () => (await east.app.inject('/api/health')).statusCode).toBe(503)
  await new Promise((resolve) => setTimeout(resolve, 1500))
  await owner.query(`alter database ${name} with allow_connections true`)
  await owner.end()
  await expect.poll(async () => (await east.app.inject('/api/health')).statusCode).toBe(200)
  const wu = await signedIn('wu')
  const ringUntilHeard = async () => {
    await wu.of(bells).ring({ word: 'ding' })
    return page.changes().some(({ event }) => event === 'bell.rung')
  }
  await expect.poll(ringUntilHeard, { interval: 250 }).toBe(true)
  page.socket.destroy()
})

test('a server that is told to stop does not wait for the pages that listen', async () => {
  const other = await openServedApp(clone.url)
  const address = new URL(await other.app.listen({ host: '127.0.0.1', port: 0 }))
  const fang = await signedIn('fang', other)
  const socket = connect(Number(address.port), '127.0.0.1')
  socket.write(`GET /api/live HTTP/1.1\r\nhost: localhost\r\ncookie: zhishou=${fang.jar.get('zhishou') ?? ''}\r\n\r\n`)
  await once(socket, 'data')
  const from = performance.now()
  await other.close()
  // A page would stay for as long as somebody looks at it.
  expect(performance.now() - from).toBeLessThan(10_000)
})

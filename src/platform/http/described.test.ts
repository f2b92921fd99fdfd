import { Validator } from '@seriousme/openapi-schema-validator'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { clonedDatabase } from '../../../test/support/database.ts'
import {
  actIn,
  bells,
  makeCompany,
  openServedApp,
  PASSWORD,
  type ServedApp,
  visitorOf,
} from '../../../test/support/served-app.ts'
import { recordEvent } from '../ledger.ts'
import { session } from '../session/contract.ts'

let clone: Awaited<ReturnType<typeof clonedDatabase>>
let app: ServedApp
let harbour: Awaited<ReturnType<typeof makeCompany>>

beforeAll(async () => {
  clone = await clonedDatabase()
  harbour = await makeCompany(clone.url, '港湾物业', ['fang'])
  app = await openServedApp(clone.url, { metricsToken: 'a token for the figures' })
})
afterAll(async () => {
  await app?.close()
  await clone?.drop()
})
const get = (url: string, headers: Record<string, string> = {}, from: Partial<{ remoteAddress: string }> = {}) =>
  app.app.inject({ method: 'GET', url, headers, ...from })

describe('health', () => {
  test('is ok while the database answers and has the migrations of this program', async () => {
    const answer = await get('/api/health')
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toEqual({ status: 'ok', version: '0.0.0-test', database: 'reachable', migrations: 'current' })
  })

  test('is down while the database is behind, or ahead, of this program', async () => {
    const asOwner = async (statement: string) => {
      const owner = new pg.Client({ connectionString: clone.url })
      await owner.connect()
      await owner.query(statement)
      await owner.end()
    }
    const seen = async () => {
      const answer = await get('/api/health')
      return [answer.statusCode, answer.json().status, answer.json().migrations]
    }
    await asOwner(`insert into migration values ('9999-later.sql', 'x')`)
    await expect.poll(seen).toEqual([503, 'down', 'ahead'])
    await asOwner(
      `delete from migration where name = '9999-later.sql'; update migration set checksum = 'y' || checksum where name like '0001%'`,
    )
    await expect.poll(seen).toEqual([503, 'down', 'behind'])
    await asOwner(`update migration set checksum = substr(checksum, 2) where name like '0001%'`)
    await expect.poll(seen).toEqual([200, 'ok', 'current'])
  })

  test('is down when the database is gone, and the answer does not hang', async () => {
    const lost = await clonedDatabase()
    const gone = await openServedApp(lost.url)
    await lost.drop()
    const answer = await gone.app.inject({ method: 'GET', url: '/api/health' })
    await gone.close()
    expect([answer.statusCode, answer.json().database]).toEqual([503, 'unreachable'])
  })
})

describe('figures', () => {
  test('count calls by route and say how long they took', async () => {
    const fang = visitorOf(app.app)
    await fang.of(session).create({ login: 'fang', password: PASSWORD })
    await fang.of(bells).list({})
    const text = (await get('/metrics')).body
    expect(text).toMatch(/zhishou_http_seconds_count\{method="GET",route="\/api\/bells",status="200"\} 1/)
    expect(text).toMatch(/nodejs_eventloop_lag_p99_seconds [\d.]+/)
    expect(text).toMatch(/zhishou_database_connections\{state="idle"\} \d+/)
    expect(text).toMatch(/zhishou_live_listeners 0/)
  })

  test('say how far a hearer is behind, by when the event was written and not by the time it tells of', async () => {
    await actIn(app, harbour.companyId, async (ctx) => {
      await ctx.tx.insertInto('hearer').values({ name: 'the deaf one' }).execute()
      await recordEvent(ctx, { name: 'bell.rung', recordId: harbour.companyId, at: '2019-01-01T00:00:00.000Z' })
    })
    const [, lag] =
      /zhishou_hearer_lag_seconds\{hearer="the deaf one"\} ([\d.]+)/.exec((await get('/metrics')).body) ?? []
    expect(Number(lag)).toBeLessThan(60)
    expect(Number(lag)).toBeGreaterThan(0)
  })

  test('are for this machine, or for whoever has the token', async () => {
    const elsewhere = { remoteAddress: '192.0.2.7' }
    expect((await get('/metrics', {}, elsewhere)).statusCode).toBe(404)
    expect((await get('/metrics', { authorization: 'Bearer a token for the figures' }, elsewhere)).statusCode).toBe(200)
    expect((await get('/metrics', { authorization: 'Bearer another' })).statusCode).toBe(404)
  })

  test('are not for whoever comes through a proxy on this machine', async () => {
    expect((await get('/metrics', { 'x-forwarded-for': '192.0.2.7' })).statusCode).toBe(404)
  })
})

const Document = z.object({
  openapi: z.string(),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        operationId: z.string().optional(),
        description: z.string().optional(),
        security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
        parameters: z.array(z.object({ name: z.string(), in: z.string() })).optional(),
        requestBody: z.object({ content: z.record(z.string(), z.unknown()) }).optional(),
        responses: z.record(z.string(), z.unknown()),
      }),
    ),
  ),
})

describe('the description of the API', () => {
  test('is valid OpenAPI 3.1', async () => {
    const document = (await get('/api/openapi.json')).json()
    expect(document.openapi).toBe('3.1.0')
    expect(await new Validator().validate(document)).toMatchObject({ valid: true })
  })

  test('lists each route with what it takes', async () => {
    const { paths } = Document.parse((await get('/api/openapi.json')).json())
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining([
        '/api/session',
        '/api/session/change-password',
        '/api/sessions/{id}/end',
        '/api/live',
        '/api/bells',
        '/api/health',
      ]),
    )
    expect(paths['/api/bells']?.get?.parameters).toMatchObject([{ name: 'word', in: 'query' }])
    expect(paths['/api/sessions/{id}/end']?.post?.parameters).toContainEqual(
      expect.objectContaining({ name: 'id', in: 'path' }),
    )
    expect(paths['/api/session']?.post?.security).toEqual([])
  })

  test('says of a verb what it needs, takes and refuses', async () => {
    const ring = Document.parse((await get('/api/openapi.json')).json()).paths['/api/bells/ring']?.post
    expect(ring).toMatchObject({
      operationId: 'bells.ring',
      description: 'Needs the permission `bells.ring`.',
      security: [{ cookie: [] }, { bearer: [] }],
      parameters: [{ name: 'idempotency-key', in: 'header' }],
    })
    expect(JSON.stringify(ring?.requestBody)).toContain('"word":{"type":"string","maxLength":50}')
    expect(JSON.stringify(ring?.responses['409'])).toContain('bell.broken')
    expect(JSON.stringify(ring?.responses['403'])).toContain('access.not_granted')
  })

  test('can be browsed without anything from elsewhere', async () => {
    const page = await get('/api/docs')
    expect(page.statusCode).toBe(200)
    const assets = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = '']) => address)
    expect(assets.length).toBeGreaterThan(3)
    for (const address of assets)
      expect((await get(new URL(address, 'http://localhost/api/docs').pathname)).statusCode).toBe(200)
    expect(page.headers['content-security-policy']).toContain("script-src 'self'")
    expect(page.body).not.toMatch(/<script>[^<]/)
  })
})

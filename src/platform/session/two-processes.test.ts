import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clonedDatabase } from '../../../test/support/database.ts'
import {
  actIn,
  bells,
  granted,
  makeCompany,
  openServedApp,
  PASSWORD,
  PERMISSIONS,
  type ServedApp,
  type Visitor,
  visitorOf,
} from '../../../test/support/served-app.ts'
import { resetPassword } from './accounts.ts'
import { apiTokens, session } from './contract.ts'
import { forgetEverybody, forgetUser } from './forgetting.ts'

let clone: Awaited<ReturnType<typeof clonedDatabase>>
let east: ServedApp
let west: ServedApp
let harbour: Awaited<ReturnType<typeof makeCompany>>

beforeAll(async () => {
  clone = await clonedDatabase()
  harbour = await makeCompany(clone.url, '港湾物业', ['fang', 'wu', 'zheng'])
  east = await openServedApp(clone.url)
  west = await openServedApp(clone.url, { clock: east.clock })
})
afterAll(async () => {
  await east?.close()
  await west?.close()
  await clone?.drop()
})

/** One person whose calls go to either process, as behind a proxy. Both have looked her up. */
async function onBoth(login: string): Promise<{ atEast: Visitor; atWest: Visitor }> {
  const atEast = visitorOf(east.app)
  await atEast.of(session).create({ login, password: PASSWORD })
  const atWest = visitorOf(west.app)
  atWest.jar.set('zhishou', atEast.jar.get('zhishou') ?? '')
  await atEast.of(bells).list({})
  await atWest.of(bells).list({})
  return { atEast, atWest }
}
/** Told, not forgotten: the clock of both stands still, so what a process looked up never grows old. */
const soon = { interval: 20 }
const codeOf = (visitor: Visitor) =>
  visitor
    .of(bells)
    .ring({ word: 'dong' })
    .then(
      () => 'rung',
      (error) => error.code,
    )

describe('what happens in one process is soon true in the other', () => {
  test('a sign-out', async () => {
    const { atEast, atWest } = await onBoth('fang')
    await atEast.of(session).end({})
    await expect.poll(() => codeOf(atWest), soon).toBe('session.required')
  })

  test('a new password, which leaves the session that changed it alone', async () => {
    const { atEast, atWest } = await onBoth('zheng')
    const other = await onBoth('zheng')
    await atEast.of(session).changePassword({ current: PASSWORD, next: '葡萄架下数星星 77' })
    await expect.poll(() => codeOf(other.atWest), soon).toBe('session.required')
    expect(await codeOf(atWest)).toBe('rung')
  })

  test('a reset password', async () => {
    const { atWest } = await onBoth('wu')
    await actIn(east, harbour.companyId, (ctx) => resetPassword(ctx, harbour.idOf('wu')))
    await expect.poll(() => codeOf(atWest), soon).toBe('session.required')
  })

  test('a grant taken from one person, and given back to everybody', async () => {
    const { atEast, atWest } = await onBoth('fang')
    granted.set('fang', ['bells.read'])
    await actIn(east, harbour.companyId, async (ctx) => forgetUser(ctx, harbour.idOf('fang')))
    expect(await codeOf(atEast)).toBe('access.not_granted')
    await expect.poll(() => codeOf(atWest), soon).toBe('access.not_granted')
    granted.set('fang', PERMISSIONS)
    await actIn(west, harbour.companyId, async (ctx) => forgetEverybody(ctx))
    expect(await codeOf(atWest)).toBe('rung')
    await expect.poll(() => codeOf(atEast), soon).toBe('rung')
  })

  test('a revoked token', async () => {
    const { atEast } = await onBoth('fang')
    const { id, token } = await atEast.of(apiTokens).create({ name: '门禁', permissions: ['bells.ring'] })
    const door = visitorOf(west.app, { authorization: `Bearer ${token}` })
    expect(await codeOf(door)).toBe('rung')
    await atEast.of(apiTokens).revoke({ id })
    await expect.poll(() => codeOf(door), soon).toBe('session.required')
  })
})

test('a process that hears nothing goes on for thirty seconds at most', async () => {
  const { atWest } = await onBoth('fang')
  await east.database.inCompany(harbour.companyId, (tx) =>
    tx.updateTable('session').set({ endedAt: east.clock.now }).where('accountId', '=', harbour.idOf('fang')).execute(),
  )
  expect(await codeOf(atWest)).toBe('rung')
  east.pass(31)
  expect(await codeOf(atWest)).toBe('session.required')
})

test('most calls ask the database nothing about who is calling', async () => {
  const { atEast } = await onBoth('fang')
  const asked: string[] = []
  const query = east.database.pool.query
  Object.assign(east.database.pool, {
    query: (...given: Parameters<typeof query>) => {
      asked.push(JSON.stringify(given[0]))
      return Reflect.apply(query, east.database.pool, given)
    },
  })
  for (let n = 0; n < 20; n += 1) await atEast.of(bells).list({})
  Object.assign(east.database.pool, { query })
  expect(asked.filter((text) => text.includes('session.find'))).toEqual([])
})

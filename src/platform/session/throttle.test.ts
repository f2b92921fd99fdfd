import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clonedDatabase } from '../../../test/support/database.ts'
import { makeCompany, openServedApp, PASSWORD, type ServedApp, visitorOf } from '../../../test/support/served-app.ts'
import { session } from './contract.ts'
import { LIMITS, openThrottle } from './throttle.ts'

let clone: Awaited<ReturnType<typeof clonedDatabase>>
let here: ServedApp
let there: ServedApp

beforeAll(async () => {
  clone = await clonedDatabase()
  await makeCompany(clone.url, '港湾物业', ['fang', 'wu', 'zheng', 'lin', 'he'])
  here = await openServedApp(clone.url, { trustProxy: true })
  there = await openServedApp(clone.url, { trustProxy: true, clock: here.clock })
})
afterAll(async () => {
  await here?.close()
  await there?.close()
  await clone?.drop()
})

let addresses = 0
const anotherAddress = () => {
  addresses += 1
  return `10.0.${addresses >> 8}.${addresses & 255}`
}
const tryIn = (app: ServedApp, login: string, password: string, from = anotherAddress()) =>
  visitorOf(app.app, { 'x-forwarded-for': from }).of(session).create({ login, password })
const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error) => error,
  )

describe('guessing the password of one name', () => {
  test('is locked after five failures, spread over two processes and many addresses, even for the right password', async () => {
    for (const app of [here, there, here, there, here]) {
      await expect(tryIn(app, 'fang', 'guess')).rejects.toMatchObject({ code: 'session.wrong_login' })
    }
    for (const app of [here, there]) {
      const refused = await failureOf(tryIn(app, 'fang', PASSWORD))
      expect(refused).toMatchObject({ status: 429, code: 'session.too_many_tries', details: { retryAfterSeconds: 30 } })
    }
  })

  test('the answer says in a header when to come back', async () => {
    const answer = await here.app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { login: 'fang', password: PASSWORD },
    })
    expect(answer.headers['retry-after']).toBe('30')
  })

  test('the lock opens after its time, doubles with each further failure, and ends with a good sign-in', async () => {
    const locks: number[] = []
    for (const _ of [1, 2, 3, 4, 5, 6, 7]) {
      const refused = await failureOf(tryIn(here, 'fang', PASSWORD))
      locks.push(refused.details.retryAfterSeconds)
      here.pass(refused.details.retryAfterSeconds + 1)
      await failureOf(tryIn(here, 'fang', 'guess'))
    }
    expect(locks).toEqual([30, 60, 120, 240, 480, 900, 900])
    here.pass(901)
    await expect(tryIn(here, 'fang', PASSWORD)).resolves.toBeDefined()
    await expect(tryIn(here, 'fang', 'guess')).rejects.toMatchObject({ code: 'session.wrong_login' })
  })

  test('a hundred guesses at once are not more than five', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) => failureOf(tryIn(n % 2 ? here : there, 'wu', `guess ${n}`))),
    )
    const codes = answers.map(({ code }) => code)
    expect(codes.filter((code) => code === 'session.wrong_login').length).toBeLessThanOrEqual(5)
    expect(codes.filter((code) => code === 'session.too_many_tries').length).toBeGreaterThanOrEqual(35)
  })

  test('guessing at a name that nobody has is locked all the same', async () => {
    for (const n of [1, 2, 3, 4, 5]) await failureOf(tryIn(here, 'nobody', `guess ${n}`))
    await expect(tryIn(here, 'nobody', 'guess')).rejects.toMatchObject({ code: 'session.too_many_tries' })
  })

  test('four failures and a pause of six hours are forgotten', async () => {
    for (const n of [1, 2, 3, 4]) await failureOf(tryIn(here, 'zheng', `guess ${n}`))
    here.pass(6 * 3600 + 1)
    await expect(tryIn(here, 'zheng', 'guess')).rejects.toMatchObject({ code: 'session.wrong_login' })
    await expect(tryIn(here, 'zheng', PASSWORD)).resolves.toBeDefined()
  })
})

describe('guessing from one address', () => {
  test('is locked after thirty failures over many names, and the rest of the office too for that time', async () => {
    const attacker = '203.0.113.7'
    for (let n = 0; n < LIMITS.address.free; n += 1) await failureOf(tryIn(here, `name ${n}`, 'guess', attacker))
    await expect(tryIn(there, 'lin', PASSWORD, attacker)).rejects.toMatchObject({ code: 'session.too_many_tries' })
    await expect(tryIn(here, 'lin', PASSWORD, '203.0.113.8')).resolves.toBeDefined()
  })
})

test('what is long forgotten is taken away, and names are not kept readable', async () => {
  const throttle = openThrottle(here.database)
  const later = new Date(here.clock.now.getTime() + 40 * 3600_000)
  // Each failure takes twenty others away.
  for (const _ of [1, 2, 3, 4]) await throttle.fail({ kind: 'login', of: 'someone' }, later)
  const { rows } = await here.database.pool.query<{ key: string; failures: number }>(
    'select key, failures from sign_in_failure',
  )
  expect(rows).toEqual([{ key: expect.stringMatching(/^login [\w-]{43}$/), failures: 4 }])
})

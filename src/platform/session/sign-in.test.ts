import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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
import type { Ctx } from '../context.ts'
import { changeAccount, createAccount, disableAccount, resetPassword } from './accounts.ts'
import { session, sessions } from './contract.ts'

let clone: Awaited<ReturnType<typeof clonedDatabase>>
let app: ServedApp
let harbour: Awaited<ReturnType<typeof makeCompany>>

beforeAll(async () => {
  clone = await clonedDatabase()
  harbour = await makeCompany(clone.url, '港湾物业', ['fang', 'wu', 'zheng', 'lin', 'gao', 'admin', 'he', 'tang'])
  await makeCompany(clone.url, '青山物业', ['lin', 'gao'])
  app = await openServedApp(clone.url)
})
afterAll(async () => {
  await app?.close()
  await clone?.drop()
})

const visitor = () => visitorOf(app.app)
async function signedIn(login: string, password = PASSWORD, company?: string) {
  const one = visitor()
  await one.of(session).create({ login, password, ...(company ? { company } : {}) })
  return one
}
const act = <T>(work: (ctx: Ctx) => Promise<T>) => actIn(app, harbour.companyId, work)
const eventsOf = (login: string) =>
  app.database.inCompany(harbour.companyId, (tx) =>
    tx
      .selectFrom('event')
      .select(['name', 'byId', 'details'])
      .where('recordId', '=', harbour.idOf(login))
      .orderBy('id')
      .execute(),
  )

describe('signing in', () => {
  test('Fang signs in by user name in any case and is told who she is and what she may', async () => {
    const fang = visitor()
    const me = await fang.of(session).create({ login: ' FANG ', password: PASSWORD })
    expect(me.user).toMatchObject({ id: harbour.idOf('fang'), login: 'fang', name: 'fang 先生', locale: 'zh-CN' })
    expect(me.company).toMatchObject({ id: harbour.companyId, name: '港湾物业', sample: false })
    expect(me.permissions.map(({ permission }) => permission)).toContain('bells.ring')
    expect(await fang.of(session).get({})).toEqual(me)
  })

  test('the cookie is out of reach of scripts, bound to this site, and only its hash is kept', async () => {
    const answer = await visitor().call({
      method: 'POST',
      url: '/api/session',
      payload: { login: 'fang', password: PASSWORD },
    })
    const [cookie] = answer.cookies
    expect(cookie).toMatchObject({ name: 'zhishou', httpOnly: true, sameSite: 'Lax', path: '/' })
    expect(Buffer.from(cookie?.value ?? '', 'base64url')).toHaveLength(32)
    const kept = await app.database.inCompany(harbour.companyId, (tx) => tx.selectFrom('session').selectAll().execute())
    expect(JSON.stringify(kept)).not.toContain(cookie?.value)
    expect(answer.body).not.toContain(cookie?.value)
  })

  test('over https the cookie is sent over https only', async () => {
    const behindProxy = await openServedApp(clone.url, { trustProxy: true })
    const answer = await visitorOf(behindProxy.app, { 'x-forwarded-proto': 'https' }).call({
      method: 'POST',
      url: '/api/session',
      payload: { login: 'fang', password: PASSWORD },
    })
    expect(answer.cookies[0]).toMatchObject({ name: '__Host-zhishou', secure: true, path: '/' })
    await behindProxy.close()
  })

  test('a telephone signs in like a name, however it is written', async () => {
    await act((ctx) => changeAccount(ctx, harbour.idOf('zheng'), { phone: '13800138001' }))
    const zheng = visitor()
    const me = await zheng.of(session).create({ login: '+86 138-0013-8001', password: PASSWORD })
    expect(me.user.login).toBe('zheng')
  })

  test('a wrong password and an unknown name get the same answer', async () => {
    const wrong = visitor().of(session).create({ login: 'fang', password: 'not this one' })
    await expect(wrong).rejects.toMatchObject({ status: 401, code: 'session.wrong_login', details: {} })
    const unknown = visitor().of(session).create({ login: 'nobody', password: 'not this one' })
    await expect(unknown).rejects.toMatchObject({ status: 401, code: 'session.wrong_login', details: {} })
  })

  test('an unknown name takes as long as a wrong password', async () => {
    const time = async (login: string) => {
      const from = performance.now()
      await visitor()
        .of(session)
        .create({ login, password: 'not this one' })
        .catch(() => {})
      return performance.now() - from
    }
    // In turns, so that a machine that is busy for a moment is so for both.
    const times: { known: number; unknown: number }[] = []
    for (const [at, login] of ['wu', 'wu', 'admin', 'admin', 'tang'].entries()) {
      times.push({ known: await time(login), unknown: await time(`x${at}`) })
    }
    const known = Math.min(...times.map((one) => one.known))
    const unknown = Math.min(...times.map((one) => one.unknown))
    // Hashing takes some ten milliseconds, everything else of an unknown name one or two.
    expect(unknown).toBeGreaterThan(known / 4)
  })

  test('a name that is good in two companies asks which, and only after the password', async () => {
    const lin = visitor().of(session)
    await expect(lin.create({ login: 'lin', password: 'not this one' })).rejects.toMatchObject({
      code: 'session.wrong_login',
    })
    const asked = await lin.create({ login: 'lin', password: PASSWORD }).catch((error) => error)
    expect(asked).toMatchObject({ status: 409, code: 'session.company_needed' })
    expect(asked.details.companies.map(({ name }: { name: string }) => name)).toEqual(['港湾物业', '青山物业'])
    const me = await lin.create({ login: 'lin', password: PASSWORD, company: '青山物业' })
    expect(me.company.name).toBe('青山物业')
    const byId = await lin.create({ login: 'lin', password: PASSWORD, company: harbour.companyId })
    expect(byId.company.name).toBe('港湾物业')
  })

  test('a name whose password differs between companies signs in where the password is right', async () => {
    const { initialPassword } = await act((ctx) => resetPassword(ctx, harbour.idOf('gao')))
    const there = await visitor().of(session).create({ login: 'gao', password: PASSWORD })
    expect(there.company.name).toBe('青山物业')
    const here = await visitor().of(session).create({ login: 'gao', password: initialPassword })
    expect(here).toMatchObject({ mustChangePassword: true, company: { name: '港湾物业' } })
  })

  test('eight good sign-ins with one name at once all succeed', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => signedIn('he')))
    expect(all.every(({ jar }) => jar.size === 1)).toBe(true)
  })

  test('sign-in, a failed try and sign-out stand in the ledger', async () => {
    const tang = await signedIn('tang')
    await tang.of(session).end({})
    await visitor()
      .of(session)
      .create({ login: 'tang', password: 'not this one' })
      .catch(() => {})
    const names = (await eventsOf('tang')).map(({ name, byId }) => [name, byId === harbour.idOf('tang')])
    expect(names.slice(-3)).toEqual([
      ['account.signed_in', true],
      ['account.signed_out', true],
      ['account.sign_in_failed', false],
    ])
  })
})

describe('the end of a session', () => {
  test('signing out takes the cookie away, and its secret is worth nothing afterwards', async () => {
    const fang = await signedIn('fang')
    const secret = fang.jar.get('zhishou') ?? ''
    await fang.of(session).end({})
    expect(fang.jar.size).toBe(0)
    fang.jar.set('zhishou', secret)
    await expect(fang.of(bells).list({})).rejects.toMatchObject({ status: 401, code: 'session.required' })
  })

  test('signing out everywhere ends the other devices too', async () => {
    const [desk, phone] = [await signedIn('fang'), await signedIn('fang')]
    expect((await phone.of(sessions).list({})).items.filter(({ current }) => current)).toHaveLength(1)
    await desk.of(session).endEverywhere({})
    await expect(phone.of(session).get({})).rejects.toMatchObject({ code: 'session.required' })
  })

  test('a lost phone is signed out from the desk, and nobody ends the session of somebody else', async () => {
    const [desk, phone, wu] = [await signedIn('fang'), await signedIn('fang'), await signedIn('wu')]
    const open = (await desk.of(sessions).list({})).items
    const other = open.find(({ current }) => !current)
    await expect(wu.of(sessions).end({ id: other?.id ?? '' })).rejects.toMatchObject({ status: 404 })
    for (const { id, current } of open) if (!current) await desk.of(sessions).end({ id })
    await expect(phone.of(session).get({})).rejects.toMatchObject({ code: 'session.required' })
    await expect(desk.of(session).get({})).resolves.toMatchObject({ user: { login: 'fang' } })
  })

  test('a session ends after twelve idle hours, and after seven days however busy', async () => {
    const before = app.clock.now
    const [idle, busy] = [await signedIn('fang'), await signedIn('wu')]
    const hours = async (n: number) => {
      for (let hour = 0; hour < n; hour += 1) {
        app.pass(3600)
        if (busy.jar.size) await busy.of(bells).list({})
        await new Promise((resolve) => setImmediate(resolve))
      }
    }
    await hours(11)
    await expect(busy.of(bells).list({})).resolves.toBeDefined()
    app.pass(3601)
    await expect(idle.of(bells).list({})).rejects.toMatchObject({ code: 'session.required' })
    await hours(24 * 7 - 13)
    await expect(busy.of(bells).list({})).resolves.toBeDefined()
    app.pass(2 * 3600)
    await expect(busy.of(bells).list({})).rejects.toMatchObject({ code: 'session.required' })
    app.clock.now = before
  })

  test('a sign of life is written once a minute at most', async () => {
    const wu = await signedIn('wu')
    const seen = async () => (await wu.of(sessions).list({})).items.find(({ current }) => current)?.seenAt
    const first = await seen()
    app.pass(30)
    await wu.of(bells).list({})
    expect(await seen()).toBe(first)
    app.pass(31)
    await wu.of(bells).list({})
    await expect.poll(seen).not.toBe(first)
  })

  test('a disabled account is out at once, and cannot come back', async () => {
    const admin = await signedIn('admin')
    await act((ctx) => disableAccount(ctx, harbour.idOf('admin')))
    await expect(admin.of(bells).list({})).rejects.toMatchObject({ code: 'session.required' })
    await expect(signedIn('admin')).rejects.toMatchObject({ code: 'session.wrong_login' })
  })
})

describe('accounts', () => {
  test('a name or telephone that somebody has is refused', async () => {
    const draft = { id: '00000000-0000-4000-8000-000000000001', login: 'fang', phone: null, name: '方敏' }
    await expect(act((ctx) => createAccount(ctx, draft))).rejects.toMatchObject({ code: 'account.login_taken' })
    const phone = act((ctx) => createAccount(ctx, { ...draft, login: 'fang2', phone: '13800138001' }))
    await expect(phone).rejects.toMatchObject({ code: 'account.phone_taken' })
  })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
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
import { createAccount, resetPassword } from './accounts.ts'
import { session } from './contract.ts'

const NEW = '葡萄架下数星星 77'
let clone: Awaited<ReturnType<typeof clonedDatabase>>
let app: ServedApp
let harbour: Awaited<ReturnType<typeof makeCompany>>

beforeAll(async () => {
  clone = await clonedDatabase()
  harbour = await makeCompany(clone.url, '港湾物业', ['fang', 'wu', 'zheng', 'he'])
  app = await openServedApp(clone.url)
})
afterAll(async () => {
  await app?.close()
  await clone?.drop()
})
async function signedIn(login: string, password = PASSWORD) {
  const one = visitorOf(app.app)
  await one.of(session).create({ login, password })
  return one
}

test('a changed password ends the other sessions and goes on with this one', async () => {
  const [desk, phone] = [await signedIn('fang'), await signedIn('fang')]
  await desk.of(session).changePassword({ current: PASSWORD, next: NEW })
  await expect(phone.of(session).get({})).rejects.toMatchObject({ code: 'session.required' })
  await expect(desk.of(session).get({})).resolves.toMatchObject({ user: { login: 'fang' } })
  await expect(signedIn('fang')).rejects.toMatchObject({ code: 'session.wrong_login' })
  await expect(signedIn('fang', NEW)).resolves.toBeDefined()
})

test('an initial password must be changed before anything else, and not into itself', async () => {
  const id = '00000000-0000-4000-8000-0000000000aa'
  const { initialPassword = '' } = await actIn(app, harbour.companyId, (ctx) =>
    createAccount(ctx, { id, login: 'newcomer', phone: null, name: '新来的' }),
  )
  const newcomer = await signedIn('newcomer', initialPassword)
  await expect(newcomer.of(bells).list({})).rejects.toMatchObject({ status: 403, code: 'session.password_must_change' })
  await expect(newcomer.of(session).get({})).resolves.toMatchObject({ mustChangePassword: true })
  const same = newcomer.of(session).changePassword({ current: initialPassword, next: initialPassword })
  await expect(same).rejects.toMatchObject({ status: 409, code: 'session.password_unchanged' })
  await newcomer.of(session).changePassword({ current: initialPassword, next: NEW })
  await expect(newcomer.of(session).get({})).resolves.toMatchObject({ mustChangePassword: false })
  await expect(newcomer.of(bells).list({})).resolves.toMatchObject({ by: '新来的' })
})

test('a reset gives a new initial password and ends every session', async () => {
  const wu = await signedIn('wu')
  const { initialPassword } = await actIn(app, harbour.companyId, (ctx) => resetPassword(ctx, harbour.idOf('wu')))
  await expect(wu.of(session).get({})).rejects.toMatchObject({ code: 'session.required' })
  const again = await signedIn('wu', initialPassword)
  await expect(again.of(bells).list({})).rejects.toMatchObject({ code: 'session.password_must_change' })
})

test('what is too short is bad input, what everybody tries is refused', async () => {
  const zheng = (await signedIn('zheng')).of(session)
  const short = zheng.changePassword({ current: PASSWORD, next: '九个字的密码不够长' })
  await expect(short).rejects.toMatchObject({ status: 400, code: 'bad_input', fields: [{ path: 'next' }] })
  const common = zheng.changePassword({ current: PASSWORD, next: 'qwertyuiop' })
  await expect(common).rejects.toMatchObject({ status: 409, code: 'session.password_common' })
  const close = zheng.changePassword({ current: PASSWORD, next: 'zheng 先生 123' })
  await expect(close).rejects.toMatchObject({ code: 'session.password_too_close' })
})

test('whoever finds a screen unlocked has five guesses at the password', async () => {
  const he = (await signedIn('he')).of(session)
  const guess = (n: number) => he.changePassword({ current: `guess number ${n}`, next: NEW })
  for (const n of [1, 2, 3, 4, 5]) await expect(guess(n)).rejects.toMatchObject({ code: 'session.wrong_password' })
  await expect(guess(6)).rejects.toMatchObject({ status: 429, code: 'session.too_many_tries' })
})

test('changes of password stand in the ledger without the password', async () => {
  const events = await app.database.inCompany(harbour.companyId, (tx) =>
    tx
      .selectFrom('event')
      .select(['name', 'recordKind', 'details'])
      .where('name', 'like', 'account.password_%')
      .execute(),
  )
  expect(new Set(events.map(({ name }) => name))).toEqual(
    new Set(['account.password_changed', 'account.password_reset']),
  )
  expect(new Set(events.map(({ recordKind }) => recordKind))).toEqual(new Set(['account']))
  expect(JSON.stringify(events)).not.toContain(NEW)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
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
  visitorOf,
} from '../../../test/support/served-app.ts'
import { disableAccount, enableAccount } from './accounts.ts'
import { apiTokens, session } from './contract.ts'
import { forgetUser } from './forgetting.ts'

const DAY = 24 * 3600
let clone: Awaited<ReturnType<typeof clonedDatabase>>
let app: ServedApp
let harbour: Awaited<ReturnType<typeof makeCompany>>

beforeAll(async () => {
  clone = await clonedDatabase()
  harbour = await makeCompany(clone.url, '港湾物业', ['fang', 'wu', 'admin'])
  app = await openServedApp(clone.url)
})
afterAll(async () => {
  await app?.close()
  await clone?.drop()
})
async function signedIn(login: string) {
  const one = visitorOf(app.app)
  await one.of(session).create({ login, password: PASSWORD })
  return one
}
const program = (token: string) => visitorOf(app.app, { authorization: `Bearer ${token}` })
const draft = { name: '门禁对接', permissions: ['bells.read'] }

test('a program acts in the name of a person with no more than the listed permissions, and without a cookie', async () => {
  const fang = await signedIn('fang')
  const { token } = await fang.of(apiTokens).create(draft)
  expect(token).toMatch(/^zs_[\w-]{43}$/)
  const door = program(token)
  await expect(door.of(bells).list({ word: 'ding' })).resolves.toEqual({ by: 'fang 先生', word: 'ding' })
  await expect(door.of(bells).ring({ word: 'dong' })).rejects.toMatchObject({ status: 403, code: 'access.not_granted' })
  expect(door.jar.size).toBe(0)
})

test('it calls from wherever it runs, because it sends no cookie that a foreign page could borrow', async () => {
  const fang = await signedIn('fang')
  const { token } = await fang.of(apiTokens).create({ name: '大屏', permissions: ['bells.ring'] })
  const elsewhere = visitorOf(app.app, { authorization: `Bearer ${token}`, origin: 'https://screens.example' })
  await expect(elsewhere.of(bells).ring({ word: 'dong' })).resolves.toEqual({ ok: true })
})

test('what the person may no longer do, the program may no longer do either', async () => {
  const wu = await signedIn('wu')
  const { token } = await wu.of(apiTokens).create({ name: '报表', permissions: ['bells.read', 'bells.ring'] })
  await expect(program(token).of(bells).ring({ word: 'dong' })).resolves.toBeDefined()
  granted.set('wu', ['bells.read'])
  await actIn(app, harbour.companyId, async (ctx) => forgetUser(ctx, harbour.idOf('wu')))
  await expect(program(token).of(bells).ring({ word: 'dong' })).rejects.toMatchObject({ code: 'access.not_granted' })
  await expect(program(token).of(bells).list({})).resolves.toBeDefined()
  granted.set('wu', PERMISSIONS)
})

test('nobody gives a program what they do not hold', async () => {
  const fang = await signedIn('fang')
  const refused = fang.of(apiTokens).create({ name: '太多', permissions: ['bells.read', 'staff.create'] })
  await expect(refused).rejects.toMatchObject({
    code: 'api_token.permission_not_held',
    details: { permissions: ['staff.create'] },
  })
})

test('a program neither makes tokens nor touches sessions and passwords', async () => {
  const fang = await signedIn('fang')
  const { token } = await fang.of(apiTokens).create({ name: '全部', permissions: PERMISSIONS })
  const all = program(token)
  const refusal = { status: 403, code: 'session.person_needed' }
  await expect(all.of(apiTokens).create(draft)).rejects.toMatchObject(refusal)
  await expect(all.of(session).end({})).rejects.toMatchObject(refusal)
  await expect(all.of(session).endEverywhere({})).rejects.toMatchObject(refusal)
  const change = all.of(session).changePassword({ current: PASSWORD, next: '另一个很长的密码 99' })
  await expect(change).rejects.toMatchObject(refusal)
})

test('a token ends at its time, which lies within two years', async () => {
  const admin = (await signedIn('admin')).of(apiTokens)
  const at = (days: number) => new Date(app.clock.now.getTime() + days * DAY * 1000).toISOString()
  await expect(admin.create({ ...draft, expiresAt: at(731) })).rejects.toMatchObject({
    code: 'api_token.expiry_out_of_range',
  })
  await expect(admin.create({ ...draft, expiresAt: at(-1) })).rejects.toMatchObject({
    code: 'api_token.expiry_out_of_range',
  })
  const { token, expiresAt } = await admin.create({ ...draft, expiresAt: at(30) })
  expect(expiresAt).toBe(at(30))
  const before = app.clock.now
  app.pass(29 * DAY)
  await expect(program(token).of(bells).list({})).resolves.toBeDefined()
  app.pass(2 * DAY)
  await expect(program(token).of(bells).list({})).rejects.toMatchObject({ status: 401 })
  app.clock.now = before
})

test('a revoked token is worth nothing at once; whoever looks after sign-in revokes all, others their own', async () => {
  const [fang, wu, admin] = [await signedIn('fang'), await signedIn('wu'), await signedIn('admin')]
  const { id, token } = await fang.of(apiTokens).create(draft)
  await expect(program(token).of(bells).list({})).resolves.toBeDefined()
  const seenBy = async (who: typeof fang) => (await who.of(apiTokens).list({})).items.find((one) => one.id === id)
  expect(await seenBy(wu)).toBeUndefined()
  expect(await seenBy(fang)).toMatchObject({ accountName: 'fang 先生', permissions: ['bells.read'], can: ['revoke'] })
  await expect(wu.of(apiTokens).revoke({ id })).rejects.toMatchObject({ status: 404, code: 'api_token.not_found' })
  await admin.of(apiTokens).revoke({ id })
  expect(await seenBy(fang)).toMatchObject({ revokedAt: app.clock.now.toISOString(), can: [] })
  await expect(program(token).of(bells).list({})).rejects.toMatchObject({ status: 401, code: 'session.required' })
})

test('the tokens of a disabled account rest with it', async () => {
  const wu = await signedIn('wu')
  const { token } = await wu.of(apiTokens).create(draft)
  await actIn(app, harbour.companyId, (ctx) => disableAccount(ctx, harbour.idOf('wu')))
  await expect(program(token).of(bells).list({})).rejects.toMatchObject({ status: 401 })
  await actIn(app, harbour.companyId, (ctx) => enableAccount(ctx, harbour.idOf('wu')))
  await expect(program(token).of(bells).list({})).resolves.toBeDefined()
  await expect(wu.of(bells).list({})).rejects.toMatchObject({ status: 401 })
})

test.each([
  '',
  'Bearer',
  'Bearer zs_',
  'Bearer zs_nobodyhasthistokennobodyhasthistoken',
  'Basic ZmFuZzpmYW5n',
  'Bearer \u00ff',
])('“%s” is nobody, also beside a good cookie', async (authorization) => {
  const fang = await signedIn('fang')
  const answer = await fang.call({ method: 'GET', url: '/api/bells', headers: { authorization } })
  expect(answer.statusCode).toBe(401)
})

test('making and revoking stand in the ledger, the token itself nowhere', async () => {
  const fang = await signedIn('fang')
  const { id, token } = await fang.of(apiTokens).create(draft)
  const { rows } = await app.database.inCompany(harbour.companyId, async (tx) => ({
    rows: await tx.selectFrom('event').selectAll().where('recordId', '=', harbour.idOf('fang')).execute(),
  }))
  const made = rows.filter(({ name }) => name === 'account.token_created')
  expect(made.at(-1)).toMatchObject({ recordKind: 'account', details: { token: id, name: '门禁对接' } })
  expect(JSON.stringify(rows)).not.toContain(token)
})

// A server process without a socket, for tests of the platform that know no business: two companies, their people, one toy room.
import type { FastifyInstance, InjectOptions } from 'fastify'
import { z } from 'zod'
import type { Grants, Scope, User } from '../../src/platform/access.ts'
import { programOf } from '../../src/platform/access.ts'
import { clientOf, type Send } from '../../src/platform/client.ts'
import { type Ctx, perform } from '../../src/platform/context.ts'
import { Done, type Resource, read, resource, type Verbs, write } from '../../src/platform/contract.ts'
import { openDatabase, type Tx } from '../../src/platform/database.ts'
import { openServer } from '../../src/platform/http/open-server.ts'
import { served } from '../../src/platform/http/serve.ts'
import { newId } from '../../src/platform/ids.ts'
import { recordEvent } from '../../src/platform/ledger.ts'
import { openLog } from '../../src/platform/log.ts'
import { Refusal } from '../../src/platform/refusal.ts'
import { createAccount, findAccount } from '../../src/platform/session/accounts.ts'
import { temporaryFolder } from './temporary.ts'

/** A resource that is nobody's business: bells that are rung. */
export const bells = resource('bells', {
  list: read({
    input: z.object({ word: z.string().optional() }),
    output: z.object({ by: z.string(), word: z.string() }),
  }),
  ring: write({ input: z.object({ word: z.string().max(50) }), output: Done, refuses: ['bell.broken'] }),
})
const ring = async (ctx: Ctx, { word }: { word: string }) => {
  if (word === 'crack') throw new Refusal('bell.broken')
  await recordEvent(ctx, { name: 'bell.rung', recordId: ctx.user.id, details: { word } })
  return { ok: true as const }
}
const bellsServed = served(bells, {
  list: async ({ user }, { word }) => ({ by: user.name, word: word ?? '' }),
  ring,
})

const EVERYWHERE: Scope = { company: true, estateIds: [], areaIds: [], own: true }
const OWN: Scope = { ...EVERYWHERE, company: false }
export const PERMISSIONS = ['bells.read', 'bells.ring', 'api-tokens.read', 'api-tokens.create', 'api-tokens.revoke']

/** What each login may; changed by tests to see when it takes effect. */
export const granted = new Map<string, string[]>()
const grantsOf = (login: string): Grants => {
  const held = new Set(granted.get(login) ?? PERMISSIONS)
  const has = (permission: string) => held.has(permission)
  return {
    has,
    get: (permission) =>
      has(permission) ? (permission.startsWith('api-tokens.') && login !== 'admin' ? OWN : EVERYWHERE) : undefined,
  }
}
async function loadUser(tx: Tx, companyId: string, id: string): Promise<Omit<User, 'sessionId'> | undefined> {
  const account = await findAccount(tx, id)
  if (!account) return undefined
  const { name, login, locale, passwordInitial } = account
  return { ...programOf(companyId), id, name, locale, mustChangePassword: passwordInitial, grants: grantsOf(login) }
}

export type ServedApp = Awaited<ReturnType<typeof openServedApp>>
type Options = {
  trustProxy?: boolean
  callsPerMinute?: number
  metricsToken?: string
  pages?: string
  heartbeatMs?: number
  /** Shared by several processes. */
  clock?: { now: Date }
}

export async function openServedApp(url: string, { trustProxy = false, pages = '', ...options }: Options = {}) {
  const { heartbeatMs, clock = { now: new Date('2026-11-23T01:00:00.000Z') }, ...settings } = options
  const server = await openServer({
    settings: {
      databaseUrl: url,
      connections: 6,
      dataDir: temporaryFolder('data'),
      sealKey: new Uint8Array(32),
      trustProxy,
      ...settings,
    },
    rooms: { loadUser, listEstates: async () => [], permissions: PERMISSIONS, served: [bellsServed] },
    log: openLog(process.env.TEST_LOG ?? 'silent'),
    version: '0.0.0-test',
    pages,
    now: () => clock.now,
    ...(heartbeatMs ? { heartbeatMs } : {}),
  })
  return {
    ...server,
    clock,
    /** Moves this process's clock on. */
    pass: (seconds: number) => {
      clock.now = new Date(clock.now.getTime() + seconds * 1000)
    },
  }
}

/** As the program, in one company. */
export function actIn<T>(
  { database, serving, authenticator, clock, app }: ServedApp,
  companyId: string,
  work: (ctx: Ctx) => Promise<T>,
) {
  const seed = {
    user: programOf(companyId),
    now: clock.now,
    callId: 'test',
    log: app.log,
    equipment: serving.equipment,
  }
  return perform(database, seed, authenticator.announce, work)
}

export type Visitor = ReturnType<typeof visitorOf>
/** A browser or a program: keeps the cookie it is given. */
export function visitorOf(app: FastifyInstance, headers: Record<string, string> = {}) {
  const jar = new Map<string, string>()
  const call = async (options: InjectOptions) => {
    const cookies = Object.fromEntries(jar)
    const answer = await app.inject({ ...options, cookies, headers: { ...headers, ...options.headers } })
    for (const { name, value } of answer.cookies) {
      if (value) jar.set(name, value)
      else jar.delete(name)
    }
    return answer
  }
  const send: Send = async ({ method, url, body, headers: more }) => {
    const json = body === undefined ? {} : { payload: JSON.stringify(body), headers: { ...more, ...JSON_BODY } }
    const answer = await call({ method: METHODS[method] ?? 'GET', url, headers: more, ...json })
    return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() }
  }
  return { jar, call, send, of: <V extends Verbs>(contract: Resource<V>) => clientOf(contract, send) }
}
const JSON_BODY = { 'content-type': 'application/json' }
const METHODS: Record<string, 'GET' | 'POST' | 'PATCH'> = { GET: 'GET', POST: 'POST', PATCH: 'PATCH' }

export const PASSWORD = '橘子汽水在桌上 42'

/** A company whose people all have the same password. */
export async function makeCompany(url: string, name: string, logins: readonly string[]) {
  const database = openDatabase({ url, connections: 2 })
  const companyId = newId()
  const people = new Map(logins.map((login) => [login, newId()]))
  try {
    const seed = {
      user: programOf(companyId),
      now: new Date('2026-11-01T00:00:00.000Z'),
      callId: 'test',
      log: openLog('silent'),
    }
    const equipment = {
      numbers: { take: async () => '' },
      sealer: { seal: () => Buffer.of(), open: () => '', hash: () => Buffer.of() },
    }
    await perform(
      database,
      { ...seed, equipment },
      () => {},
      async (ctx) => {
        await ctx.tx.insertInto('company').values({ id: companyId, name }).execute()
        for (const [login, id] of people) {
          await createAccount(ctx, { id, login, phone: null, name: `${login} 先生`, password: PASSWORD })
        }
      },
    )
  } finally {
    await database.close()
  }
  return { companyId, idOf: (login: string) => people.get(login) ?? '' }
}

// A stage for the rooms of the estate: two companies, the estates of one, and people who act on them through the typed client.
import Fastify, { type FastifyInstance } from 'fastify'
import { customersGrants } from '../../src/app/grants/customers.ts'
import { premisesGrants } from '../../src/app/grants/premises.ts'
import { customers } from '../../src/modules/estate/customers/contract.ts'
import { customersServed } from '../../src/modules/estate/customers/routes.ts'
import { places } from '../../src/modules/estate/premises/contract.ts'
import { placesServed } from '../../src/modules/estate/premises/routes.ts'
import type { Reach, Scope, User } from '../../src/platform/access.ts'
import { type Client, clientOf, type Send } from '../../src/platform/client.ts'
import { type Database, openDatabase } from '../../src/platform/database.ts'
import { answerErrors } from '../../src/platform/http/errors.ts'
import { serve } from '../../src/platform/http/serve.ts'
import { newId } from '../../src/platform/ids.ts'
import { openNumbers } from '../../src/platform/numbers.ts'
import { sealerOf } from '../../src/platform/seal.ts'
import { clonedDatabase } from './database.ts'

export type Estate = { id: string; name: string; areas: { north: string; south: string } }
export type Person = { places: Client<typeof places>; customers: Client<typeof customers>; user: User }
export type Stage = {
  database: Database
  /** 云栖里 and 海棠湾 are estates of the first company, 竹影台 of another. */
  estates: { yunqi: Estate; haitang: Estate; zhuying: Estate }
  as(post: string, estate?: Estate, areaIds?: string[]): Person
  close(): Promise<void>
}

const COMPANIES = { ours: newId(), theirs: newId() }

export async function openEstateStage(): Promise<Stage> {
  const clone = await clonedDatabase()
  const database = openDatabase({ url: clone.url })
  const estates = {
    yunqi: await estateIn(database, COMPANIES.ours, '云栖里'),
    haitang: await estateIn(database, COMPANIES.ours, '海棠湾'),
    zhuying: await estateIn(database, COMPANIES.theirs, '竹影台'),
  }
  const people = new Map<string, User>()
  const app = appOver(database, people)
  return {
    database,
    estates,
    as(post, estate = estates.yunqi, areaIds = []) {
      const company = estate === estates.zhuying ? COMPANIES.theirs : COMPANIES.ours
      const user = userOf(company, post, estate.id, areaIds)
      people.set(user.id, user)
      const send = sendAs(app, user.id)
      return { user, places: clientOf(places, send), customers: clientOf(customers, send) }
    },
    async close() {
      await app.close()
      await database.close()
      await clone.drop()
    },
  }
}

function appOver(database: Database, people: Map<string, User>) {
  const app = Fastify()
  answerErrors(app)
  const serving = {
    database,
    userOf: async (request: { headers: Record<string, unknown> }) => people.get(String(request.headers['x-person'])),
    announce: () => {},
    equipment: { numbers: openNumbers(database), sealer: sealerOf(Buffer.alloc(32, 7)) },
    now: () => new Date('2026-11-23T02:00:00.000Z'),
  }
  for (const pair of [placesServed, customersServed]) serve(app, serving, pair)
  return app
}

const sendAs =
  (app: FastifyInstance, personId: string): Send =>
  async ({ method, url, body, headers }) => {
    const answer = await app.inject({
      method: method === 'POST' ? 'POST' : method === 'PATCH' ? 'PATCH' : 'GET',
      url,
      headers: { ...headers, 'x-person': personId },
      ...(body === undefined ? {} : { payload: JSON.parse(JSON.stringify(body)) }),
    })
    return { status: answer.statusCode, body: answer.json() }
  }

async function estateIn(database: Database, companyId: string, name: string): Promise<Estate> {
  return database.inCompany(companyId, async (tx) => {
    await tx
      .insertInto('company')
      .values({ id: companyId, name: `${name}物业` })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const id = newId()
    const code = `E${id.slice(-6).toUpperCase()}`
    await tx.insertInto('estate').values({ id, name, shortName: name, code, kind: 'residential' }).execute()
    const areas = { north: newId(), south: newId() }
    const rows = [
      { id: areas.north, estateId: id, name: '北区', code: 'N' },
      { id: areas.south, estateId: id, name: '南区', code: 'S' },
    ]
    await tx.insertInto('area').values(rows).execute()
    return { id, name, areas }
  })
}

function userOf(companyId: string, post: string, estateId: string, areaIds: string[]): User {
  const scopes = new Map<string, Scope>()
  for (const [permission, byPost] of Object.entries({ ...premisesGrants, ...customersGrants })) {
    const reach = Object.entries<Reach>(byPost).find(([key]) => key === post)?.[1]
    if (reach) scopes.set(permission, scopeFor(reach, estateId, areaIds))
  }
  return {
    companyId,
    id: newId(),
    name: post,
    sessionId: '',
    zone: 'Asia/Shanghai',
    locale: 'zh-CN',
    mustChangePassword: false,
    postId: null,
    posts: [],
    grants: scopes,
    estateIds: [estateId],
    everyEstate: false,
    areaIds,
  }
}

const scopeFor = (reach: Reach, estateId: string, areaIds: string[]): Scope => ({
  company: reach === 'company',
  estateIds: reach === 'estate' ? [estateId] : [],
  areaIds: reach === 'area' ? areaIds : [],
  own: reach === 'own',
})

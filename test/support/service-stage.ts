// The service wing at work: calls taken, requests brought to any state, time passing, and what the program does by itself.
import { z } from 'zod'
import type { Request, RequestDraft } from '../../src/modules/service/requests/contract/shapes.ts'
import type { State } from '../../src/modules/service/requests/states.ts'
import { programOf } from '../../src/platform/access.ts'
import { perform } from '../../src/platform/context.ts'
import type { Schedule } from '../../src/platform/jobs/schedules.ts'
import { listEvents } from '../../src/platform/ledger.ts'
import { openLog } from '../../src/platform/log.ts'
import { startTestApp, type TestApp } from './app.ts'
import type { Login } from './cast.ts'
import { catchUp } from './hearing.ts'
import { uploadPng } from './uploads.ts'

type Call = Partial<Omit<RequestDraft, 'matters'>>
type Matter = Partial<RequestDraft['matters'][number]> & { category?: string }
type Asked = { by?: Login; call?: Call; key?: string }

export type Answered = { status: number; code: string | undefined; paths: string[] | undefined; messages: string[] }
export type ServiceStage = TestApp & {
  /** Homes of 云栖里小区 by their codes: building 3 lies in area one, building 5 in area two. */
  home(code: string): string
  categoryId(code: string): string
  reasonId(code: string): string
  later(minutes: number): void
  at(instant: string): void
  /** Receptionist Fang takes a call about a leak in 3-1-101, unless something else is said. */
  take(matter?: Matter, asked?: Asked): Promise<{ id: string; no: string; dueAt: string | null }>
  /** A request that steward Lin handles, in this state. */
  bring(state: State, matter?: Matter): Promise<string>
  /** A verb on one record with anything for a body, as another program might send it. */
  send(login: Login, call: { noun: string; id: string; verb: string; body: object }): Promise<Answered>
  get(id: string): Promise<Request>
  eventsOf(id: string): ReturnType<typeof listEvents>
  hear(): Promise<void>
  run(schedule: Schedule | undefined): Promise<void>
  /** A dispatch sheet for worker Wu that he has finished and somebody has signed. */
  repair(requestId: string): Promise<string>
  /** The newest return visit of a request. */
  visitOf(requestId: string): Promise<string>
  noticesTo(login: Login, kind?: string): Promise<{ kind: string; params: unknown; recordId: string | null }[]>
}

export async function openServiceStage(startsAt?: string): Promise<ServiceStage> {
  const app = await startTestApp(startsAt)
  const settings = await app.as('fang').requestSettings.list({})
  const homes = await homesOf(app)
  const ours = app.cast.companies.ours
  const stage: ServiceStage = {
    ...app,
    home: (code) => known(homes.get(code), code),
    categoryId: (code) => known(settings.categories.find((one) => one.code === code)?.id, code),
    reasonId: (code) => known(settings.reasons.find((one) => one.code === code)?.id, code),
    later(minutes) {
      app.clock.now = new Date(app.clock.now.getTime() + minutes * 60_000)
    },
    at(instant) {
      app.clock.now = new Date(instant)
    },
    take: (matter, asked) => takeCall(stage, matter, asked),
    bring: (state, matter) => ways[state](stage, matter ?? {}),
    send: (login, call) => sent(app, login, call),
    get: (id) => app.as('chen').requests.get({ id }),
    eventsOf: (id) => app.server.database.inCompany(ours, (tx) => listEvents(tx, [id])),
    hear: () => catchUp(app),
    run: (schedule) => runNow(app, schedule),
    repair: (requestId) => repaired(stage, requestId),
    async visitOf(requestId) {
      const { items } = await app.as('luo').returnVisits.list({ requestId, sort: 'newest' })
      return known(items[0]?.id, 'visit')
    },
    noticesTo: (login, kind) =>
      app.server.database.inCompany(ours, (tx) =>
        tx
          .selectFrom('notification')
          .select(['kind', 'params', 'recordId'])
          .where('accountId', '=', app.cast.people[login])
          .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? ''))
          .orderBy('createdAt')
          .execute(),
      ),
  }
  return stage
}

function known<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`no ${what}`)
  return value
}

const Body = z.object({
  code: z.string().optional(),
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
})
async function sent(
  app: TestApp,
  login: Login,
  { noun, id, verb, body }: { noun: string; id: string; verb: string; body: object },
): Promise<Answered> {
  const word = verb.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  const visitor = await app.browserOf(login)
  const url = verb === 'change' ? `/api/${noun}/${id}` : `/api/${noun}/${id}/${word}`
  const answer = await visitor.send({ method: verb === 'change' ? 'PATCH' : 'POST', url, body, headers: {} })
  const { code, fields } = Body.parse(answer.body)
  const said = (fields ?? []).map(({ message }) => message)
  return { status: answer.status, code, paths: fields?.map(({ path }) => path), messages: said }
}

async function homesOf(app: TestApp) {
  const { estates, areas } = app.cast
  const plan = { estateId: estates.yunqi, entrances: 1, floorTo: 3, unitsPerFloor: 2 }
  await app.as('tang').places.generate({ ...plan, no: '3', areaId: areas.one })
  await app.as('tang').places.generate({ ...plan, no: '5', areaId: areas.two })
  const { items } = await app.as('tang').places.list({ estateId: estates.yunqi, kind: ['unit'], limit: 50 })
  return new Map(items.map(({ code, id }) => [code, id]))
}

/** Where nothing is said; other kinds go without one. */
const USUAL = new Map([
  ['repair', 'plumbing.leak'],
  ['complaint', 'neighbours.noise'],
])

async function takeCall(stage: ServiceStage, { category, ...matter }: Matter = {}, { by, call, key }: Asked = {}) {
  const kind = matter.kind ?? 'repair'
  const code = category ?? USUAL.get(kind)
  const { requests } = await stage.as(by ?? 'fang').requests.create(
    {
      estateId: stage.cast.estates.yunqi,
      channel: 'phone',
      contactName: '林小满',
      contactPhone: '13800012345',
      ...call,
      matters: [
        {
          kind,
          urgency: 'rush',
          subject: '厨房水管漏水',
          categoryId: code ? stage.categoryId(code) : undefined,
          ...(matter.placeText ? {} : { placeId: stage.home('3-1-101') }),
          ...matter,
        },
      ],
    },
    key ? { key } : {},
  )
  return known(requests[0], 'request')
}

const before = (state: State, move: (stage: ServiceStage, id: string) => Promise<unknown>) => {
  return async (stage: ServiceStage, matter: Matter) => {
    const id = await ways[state](stage, matter)
    await move(stage, id)
    return id
  }
}
const inAnHour = ({ clock }: ServiceStage) => new Date(clock.now.getTime() + 3_600_000).toISOString()
const price = { kind: 'labour', name: '更换软管', quantity: 1, priceFen: 8000 } as const

const ways: Record<State, (stage: ServiceStage, matter: Matter) => Promise<string>> = {
  new: async (stage, matter) => (await stage.take(matter, { call: { accept: false } })).id,
  accepted: async (stage, matter) => (await stage.take(matter)).id,
  dispatched: before('accepted', (stage, id) =>
    stage.as('chen').requests.dispatch({ id, handlerId: stage.cast.people.lin }),
  ),
  taken: before('dispatched', (stage, id) => stage.as('lin').requests.take({ id })),
  on_site: before('taken', (stage, id) => stage.as('lin').requests.arrive({ id })),
  on_hold: before('taken', (stage, id) =>
    stage.as('lin').requests.hold({ id, reasonId: stage.reasonId('weather'), resumeAt: inAnHour(stage) }),
  ),
  completed: before('on_site', (stage, id) => stage.as('lin').requests.complete({ id, result: '已更换软管' })),
  to_visit: before('completed', (stage) => stage.hear()),
  closed: before('to_visit', async (stage, id) => {
    await stage.as('chen').returnVisits.waive({ id: await stage.visitOf(id), reason: '业主出国' })
  }),
  closed_undone: before('taken', (stage, id) => stage.as('lin').requests.closeUndone({ id, reason: '业主自行解决' })),
  cancelled: before('accepted', (stage, id) => stage.as('fang').requests.cancel({ id, reason: '业主撤回' })),
  quoting: before('accepted', async (stage, requestId) => {
    const { id } = await sheetOnSite(stage, requestId)
    await stage.as('wu').workOrders.quote({ id, lines: [price] })
  }),
  unpaid: before('quoting', async (stage, requestId) => {
    const { items } = await stage.as('wu').workOrders.list({ requestId })
    const id = known(items[0]?.id, 'sheet')
    await stage.as('wu').workOrders.agree({ id, way: 'in_person' })
    await finish(stage, id, [price])
    await stage.hear()
  }),
}

async function sheetOnSite(stage: ServiceStage, requestId: string) {
  const sheet = await stage
    .as('fang')
    .workOrders.create({ requestId, trade: 'plumbing', way: 'assign', workerId: stage.cast.people.wu })
  await stage.as('wu').workOrders.take({ id: sheet.id })
  return stage.as('wu').workOrders.arrive({ id: sheet.id })
}

async function finish(stage: ServiceStage, id: string, lines: (typeof price)[] = []) {
  const signatureId = await uploadPng(await stage.browserOf('wu'))
  return stage.as('wu').workOrders.complete({ id, result: '试水无渗漏', labourMinutes: 40, signatureId, lines })
}

async function repaired(stage: ServiceStage, requestId: string) {
  const { id } = await sheetOnSite(stage, requestId)
  stage.later(40)
  await finish(stage, id)
  return id
}

async function runNow({ server, cast, clock }: TestApp, schedule: Schedule | undefined) {
  const { database, serving } = server
  const log = openLog(process.env.TEST_LOG ?? 'silent')
  const seed = {
    user: programOf(cast.companies.ours),
    now: clock.now,
    callId: 'test',
    log,
    equipment: serving.equipment,
  }
  await perform(database, seed, serving.announce, async (ctx) => known(schedule, 'schedule').run(ctx))
}

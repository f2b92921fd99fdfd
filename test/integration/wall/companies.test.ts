// Tries every record of our company from another one: it is not there, for whoever asks and in whatever way.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Belongings, belongingsOf } from './belongings.ts'
import { allowedAt } from './expected.ts'
import { filled } from './filled.ts'
import { callRoute, openWalkedStage, visitorFor, type WalkedRoute, type WalkedStage } from './routes.ts'

let walked: WalkedStage
let ours: Belongings
beforeAll(async () => {
  walked = await openWalkedStage()
  ours = await belongingsOf(walked.stage)
}, 60_000)
afterAll(() => walked?.stage.close())

const isOfOne = ({ path }: WalkedRoute) => path.includes('{id}')
/** Settings of requests are several kinds under one noun; the verb names which. */
const idFor = ({ described, path }: WalkedRoute) =>
  ours.get(described?.noun ?? '') ?? ours.get(/(category|limit|reason|step)$/.exec(path)?.[1] ?? '')

const eventsOfOurs = () =>
  walked.stage.server.database.inCompany(walked.stage.cast.companies.ours, async (tx) => {
    const { n } = await tx.selectFrom('event').select(tx.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
    return n
  })

test('each route of one record has a record of ours to be tried with', () => {
  expect(walked.routes.filter((route) => isOfOne(route) && !idFor(route)).map(({ name }) => name)).toEqual([])
})

test('our own people find these records, so that not finding them means something', async () => {
  const { stage, routes } = walked
  const missing: string[] = []
  for (const route of routes.filter((one) => isOfOne(one) && one.method === 'GET')) {
    const owner = { notifications: 'wu', 'work-runs': 'fang', attachments: 'wu', imports: 'zhao' } as const
    const noun = route.described?.noun ?? ''
    const login = Object.entries(owner).find(([name]) => name === noun)?.[1] ?? 'qian'
    const { status, code } = await callRoute(await stage.as(login), route, idFor(route))
    if (status === 404) missing.push(`${route.name}: ${status} ${code}`)
  }
  expect(missing).toEqual([])
})

describe.each(['other', 'an'] as const)('%s of another company', (login) => {
  test('is told of no record of ours that it exists, and changes none', async () => {
    const { stage, routes } = walked
    const before = await eventsOfOurs()
    const wrong: string[] = []
    for (const route of routes.filter(isOfOne)) {
      const body = route.described ? filled(route.described.input) : {}
      const said = await callRoute(await visitorFor(stage, route, login), route, idFor(route), body)
      const expected = allowedAt(route.name, login) ? 404 : 403
      if (said.status !== expected) wrong.push(`${route.name}: ${said.status} ${said.code}`)
    }
    expect(wrong).toEqual([])
    expect(await eventsOfOurs()).toBe(before)
  }, 60_000)

  test('finds none of them in any list', async () => {
    const { stage, routes } = walked
    const ids = [...ours.values(), ...Object.values(stage.cast.estates).slice(0, 2), stage.cast.companies.ours]
    const leaks: string[] = []
    let lists = 0
    for (const route of routes) {
      if (route.method !== 'GET' || isOfOne(route) || !route.described) continue
      const visitor = await stage.as(login)
      const query = new URLSearchParams()
      for (const [key, value] of Object.entries(filled(route.described.input))) query.append(key, String(value))
      const { statusCode, body } = await visitor.call({ method: 'GET', url: `${route.path}?${query}` })
      if (statusCode === 200) lists += 1
      leaks.push(...ids.filter((id) => body.includes(id)).map((id) => `${route.name}: ${statusCode} ${id}`))
    }
    expect(leaks).toEqual([])
    expect(lists).toBeGreaterThan(login === 'an' ? 20 : 15)
  }, 60_000)

  test('makes nothing that hangs on a record of ours', async () => {
    const { stage, routes } = walked
    const id = (noun: string) => ours.get(noun) ?? ''
    const named = {
      estateId: id('estates'),
      placeId: id('places'),
      requestId: id('requests'),
      customerId: id('customers'),
    }
    const before = await eventsOfOurs()
    const made: string[] = []
    for (const route of routes.filter((one) => one.method === 'POST' && !isOfOne(one) && one.described)) {
      const input = route.described?.input
      const body = input ? filled(input, named) : {}
      if (!Object.values(named).some((one) => JSON.stringify(body).includes(one))) continue
      const said = await callRoute(await stage.as(login), route, undefined, body)
      if (said.status < 400 || said.status >= 500) made.push(`${route.name}: ${said.status} ${said.code}`)
    }
    expect(made).toEqual([])
    expect(await eventsOfOurs()).toBe(before)
  }, 60_000)
})

// Walks every route as nobody and as each post, against the table of who may call it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routeOf } from '../../../src/platform/contract.ts'
import { contracts } from '../../support/app.ts'
import { OUR_LOGINS } from '../../support/cast.ts'
import { allowedAt, table } from './expected.ts'
import { callRoute, openWalkedStage, type Said, visitorFor, type WalkedStage } from './routes.ts'

let walked: WalkedStage
beforeAll(async () => {
  walked = await openWalkedStage()
})
afterAll(() => walked?.stage.close())

const told = ({ status, code }: Said) => `${status}${code ? ` ${code}` : ''}`
const isLetIn = ({ status }: Said) => status !== 401 && status !== 403 && status < 500
const isTurnedAway = ({ status, code }: Said) => status === 403 && code === 'access.not_granted'

test('the table names exactly the routes that the server has', () => {
  const served = walked.routes.map(({ name }) => name)
  expect([...table.keys()].sort()).toEqual([...new Set(served)].sort())
})

test('every verb of every contract that tests call is served', () => {
  const promised = Object.values(contracts).flatMap(({ noun, verbs }) =>
    Object.entries(verbs).map(([verb, endpoint]) => {
      const { method, path } = routeOf(noun, verb, endpoint)
      return `${method} ${path}`
    }),
  )
  const served = new Set(walked.routes.map(({ name }) => name))
  expect(promised.filter((name) => !served.has(name))).toEqual([])
})

test('nobody is let in where somebody is asked for', async () => {
  const wrong: string[] = []
  for (const route of walked.routes) {
    const said = await callRoute(walked.stage.stranger(), route)
    const isRight = table.get(route.name) === 'anyone' ? isLetIn(said) : said.status === 401
    if (!isRight) wrong.push(`${route.name}: ${told(said)}`)
  }
  expect(wrong).toEqual([])
}, 120_000)

describe.each([...OUR_LOGINS, 'other', 'an'] as const)('%s', (login) => {
  test('is let in where the table says so and nowhere else', async () => {
    const wrong: string[] = []
    for (const route of walked.routes) {
      const said = await callRoute(await visitorFor(walked.stage, route, login), route)
      const isRight = allowedAt(route.name, login) ? isLetIn(said) : isTurnedAway(said)
      if (!isRight) wrong.push(`${route.name}: ${told(said)}`)
    }
    expect(wrong).toEqual([])
  }, 120_000)
})

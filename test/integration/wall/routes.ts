// Every route a server has, as fastify itself hears of them: what no contract names is among them too.
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { FastifyInstance, InjectOptions } from 'fastify'
import type { Described } from '../../../src/platform/http/serve.ts'
import { newId } from '../../../src/platform/ids.ts'
import { session } from '../../../src/platform/session/contract.ts'
import { type Login, PASSWORD } from '../../support/cast.ts'
import type { Visitor } from '../../support/served-app.ts'
import { openStage, type Stage } from '../../support/stage.ts'

export type WalkedRoute = {
  /** As in the table: `PATCH /api/customers/{id}`. */
  name: string
  method: 'GET' | 'POST' | 'PATCH'
  path: string
  described: Described | undefined
}
export type WalkedStage = { stage: Stage; routes: WalkedRoute[] }

const METHODS = ['GET', 'POST', 'PATCH'] as const

export async function openWalkedStage(): Promise<WalkedStage> {
  const routes: WalkedRoute[] = []
  const hear = (message: unknown) => {
    // What fastify puts on this channel, by its documentation.
    const { fastify } = message as { fastify: FastifyInstance } // reason: see above
    fastify.addHook('onRoute', ({ method, url, config }) => {
      const path = url.replaceAll(/:(\w+)/g, '{$1}')
      for (const one of [method].flat().filter((other) => other !== 'HEAD')) {
        const known = METHODS.find((name) => name === one)
        if (!known) throw new Error(`${one} ${path} is of a method that no walk knows`)
        routes.push({ name: `${known} ${path}`, method: known, path, described: config?.described })
      }
    })
  }
  subscribe('fastify.initialization', hear)
  try {
    const stage = await openStage()
    return { stage, routes: routes.sort((a, b) => Number(isParting(a)) - Number(isParting(b))) }
  } finally {
    unsubscribe('fastify.initialization', hear)
  }
}

/** These end sessions of the person who calls; they are walked last. */
const isParting = ({ path }: WalkedRoute) => path.startsWith('/api/session/end')

export async function visitorFor(stage: Stage, route: WalkedRoute, login: Login): Promise<Visitor> {
  if (!isParting(route)) return stage.as(login)
  const visitor = stage.stranger()
  await visitor.of(session).create({ login, password: PASSWORD })
  return visitor
}

export type Said = { status: number; code: string | undefined }

/** One call with an id (unknown when none is given) and a body (empty when none is given). */
export async function callRoute(
  visitor: Visitor,
  route: WalkedRoute,
  id: string = newId(),
  body: object = {},
): Promise<Said> {
  const { method, path } = route
  const url = path.replace(/\{\w+\}/, id).replace('*', 'index.html')
  const sent: InjectOptions = { method, url: method === 'GET' ? `${url}${queryOf(body)}` : url }
  const json = { payload: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  // A stream of live changes never ends: its first line says enough.
  if (path === '/api/live') return callStream(visitor, sent)
  const answer = await visitor.call(method === 'GET' ? sent : { ...sent, ...json })
  return { status: answer.statusCode, code: codeIn(answer.body) }
}

async function callStream(visitor: Visitor, sent: InjectOptions): Promise<Said> {
  const answer = await visitor.call({ ...sent, payloadAsStream: true })
  const stream = answer.stream()
  if (answer.statusCode === 200) {
    stream.destroy()
    return { status: 200, code: undefined }
  }
  let text = ''
  for await (const piece of stream) text += String(piece)
  return { status: answer.statusCode, code: codeIn(text) }
}

function queryOf(body: object) {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(body)) query.append(name, String(value))
  return query.size ? `?${query}` : ''
}

function codeIn(body: string): string | undefined {
  return /^\{"code":"([\w.]+)"/.exec(body)?.[1]
}

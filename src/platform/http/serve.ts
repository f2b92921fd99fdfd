// Binds contracts to actions: who are you, may you, parse, one transaction, answer.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { holds, mustHold, type User } from '../access.ts'
import { type Announce, type Ctx, type Equipment, perform } from '../context.ts'
import type { Access, Endpoint, FileAnswer, Kind, Resource, Verbs } from '../contract.ts'
import { routeOf, zodOf } from '../contract.ts'
import type { Database } from '../database.ts'
import { Refusal } from '../refusal.ts'
import { AlreadyAnswered, answerOf, hashOf, type Keyed, keepAnswer } from './idempotency.ts'
import { describedInput, describedOutput, leanOutput } from './schemas.ts'

type Result<E extends Endpoint> = E['kind'] extends 'file' ? FileAnswer : z.input<E['output']>
export type Handler<E extends Endpoint> = (ctx: Ctx, input: z.output<E['input']>) => Promise<Result<E>>
export type Handlers<R extends Resource> = { [V in keyof R['verbs']]: Handler<R['verbs'][V]> }
/** A contract with its actions. Made by `served` so that the pair is checked where it is written. */
export type Served = { resource: Resource; handlers: Record<string, (ctx: Ctx, input: never) => Promise<unknown>> }
export const served = <V extends Verbs>(resource: Resource<V>, handlers: Handlers<Resource<V>>): Served => ({
  resource,
  handlers,
})

export type Serving = {
  database: Database
  /** The person behind a call; undefined when nobody is signed in. Refuses a cookie used from a foreign origin. */
  userOf(request: FastifyRequest): Promise<User | undefined>
  announce: Announce
  equipment: Equipment
  now(): Date
}

export type Described = {
  input: Endpoint['input']
  output: Endpoint['output']
  kind: Kind
  access: Access
  noun: string
  verb: string
  refuses: readonly string[]
  permission: string | null
  summary?: string
}
declare module 'fastify' {
  interface FastifyContextConfig {
    described?: Described
  }
}

export function serve(app: FastifyInstance, serving: Serving, { resource, handlers }: Served) {
  for (const [verb, endpoint] of Object.entries(resource.verbs)) {
    const handler = handlers[verb]
    if (!handler) throw new Error(`${resource.noun}.${verb} has no action`)
    const { method, path, permission } = routeOf(resource.noun, verb, endpoint)
    const { output, kind } = endpoint
    app.route({
      method,
      url: path.replace('{id}', ':id'),
      config: { described: describedOf(resource.noun, verb, endpoint) },
      schema: kind === 'file' ? {} : { response: { 200: leanOutput(output) } },
      handler: (request, reply) =>
        answer(serving, { endpoint, handler, permission, call: `${method} ${path}` }, request, reply),
    })
  }
}

/** What stands beside a route for whoever describes or walks the API. */
export function describedOf(noun: string, verb: string, endpoint: Endpoint): Described {
  const { input, output, kind, access, refuses, summary } = endpoint
  const { permission } = routeOf(noun, verb, endpoint)
  return { input, output, kind, access, noun, verb, refuses, permission, ...(summary ? { summary } : {}) }
}

type Bound = { endpoint: Endpoint; handler: Served['handlers'][string]; permission: string | null; call: string }

async function answer(serving: Serving, bound: Bound, request: FastifyRequest, reply: FastifyReply) {
  const user = await admitted(serving, bound, request)
  const input = zodOf(bound.endpoint.input).parse(inputOf(request))
  const now = serving.now()
  const seed = { user, now, callId: request.id, log: request.log, equipment: serving.equipment }
  const keyed = keyOf(bound, request, input)
  // The handler was paired with this endpoint's input type by `served`.
  const work = (ctx: Ctx) => {
    if (bound.permission) mustHold(ctx.user, bound.permission)
    return bound.handler(ctx, input as never) // reason: see above
  }
  const result = await (keyed
    ? once(serving, seed, keyed, work)
    : perform(serving.database, seed, serving.announce, work))
  return bound.endpoint.kind === 'file' ? sendFile(reply, result) : reply.send(result)
}

async function admitted(serving: Serving, { endpoint, permission }: Bound, request: FastifyRequest): Promise<User> {
  const user = await serving.userOf(request)
  if (!user || isMeantForAnother(request, user)) throw new Refusal('session.required')
  if (user.mustChangePassword && endpoint.access === 'granted') throw new Refusal('session.password_must_change')
  if (permission && !holds(user, permission)) throw new Refusal('access.not_granted', { permission })
  return user
}

/** What a phone kept for one account is never done in the name of another one that has signed in on it since. */
export const isMeantForAnother = ({ headers }: FastifyRequest, user: User) =>
  (headers['as-account'] ?? user.id) !== user.id

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
export function inputOf({ query, body, params }: FastifyRequest): unknown {
  return { ...(isObject(query) ? query : {}), ...(isObject(body) ? body : {}), ...(isObject(params) ? params : {}) }
}

const KEY = /^[\x21-\x7e]{8,100}$/
function keyOf({ endpoint, call }: Bound, request: FastifyRequest, input: unknown): Keyed | undefined {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || endpoint.kind !== 'write') return undefined
  if (!KEY.test(key)) throw new Refusal('call.bad_key')
  return { key, call, inputHash: hashOf(input) }
}

type Seed = Parameters<typeof perform>[1]
/** Works first and keeps the answer last; whoever loses, or is refused because the first sender already did it, reads the kept answer. */
async function once(serving: Serving, seed: Seed, keyed: Keyed, work: (ctx: Ctx) => Promise<unknown>) {
  try {
    return await perform(serving.database, seed, serving.announce, async (ctx) => {
      const result = await work(ctx)
      await keepAnswer(ctx, keyed, result)
      return result
    })
  } catch (error) {
    if (!(error instanceof AlreadyAnswered || error instanceof Refusal)) throw error
    const kept = await answerOf(serving.database, seed.user.companyId, seed.user.id, keyed)
    if (!kept) throw error
    return kept.answer
  }
}

const isFile = (value: unknown): value is FileAnswer => isObject(value) && 'bytes' in value && 'type' in value
function sendFile(reply: FastifyReply, result: unknown) {
  if (!isFile(result)) throw new Error('a file verb must answer with a file')
  const place = result.inline ? 'inline' : 'attachment'
  return reply
    .header('content-type', result.type)
    .header('content-disposition', `${place}; filename*=UTF-8''${encodeURIComponent(result.name)}`)
    .header('cache-control', result.unchanging ? 'private, max-age=86400, immutable' : 'private, no-store')
    .send(result.bytes)
}

/** What the API description says of one route. */
export function describedRoute(described: Described) {
  const input = describedInput(described.input)
  return { input, output: described.kind === 'file' ? undefined : describedOutput(described.output) }
}

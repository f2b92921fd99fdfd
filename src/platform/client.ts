// The typed client: made from the contracts, used by the pages, the tests and the benchmarks.
import type { z } from 'zod'
import type { Endpoint, Resource, Verbs } from './contract.ts'
import { routeOf } from './contract.ts'

export type Call = { method: string; url: string; body?: unknown; headers: Record<string, string> }
export type Answer = { status: number; body: unknown }
export type Send = (call: Call) => Promise<Answer>

/** Every answer that is not a success, with the server's code and details. */
export class CallError extends Error {
  readonly status: number
  readonly code: string
  readonly details: Record<string, unknown>
  readonly fields: readonly { path: string; message: string }[]
  readonly requestId: string | undefined
  constructor(status: number, body: unknown) {
    const said = errorBodyOf(body)
    super(said.code)
    this.name = 'CallError'
    this.status = status
    this.code = said.code
    this.details = said.details ?? {}
    this.fields = said.fields ?? []
    this.requestId = said.requestId
  }
}

type ErrorBody = {
  code: string
  details?: Record<string, unknown>
  fields?: { path: string; message: string }[]
  requestId?: string
}
const isErrorBody = (body: unknown): body is ErrorBody =>
  typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string'
const errorBodyOf = (body: unknown): ErrorBody => (isErrorBody(body) ? body : { code: 'unreachable' })

export type Caller<E extends Endpoint> = E['kind'] extends 'file'
  ? never
  : (input: z.input<E['input']>, options?: { key?: string }) => Promise<z.output<E['output']>>
export type Client<R extends Resource> = { [V in keyof R['verbs']]: Caller<R['verbs'][V]> }

/** Where a call goes: path with its id filled in, and the rest as query string or body. */
export function addressOf(noun: string, verb: string, endpoint: Endpoint, input: unknown) {
  const route = routeOf(noun, verb, endpoint)
  const given: Record<string, unknown> = { ...(typeof input === 'object' ? input : {}) }
  let path = route.path
  if (path.includes('{id}')) {
    path = path.replace('{id}', encodeURIComponent(String(given.id)))
    delete given.id
  }
  if (route.method !== 'GET') return { method: route.method, url: path, body: given }
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(given)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) query.append(name, String(one))
    }
  }
  const tail = query.toString()
  return { method: route.method, url: tail ? `${path}?${tail}` : path, body: undefined }
}

export function clientOf<V extends Verbs>(resource: Resource<V>, send: Send): Client<Resource<V>> {
  const calls = Object.entries(resource.verbs).map(([verb, endpoint]) => [
    verb,
    async (input: unknown, options?: { key?: string }) => {
      const { method, url, body } = addressOf(resource.noun, verb, endpoint, input)
      const headers: Record<string, string> = options?.key ? { 'idempotency-key': options.key } : {}
      const answer = await send({ method, url, body, headers })
      if (answer.status >= 400) throw new CallError(answer.status, answer.body)
      return answer.body
    },
  ])
  // The keys and call shapes are those of the contract by construction; Object.fromEntries cannot say so.
  return Object.fromEntries(calls) as Client<Resource<V>> // reason: see above
}

// How often one may call: much for who is signed in, less for an unknown address, little for signing in.
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from '../refusal.ts'

export type Limits = {
  /** Of one session or token, per minute and process. */
  callsPerMinute: number
  /** The name of a session or token that is known to be good. */
  nameOf(request: FastifyRequest): string | undefined
}
/** A whole office behind one address comes in at half past eight. */
const SIGN_INS_PER_MINUTE = 120
/** What shows no good session: its first call after a while, and whoever is guessing. */
const STRANGER_CALLS_PER_MINUTE = 1200

export const limitCalls = async (app: FastifyInstance, { callsPerMinute, nameOf }: Limits) => {
  const isSignIn = (request: FastifyRequest) => request.method === 'POST' && request.routeOptions.url === '/api/session'
  await app.register(rateLimit, {
    timeWindow: '1 minute',
    cache: 20_000,
    keyGenerator(request) {
      if (isSignIn(request)) return `sign-in ${request.ip}`
      const name = nameOf(request)
      return name === undefined ? `address ${request.ip}` : `session ${name}`
    },
    max(_, key) {
      if (key.startsWith('session ')) return callsPerMinute
      return key.startsWith('sign-in ') ? SIGN_INS_PER_MINUTE : STRANGER_CALLS_PER_MINUTE
    },
    allowList: ({ routeOptions }) => !routeOptions.url?.startsWith('/api/'),
    addHeaders: SILENT,
    addHeadersOnExceeding: SILENT,
    errorResponseBuilder: (_, { ttl }) =>
      new Refusal('session.too_many_calls', { retryAfterSeconds: Math.max(1, Math.ceil(ttl / 1000)) }),
  })
}

/** The answer that is too much says when to come back; the others need not carry three headers. */
const SILENT = {
  'x-ratelimit-limit': false,
  'x-ratelimit-remaining': false,
  'x-ratelimit-reset': false,
  'retry-after': false,
}

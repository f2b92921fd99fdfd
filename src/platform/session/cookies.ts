// The session cookie, and the rule that it counts only for calls from our own pages.
import type {} from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../refusal.ts'
import { LONGEST_MS } from './sessions.ts'

/** The prefix makes browsers refuse a cookie that another host of the domain, or plain http, tries to plant. */
const nameFor = (request: FastifyRequest) => (request.protocol === 'https' ? '__Host-zhishou' : 'zhishou')

export const secretIn = (request: FastifyRequest) => request.cookies[nameFor(request)]

export const giveSecret = (request: FastifyRequest, reply: FastifyReply, secret: string) =>
  reply.setCookie(nameFor(request), secret, { ...placeFor(request), maxAge: LONGEST_MS / 1000 })

export const takeSecretAway = (request: FastifyRequest, reply: FastifyReply) =>
  reply.clearCookie(nameFor(request), placeFor(request))

const placeFor = (request: FastifyRequest) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: request.protocol === 'https',
})

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A browser says from which origin a page calls; one that is not ours is refused. A call without an origin comes from a
 * program, or from a form in a very old browser, which cannot send JSON.
 */
export function mustBeOwnOrigin(request: FastifyRequest) {
  if (SAFE.has(request.method)) return
  const { origin } = request.headers
  const own = origin === undefined ? isFromProgram(request) : isOwn(origin, request)
  if (!own) throw new Refusal('access.foreign_origin', origin === undefined ? {} : { origin })
}

function isFromProgram({ headers }: FastifyRequest) {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  return /^application\/json\b/i.test(headers['content-type'] ?? '')
}

/** Behind a proxy that is not trusted the protocol is unknown, so https pages may then call what looks like http here. */
function isOwn(origin: string, request: FastifyRequest) {
  if (!URL.canParse(origin)) return false
  const { protocol, host } = new URL(origin)
  if (request.protocol === 'https' && protocol !== 'https:') return false
  return (protocol === 'http:' || protocol === 'https:') && hostOf(`${protocol}//${request.host}`) === host
}
/** Without the port that goes without saying. */
const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host : undefined)

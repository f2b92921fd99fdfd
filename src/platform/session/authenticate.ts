// Who is behind a call: by session cookie or by token, looked up once in a while and forgotten when any process says so.
import type { FastifyRequest } from 'fastify'
import type { Grants, User } from '../access.ts'
import type { Announce } from '../context.ts'
import type { Database, Tx } from '../database.ts'
import type { Live } from '../live.ts'
import type { Log } from '../log.ts'
import { mustBeOwnOrigin, secretIn } from './cookies.ts'
import { forgottenBy } from './forgetting.ts'
import { keepUsers, type Presented, type Signed } from './kept-users.ts'
import { TOKEN_MARK } from './secrets.ts'
import { findSession, findToken, isOver, noteSeen, SEEN_EVERY_MS } from './sessions.ts'

/** Posts, grants and places of a person; undefined for one who may not work any more. */
export type LoadUser = (
  tx: Tx,
  companyId: string,
  accountId: string,
  now: Date,
) => Promise<Omit<User, 'sessionId'> | undefined>
export type Authenticator = {
  /** A cookie from a foreign origin is refused. Counts as a sign of life. */
  userOf(request: FastifyRequest): Promise<User | undefined>
  /** The same without a sign of life, for a page that merely stays open. */
  stillIn(request: FastifyRequest): Promise<User | undefined>
  /** One name per session or token that this process knows to be good; undefined for everybody else. */
  nameOf(request: FastifyRequest): string | undefined
  /** Tells this process at once and the others over the live channel. */
  announce: Announce
  close(): Promise<void>
}
export type AuthenticatorOptions = { database: Database; loadUser: LoadUser; live: Live; log: Log; now?(): Date }

export function openAuthenticator(options: AuthenticatorOptions): Authenticator {
  const { database, live, log, now = () => new Date() } = options
  const users = keepUsers((hash, isToken) => load(options, hash, isToken, now()))
  const writing = new Set<Promise<unknown>>()
  const forget: Announce = (companyId, changes) => users.forget(companyId, forgottenBy(companyId, changes))
  const stopListening = live.listen(({ companyId, changes }) => forget(companyId, changes))

  const noteSignOfLife = ({ found }: Signed, at: Date) => {
    if (at.getTime() - found.seenAt < SEEN_EVERY_MS) return
    found.seenAt = at.getTime()
    const written = database
      .inCompany(found.companyId, (tx) => noteSeen(tx, found, at))
      .catch((error) => log.warn({ err: error }, 'a sign of life was not written'))
      .finally(() => writing.delete(written))
    writing.add(written)
  }
  const look = async (request: FastifyRequest) => {
    const presented = presentedIn(request)
    return presented && users.get(presented, now())
  }
  return {
    async userOf(request) {
      const signed = await look(request)
      if (signed) noteSignOfLife(signed, now())
      return signed?.user
    },
    stillIn: async (request) => (await look(request))?.user,
    nameOf(request) {
      const presented = presentedIn(request)
      return presented && users.nameOf(presented)
    },
    announce(companyId, changes) {
      forget(companyId, changes)
      live.announce(companyId, changes)
    },
    async close() {
      stopListening()
      await Promise.all(writing)
    },
  }
}

const BEARER = /^Bearer (\S{20,200})$/i

/** A token is shown on purpose, so a cookie beside it counts for nothing. */
function presentedIn(request: FastifyRequest): Presented | undefined {
  const { authorization } = request.headers
  if (authorization !== undefined) {
    const secret = BEARER.exec(authorization)?.[1]
    return secret?.startsWith(TOKEN_MARK) ? { secret, isToken: true } : undefined
  }
  const secret = secretIn(request)
  if (!secret) return undefined
  mustBeOwnOrigin(request)
  return { secret, isToken: false }
}

async function load({ database, loadUser }: AuthenticatorOptions, hash: Buffer, isToken: boolean, now: Date) {
  const found = await (isToken ? findToken : findSession)(database, hash)
  if (!found || isOver(found, now)) return undefined
  const { companyId, accountId, permissions, id } = found
  const loaded = await database.inCompany(companyId, (tx) => loadUser(tx, companyId, accountId, now))
  if (!loaded) return undefined
  const user: User = permissions
    ? { ...loaded, sessionId: '', grants: narrowed(loaded.grants, new Set(permissions)) }
    : { ...loaded, sessionId: id }
  return { found, user }
}

/** What the person may, and the token lists. */
const narrowed = (grants: Grants, listed: ReadonlySet<string>): Grants => ({
  get: (permission) => (listed.has(permission) ? grants.get(permission) : undefined),
  has: (permission) => listed.has(permission) && grants.has(permission),
})

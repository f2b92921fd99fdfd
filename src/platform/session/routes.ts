// Sign-in over HTTP: contracts to actions, and the cookie given and taken away.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { reaches } from '../access.ts'
import type { Ctx } from '../context.ts'
import { resource } from '../contract.ts'
import { type Served, type Serving, serve, served } from '../http/serve.ts'
import { serveOpen } from '../http/serve-open.ts'
import { recordEvent } from '../ledger.ts'
import { Refusal } from '../refusal.ts'
import { changeAccount, changePassword, findAccount } from './accounts.ts'
import { apiTokens, session, sessions, signedInVerbs } from './contract.ts'
import { giveSecret, mustBeOwnOrigin, takeSecretAway } from './cookies.ts'
import type { SessionDesk } from './desk.ts'
import { isPassword } from './passwords.ts'
import { endSessions, listOpenSessions } from './sessions.ts'
import { signIn } from './sign-in.ts'
import { createToken, listTokens, mustBePerson, revokeToken } from './tokens.ts'
import { whoAmI } from './who-am-i.ts'

const done = { ok: true as const }

export async function serveSession(app: FastifyInstance, serving: Serving, desk: SessionDesk) {
  await app.register(async (scope) => {
    scope.addHook('onSend', async (request, reply) => {
      if (reply.statusCode < 300 && endsOwnSession(request)) takeSecretAway(request, reply)
    })
    serveSignIn(scope, serving, desk)
    for (const pair of sessionServed(desk)) serve(scope, serving, pair)
  })
}

function endsOwnSession({ routeOptions }: FastifyRequest) {
  const { noun, verb } = routeOptions.config.described ?? {}
  return noun === session.noun && (verb === 'end' || verb === 'endEverywhere')
}

function serveSignIn(app: FastifyInstance, { equipment, now }: Serving, desk: SessionDesk) {
  serveOpen(app, {
    noun: session.noun,
    verb: 'create',
    endpoint: session.verbs.create,
    async answer(request, reply, input) {
      mustBeOwnOrigin(request)
      const seed = { now: now(), callId: request.id, log: request.log, equipment }
      const call = { address: request.ip, device: request.headers['user-agent'] ?? null, seed }
      const { secret, answer } = await signIn(desk, input, call, (ctx) => whoAmI(desk, ctx))
      giveSecret(request, reply, secret)
      return answer
    },
  })
}

export const sessionServed = (desk: SessionDesk): Served[] => [
  served(resource(session.noun, signedInVerbs), {
    get: (ctx) => whoAmI(desk, ctx),
    async change(ctx, { locale }) {
      await changeAccount(ctx, ctx.user.id, { locale })
      return done
    },
    end: async (ctx) => end(ctx, { only: ctx.user.sessionId }),
    endEverywhere: (ctx) => end(ctx),
    async changePassword(ctx, { current, next }) {
      mustBePerson(ctx.user)
      await mustKnowPassword(desk, ctx, current)
      if (current === next) throw new Refusal('session.password_unchanged')
      await changePassword(ctx, ctx.user.id, next, ctx.user.sessionId)
      return done
    },
  }),
  served(sessions, {
    async list({ tx, user, now }) {
      const open = await listOpenSessions(tx, user.id, now)
      return { items: open.map((one) => ({ ...one, current: one.id === user.sessionId })) }
    },
    end: (ctx, { id }) => end(ctx, { only: id }),
  }),
  served(apiTokens, {
    async list({ tx, user }) {
      const tokens = await listTokens(tx, user)
      return { items: tokens.map((token) => ({ ...token, can: verbsOn(token, { user }) })) }
    },
    create: createToken,
    async revoke(ctx, { id }) {
      await revokeToken(ctx, id)
      return done
    },
  }),
]

async function end(ctx: Ctx, which: { only?: string } = {}) {
  mustBePerson(ctx.user)
  const ended = await endSessions(ctx.tx, ctx.user.id, ctx.now, which)
  if (ended.length === 0 && which.only) throw new Refusal('session.not_found', { id: which.only })
  await recordEvent(ctx, { name: 'account.signed_out', recordId: ctx.user.id, details: { sessions: ended } })
  return done
}

/** Whoever finds a screen unlocked must not try passwords on it. */
async function mustKnowPassword({ throttle }: SessionDesk, { tx, user, now }: Ctx, password: string) {
  const guesses = { kind: 'login', of: `password of ${user.id}` } as const
  await throttle.begin(guesses, now)
  const account = await findAccount(tx, user.id)
  if (!(await isPassword(password, account?.passwordHash))) throw new Refusal('session.wrong_password')
  await throttle.clear(guesses)
}

type Listed = { accountId: string; revokedAt: string | null }
const verbsOn = ({ accountId, revokedAt }: Listed, { user }: Pick<Ctx, 'user'>) =>
  revokedAt === null && reaches(user, 'api-tokens.revoke', { ownerIds: [accountId] }) ? ['revoke'] : []

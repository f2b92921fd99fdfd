// Tokens for other programs: made by a person for oneself, shown once, taken back by that person or by whoever looks after sign-in.
import type { User } from '../access.ts'
import type { Ctx } from '../context.ts'
import type { Tx } from '../database.ts'
import { newId } from '../ids.ts'
import { recordEvent } from '../ledger.ts'
import { Refusal } from '../refusal.ts'
import { withinReach } from '../within-reach.ts'
import { hashOfSecret, makeApiSecret } from './secrets.ts'

const DAY_MS = 24 * 3_600_000
const USUAL_DAYS = 365
const MOST_DAYS = 730

export const listTokens = (tx: Tx, user: User) =>
  tx
    .selectFrom('apiToken')
    .innerJoin('account', 'account.id', 'apiToken.accountId')
    .select([
      'apiToken.id',
      'apiToken.name',
      'apiToken.accountId',
      'account.name as accountName',
      'apiToken.permissions',
      'apiToken.createdAt',
      'apiToken.expiresAt',
      'apiToken.seenAt',
      'apiToken.revokedAt',
    ])
    .where((eb) => withinReach(eb, user, 'api-tokens.read', { own: ['apiToken.accountId'] }))
    .orderBy('apiToken.id', 'desc')
    .limit(500)
    .execute()

export type TokenDraft = { name: string; permissions: readonly string[]; expiresAt?: string | undefined }
export async function createToken(ctx: Ctx, { name, permissions, expiresAt }: TokenDraft) {
  mustBePerson(ctx.user)
  const missing = permissions.filter((permission) => !ctx.user.grants.has(permission))
  if (missing.length > 0) throw new Refusal('api_token.permission_not_held', { permissions: missing })
  const ends = expiresAt ? Date.parse(expiresAt) : ctx.now.getTime() + USUAL_DAYS * DAY_MS
  if (ends <= ctx.now.getTime() || ends > ctx.now.getTime() + MOST_DAYS * DAY_MS) {
    throw new Refusal('api_token.expiry_out_of_range', { mostDays: MOST_DAYS })
  }
  const id = newId()
  const secret = makeApiSecret()
  const until = new Date(ends).toISOString()
  await ctx.tx
    .insertInto('apiToken')
    .values({
      id,
      accountId: ctx.user.id,
      name,
      tokenHash: hashOfSecret(secret),
      permissions: [...new Set(permissions)],
      createdAt: ctx.now,
      expiresAt: until,
    })
    .execute()
  await recordEvent(ctx, {
    name: 'account.token_created',
    recordId: ctx.user.id,
    details: { token: id, name, permissions, expiresAt: until },
  })
  return { id, token: secret, expiresAt: until }
}

export async function revokeToken(ctx: Ctx, id: string) {
  const revoked = await ctx.tx
    .updateTable('apiToken')
    .set((eb) => ({ revokedAt: eb.fn.coalesce('revokedAt', eb.val(ctx.now.toISOString())) }))
    .where('id', '=', id)
    .where((eb) => withinReach(eb, ctx.user, 'api-tokens.revoke', { own: ['accountId'] }))
    .returning(['accountId', 'name'])
    .executeTakeFirst()
  if (!revoked) throw new Refusal('api_token.not_found', { id })
  const details = { token: id, name: revoked.name }
  await recordEvent(ctx, { name: 'account.token_revoked', recordId: revoked.accountId, details })
}

/** What concerns sign-in itself is not for a program that holds a token. */
export function mustBePerson(user: User) {
  if (user.sessionId === '') throw new Refusal('session.person_needed')
}

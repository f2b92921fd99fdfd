// What the processes keep of a user for a while, and the changes that make them forget it.
import type { Change, Ctx } from '../context.ts'

const NOUN = 'accounts'
/** Events of an account after which what is kept of it still holds. */
const HARMLESS = new Set(['account.created', 'account.signed_in', 'account.sign_in_failed', 'account.token_created'])

/**
 * After commit every process looks this account up anew: to be called by whatever changes grants, posts held, areas or
 * estates. `all` is for changes that touch many people of the company, such as the grants of a post.
 */
export function forgetUser(ctx: Ctx, accountId: string | 'all') {
  ctx.changes.push({ noun: NOUN, id: accountId === 'all' ? ctx.user.companyId : accountId, event: 'account.forgotten' })
}

/** Whom a change makes a process forget. */
export function forgottenBy(companyId: string, changes: readonly Change[]): 'all' | ReadonlySet<string> {
  const ids = changes.filter(({ noun, event }) => noun === NOUN && !HARMLESS.has(event)).map(({ id }) => id)
  return ids.includes(companyId) ? 'all' : new Set(ids)
}

/** What a person's pages hear of accounts: only what concerns the own one, as a change of the session. */
export const changeFor = (companyId: string, accountId: string, change: Change): Change | undefined => {
  if (change.noun !== NOUN) return change
  const concerns = change.id === accountId || change.id === companyId
  return concerns ? { ...change, noun: 'session' } : undefined
}

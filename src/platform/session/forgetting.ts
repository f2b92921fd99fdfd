// What the processes keep of a user for a while, and the changes that make them forget it.
import type { Change, Ctx } from '../context.ts'

const NOUN = 'accounts'
/** Events of an account after which what is kept of it still holds. */
const HARMLESS = new Set(['account.created', 'account.signed_in', 'account.sign_in_failed', 'account.token_created'])

/**
 * After commit every process looks this account up anew: to be called by whatever changes the posts or areas of one
 * person.
 */
export function forgetUser(ctx: Ctx, accountId: string) {
  ctx.changes.push({ noun: NOUN, id: accountId, event: 'account.forgotten' })
}

/** The same for everybody in the company: for the grants of a post, and for estates and areas. */
export const forgetEverybody = (ctx: Ctx) => forgetUser(ctx, ctx.user.companyId)

/** Whom a change makes a process forget. */
export function forgottenBy(companyId: string, changes: readonly Change[]): 'all' | ReadonlySet<string> {
  const ids = changes.filter(({ noun, event }) => noun === NOUN && !HARMLESS.has(event)).map(({ id }) => id)
  return ids.includes(companyId) ? 'all' : new Set(ids)
}

export const isOfAccounts = ({ noun }: Change) => noun === NOUN

/** What a person's pages hear of a change to an account: only of the own one, as a change of the session. */
export const changeFor = (companyId: string, accountId: string, change: Change): Change | undefined => {
  const concerns = change.id === accountId || change.id === companyId
  return concerns ? { ...change, noun: 'session' } : undefined
}

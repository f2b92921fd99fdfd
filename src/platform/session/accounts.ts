// The door to accounts for whoever keeps the people: made, changed, given a new password, shut and opened again.
import type { Ctx } from '../context.ts'
import type { Tx } from '../database.ts'
import { recordEvent } from '../ledger.ts'
import { Refusal } from '../refusal.ts'
import { hashPassword, makeInitialPassword, mustBeGoodPassword } from './passwords.ts'
import { endSessions } from './sessions.ts'

export type AccountDraft = {
  /** That of the member of staff. */
  id: string
  login: string
  /** As `normalisePhone` writes it. */
  phone: string | null
  name: string
  locale?: 'zh-CN' | 'en'
  /** Without one an initial password is made up, and must be changed at the first sign-in. */
  password?: string
  /** Made before by `hashPassword`, where many accounts come at once; counts as a password given. */
  passwordHash?: string
}

/** The initial password is shown to whoever makes the account, this once. Undefined when one was given. */
export async function createAccount(ctx: Ctx, draft: AccountDraft): Promise<{ initialPassword: string | undefined }> {
  const { id, name, phone, locale } = draft
  const login = loginOf(draft.login)
  await mustBeFree(ctx.tx, { id, login, phone })
  const isGiven = draft.password !== undefined || draft.passwordHash !== undefined
  const initialPassword = isGiven ? undefined : makeInitialPassword()
  await ctx.tx
    .insertInto('account')
    .values({
      id,
      login,
      phone,
      name,
      passwordHash: draft.passwordHash ?? (await hashPassword(draft.password ?? initialPassword ?? '')),
      passwordInitial: initialPassword !== undefined,
      passwordChangedAt: ctx.now,
      createdAt: ctx.now,
      ...(locale ? { locale } : {}),
    })
    .execute()
  await recordEvent(ctx, { name: 'account.created', recordId: id, details: { login } })
  return { initialPassword }
}

export type AccountChange = { login?: string; phone?: string | null; name?: string; locale?: 'zh-CN' | 'en' }
export async function changeAccount(ctx: Ctx, id: string, given: AccountChange) {
  const change = { ...given, ...(given.login === undefined ? {} : { login: loginOf(given.login) }) }
  const fields = Object.keys(change)
  if (fields.length === 0) return
  await mustBeFree(ctx.tx, { id, login: change.login, phone: change.phone })
  mustExist(await ctx.tx.updateTable('account').set(change).where('id', '=', id).executeTakeFirst(), id)
  await recordEvent(ctx, { name: 'account.changed', recordId: id, details: { fields } })
}

/** A new initial password, shown this once; all sessions end. */
export async function resetPassword(ctx: Ctx, id: string): Promise<{ initialPassword: string }> {
  const initialPassword = makeInitialPassword()
  const set = {
    passwordHash: await hashPassword(initialPassword),
    passwordInitial: true,
    passwordChangedAt: ctx.now,
  }
  mustExist(await ctx.tx.updateTable('account').set(set).where('id', '=', id).executeTakeFirst(), id)
  await endSessions(ctx.tx, id, ctx.now)
  await recordEvent(ctx, { name: 'account.password_reset', recordId: id })
  return { initialPassword }
}

/** Nobody signs in with it and its sessions end; its tokens rest until it is enabled again. */
export async function disableAccount(ctx: Ctx, id: string) {
  const set = { disabledAt: ctx.now }
  mustExist(await ctx.tx.updateTable('account').set(set).where('id', '=', id).executeTakeFirst(), id)
  await endSessions(ctx.tx, id, ctx.now)
  await recordEvent(ctx, { name: 'account.disabled', recordId: id })
}

export async function enableAccount(ctx: Ctx, id: string) {
  const set = { disabledAt: null }
  mustExist(await ctx.tx.updateTable('account').set(set).where('id', '=', id).executeTakeFirst(), id)
  await recordEvent(ctx, { name: 'account.enabled', recordId: id })
}

/** By the person, who is signed in with `keepSession`; the other sessions end. */
export async function changePassword(ctx: Ctx, id: string, next: string, keepSession: string) {
  const account = await ctx.tx
    .selectFrom('account')
    .select(['login', 'phone', 'name'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  mustBeGoodPassword(next, account)
  const passwordHash = await hashPassword(next)
  await ctx.tx
    .updateTable('account')
    .set({ passwordHash, passwordInitial: false, passwordChangedAt: ctx.now })
    .where('id', '=', id)
    .execute()
  const ended = await endSessions(ctx.tx, id, ctx.now, { except: keepSession })
  await recordEvent(ctx, { name: 'account.password_changed', recordId: id, details: { sessionsEnded: ended.length } })
}

/** What a user object says of its account. */
export const findAccount = (tx: Tx, id: string) =>
  tx
    .selectFrom('account')
    .select(['id', 'login', 'phone', 'name', 'locale', 'passwordInitial', 'passwordHash', 'disabledAt'])
    .where('id', '=', id)
    .executeTakeFirst()

/** One spelling, in which it is kept and looked for. */
export const loginOf = (given: string) => given.normalize('NFKC').trim().toLowerCase()

function mustExist(result: { numUpdatedRows: bigint }, id: string) {
  if (result.numUpdatedRows === 0n) throw new Refusal('account.not_found', { id })
}

type Names = { id: string; login?: string | undefined; phone?: string | null | undefined }
async function mustBeFree(tx: Tx, { id, login, phone }: Names) {
  if (login === undefined && !phone) return
  const others = await tx
    .selectFrom('account')
    .select(['login', 'phone'])
    .where('id', '<>', id)
    .where((eb) => eb.or([eb('login', '=', login ?? ''), eb('phone', '=', phone ?? '')]))
    .execute()
  if (others.some((other) => other.login === login)) throw new Refusal('account.login_taken', { login })
  if (others.length > 0) throw new Refusal('account.phone_taken', { phone })
}

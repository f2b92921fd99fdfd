// How a person signs in: a login given, a password made anew.
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { recordEvent } from '../../../../platform/ledger.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { createAccount, resetPassword as resetAccount } from '../../../../platform/session/accounts.ts'
import type { staff } from '../contract.ts'
import { locked, shown } from './shown.ts'

type Verbs = typeof staff.verbs

export const giveLogin = async (ctx: Ctx, { id, login }: Input<Verbs['giveLogin']>) => {
  const { name, phone, login: has } = await locked(ctx, id, 'giveLogin')
  if (has !== null) throw new Refusal('staff.has_login', { login: has })
  const { initialPassword = '' } = await createAccount(ctx, { id, login, phone, name })
  await recordEvent(ctx, { name: 'staff.login_given', recordId: id, details: { login } })
  return { person: await shown(ctx, id), initialPassword }
}

export const resetPassword = async (ctx: Ctx, { id }: Input<Verbs['resetPassword']>) => {
  const { login } = await locked(ctx, id, 'resetPassword')
  if (login === null) throw new Refusal('staff.no_login')
  const { initialPassword } = await resetAccount(ctx, id)
  await recordEvent(ctx, { name: 'staff.password_reset', recordId: id })
  return { person: await shown(ctx, id), initialPassword }
}

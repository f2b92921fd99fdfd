// Signing on and off for a shift, leaving the company and coming back.
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { recordEvent } from '../../../../platform/ledger.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { disableAccount, enableAccount } from '../../../../platform/session/accounts.ts'
import { forgetUser } from '../../../../platform/session/forgetting.ts'
import { releaseFromAll } from '../../areas/module.ts'
import type { staff } from '../contract.ts'
import { endHoldings } from '../queries/held.ts'
import { updatePerson } from '../queries/people.ts'
import { mustRunForward } from '../rules.ts'
import { mustLeaveAKey } from './post.ts'
import { superiorIdsOf } from './reporting.ts'
import { locked, shown, today } from './shown.ts'

type Verbs = typeof staff.verbs

export const signOn = async (ctx: Ctx, { id }: Input<Verbs['signOn']>) => {
  const { onDuty } = await locked(ctx, id, 'signOn')
  if (onDuty) throw new Refusal('staff.already_on_duty')
  await updatePerson(ctx.tx, id, { onDuty: true })
  await recordEvent(ctx, { name: 'staff.signed_on', recordId: id })
  return shown(ctx, id)
}

export const signOff = async (ctx: Ctx, { id }: Input<Verbs['signOff']>) => {
  const { onDuty } = await locked(ctx, id, 'signOff')
  if (!onDuty) throw new Refusal('staff.already_off_duty')
  await updatePerson(ctx.tx, id, { onDuty: false })
  await recordEvent(ctx, { name: 'staff.signed_off', recordId: id })
  return shown(ctx, id)
}

export const leave = async (ctx: Ctx, { id, reason, ...given }: Input<Verbs['leave']>) => {
  const person = await locked(ctx, id, 'leave')
  const { name, posts, login, joinedOn } = person
  const leftOn = given.leftOn ?? today(ctx)
  mustRunForward({ fromOn: joinedOn, toOn: leftOn })
  if (leftOn > today(ctx)) throw new Refusal('staff.leaves_later', { leftOn })
  // Asked while the posts are still held: who takes over what is left behind.
  const superiorIds = await superiorIdsOf(ctx.tx, person, today(ctx))
  await updatePerson(ctx.tx, id, { leftOn, onDuty: false })
  await endHoldings(
    ctx.tx,
    posts.map((post) => post.id),
    ctx.now,
  )
  await mustLeaveAKey(ctx)
  await releaseFromAll(ctx, id, name)
  if (login !== null) await disableAccount(ctx, id)
  const held = posts.map(({ title, estateName }) => (estateName ? `${title} · ${estateName}` : title))
  const details = { name, leftOn, posts: held, superiorIds, ...(reason ? { reason } : {}) }
  await recordEvent(ctx, { name: 'staff.left', recordId: id, from: 'working', to: 'left', details })
  forgetUser(ctx, id)
  return shown(ctx, id)
}

export const rejoin = async (ctx: Ctx, { id, ...given }: Input<Verbs['rejoin']>) => {
  const { name, login } = await locked(ctx, id, 'rejoin')
  const joinedOn = given.joinedOn ?? today(ctx)
  await updatePerson(ctx.tx, id, { leftOn: null, joinedOn, onDuty: true })
  if (login !== null) await enableAccount(ctx, id)
  const details = { name, joinedOn }
  await recordEvent(ctx, { name: 'staff.rejoined', recordId: id, from: 'left', to: 'working', details })
  forgetUser(ctx, id)
  return shown(ctx, id)
}

// Posts given to a person and taken back.
import { mustReach, scopeOf } from '../../../../platform/access.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { recordEvent } from '../../../../platform/ledger.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { forgetUser } from '../../../../platform/session/forgetting.ts'
import { findEstateInUse } from '../../estates/module.ts'
import { countKeyHolders, findPostInUse, mustBeHoldable } from '../../posts/module.ts'
import type { StaffDraft, staff } from '../contract.ts'
import { endHoldings, insertHolding, reportingLines } from '../queries/held.ts'
import type { PersonLine } from '../queries/people.ts'
import { isAbove, mustNotBeHeld, mustRunForward } from '../rules.ts'
import { locked, shown, today } from './shown.ts'

type Verbs = typeof staff.verbs
type Appointment = NonNullable<StaffDraft['posts']>[number]

export const appoint = async (ctx: Ctx, { id, ...appointment }: Input<Verbs['appoint']>) => {
  const person = await locked(ctx, id, 'appoint')
  mustReach(ctx.user, 'staff.appoint', appointment)
  await addPost(ctx, person, appointment)
  return shown(ctx, id)
}

export const relieve = async (ctx: Ctx, { id, holdingId }: Input<Verbs['relieve']>) => {
  const { name, posts } = await locked(ctx, id, 'relieve')
  const held = posts.find((one) => one.id === holdingId)
  if (!held) throw new Refusal('staff.holding_not_found', { holdingId })
  const { postId, title, estateId, estateName } = held
  mustReach(ctx.user, 'staff.relieve', { estateId })
  await endHoldings(ctx.tx, [holdingId], ctx.now)
  await mustLeaveAKey(ctx)
  const details = { name, postId, post: title, estate: estateName }
  await recordEvent(ctx, { name: 'staff.relieved', recordId: id, estateId, details })
  forgetUser(ctx, id)
  return shown(ctx, id)
}

type Appointee = Pick<PersonLine, 'id' | 'name'> & {
  posts: readonly Pick<PersonLine['posts'][number], 'postId' | 'estateId' | 'fromOn' | 'toOn'>[]
}
export async function addPost(ctx: Ctx, { id, name, posts }: Appointee, appointment: Appointment) {
  const { postId, estateId } = appointment
  const { post, estate } = await mustBeGivable(ctx, appointment)
  const days = { fromOn: appointment.fromOn ?? today(ctx), toOn: appointment.toOn ?? null }
  mustRunForward(days)
  mustNotBeHeld({ postId, estateId, ...days }, posts)
  await insertHolding(ctx.tx, { staffId: id, postId, estateId, ...days })
  const details = { name, postId, post, estate, ...days }
  await recordEvent(ctx, { name: 'staff.appointed', recordId: id, estateId, details })
  forgetUser(ctx, id)
}

/** The post and the estate by name. */
async function mustBeGivable(ctx: Ctx, { postId, estateId }: Appointment) {
  const post = await findPostInUse(ctx.tx, postId)
  if (!post) throw new Refusal('staff.post_not_found', { postId })
  mustBeHoldable(post)
  const estate = estateId ? await findEstateInUse(ctx.tx, estateId) : undefined
  if (estateId && !estate) throw new Refusal('staff.estate_not_found', { estateId })
  if (!(await mayGive(ctx, postId))) throw new Refusal('staff.outranked', { post: post.title })
  return { post: post.title, estate: estate?.name ?? null }
}

const mayGive = async ({ tx, user }: Ctx, postId: string) =>
  scopeOf(user, 'staff.appoint')?.company || isAbove(user, 'staff.appoint', [postId], await reportingLines(tx))

/** A company where nobody can grant any more could never mend its grants. */
export async function mustLeaveAKey(ctx: Ctx) {
  if ((await countKeyHolders(ctx.tx, today(ctx))) === 0) throw new Refusal('staff.last_key')
}

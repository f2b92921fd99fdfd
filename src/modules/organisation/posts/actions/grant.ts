// What holders of a post may do, given and taken back.
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { recordEvent } from '../../../../platform/ledger.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { forgetEverybody } from '../../../../platform/session/forgetting.ts'
import type { posts } from '../contract.ts'
import { countKeyHolders, deleteGrant, listAllGrants, listGrants, upsertGrant } from '../queries.ts'
import { KEY_PERMISSION, mustBeHoldable, mustBeKnown, mustKeepKey } from '../rules.ts'
import { locked, shown, today } from './shown.ts'

type Verbs = typeof posts.verbs
/** All permissions that contracts of the whole program ask for; known once every room is put together. */
export type Permissions = () => readonly string[]

export const permissions = (known: Permissions) => async () => ({
  items: [...known()].sort().map((permission) => {
    const dot = permission.lastIndexOf('.')
    return { permission, noun: permission.slice(0, dot), verb: permission.slice(dot + 1) }
  }),
})

export const grants = async ({ tx }: Ctx) => ({ items: await listAllGrants(tx) })

export const grant =
  (known: Permissions) =>
  async (ctx: Ctx, { id, permission, reach }: Input<Verbs['grant']>) => {
    mustBeHoldable(await locked(ctx, id, 'grant'))
    mustBeKnown(permission, known())
    const before = await reachNow(ctx, id, permission)
    if (before === reach) return shown(ctx, id)
    await upsertGrant(ctx.tx, id, permission, reach)
    await mustLeaveAKey(ctx, permission)
    const details = { permission, reach, before: before ?? null }
    await recordEvent(ctx, { name: 'post.granted', recordId: id, details })
    forgetEverybody(ctx)
    return shown(ctx, id)
  }

export const revoke = async (ctx: Ctx, { id, permission }: Input<Verbs['revoke']>) => {
  await locked(ctx, id, 'revoke')
  const before = await reachNow(ctx, id, permission)
  if (!before) throw new Refusal('post.not_granted', { permission })
  await deleteGrant(ctx.tx, id, permission)
  await mustLeaveAKey(ctx, permission)
  await recordEvent(ctx, { name: 'post.revoked', recordId: id, details: { permission, before } })
  forgetEverybody(ctx)
  return shown(ctx, id)
}

async function reachNow(ctx: Ctx, id: string, permission: string) {
  const grants = await listGrants(ctx.tx, [id])
  return grants.find((grant) => grant.permission === permission)?.reach
}

async function mustLeaveAKey(ctx: Ctx, permission: string) {
  if (permission === KEY_PERMISSION) mustKeepKey(await countKeyHolders(ctx.tx, today(ctx)))
}

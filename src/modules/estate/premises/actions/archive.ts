// Putting away a place that is gone, and bringing it back.
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { recordEvent } from '../../../../platform/ledger.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import type { places } from '../contract/places.ts'
import { findPlaceRow, membersOf } from '../queries/places.ts'
import { replaceKeys, updatePlace } from '../queries/writing.ts'
import { rewrite } from './change.ts'
import { mustBeFree } from './create.ts'
import { lockedFor, readable, shown } from './shown.ts'

type Verbs = typeof places.verbs

export const archive = async (ctx: Ctx, { id, reason }: Input<Verbs['archive']>) => {
  const { estateId, areaId, status } = await lockedFor(ctx, id, 'archive')
  if (status === 'occupied' || status === 'renovating') throw new Refusal('place.still_occupied', { id, status })
  const parts = (await membersOf(ctx.tx, id)).filter((member) => member.id !== id && !member.archivedAt)
  if (parts.length > 0) throw new Refusal('place.has_parts', { parts: parts.length })
  await updatePlace(ctx.tx, id, { archivedAt: ctx.now })
  await replaceKeys(ctx.tx, [id], [])
  const moved = { recordId: id, estateId, areaId, from: 'in_use', to: 'archived' }
  await recordEvent(ctx, { ...moved, name: 'place.archived', details: { reason } })
  return shown(ctx.user, await readable(ctx, id))
}

export const restore = async (ctx: Ctx, { id }: Input<Verbs['restore']>) => {
  const { estateId, areaId, code, parentId } = await lockedFor(ctx, id, 'restore')
  const parent = parentId ? await findPlaceRow(ctx.tx, parentId) : undefined
  if (parent?.archivedAt) throw new Refusal('place.parent_archived', { id: parent.id })
  await mustBeFree(ctx, estateId, code, id)
  await updatePlace(ctx.tx, id, { archivedAt: null })
  await rewrite(ctx, id, estateId)
  const moved = { recordId: id, estateId, areaId, from: 'archived', to: 'in_use' }
  await recordEvent(ctx, { ...moved, name: 'place.restored' })
  return shown(ctx.user, await readable(ctx, id))
}

// Putting away a customer who has nothing to do with the estate any more, and bringing one back.
import { dayOf } from '../../../../platform/calendar/zones.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { recordEvent } from '../../../../platform/ledger.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import type { customers } from '../contract.ts'
import { listLinks } from '../queries/customers.ts'
import { refreshKeys, updateCustomer } from '../queries/writing.ts'
import { lockedFor, shown } from './shown.ts'

type Verbs = typeof customers.verbs

export const archive = async (ctx: Ctx, { id, reason }: Input<Verbs['archive']>) => {
  const { estateId } = await lockedFor(ctx, id, 'archive')
  const today = dayOf(ctx.now, ctx.user.zone)
  const open = (await listLinks(ctx.tx, [id])).filter((link) => link.toOn === null || link.toOn > today)
  if (open.length > 0) throw new Refusal('customer.still_linked', { units: open.map(({ code }) => code) })
  await updateCustomer(ctx.tx, id, { archivedAt: ctx.now })
  await refreshKeys(ctx.tx, id)
  const moved = { recordId: id, estateId, from: 'in_use', to: 'archived' }
  await recordEvent(ctx, { ...moved, name: 'customer.archived', details: { reason } })
  return shown(ctx, id)
}

export const restore = async (ctx: Ctx, { id }: Input<Verbs['restore']>) => {
  const { estateId } = await lockedFor(ctx, id, 'restore')
  await updateCustomer(ctx.tx, id, { archivedAt: null })
  await refreshKeys(ctx.tx, id)
  await recordEvent(ctx, { name: 'customer.restored', recordId: id, estateId, from: 'archived', to: 'in_use' })
  return shown(ctx, id)
}

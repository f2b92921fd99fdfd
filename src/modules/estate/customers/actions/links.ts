// What a customer is to a unit: from which day, until which day.
import { dayOf } from '../../../../platform/calendar/zones.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { newId } from '../../../../platform/ids.ts'
import { recordEvent } from '../../../../platform/ledger.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { getPlaceInUse, lockUnit } from '../../premises/module.ts'
import type { customers, LinkDraft } from '../contract.ts'
import { listLinks, listLinksOfUnit } from '../queries/customers.ts'
import { endLinkOn, insertEstates, insertLinks, refreshKeys } from '../queries/writing.ts'
import { mustFitBeside, mustRunForward } from '../rules/links.ts'
import { lockedFor, shown } from './shown.ts'

type Verbs = typeof customers.verbs

export const linkUnit = async (ctx: Ctx, { id, ...draft }: Input<Verbs['linkUnit']>) => {
  await lockedFor(ctx, id, 'linkUnit')
  await linkTo(ctx, id, draft)
  await refreshKeys(ctx.tx, id)
  return shown(ctx, id)
}

/** For a customer that is locked or new. */
export async function linkTo(ctx: Ctx, customerId: string, draft: LinkDraft) {
  const { placeId, role, share = null, toOn = null } = draft
  const place = await getPlaceInUse(ctx.tx, placeId)
  if (place.kind !== 'unit') throw new Refusal('customer.not_a_unit', { id: placeId })
  await lockUnit(ctx.tx, placeId)
  const link = { customerId, role, share, fromOn: draft.fromOn ?? dayOf(ctx.now, ctx.user.zone), toOn }
  mustFitBeside(link, await listLinksOfUnit(ctx.tx, placeId))
  const id = newId()
  await insertLinks(ctx.tx, [
    { id, placeId, ...link, share: share === null ? null : share.toFixed(2), linkedAt: ctx.now },
  ])
  await insertEstates(ctx.tx, customerId, [place.estateId])
  const { estateId, areaId, code } = place
  const details = { placeId, code, role, share, fromOn: link.fromOn, toOn }
  await recordEvent(ctx, { name: 'customer.unit_linked', recordId: customerId, estateId, areaId, details })
}

export const endLink = async (ctx: Ctx, { id, linkId, toOn }: Input<Verbs['endLink']>) => {
  await lockedFor(ctx, id, 'endLink')
  const link = (await listLinks(ctx.tx, [id])).find((one) => one.id === linkId)
  if (!link) throw new Refusal('customer.link_not_found', { linkId })
  const last = toOn ?? dayOf(ctx.now, ctx.user.zone)
  if (link.toOn && link.toOn <= last) throw new Refusal('customer.link_ended', { toOn: link.toOn })
  mustRunForward({ fromOn: link.fromOn, toOn: last })
  await endLinkOn(ctx.tx, linkId, last)
  const { estateId, areaId, placeId, code, role } = link
  const details = { placeId, code, role, toOn: last }
  await recordEvent(ctx, { name: 'customer.link_ended', recordId: id, estateId, areaId, details })
  return shown(ctx, id)
}

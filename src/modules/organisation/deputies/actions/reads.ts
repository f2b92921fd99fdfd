// What is read of deputies: the register, one deputyship, and whom to choose from.
import { scopeOf } from '../../../../platform/access.ts'
import { dayOf } from '../../../../platform/calendar/zones.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { historyOf } from '../../../../platform/history.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { pageAt } from '../../../../platform/short-lists.ts'
import { subordinatesOf } from '../../staff/module.ts'
import type { deputies } from '../contract.ts'
import { findDeputy, listDeputies, listHeldBy, listPeople } from '../queries.ts'
import { rowShown } from './shown.ts'

type Verbs = typeof deputies.verbs
const today = ({ now, user }: Ctx) => dayOf(now, user.zone)

export const list = async (ctx: Ctx, listing: Input<Verbs['list']>) => {
  const { rows, total } = await listDeputies(ctx.tx, ctx.user, listing)
  const items = []
  for (const row of rows) items.push(await rowShown(ctx, row))
  return pageAt(items, listing.after, total)
}

export const get = async (ctx: Ctx, { id }: Input<Verbs['get']>) => {
  const line = await findDeputy(ctx.tx, ctx.user, id)
  if (!line) throw new Refusal('deputy.not_found', { id })
  const { handover, endReason, namedByName } = line
  const events = await historyOf(ctx.tx, 'deputy', id)
  return { ...(await rowShown(ctx, line)), handover, endReason, namedByName, events }
}

export const principals = async (ctx: Ctx, { search }: Input<Verbs['principals']>) => {
  const { tx, user } = ctx
  const acting = user.actingFor.map(({ principalId }) => principalId)
  const below = await subordinatesOf(tx, [user.id, ...acting], today(ctx))
  const rows = await listHeldBy(tx, [user.id, ...below.map(({ staffId }) => staffId)], today(ctx), search)
  const isMine = ({ staffId }: { staffId: string }) => Number(staffId === user.id)
  return { items: rows.toSorted((a, b) => isMine(b) - isMine(a)).slice(0, 50) }
}

export const people = async (ctx: Ctx, { search }: Input<Verbs['people']>) => {
  const scope = scopeOf(ctx.user, 'deputies.read')
  const estateIds = scope?.company ? undefined : ctx.user.estateIds
  const rows = await listPeople(ctx.tx, estateIds, today(ctx), search)
  return { items: rows.map(({ id, name, titles }) => ({ id, name, titles })) }
}

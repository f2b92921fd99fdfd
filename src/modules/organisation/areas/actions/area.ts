// What can be done with an area itself.
import { mustReach } from '../../../../platform/access.ts'
import { changedOf } from '../../../../platform/changed.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { historyOf } from '../../../../platform/history.ts'
import { recordEvent } from '../../../../platform/ledger.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { pageAt } from '../../../../platform/short-lists.ts'
import { findEstateInUse, lockCompany } from '../../estates/module.ts'
import type { AreaDraft, areas } from '../contract.ts'
import { areaTwins, insertArea, listAreas, updateArea } from '../queries.ts'
import { locked, shown, shownNow, today } from './shown.ts'

type Verbs = typeof areas.verbs

export const list = async (ctx: Ctx, listing: Input<Verbs['list']>) => {
  const { rows, total } = await listAreas(ctx.tx, ctx.user, today(ctx), listing)
  return pageAt(
    rows.map((row) => shown(ctx.user, row)),
    listing.after,
    total,
  )
}

export const get = async (ctx: Ctx, { id }: Input<Verbs['get']>) => ({
  ...(await shownNow(ctx, id)),
  events: await historyOf(ctx.tx, 'area', id),
})

export const create = async (ctx: Ctx, draft: Input<Verbs['create']>) => {
  const { estateId, name, code } = draft
  mustReach(ctx.user, 'areas.create', { estateId })
  await lockCompany(ctx.tx)
  if (!(await findEstateInUse(ctx.tx, estateId))) throw new Refusal('area.estate_not_found', { estateId })
  await mustBeFree(ctx, draft)
  const id = await insertArea(ctx.tx, draft)
  const details = { name, code }
  await recordEvent(ctx, { name: 'area.created', recordId: id, estateId, areaId: id, to: 'in_use', details })
  return shownNow(ctx, id)
}

export const change = async (ctx: Ctx, { id, ...given }: Input<Verbs['change']>) => {
  const area = await locked(ctx, id, 'change')
  const changed = changedOf<Partial<AreaDraft>>(area, given)
  if (!changed) return shown(ctx.user, area)
  const { estateId } = area
  await mustBeFree(ctx, { id, estateId, ...given })
  await updateArea(ctx.tx, id, given)
  await recordEvent(ctx, { name: 'area.changed', recordId: id, estateId, areaId: id, details: { changed } })
  return shownNow(ctx, id)
}

export const archive = async (ctx: Ctx, { id, reason }: Input<Verbs['archive']>) => {
  const { estateId, holders } = await locked(ctx, id, 'archive')
  if (holders.length > 0) throw new Refusal('area.still_held', { holders: holders.length })
  await updateArea(ctx.tx, id, { archivedAt: ctx.now })
  await recordEvent(ctx, {
    name: 'area.archived',
    recordId: id,
    estateId,
    areaId: id,
    from: 'in_use',
    to: 'archived',
    details: reason ? { reason } : {},
  })
  return shownNow(ctx, id)
}

export const restore = async (ctx: Ctx, { id }: Input<Verbs['restore']>) => {
  const { estateId, name } = await locked(ctx, id, 'restore')
  await mustBeFree(ctx, { id, estateId, name })
  await updateArea(ctx.tx, id, { archivedAt: null })
  const moved = { from: 'archived', to: 'in_use' }
  await recordEvent(ctx, { name: 'area.restored', recordId: id, estateId, areaId: id, ...moved })
  return shownNow(ctx, id)
}

type Wanted = Parameters<typeof areaTwins>[1]
async function mustBeFree({ tx }: Ctx, wanted: Wanted) {
  const twins = await areaTwins(tx, wanted)
  if (twins.some((twin) => twin.code === wanted.code)) throw new Refusal('area.code_taken', { code: wanted.code })
  if (twins.length > 0) throw new Refusal('area.name_taken', { name: wanted.name })
}

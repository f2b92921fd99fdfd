// What can be done with an estate.
import { canOf, mustReach, reaches, type User } from '../../../../platform/access.ts'
import { archivingOf } from '../../../../platform/archiving.ts'
import { dayOf } from '../../../../platform/calendar/zones.ts'
import { changedOf } from '../../../../platform/changed.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { historyOf } from '../../../../platform/history.ts'
import { recordEvent } from '../../../../platform/ledger.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { forgetEverybody } from '../../../../platform/session/forgetting.ts'
import { pageAt } from '../../../../platform/short-lists.ts'
import type { EstateDraft, estates } from '../contract.ts'
import {
  type EstateRow,
  estateTwins,
  findEstate,
  insertEstate,
  listEstates,
  lockCompany,
  lockEstate,
  updateEstate,
} from '../queries.ts'
import { estateLife } from '../states.ts'

type Verbs = typeof estates.verbs

export const list = async (ctx: Ctx, listing: Input<Verbs['list']>) => {
  const { rows, total } = await listEstates(ctx.tx, ctx.user, today(ctx), listing)
  return pageAt(
    rows.map((row) => shown(ctx.user, row)),
    listing.after,
    total,
  )
}

export const get = async (ctx: Ctx, { id }: Input<Verbs['get']>) => ({
  ...shown(ctx.user, await readable(ctx, id)),
  events: await historyOf(ctx.tx, 'estate', id),
})

export const create = async (ctx: Ctx, draft: Input<Verbs['create']>) => {
  mustReach(ctx.user, 'estates.create', {})
  await lockCompany(ctx.tx)
  await mustBeFree(ctx, draft)
  const id = await insertEstate(ctx.tx, draft)
  await recordEvent(ctx, {
    name: 'estate.created',
    recordId: id,
    estateId: id,
    to: 'in_use',
    details: { name: draft.name, code: draft.code },
  })
  // Whoever works in every estate now works in one more.
  forgetEverybody(ctx)
  return shown(ctx.user, await readable(ctx, id))
}

export const change = async (ctx: Ctx, { id, ...given }: Input<Verbs['change']>) => {
  const estate = await locked(ctx, id, 'change')
  const changed = changedOf<EstateDraft>(estate, given)
  if (!changed) return shown(ctx.user, estate)
  await mustBeFree(ctx, { id, code: given.code, name: given.name })
  await updateEstate(ctx.tx, id, given)
  await recordEvent(ctx, { name: 'estate.changed', recordId: id, estateId: id, details: { changed } })
  return shown(ctx.user, await readable(ctx, id))
}

export const archive = async (ctx: Ctx, { id, reason }: Input<Verbs['archive']>) => {
  const estate = await locked(ctx, id, 'archive')
  if (estate.staff > 0) throw new Refusal('estate.still_held', { staff: estate.staff })
  await updateEstate(ctx.tx, id, { archivedAt: ctx.now })
  await recordEvent(ctx, {
    name: 'estate.archived',
    recordId: id,
    estateId: id,
    from: 'in_use',
    to: 'archived',
    details: { reason },
  })
  return shown(ctx.user, await readable(ctx, id))
}

export const restore = async (ctx: Ctx, { id }: Input<Verbs['restore']>) => {
  const estate = await locked(ctx, id, 'restore')
  await mustBeFree(ctx, { id, name: estate.name })
  await updateEstate(ctx.tx, id, { archivedAt: null })
  await recordEvent(ctx, { name: 'estate.restored', recordId: id, estateId: id, from: 'archived', to: 'in_use' })
  return shown(ctx.user, await readable(ctx, id))
}

const today = ({ now, user }: Ctx) => dayOf(now, user.zone)

async function readable(ctx: Ctx, id: string): Promise<EstateRow> {
  const estate = await findEstate(ctx.tx, today(ctx), id)
  if (!estate || !reaches(ctx.user, 'estates.read', { estateId: id })) throw new Refusal('estate.not_found', { id })
  return estate
}

async function locked(ctx: Ctx, id: string, verb: 'change' | 'archive' | 'restore') {
  await lockCompany(ctx.tx)
  await lockEstate(ctx.tx, id)
  const estate = await readable(ctx, id)
  mustReach(ctx.user, `estates.${verb}`, { estateId: id })
  estateLife.next(archivingOf(estate), verb)
  return estate
}

type Wanted = { id?: string; code?: string | undefined; name?: string | undefined }
async function mustBeFree(ctx: Ctx, wanted: Wanted) {
  const twins = await estateTwins(ctx.tx, wanted)
  if (twins.some((twin) => twin.code === wanted.code)) throw new Refusal('estate.code_taken', { code: wanted.code })
  if (twins.length > 0) throw new Refusal('estate.name_taken', { name: wanted.name })
}

const shown = (user: User, row: EstateRow) => ({
  ...row,
  status: archivingOf(row),
  can: canOf(
    ['change', 'archive', 'restore'],
    (verb) => estateLife.can(archivingOf(row), verb) && reaches(user, `estates.${verb}`, { estateId: row.id }),
  ),
})

// Verbs on the settings of requests.
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { newId } from '../../../../platform/ids.ts'
import { recordEvent } from '../../../../platform/ledger.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import type { requestSettings } from '../contract/settings.ts'
import * as sql from '../queries/settings.ts'
import { forgetTerms } from '../queries/terms.ts'

type Verbs = typeof requestSettings.verbs
type Given<V extends keyof Verbs> = Input<Verbs[V]>

/** Keeps who changed which setting to what, and lets this process read it anew. */
async function changed(
  ctx: Ctx,
  id: string,
  what: string,
  details: Record<string, unknown>,
  estateId: string | null = null,
) {
  await recordEvent(ctx, { name: 'request_setting.changed', recordId: id, estateId, details: { what, ...details } })
  ctx.after(() => forgetTerms(ctx.user.companyId))
  return { id }
}
const found = <T>(row: T | undefined, id: string): T => {
  if (row === undefined) throw new Refusal('request_setting.not_found', { id })
  return row
}
const free = <T>(row: T | undefined, code: string): T => {
  if (row === undefined) throw new Refusal('request_setting.code_taken', { code })
  return row
}

export async function addCategory(ctx: Ctx, given: Given<'addCategory'>) {
  const { id } = free(await sql.insertCategory(ctx.tx, { ...given, id: newId() }), given.code)
  return changed(ctx, id, 'category_added', given, given.estateId)
}
export async function changeCategory(ctx: Ctx, { id, ...given }: Given<'changeCategory'>) {
  found(await sql.updateCategory(ctx.tx, id, given), id)
  return changed(ctx, id, 'category_changed', given)
}
export async function archiveCategory(ctx: Ctx, { id }: Given<'archiveCategory'>) {
  found(await sql.updateCategory(ctx.tx, id, { archivedAt: ctx.now }), id)
  return changed(ctx, id, 'category_archived', {})
}

export async function setLimit(ctx: Ctx, given: Given<'setLimit'>) {
  const { id } = await sql.saveLimit(ctx.tx, { ...given, id: newId() })
  return changed(ctx, id, 'limit_set', given, given.estateId)
}
/** An estate's own limit may go, and the company's holds again; the company's own may only be changed. */
export async function removeLimit(ctx: Ctx, { id }: Given<'removeLimit'>) {
  const limit = found(await sql.findLimit(ctx.tx, id), id)
  if (limit.estateId === null && limit.urgency === null) throw new Refusal('request_setting.default_stays', { id })
  await sql.removeSetting(ctx.tx, 'requestLimit', id)
  return changed(ctx, id, 'limit_removed', limit, limit.estateId)
}

export async function addReason(ctx: Ctx, given: Given<'addReason'>) {
  const { id } = free(await sql.insertReason(ctx.tx, { ...given, id: newId() }), given.code)
  return changed(ctx, id, 'reason_added', given)
}
export async function changeReason(ctx: Ctx, { id, ...given }: Given<'changeReason'>) {
  found(await sql.updateReason(ctx.tx, id, given), id)
  return changed(ctx, id, 'reason_changed', given)
}
export async function archiveReason(ctx: Ctx, { id }: Given<'archiveReason'>) {
  found(await sql.updateReason(ctx.tx, id, { archivedAt: ctx.now }), id)
  return changed(ctx, id, 'reason_archived', {})
}

export async function addStep(ctx: Ctx, given: Given<'addStep'>) {
  const row = await sql.insertStep(ctx.tx, { ...given, id: newId(), ratio: String(given.ratio) })
  const { id } = free(row, `${given.ratio} ${given.tell}`)
  return changed(ctx, id, 'step_added', given, given.estateId)
}
export async function removeStep(ctx: Ctx, { id }: Given<'removeStep'>) {
  found(await sql.removeSetting(ctx.tx, 'escalationStep', id), id)
  return changed(ctx, id, 'step_removed', {})
}

export async function setNumber(ctx: Ctx, given: Given<'setNumber'>) {
  const { id } = await sql.saveNumber(ctx.tx, { ...given, id: newId() })
  return changed(ctx, id, 'number_set', given, given.estateId)
}

// What can be done with a department.
import { canOf, mustReach, reaches, type User } from '../../../../platform/access.ts'
import { archivingOf } from '../../../../platform/archiving.ts'
import { changedOf } from '../../../../platform/changed.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import type { Tx } from '../../../../platform/database.ts'
import { recordEvent } from '../../../../platform/ledger.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { pageAt } from '../../../../platform/short-lists.ts'
import type { DepartmentDraft, departments } from '../contract.ts'
import {
  countDepartmentParts,
  type DepartmentRow,
  findDepartment,
  findEstateSettings,
  hasDepartmentTwin,
  insertDepartment,
  listDepartmentAncestors,
  listDepartments,
  lockCompany,
  lockDepartment,
  updateDepartment,
} from '../queries.ts'
import { departmentLife } from '../states.ts'

type Verbs = typeof departments.verbs

export const list = async (ctx: Ctx, listing: Input<Verbs['list']>) => {
  const { rows, total } = await listDepartments(ctx.tx, ctx.user, listing)
  return pageAt(
    rows.map((row) => shown(ctx.user, row)),
    listing.after,
    total,
  )
}

export const get = async (ctx: Ctx, { id }: Input<Verbs['get']>) => shown(ctx.user, await readable(ctx, id))

export const create = async (ctx: Ctx, draft: Input<Verbs['create']>) => {
  mustReach(ctx.user, 'departments.create', draft)
  await lockCompany(ctx.tx)
  const standing = { ...draft, parentId: draft.parentId ?? null }
  await mustStandRight(ctx, standing)
  const id = await insertDepartment(ctx.tx, standing)
  const { estateId, name } = draft
  await recordEvent(ctx, { name: 'department.created', recordId: id, estateId, to: 'in_use', details: { name } })
  return shown(ctx.user, await readable(ctx, id))
}

export const change = async (ctx: Ctx, { id, ...given }: Input<Verbs['change']>) => {
  const department = await locked(ctx, id, 'change')
  const changed = changedOf<DepartmentDraft>(department, given)
  if (!changed) return shown(ctx.user, department)
  const { estateId } = department
  const standing = {
    id,
    estateId,
    parentId: given.parentId ?? department.parentId,
    name: given.name ?? department.name,
  }
  await mustStandRight(ctx, given.parentId === null ? { ...standing, parentId: null } : standing)
  await updateDepartment(ctx.tx, id, given)
  await recordEvent(ctx, { name: 'department.changed', recordId: id, estateId, details: { changed } })
  return shown(ctx.user, await readable(ctx, id))
}

export const archive = async (ctx: Ctx, { id }: Input<Verbs['archive']>) => {
  const { staff, estateId } = await locked(ctx, id, 'archive')
  if (staff > 0) throw new Refusal('department.still_staffed', { staff })
  const parts = await countDepartmentParts(ctx.tx, id)
  if (parts > 0) throw new Refusal('department.has_parts', { parts })
  await updateDepartment(ctx.tx, id, { archivedAt: ctx.now })
  await recordEvent(ctx, { name: 'department.archived', recordId: id, estateId, from: 'in_use', to: 'archived' })
  return shown(ctx.user, await readable(ctx, id))
}

export const restore = async (ctx: Ctx, { id }: Input<Verbs['restore']>) => {
  const { estateId, parentId, name } = await locked(ctx, id, 'restore')
  if (await hasDepartmentTwin(ctx.tx, { id, estateId, parentId, name })) {
    throw new Refusal('department.name_taken', { name })
  }
  await updateDepartment(ctx.tx, id, { archivedAt: null })
  await recordEvent(ctx, { name: 'department.restored', recordId: id, estateId, from: 'archived', to: 'in_use' })
  return shown(ctx.user, await readable(ctx, id))
}

/** Departments of the head office are known to everyone who may read any. */
async function readable({ tx, user }: Ctx, id: string): Promise<DepartmentRow> {
  const department = await findDepartment(tx, id)
  const known = department && (department.estateId === null || reaches(user, 'departments.read', department))
  if (!known) throw new Refusal('department.not_found', { id })
  return department
}

async function locked(ctx: Ctx, id: string, verb: 'change' | 'archive' | 'restore') {
  await lockCompany(ctx.tx)
  await lockDepartment(ctx.tx, id)
  const department = await readable(ctx, id)
  mustReach(ctx.user, `departments.${verb}`, department)
  departmentLife.next(archivingOf(department), verb)
  return department
}

type Standing = { id?: string; estateId: string | null; parentId: string | null; name: string }
async function mustStandRight({ tx }: Ctx, standing: Standing) {
  const { estateId, parentId, name } = standing
  const estate = estateId ? await findEstateSettings(tx, estateId) : undefined
  if (estateId && (!estate || estate.archivedAt)) throw new Refusal('department.estate_not_found', { estateId })
  if (parentId) await mustFitBelow(tx, standing, parentId)
  if (await hasDepartmentTwin(tx, standing)) throw new Refusal('department.name_taken', { name })
}

async function mustFitBelow(tx: Tx, { id, estateId }: Standing, parentId: string) {
  const parent = await findDepartment(tx, parentId)
  if (!parent || parent.archivedAt || parent.estateId !== estateId) {
    throw new Refusal('department.parent_not_found', { parentId })
  }
  if (id && (await listDepartmentAncestors(tx, parentId)).includes(id)) throw new Refusal('department.in_circle')
}

const shown = (user: User, row: DepartmentRow) => ({
  ...row,
  status: archivingOf(row),
  can: canOf(
    ['change', 'archive', 'restore'],
    (verb) => departmentLife.can(archivingOf(row), verb) && reaches(user, `departments.${verb}`, row),
  ),
})

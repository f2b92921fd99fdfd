// People: listed, taken on, changed.
import { mustReach } from '../../../../platform/access.ts'
import { changedOf } from '../../../../platform/changed.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { historyOf } from '../../../../platform/history.ts'
import { newId } from '../../../../platform/ids.ts'
import { recordEvent } from '../../../../platform/ledger.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { changeAccount, createAccount } from '../../../../platform/session/accounts.ts'
import { forgetUser } from '../../../../platform/session/forgetting.ts'
import { pageAt } from '../../../../platform/short-lists.ts'
import { lockCompany } from '../../estates/module.ts'
import type { StaffDraft, staff } from '../contract.ts'
import { reportingLines } from '../queries/held.ts'
import {
  findDepartmentInUse,
  findEmployment,
  insertPerson,
  isNoTaken,
  listNamedSuperiors,
  listPeople,
  nextNo,
  type PersonLine,
  updatePerson,
} from '../queries/people.ts'
import { addPost } from './post.ts'
import { locked, rowShown, shown, today } from './shown.ts'

type Verbs = typeof staff.verbs

export const list = async (ctx: Ctx, listing: Input<Verbs['list']>) => {
  const { rows, total } = await listPeople(ctx.tx, ctx.user, today(ctx), listing)
  const reportsTo = await reportingLines(ctx.tx)
  return pageAt(
    rows.map((row) => rowShown(ctx.user, row, reportsTo)),
    listing.after,
    total,
  )
}

export const get = async (ctx: Ctx, { id }: Input<Verbs['get']>) => ({
  ...(await shown(ctx, id)),
  events: await historyOf(ctx.tx, 'staff', id),
})

export const create = async (ctx: Ctx, draft: Input<Verbs['create']>) => {
  mustTakeOnWithinReach(ctx, draft)
  await lockCompany(ctx.tx)
  const { id, initialPassword } = await takeOn(ctx, draft)
  return { person: await shown(ctx, id), initialPassword: initialPassword ?? null }
}

/** Without the whole company in reach a person is taken on for posts within reach, never without one. */
function mustTakeOnWithinReach({ user }: Ctx, { posts = [] }: StaffDraft) {
  if (posts.length === 0) mustReach(user, 'staff.create', {})
  for (const { estateId } of posts) mustReach(user, 'staff.create', { estateId })
}

type TakenOn = { id: string; initialPassword: string | undefined }
type Taking = StaffDraft & { passwordHash?: string }
/** For whoever sets up a company: no question of reach. A hash given stands for a password known already. */
export async function takeOn(ctx: Ctx, draft: Taking): Promise<TakenOn> {
  const { name, posts = [] } = draft
  const no = draft.no ?? (await nextNo(ctx.tx))
  await mustFit(ctx, { no, departmentId: draft.departmentId, superiorId: draft.superiorId })
  const id = newId()
  await insertPerson(ctx.tx, { id, ...detailsOf(draft, no, today(ctx)) })
  await recordEvent(ctx, { name: 'staff.created', recordId: id, to: 'working', details: { name, no } })
  for (const post of posts) await addPost(ctx, { id, name, posts: [] }, post)
  return { id, initialPassword: await letSignIn(ctx, id, draft) }
}

const detailsOf = (draft: Taking, no: string, joinedOn: string) => ({
  no,
  name: draft.name,
  phone: draft.phone ?? null,
  gender: draft.gender ?? null,
  departmentId: draft.departmentId ?? null,
  superiorId: draft.superiorId ?? null,
  joinedOn: draft.joinedOn ?? joinedOn,
  trades: draft.trades ?? [],
})

async function letSignIn(ctx: Ctx, id: string, { login, name, phone = null, locale, passwordHash }: Taking) {
  if (login === undefined) return undefined
  const language = locale ? { locale } : {}
  const { initialPassword } = await createAccount(ctx, {
    id,
    login,
    phone,
    name,
    ...language,
    ...(passwordHash ? { passwordHash } : {}),
  })
  return initialPassword
}

export const change = async (ctx: Ctx, { id, ...given }: Input<Verbs['change']>) => {
  const person = await locked(ctx, id, 'change')
  const changed = changedOf<Partial<PersonLine>>(person, given)
  if (!changed) return shown(ctx, id)
  await mustFit(ctx, { id, ...given })
  const { login, ...details } = given
  if (Object.keys(changed).some((field) => field !== 'login')) await updatePerson(ctx.tx, id, details)
  await carryToAccount(ctx, person, given)
  await recordEvent(ctx, { name: 'staff.changed', recordId: id, details: { changed } })
  forgetUser(ctx, id)
  return shown(ctx, id)
}

/** The person signs in by the same name and phone. */
async function carryToAccount(ctx: Ctx, person: PersonLine, given: Partial<StaffDraft>) {
  const { name, phone, login } = given
  if (person.login === null) {
    if (login !== undefined) throw new Refusal('staff.no_login')
    return
  }
  await changeAccount(ctx, person.id, {
    ...(name !== undefined && name !== person.name ? { name } : {}),
    ...(phone !== undefined && phone !== person.phone ? { phone } : {}),
    ...(login !== undefined && login !== person.login ? { login } : {}),
  })
}

type Fitting = Pick<Partial<StaffDraft>, 'no' | 'departmentId' | 'superiorId'> & { id?: string }
async function mustFit({ tx }: Ctx, { id, no, departmentId, superiorId }: Fitting) {
  if (no !== undefined && (await isNoTaken(tx, no, id))) throw new Refusal('staff.no_taken', { no })
  if (departmentId && !(await findDepartmentInUse(tx, departmentId))) {
    throw new Refusal('staff.department_not_found', { departmentId })
  }
  if (!superiorId) return
  const superior = await findEmployment(tx, superiorId)
  if (!superior || superior.leftOn !== null) throw new Refusal('staff.superior_not_found', { superiorId })
  if (id && (await listNamedSuperiors(tx, superiorId)).includes(id)) throw new Refusal('staff.superior_in_circle')
}

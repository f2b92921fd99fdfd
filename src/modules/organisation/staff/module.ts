// The door of staff: what other rooms may ask of the people.
import type { Tx } from '../../../platform/database.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { superiorIdsIn } from './actions/reporting.ts'
import { listGrantedIn, listHeldIn, reportingLines } from './queries/held.ts'
import { findEmployment, lockEmployed } from './queries/people.ts'
import { topsOf } from './rules.ts'

export { type Holding as HeldPost, loadHolding, loadUser } from './actions/load-user.ts'
export { takeOn } from './actions/person.ts'
export { addPost } from './actions/post.ts'
export { ladderOf, type Subordinate, subordinatesOf } from './actions/reporting.ts'

export type Employment = NonNullable<Awaited<ReturnType<typeof findEmployment>>>
export const getStaff = async (tx: Tx, id: string): Promise<Employment> => {
  const person = await findEmployment(tx, id)
  if (!person) throw new Refusal('staff.not_found', { id })
  return person
}

/** Asked before work is given to somebody: whoever leaves in the same moment leaves before it, and is refused, or after it, and is released. */
export const staysEmployed = async (tx: Tx, id: string): Promise<boolean> => (await lockEmployed(tx, id)) !== undefined

export type Holder = { staffId: string; name: string }
type Holding = { estateId: string | null; on: string } & ({ postKey: string } | { permission: string })
/** People at work in an estate (null: anywhere) who hold a post, or who may do something there, each once. */
export async function listStaffHolding(tx: Tx, holding: Holding): Promise<Holder[]> {
  const { estateId, on } = holding
  const rows =
    'permission' in holding
      ? await listGrantedIn(tx, holding.permission, estateId, on)
      : (await listHeldIn(tx, estateId, on)).filter(({ key }) => key === holding.postKey)
  return [...new Map(rows.map(({ staffId, name }) => [staffId, { staffId, name }])).values()]
}

/** Nearest superiors in an estate; empty at the top. */
export async function superiorsOf(tx: Tx, staffId: string, estateId: string | null, on: string): Promise<string[]> {
  return superiorIdsIn(tx, await getStaff(tx, staffId), estateId, on)
}

/** The superior; the first by number where there are several. */
export const superiorOf = async (tx: Tx, staffId: string, estateId: string | null, on: string) =>
  (await superiorsOf(tx, staffId, estateId, on)).at(0)

export type Escalation = { supervisors: string[]; managers: string[]; heads: string[] }
/** Whom a matter that a person is late with goes up to: the superior, the superior's superior, the head of the office. */
export async function escalationTargets(tx: Tx, staffId: string, estateId: string, on: string): Promise<Escalation> {
  const supervisors = await superiorsOf(tx, staffId, estateId, on)
  const above = new Set<string>()
  for (const id of supervisors) for (const one of await superiorsOf(tx, id, estateId, on)) above.add(one)
  const heads = topsOf(await listHeldIn(tx, estateId, on), await reportingLines(tx))
  const managers = above.size > 0 ? [...above] : heads
  return { supervisors: supervisors.length > 0 ? supervisors : managers, managers, heads }
}

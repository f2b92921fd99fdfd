// A customer as the caller sees it: numbers masked, with the verbs open to this person now.
import { canOf, holds, scopeOf, type User } from '../../../../platform/access.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { historyOf } from '../../../../platform/history.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { type Customer, VERBS } from '../contract.ts'
import {
  type CustomerRecord,
  findCustomerRow,
  listDuplicates,
  listEstatesOf,
  listLinks,
  listPhones,
  listVehicles,
  lockCustomerRow,
  READ,
} from '../queries/customers.ts'
import { life, stateOf, type Verb } from '../states.ts'

/** Where a customer is known and has units: what grants of estates and areas reach. */
export type Standing = { estateIds: readonly string[]; areaIds: readonly string[]; linked: boolean }

export async function standingOf({ tx }: Ctx, id: string): Promise<Standing> {
  const estateIds = await listEstatesOf(tx, id)
  const links = await listLinks(tx, [id])
  return { estateIds, areaIds: links.flatMap(({ areaId }) => areaId ?? []), linked: links.length > 0 }
}

/** Whoever has a unit nowhere is within reach of all areas of the estate. */
export function reachesCustomer(user: User, permission: string, { estateIds, areaIds, linked }: Standing): boolean {
  const scope = scopeOf(user, permission)
  if (!scope) return false
  if (scope.company || estateIds.some((id) => scope.estateIds.includes(id))) return true
  if (scope.areaIds.length === 0) return false
  return (
    areaIds.some((id) => scope.areaIds.includes(id)) || (!linked && estateIds.some((id) => user.estateIds.includes(id)))
  )
}

export function mustReachCustomer(user: User, permission: string, standing: Standing) {
  if (!holds(user, permission)) throw new Refusal('access.not_granted', { permission })
  if (!reachesCustomer(user, permission, standing)) throw new Refusal('access.out_of_reach', { permission })
}

/** Verbs that one right covers. */
const RIGHT: Partial<Record<Verb, string>> = {
  setMainPhone: 'addPhone',
  endPhone: 'addPhone',
  endPlate: 'addPlate',
  endLink: 'linkUnit',
}
const permissionOf = (verb: Verb) => `customers.${RIGHT[verb] ?? verb}`

/** Beyond the reach of reading a customer does not exist. */
export async function readable(ctx: Ctx, id: string): Promise<{ row: CustomerRecord; standing: Standing }> {
  const row = await findCustomerRow(ctx.tx, id)
  const standing = row && (await standingOf(ctx, id))
  if (!row || !standing || !reachesCustomer(ctx.user, READ, standing)) throw new Refusal('customer.not_found', { id })
  return { row, standing }
}

/** Locked for a verb that this person may perform on it in its present state. */
export async function lockedFor(ctx: Ctx, id: string, verb: Verb): Promise<CustomerRecord> {
  const { standing } = await readable(ctx, id)
  mustReachCustomer(ctx.user, permissionOf(verb), standing)
  const row = await lockCustomerRow(ctx.tx, id)
  const state = stateOf(row)
  life.next(state, verb, verb === 'reveal' ? state : undefined)
  return row
}

export async function shown(ctx: Ctx, id: string): Promise<Customer> {
  const { row, standing } = await readable(ctx, id)
  const { idNumberMasked, ...customer } = row
  const status = stateOf(row)
  const goesOn = row.mergedIntoId ? await findCustomerRow(ctx.tx, row.mergedIntoId) : undefined
  const phones = await listPhones(ctx.tx, id)
  return {
    ...customer,
    idNumber: idNumberMasked,
    status,
    mergedIntoName: goesOn?.name ?? null,
    events: await historyOf(ctx.tx, 'customer', id),
    phones: phones.map(({ phone: _, ...phone }) => phone),
    vehicles: await listVehicles(ctx.tx, [id]),
    links: await listLinks(ctx.tx, [id]),
    duplicates: await listDuplicates(ctx.tx, id),
    can: canOf(VERBS, (verb) => life.can(status, verb) && reachesCustomer(ctx.user, permissionOf(verb), standing)),
  }
}

// The door of customers: what other rooms may ask of the people and firms of an estate.
import type { Tx } from '../../../platform/database.ts'
import { Refusal } from '../../../platform/refusal.ts'
import {
  type CustomerCard,
  findCustomerCard,
  findMainNumber,
  listCardsByPhone,
  listCustomerCards,
} from './queries/cards.ts'

export { create as createCustomer } from './actions/create.ts'
export { linkUnit } from './actions/links.ts'
export { recognise as recogniseCallers } from './actions/recognise.ts'
export type { CustomerCard } from './queries/cards.ts'
export { listMergedIds } from './queries/cards.ts'

/** Archived and merged ones are found too: old records name them. */
export const findCustomer = (tx: Tx, id: string): Promise<CustomerCard | undefined> => findCustomerCard(tx, id)

export const getCustomer = async (tx: Tx, id: string): Promise<CustomerCard> => {
  const customer = await findCustomerCard(tx, id)
  if (!customer) throw new Refusal('customer.not_found', { id })
  return customer
}

export const listCustomers = (tx: Tx, ids: readonly string[]): Promise<CustomerCard[]> =>
  ids.length ? listCustomerCards(tx, ids) : Promise.resolve([])

/** Everybody in use who has this number, as normalisePhone writes it. Several may share one. */
export const listCallersByPhone = (tx: Tx, phone: string): Promise<CustomerCard[]> => listCardsByPhone(tx, phone)

/** The whole main number, for a record that keeps its own way to call back. */
export const findMainPhone = async (tx: Tx, customerId: string): Promise<string | null> =>
  (await findMainNumber(tx, customerId))?.phone ?? null

// What other rooms need to know of a customer.
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'

export type CustomerCard = {
  id: string
  estateId: string
  kind: 'person' | 'firm'
  name: string
  gender: 'male' | 'female' | null
  mainPhoneId: string | null
  /** Masked. */
  mainPhone: string | null
  archivedAt: string | null
  mergedIntoId: string | null
}
const cards = (tx: Tx) =>
  tx
    .selectFrom('customer')
    .leftJoin('customerPhone as main', (join) =>
      join
        .onRef('main.companyId', '=', 'customer.companyId')
        .onRef('main.customerId', '=', 'customer.id')
        .on('main.main', '=', true),
    )
    .select([
      'customer.id',
      'customer.estateId',
      'customer.kind',
      'customer.name',
      'customer.gender',
      'customer.archivedAt',
      'customer.mergedIntoId',
      'main.id as mainPhoneId',
      'main.masked as mainPhone',
    ])

export const findCustomerCard = (tx: Tx, id: string): Promise<CustomerCard | undefined> =>
  cards(tx).where('customer.id', '=', id).executeTakeFirst()

export const listCustomerCards = (tx: Tx, ids: readonly string[]): Promise<CustomerCard[]> =>
  cards(tx)
    .where('customer.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()

export const listCardsByPhone = (tx: Tx, phone: string): Promise<CustomerCard[]> =>
  cards(tx)
    .innerJoin('customerPhone as known', (join) =>
      join.onRef('known.companyId', '=', 'customer.companyId').onRef('known.customerId', '=', 'customer.id'),
    )
    .where('known.phone', '=', phone)
    .where('known.endedAt', 'is', null)
    .where('customer.archivedAt', 'is', null)
    .where('customer.mergedIntoId', 'is', null)
    .orderBy('customer.id')
    .execute()

export const findMainNumber = (tx: Tx, customerId: string) =>
  tx
    .selectFrom('customerPhone')
    .select('phone')
    .where('customerId', '=', customerId)
    .where('main', '=', true)
    .executeTakeFirst()

/** The record itself and the duplicates that were merged into it: old records name those. */
export const listMergedIds = async (tx: Tx, id: string): Promise<string[]> => {
  const found = await tx.selectFrom('customer').select('id').where('mergedIntoId', '=', id).execute()
  return [id, ...found.map((one) => one.id)]
}

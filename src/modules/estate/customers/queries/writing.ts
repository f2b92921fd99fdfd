// Writing customers, what belongs to them, and the keys under which they are found.
import { type Insertable, sql, type Updateable } from 'kysely'
import type { Tables } from '../../../../../db/types.gen.ts'
import type { Tx } from '../../../../platform/database.ts'
import { insertRows, rowsOf } from '../../../../platform/rows.ts'
import { keysOf } from '../rules/keys.ts'
import { listEstatesOf } from './customers.ts'

export const insertCustomer = (tx: Tx, row: Insertable<Tables['customer']>) =>
  tx.insertInto('customer').values(row).execute()
export const updateCustomer = (tx: Tx, id: string, change: Updateable<Tables['customer']>) =>
  tx.updateTable('customer').set(change).where('id', '=', id).execute()

/** Two that bring the same ID number at once wait for one another. */
export const lockIdentity = async (tx: Tx, hash: Buffer) => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${hash.toString('hex')}, 0))`.execute(tx)
}

export const insertEstates = (tx: Tx, customerId: string, estateIds: readonly string[]) =>
  tx
    .insertInto('customerEstate')
    .values([...new Set(estateIds)].map((estateId) => ({ estateId, customerId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()

export type PhoneInsert = Insertable<Tables['customerPhone']>
export const insertPhones = (tx: Tx, phones: PhoneInsert[]) => insertRows(tx, rowsOf('customerPhone', phones))
export const updatePhone = (tx: Tx, id: string, change: Updateable<Tables['customerPhone']>) =>
  tx.updateTable('customerPhone').set(change).where('id', '=', id).execute()
/** Exactly one is the main one: first none, then the one. */
export async function makeMain(tx: Tx, customerId: string, phoneId: string) {
  await tx
    .updateTable('customerPhone')
    .set({ main: false })
    .where('customerId', '=', customerId)
    .where('main', '=', true)
    .execute()
  await updatePhone(tx, phoneId, { main: true })
}

export type VehicleInsert = Insertable<Tables['customerVehicle']>
export const insertVehicles = (tx: Tx, vehicles: VehicleInsert[]) => insertRows(tx, rowsOf('customerVehicle', vehicles))
export const updateVehicle = (tx: Tx, id: string, change: Updateable<Tables['customerVehicle']>) =>
  tx.updateTable('customerVehicle').set(change).where('id', '=', id).execute()

export type LinkInsert = Insertable<Tables['customerUnit']>
export const insertLinks = (tx: Tx, links: LinkInsert[]) => insertRows(tx, rowsOf('customerUnit', links))
export const endLinkOn = (tx: Tx, id: string, toOn: string) =>
  tx.updateTable('customerUnit').set({ toOn }).where('id', '=', id).execute()

export const pointDuplicatesAt = (tx: Tx, fromId: string, intoId: string) =>
  tx.updateTable('customer').set({ mergedIntoId: intoId }).where('mergedIntoId', '=', fromId).execute()

/** Only what is in use is found. */
export async function refreshKeys(tx: Tx, customerId: string) {
  await tx.deleteFrom('customerKey').where('customerId', '=', customerId).execute()
  const customer = await tx
    .selectFrom('customer')
    .select(['name', 'namePinyin'])
    .where('id', '=', customerId)
    .where('archivedAt', 'is', null)
    .where('mergedIntoId', 'is', null)
    .executeTakeFirst()
  if (!customer) return
  const phones = await tx
    .selectFrom('customerPhone')
    .select('phone')
    .where('customerId', '=', customerId)
    .where('endedAt', 'is', null)
    .execute()
  const vehicles = await tx
    .selectFrom('customerVehicle')
    .select('plate')
    .where('customerId', '=', customerId)
    .where('endedAt', 'is', null)
    .execute()
  const keys = keysOf({
    ...customer,
    phones: phones.map(({ phone }) => phone),
    plates: vehicles.map(({ plate }) => plate),
  })
  const estateIds = await listEstatesOf(tx, customerId)
  await insertRows(
    tx,
    rowsOf(
      'customerKey',
      estateIds.flatMap((estateId) => keys.map((key) => ({ ...key, estateId, customerId }))),
    ),
  )
}

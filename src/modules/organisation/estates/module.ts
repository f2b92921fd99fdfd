// The door of estates: what other rooms may ask of the company, its estates and departments.
import type { User } from '../../../platform/access.ts'
import { archivingOf } from '../../../platform/archiving.ts'
import type { Tx } from '../../../platform/database.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { findEstateSettings, listEstateSettings } from './queries.ts'

export { type CompanyDraft, found as foundCompany } from './actions/company.ts'
export { create as createDepartment } from './actions/department.ts'
export { create as createEstate } from './actions/estate.ts'
export { getCompany, listEstateIds, lockCompany } from './queries.ts'
export { serviceClockOf } from './rules.ts'

/** What an estate means for a record in it: its code, zone and service hours. */
export type EstateSettings = NonNullable<Awaited<ReturnType<typeof findEstateSettings>>>

export const getEstate = async (tx: Tx, id: string): Promise<EstateSettings> => {
  const estate = await findEstateSettings(tx, id)
  if (!estate) throw new Refusal('estate.not_found', { id })
  return estate
}

/** For new records: an archived estate takes none. */
export const findEstateInUse = async (tx: Tx, id: string): Promise<EstateSettings | undefined> => {
  const estate = await findEstateSettings(tx, id)
  return estate && archivingOf(estate) === 'in_use' ? estate : undefined
}

export const getEstateInUse = async (tx: Tx, id: string): Promise<EstateSettings> => {
  const estate = await getEstate(tx, id)
  if (archivingOf(estate) === 'archived') throw new Refusal('estate.not_allowed_now', { id })
  return estate
}

/** All estates in use, in the order of their codes. */
export const listEstates = (tx: Tx): Promise<EstateSettings[]> => listEstateSettings(tx)

/** The estates in which a person works. */
export const listEstatesOf = async (
  tx: Tx,
  user: Pick<User, 'everyEstate' | 'estateIds'>,
): Promise<EstateSettings[]> => {
  const all = await listEstateSettings(tx)
  return user.everyEstate ? all : all.filter(({ id }) => user.estateIds.includes(id))
}

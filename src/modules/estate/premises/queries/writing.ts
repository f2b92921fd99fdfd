// Writing places, their units and their keys.

import type { Insertable, Updateable } from 'kysely'
import { sql } from 'kysely'
import type { Tables } from '../../../../../db/types.gen.ts'
import type { Tx } from '../../../../platform/database.ts'
import { insertRows, rowsOf } from '../../../../platform/rows.ts'

/** Codes of an estate are given and rewritten by one transaction at a time. */
export const lockTree = async (tx: Tx, estateId: string) => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`places ${estateId}`}, 0))`.execute(tx)
}

export type PlaceInsert = Insertable<Tables['place']>
export type UnitInsert = Insertable<Tables['unit']>
export type KeyInsert = { estateId: string; placeId: string; key: string; rank: number }

export const insertPlaces = (tx: Tx, places: PlaceInsert[], units: UnitInsert[], keys: KeyInsert[]) =>
  insertRows(tx, rowsOf('place', places), rowsOf('unit', units), rowsOf('placeKey', keys))

export async function replaceKeys(tx: Tx, placeIds: readonly string[], keys: KeyInsert[]) {
  await tx
    .deleteFrom('placeKey')
    .where('placeId', '=', sql<string>`any(${[...placeIds]}::uuid[])`)
    .execute()
  await insertRows(tx, rowsOf('placeKey', keys))
}

export const updatePlace = async (tx: Tx, id: string, change: Updateable<Tables['place']>) => {
  if (Object.keys(change).length) await tx.updateTable('place').set(change).where('id', '=', id).execute()
}
export const updateUnit = async (tx: Tx, id: string, change: Updateable<Tables['unit']>) => {
  if (Object.keys(change).length) await tx.updateTable('unit').set(change).where('id', '=', id).execute()
}

export type Renamed = { id: string; code: string; sort: string; pathName: string }
export const renamePlaces = (tx: Tx, renamed: readonly Renamed[]) =>
  sql`
    update place set code = d.code, sort = d.sort, path_name = d.path_name
    from unnest(${renamed.map(({ id }) => id)}::uuid[], ${renamed.map(({ code }) => code)}::text[],
      ${renamed.map(({ sort }) => sort)}::text[], ${renamed.map(({ pathName }) => pathName)}::text[]) as d(id, code, sort, path_name)
    where place.id = d.id`.execute(tx)

export const moveToArea = (tx: Tx, ids: readonly string[], areaId: string | null) =>
  tx
    .updateTable('place')
    .set({ areaId })
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()

export const listRootIds = (tx: Tx, estateId: string) =>
  tx.selectFrom('place').select('id').where('estateId', '=', estateId).where('parentId', 'is', null).execute()

// What other rooms need to know of a place.
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'
import type { PlaceDetail, PlaceKind } from '../contract/shapes.ts'
import type { Status } from '../states.ts'

export type PlaceCard = {
  id: string
  estateId: string
  buildingId: string | null
  areaId: string | null
  kind: PlaceKind
  detail: PlaceDetail | null
  code: string
  name: string
  pathName: string
  directions: string | null
  archivedAt: string | null
  /** Null of anything but a unit. */
  unitStatus: Status | null
}

export const placeCards = (tx: Tx) =>
  tx
    .selectFrom('place')
    .leftJoin('unit', (join) => join.onRef('unit.companyId', '=', 'place.companyId').onRef('unit.id', '=', 'place.id'))
    .select([
      'place.id',
      'place.estateId',
      'place.buildingId',
      'place.areaId',
      'place.kind',
      'place.detail',
      'place.code',
      'place.name',
      'place.pathName',
      'place.directions',
      'place.archivedAt',
      'unit.status as unitStatus',
    ])

export const findPlaceCard = (tx: Tx, id: string): Promise<PlaceCard | undefined> =>
  placeCards(tx).where('place.id', '=', id).executeTakeFirst()

export const listPlaceCards = (tx: Tx, ids: readonly string[]): Promise<PlaceCard[]> =>
  placeCards(tx)
    .where('place.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()

/** Whoever writes who owns or rents a unit takes this first. */
export const lockUnit = (tx: Tx, id: string) =>
  tx.selectFrom('unit').select('id').where('id', '=', id).forNoKeyUpdate().executeTakeFirst()

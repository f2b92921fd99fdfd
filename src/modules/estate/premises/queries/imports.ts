// What an import must know of an estate before it adds to it.
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'
import { type PlaceCard, placeCards } from './cards.ts'

export const listStructure = (tx: Tx, estateId: string) =>
  tx
    .selectFrom('place')
    .select(['id', 'code', 'kind', 'areaId', 'buildingId'])
    .where('estateId', '=', estateId)
    .where('kind', 'in', ['building', 'entrance', 'floor', 'unit'])
    .where('archivedAt', 'is', null)
    .execute()

export const listAreaNames = (tx: Tx, estateId: string) =>
  tx
    .selectFrom('areaCard')
    .select(['id', 'name', 'code'])
    .where('estateId', '=', estateId)
    .where('archivedAt', 'is', null)
    .execute()

/** Units by their whole code, in the one spelling. */
export async function findUnitsByKey(
  tx: Tx,
  estateId: string,
  keys: readonly string[],
): Promise<Map<string, PlaceCard>> {
  const hits = await tx
    .selectFrom('placeKey')
    .select(['key', 'placeId'])
    .where('estateId', '=', estateId)
    .where('rank', '<=', 1)
    .where('key', '=', sql<string>`any(${[...new Set(keys)]}::text[])`)
    .orderBy('rank', 'desc')
    .execute()
  const units = await placeCards(tx)
    .where('place.id', '=', sql<string>`any(${hits.map(({ placeId }) => placeId)}::uuid[])`)
    .where('place.kind', '=', 'unit')
    .execute()
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  return new Map(
    hits.flatMap(({ key, placeId }) => {
      const unit = byId.get(placeId)
      return unit ? [[key, unit] as const] : []
    }),
  )
}

// The door of premises: what other rooms may ask of a place.
import type { Tx } from '../../../platform/database.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { findPlaceCard, listPlaceCards, type PlaceCard } from './queries/cards.ts'
import { findUnitsByKey } from './queries/imports.ts'
import { spell } from './rules/spelling.ts'

export { create as createPlace, generate as generateBuilding } from './actions/create.ts'
export { foundPlaces as searchPlaces } from './actions/search.ts'
export { setStatus as setUnitStatus } from './actions/status.ts'
export type { PlaceCard } from './queries/cards.ts'
export { lockUnit } from './queries/cards.ts'

/** Archived places are found too: old records name them. */
export const findPlace = (tx: Tx, id: string): Promise<PlaceCard | undefined> => findPlaceCard(tx, id)

export const getPlace = async (tx: Tx, id: string): Promise<PlaceCard> => {
  const place = await findPlaceCard(tx, id)
  if (!place) throw new Refusal('place.not_found', { id })
  return place
}

/** For new records: an archived place takes none. */
export const getPlaceInUse = async (tx: Tx, id: string): Promise<PlaceCard> => {
  const place = await getPlace(tx, id)
  if (place.archivedAt) throw new Refusal('place.not_allowed_now', { id })
  return place
}

export const listPlaces = (tx: Tx, ids: readonly string[]): Promise<PlaceCard[]> =>
  ids.length ? listPlaceCards(tx, ids) : Promise.resolve([])

/** Units by their codes in any spelling, for tables in which they stand beside something else. What is not found is left out. */
export async function findUnitsWritten(
  tx: Tx,
  estateId: string,
  written: readonly string[],
): Promise<Map<string, PlaceCard>> {
  const found = await findUnitsByKey(tx, estateId, written.map(spell))
  return new Map(
    written.flatMap((code) => {
      const unit = found.get(spell(code))
      return unit ? [[code, unit] as const] : []
    }),
  )
}

// The door of premises: what other rooms may ask of a place.
import type { Tx } from '../../../platform/database.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { findPlaceCard, listPlaceCards, type PlaceCard } from './queries/cards.ts'

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

// SQL of the board's own: the names of what is counted, read through the cards of the rooms below.
import type { Tx } from '../../../../platform/database.ts'

type Card = 'areaCard' | 'staffCard'
/** Names by id; nothing is asked where there is nothing to name. */
export async function namesOf(tx: Tx, card: Card, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await tx.selectFrom(card).select(['id', 'name']).where('id', 'in', wanted).execute()
  return new Map(rows.flatMap(({ id, name }) => (id === null || name === null ? [] : [[id, name] as const])))
}

/** Where several estates are looked at together, a building is called with its estate. */
export async function buildingNamesOf(tx: Tx, ids: readonly string[], { inFull }: { inFull: boolean }) {
  if (ids.length === 0) return new Map<string, string>()
  const rows = await tx
    .selectFrom('placeCard')
    .select(['id', 'name', 'pathName'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, name, pathName }) => [id ?? '', (inFull ? pathName : name) ?? '']))
}

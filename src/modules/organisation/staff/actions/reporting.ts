// Who is above a person: named for the person, or by the reporting lines of the posts held.
import type { Tx } from '../../../../platform/database.ts'
import { listHeldIn, reportingLines } from '../queries/held.ts'
import { findEmployment } from '../queries/people.ts'
import { superiorsOf } from '../rules.ts'

type Placed = { id: string; superiorId: string | null; posts: readonly { estateId: string | null }[] }

/** In all estates in which the person holds a post. */
export async function superiorIdsOf(tx: Tx, person: Placed, on: string): Promise<string[]> {
  const estates = new Set(person.posts.map(({ estateId }) => estateId))
  const found: string[] = []
  for (const estateId of estates) found.push(...(await superiorIdsIn(tx, person, estateId, on)))
  return [...new Set(found)]
}

/** Nearest superiors of one person in one estate; without an estate, anywhere. */
export async function superiorIdsIn(
  tx: Tx,
  { id, superiorId }: { id: string; superiorId: string | null },
  estateId: string | null,
  on: string,
): Promise<string[]> {
  const named = superiorId ? await findEmployment(tx, superiorId) : undefined
  if (named && named.leftOn === null) return [named.id]
  return superiorsOf(id, await listHeldIn(tx, estateId, on), await reportingLines(tx))
}

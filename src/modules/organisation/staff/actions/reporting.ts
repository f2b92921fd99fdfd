// Who is above a person: named for the person, or by the reporting lines of the posts held.
import type { Tx } from '../../../../platform/database.ts'
import { listHeldIn, listWorking, reportingLines } from '../queries/held.ts'
import { findEmployment } from '../queries/people.ts'
import { subordinatesOf as subordinatesIn, superiorsOf } from '../rules.ts'

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

/** Everybody above a person in one estate, nearest first: superiors, their superiors, and so on up. */
export async function ladderOf(tx: Tx, staffId: string, estateId: string | null, on: string): Promise<string[][]> {
  const ladder: string[][] = []
  const known = new Set([staffId])
  for (let front = [staffId]; front.length > 0; ) {
    const above = new Set<string>()
    for (const id of front) {
      const person = await findEmployment(tx, id)
      const found = person ? await superiorIdsIn(tx, person, estateId, on) : []
      for (const one of found) if (!known.has(one)) above.add(one)
    }
    for (const id of above) known.add(id)
    front = [...above]
    if (front.length > 0) ladder.push(front)
  }
  return ladder
}

export type Subordinate = { staffId: string; no: string; name: string; level: number }
/** Everybody below these people, those who report to them first. */
export async function subordinatesOf(tx: Tx, heads: readonly string[], on: string): Promise<Subordinate[]> {
  const people = await listWorking(tx)
  const levels = subordinatesIn(heads, people, await listHeldIn(tx, null, on), await reportingLines(tx))
  return people
    .flatMap(({ staffId, no, name }) => {
      const level = levels.get(staffId)
      return level === undefined ? [] : [{ staffId, no, name, level }]
    })
    .sort((a, b) => a.level - b.level)
}

// The person behind a call together with the posts that he or she stands in for at this moment.
import { type Acting, grantsWith, type User } from '../../../../platform/access.ts'
import { dayOf } from '../../../../platform/calendar/zones.ts'
import type { Tx } from '../../../../platform/database.ts'
import { loadUser as loadHolder, loadHolding } from '../../staff/module.ts'
import { listRunningBy } from '../queries.ts'
import { passedOn } from '../rules.ts'

export async function loadUser(
  tx: Tx,
  companyId: string,
  accountId: string,
  now = new Date(),
): Promise<Omit<User, 'sessionId'> | undefined> {
  const person = await loadHolder(tx, companyId, accountId, now)
  if (!person) return undefined
  const actingFor: Acting[] = []
  const places = { estateIds: [...person.estateIds], areaIds: [...person.areaIds], everyEstate: person.everyEstate }
  for (const { holdingId, principalId, toAt } of await listRunningBy(tx, accountId, now)) {
    const held = await loadHolding(tx, holdingId, dayOf(now, person.zone))
    if (!held) continue
    const { postId, title: postTitle, name: principalName, grants } = held
    actingFor.push({ principalId, principalName, postId, postTitle, until: toAt, grants: passedOn(grants) })
    places.estateIds.push(...held.estateIds)
    places.areaIds.push(...held.areaIds)
    places.everyEstate ||= held.everyEstate
  }
  if (actingFor.length === 0) return person
  return {
    ...person,
    actingFor,
    grants: grantsWith(person.grants, actingFor),
    estateIds: [...new Set(places.estateIds)],
    areaIds: [...new Set(places.areaIds)],
    everyEstate: places.everyEstate,
  }
}

// The person behind a call: posts held today, what they grant, and where.
import type { User } from '../../../../platform/access.ts'
import { dayOf } from '../../../../platform/calendar/zones.ts'
import type { Tx } from '../../../../platform/database.ts'
import { areasHeldBy } from '../../areas/module.ts'
import { listEstateIds } from '../../estates/module.ts'
import { listGrants } from '../../posts/module.ts'
import { findSignIn, listHeldBy } from '../queries/held.ts'
import { grantsOf } from '../rules.ts'

/** Undefined for somebody who left, whose account is disabled, or who never had one. */
export async function loadUser(
  tx: Tx,
  companyId: string,
  accountId: string,
  now = new Date(),
): Promise<Omit<User, 'sessionId'> | undefined> {
  const person = await findSignIn(tx, accountId)
  if (!person) return undefined
  const { name, zone, locale, passwordInitial } = person
  const on = dayOf(now, zone)
  const held = await listHeldBy(tx, accountId, on)
  const areas = await areasHeldBy(tx, accountId, on)
  const everyEstate = held.some(({ estateId }) => estateId === null)
  const everyEstateId = everyEstate ? await listEstateIds(tx) : []
  const postIds = [...new Set(held.map(({ postId }) => postId))]
  const granted = postIds.length > 0 ? await listGrants(tx, postIds) : []
  return {
    companyId,
    id: accountId,
    name,
    zone,
    locale,
    mustChangePassword: passwordInitial,
    postId: held[0]?.postId ?? null,
    posts: held.map(({ postId, key, title, estateId }) => ({ id: postId, key, title, estateId })),
    grants: grantsOf(held, granted, { everyEstateId, areas }),
    estateIds: everyEstate ? everyEstateId : [...new Set(held.flatMap(({ estateId }) => estateId ?? []))],
    everyEstate,
    areaIds: areas.map(({ areaId }) => areaId),
  }
}

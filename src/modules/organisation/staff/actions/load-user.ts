// The person behind a call: posts held today, what they grant, and where.
import type { Grants, User } from '../../../../platform/access.ts'
import { dayOf } from '../../../../platform/calendar/zones.ts'
import type { Tx } from '../../../../platform/database.ts'
import { areasHeldBy } from '../../areas/module.ts'
import { listEstateIds } from '../../estates/module.ts'
import { listGrants } from '../../posts/module.ts'
import { findHeld, findSignIn, listHeldBy } from '../queries/held.ts'
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
    actingFor: [],
  }
}

export type Holding = {
  staffId: string
  name: string
  postId: string
  key: string
  title: string
  estateId: string | null
  grants: Grants
  estateIds: readonly string[]
  everyEstate: boolean
  areaIds: readonly string[]
}
/** One post of one person on a day, and what it alone brings; undefined when it is not held then. */
export async function loadHolding(tx: Tx, holdingId: string, on: string): Promise<Holding | undefined> {
  const held = await findHeld(tx, holdingId, on)
  if (!held) return undefined
  const { id: _id, ...holding } = held
  const everyEstate = held.estateId === null
  const everyEstateId = everyEstate ? await listEstateIds(tx) : []
  const areas = (await areasHeldBy(tx, held.staffId, on)).filter(
    (area) => everyEstate || area.estateId === held.estateId,
  )
  return {
    ...holding,
    grants: grantsOf([held], await listGrants(tx, [held.postId]), { everyEstateId, areas }),
    estateIds: held.estateId === null ? everyEstateId : [held.estateId],
    everyEstate,
    areaIds: areas.map(({ areaId }) => areaId),
  }
}

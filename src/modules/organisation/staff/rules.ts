// Who is above whom, what posts add up to, and which days go together.
import {
  type Grants,
  type Located,
  type Reach,
  reaches,
  type Scope,
  scopeOf,
  type User,
} from '../../../platform/access.ts'
import { isOverlapping, isReversed, type Span } from '../../../platform/calendar/spans.ts'
import { Refusal } from '../../../platform/refusal.ts'

export function mustRunForward(days: Span) {
  if (isReversed(days)) throw new Refusal('staff.days_reversed', { ...days })
}

type Held = Span & { postId: string; estateId: string | null }
export function mustNotBeHeld(wanted: Held, held: readonly Held[]) {
  const twin = held.find(
    (one) => one.postId === wanted.postId && one.estateId === wanted.estateId && isOverlapping(one, wanted),
  )
  if (twin) throw new Refusal('staff.already_appointed', { fromOn: twin.fromOn, toOn: twin.toOn })
}

export type Assignment = { postId: string; estateId: string | null }
type PostGrant = { postId: string; permission: string; reach: Reach }
type Places = { everyEstateId: readonly string[]; areas: readonly { areaId: string; estateId: string }[] }

/** All posts together: each grant reaches as far as the assignment that brings it. */
export function grantsOf(held: readonly Assignment[], granted: readonly PostGrant[], places: Places): Grants {
  const scopes = new Map<string, Gathered>()
  for (const { postId, estateId } of held) {
    for (const { permission, reach } of granted.filter((grant) => grant.postId === postId)) {
      const scope = scopes.get(permission) ?? nowhere()
      scopes.set(permission, scope)
      widen(scope, reach, estateId, places)
    }
  }
  // What one may do somewhere, one may do with one's own.
  const plain = [...scopes].map(([permission, { company, estateIds, everyEstate, areaIds }]): [string, Scope] => [
    permission,
    {
      ...{ company, estateIds: [...estateIds], areaIds: [...areaIds], own: true },
      ...(everyEstate ? { everyEstate } : {}),
    },
  ])
  return new Map(plain)
}
type Gathered = { company: boolean; estateIds: Set<string>; everyEstate: boolean; areaIds: Set<string> }
function widen(scope: Gathered, reach: Reach, estateId: string | null, places: Places) {
  if (reach === 'company') scope.company = true
  if (reach === 'estate') {
    for (const id of estateId ? [estateId] : places.everyEstateId) scope.estateIds.add(id)
    scope.everyEstate ||= estateId === null
  }
  if (reach === 'area') for (const id of areasWithin(places, estateId)) scope.areaIds.add(id)
}
const nowhere = (): Gathered => ({ company: false, estateIds: new Set(), everyEstate: false, areaIds: new Set() })
const areasWithin = ({ areas }: Places, estateId: string | null) =>
  areas.filter((area) => estateId === null || area.estateId === estateId).map(({ areaId }) => areaId)

export type Reporting = ReadonlyMap<string, string | null>

/** The post itself, the one it reports to, and so on up. */
export function lineOf(postId: string, reportsTo: Reporting): string[] {
  const line: string[] = []
  for (let at: string | null = postId; at !== null && !line.includes(at); at = reportsTo.get(at) ?? null) line.push(at)
  return line
}

type Holder = { staffId: string; postId: string }
/**
 * Superiors in one estate: holders of the nearest post above that anybody else holds there. A person with several posts
 * may have several.
 */
export function superiorsOf(staffId: string, holders: readonly Holder[], reportsTo: Reporting): string[] {
  const own = holders.filter((holder) => holder.staffId === staffId)
  const found = own.flatMap(({ postId }) => {
    const above = lineOf(postId, reportsTo).slice(1)
    const nearest = above.find((post) => holdersOf(post, holders, staffId).length > 0)
    return nearest ? holdersOf(nearest, holders, staffId) : []
  })
  return [...new Set(found)]
}
const holdersOf = (postId: string, holders: readonly Holder[], except: string) =>
  holders.filter((holder) => holder.postId === postId && holder.staffId !== except).map(({ staffId }) => staffId)

type Working = { staffId: string; superiorId: string | null }
type Placed = Holder & { estateId: string | null }
/** Everybody below these people, each with the nearest level: 1 reports to one of them. */
export function subordinatesOf(
  heads: readonly string[],
  people: readonly Working[],
  held: readonly Placed[],
  reportsTo: Reporting,
): Map<string, number> {
  const below = belowEach(people, held, reportsTo)
  const levels = new Map<string, number>()
  let front = heads
  for (let level = 1; front.length > 0; level += 1) {
    const next = front.flatMap((id) => below.get(id) ?? []).filter((id) => !levels.has(id) && !heads.includes(id))
    for (const id of next) levels.set(id, level)
    front = [...new Set(next)]
  }
  return levels
}

function belowEach(people: readonly Working[], held: readonly Placed[], reportsTo: Reporting) {
  const below = new Map<string, string[]>()
  const working = new Set(people.map(({ staffId }) => staffId))
  const inEstate = new Map<string | null, readonly Placed[]>()
  const holdersAt = (estateId: string | null) => {
    const known = inEstate.get(estateId)
    if (known) return known
    const found = held.filter((one) => estateId === null || one.estateId === null || one.estateId === estateId)
    inEstate.set(estateId, found)
    return found
  }
  for (const { staffId, superiorId } of people) {
    const named = superiorId !== null && working.has(superiorId) ? [superiorId] : undefined
    const estates = new Set(held.filter((one) => one.staffId === staffId).map(({ estateId }) => estateId))
    const above = named ?? [...estates].flatMap((at) => superiorsOf(staffId, holdersAt(at), reportsTo))
    for (const id of new Set(above)) below.set(id, [...(below.get(id) ?? []), staffId])
  }
  return below
}

/** Holders of posts that report to nobody. */
export const topsOf = (holders: readonly Holder[], reportsTo: Reporting): string[] => [
  ...new Set(holders.filter(({ postId }) => (reportsTo.get(postId) ?? null) === null).map(({ staffId }) => staffId)),
]

export type Whereabouts = { id: string; estateIds: readonly string[]; everyEstate: boolean }
/** A person is within reach where he or she holds a post; one who works everywhere is known everywhere. */
export function reachesPerson(user: User, permission: string, person: Whereabouts): boolean {
  const scope = scopeOf(user, permission)
  const places: Located[] = [{ ownerIds: [person.id] }, ...person.estateIds.map((estateId) => ({ estateId }))]
  if (person.everyEstate && permission === 'staff.read' && scope && scope.estateIds.length > 0) return true
  return places.some((place) => reaches(user, permission, place))
}

/** Without the whole company in reach one may only touch posts below one's own, so nobody lifts himself or a friend. */
export function isAbove(user: User, permission: string, postIds: readonly string[], reportsTo: Reporting): boolean {
  if (scopeOf(user, permission)?.company) return true
  const standingIn = user.actingFor.filter(({ grants }) => grants.has(permission)).map(({ postId }) => postId)
  const own = [...user.posts.map(({ id }) => id), ...standingIn]
  return postIds.every((postId) =>
    lineOf(postId, reportsTo)
      .slice(1)
      .some((above) => own.includes(above)),
  )
}

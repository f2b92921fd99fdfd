// Who may do what, and how far: grants of posts with a reach, asked as a question or as a filter.
import type { Endpoint } from './contract.ts'
import { routeOf } from './contract.ts'
import { Refusal } from './refusal.ts'

export const REACHES = ['own', 'area', 'estate', 'company'] as const
export type Reach = (typeof REACHES)[number]

/** What one person may do with one permission, put together from all posts held. */
export type Scope = {
  company: boolean
  estateIds: readonly string[]
  /** `estateIds` are all the company has, so a list need not ask of each row which it is of. */
  everyEstate?: boolean
  areaIds: readonly string[]
  own: boolean
  /** Others whose own records count as one's own: whoever is stood in for. */
  ownersToo?: readonly string[]
  /** What of it comes by posts held, and what by each post stood in for; without parts all of it by posts held. */
  parts?: { held: Scope | undefined; acting: readonly { acting: Acting; scope: Scope }[] }
}
/** A post of somebody else that is stood in for at this time, and what it brings. */
export type Acting = {
  principalId: string
  principalName: string
  postId: string
  postTitle: string
  until: string
  grants: Grants
}
export type Grants = { get(permission: string): Scope | undefined; has(permission: string): boolean }
export type User = {
  companyId: string
  /** The member of staff; the same id as the account's. */
  id: string
  name: string
  sessionId: string
  zone: string
  locale: 'zh-CN' | 'en'
  /** Until the initial password is changed nothing else is allowed. */
  mustChangePassword: boolean
  /** The post in whose name events are recorded when a verb does not say otherwise. */
  postId: string | null
  posts: readonly { id: string; key: string; title: string; estateId: string | null }[]
  grants: Grants
  /** All estates this person works in; empty with `everyEstate` false means none. */
  estateIds: readonly string[]
  everyEstate: boolean
  areaIds: readonly string[]
  /** Whom this person stands in for; `grants` holds what that brings. */
  actingFor: readonly Acting[]
  /** Of the call at hand: the post stood in for, once nothing but that allowed what was done. */
  behalf?: { of: Acting | undefined }
}

const EVERYWHERE: Scope = { company: true, estateIds: [], areaIds: [], own: true }
export const PROGRAM_ID = '00000000-0000-0000-0000-000000000000'
/** The program itself, at work in one company: schedules, hearers of the ledger, imports without a person waiting. */
export const programOf = (companyId: string, zone = 'Asia/Shanghai'): User => ({
  companyId,
  id: PROGRAM_ID,
  name: '职守',
  sessionId: '',
  zone,
  locale: 'zh-CN',
  mustChangePassword: false,
  postId: null,
  posts: [],
  grants: { get: () => EVERYWHERE, has: () => true },
  estateIds: [],
  everyEstate: true,
  areaIds: [],
  actingFor: [],
})
export const isProgram = (user: User) => user.id === PROGRAM_ID

/** Where a record lies and whose it is. */
export type Located = { estateId?: string | null; areaId?: string | null; ownerIds?: readonly (string | null)[] }

export const scopeOf = (user: User, permission: string): Scope | undefined => user.grants.get(permission)
/** Whether the permission is held at all, at any reach. */
export const holds = (user: User, permission: string) => user.grants.has(permission)

export function reaches(user: User, permission: string, record: Located): boolean {
  const scope = user.grants.get(permission)
  return scope !== undefined && covers(scope, user, record)
}

const covers = (scope: Scope, user: User, { estateId, areaId, ownerIds = [] }: Located): boolean =>
  scope.company ||
  (estateId != null && scope.estateIds.includes(estateId)) ||
  (areaId != null && scope.areaIds.includes(areaId)) ||
  (scope.own && ownersIn(scope, user).some((id) => ownerIds.includes(id)))

/** Whose own records a scope counts as one's own. */
export const ownersIn = (scope: Scope, user: User): readonly string[] => [user.id, ...(scope.ownersToo ?? [])]

/** Whose records are one's own: one's own indeed, and those of everybody stood in for. */
export const ownersFor = (user: User): string[] => [user.id, ...user.actingFor.map(({ principalId }) => principalId)]
export const isOwn = (user: User, ownerId: string | null): boolean =>
  ownerId !== null && ownersFor(user).includes(ownerId)

/** The estates in which anything can be within reach of a permission; undefined means all of them. */
export function estatesWithin(user: User, permission: string): readonly string[] | undefined {
  const scope = user.grants.get(permission)
  if (!scope) return []
  if (scope.company) return undefined
  return scope.areaIds.length || scope.own ? [...new Set([...scope.estateIds, ...user.estateIds])] : scope.estateIds
}

/** Notes on the way for whom it is done, where no post held but one stood in for reaches the record. */
export function mustReach(user: User, permission: string, record: Located) {
  const scope = user.grants.get(permission)
  if (!scope) throw new Refusal('access.not_granted', { permission })
  if (!covers(scope, user, record)) throw new Refusal('access.out_of_reach', { permission })
  noteBehalf(user, scope, (part) => covers(part, user, record))
}

/** The same for a call that asks only whether the permission is held at all. */
export function mustHold(user: User, permission: string) {
  const scope = user.grants.get(permission)
  if (!scope) throw new Refusal('access.not_granted', { permission })
  noteBehalf(user, scope, () => true)
}

/** What is done with a record of somebody stood in for is done for that person. */
export function actFor(user: User, ownerId: string | null) {
  const acting = user.actingFor.find(({ principalId }) => principalId === ownerId)
  if (acting && user.behalf && ownerId !== user.id) user.behalf.of ??= acting
}

/** Posts held come first; among posts stood in for the one that the call already goes by. */
function noteBehalf({ behalf }: User, { parts }: Scope, isEnough: (scope: Scope) => boolean) {
  if (!behalf || !parts || (parts.held && isEnough(parts.held))) return
  const found = parts.acting.filter(({ scope }) => isEnough(scope)).map(({ acting }) => acting)
  if (!found.some((acting) => acting === behalf.of)) behalf.of = found[0]
}

/** Posts held and posts stood in for together. */
export function grantsWith(held: Grants, actingFor: readonly Acting[]): Grants {
  if (actingFor.length === 0) return held
  const together = new Map<string, Scope | undefined>()
  const get = (permission: string) => {
    if (!together.has(permission)) together.set(permission, scopeWith(held.get(permission), permission, actingFor))
    return together.get(permission)
  }
  return { get, has: (permission) => get(permission) !== undefined }
}

function scopeWith(held: Scope | undefined, permission: string, actingFor: readonly Acting[]): Scope | undefined {
  const acting = actingFor.flatMap((one) => {
    const scope = one.grants.get(permission)
    return scope ? [{ acting: one, scope: { ...scope, ownersToo: [one.principalId] } }] : []
  })
  if (acting.length === 0) return held
  const scopes = [...(held ? [held] : []), ...acting.map(({ scope }) => scope)]
  return {
    company: scopes.some(({ company }) => company),
    estateIds: [...new Set(scopes.flatMap(({ estateIds }) => estateIds))],
    ...(scopes.some(({ everyEstate }) => everyEstate) ? { everyEstate: true } : {}),
    areaIds: [...new Set(scopes.flatMap(({ areaIds }) => areaIds))],
    own: scopes.some(({ own }) => own),
    ownersToo: acting.map(({ acting: { principalId } }) => principalId),
    parts: { held, acting },
  }
}

/** The verbs of a record that this person may perform now: the state allows it and the grant reaches it. */
export function canOf<V extends string>(verbs: readonly V[], allowed: (verb: V) => boolean): V[] {
  return verbs.filter(allowed)
}

/** Every permission that a contract asks for; the settings page and the grant table are built from it. */
export const permissionsOf = (noun: string, verbs: Record<string, Endpoint>) => [
  ...new Set(
    Object.entries(verbs)
      .map(([verb, endpoint]) => routeOf(noun, verb, endpoint).permission)
      .filter((permission) => permission !== null),
  ),
]

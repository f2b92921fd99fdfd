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
  areaIds: readonly string[]
  own: boolean
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
})
export const isProgram = (user: User) => user.id === PROGRAM_ID

/** Where a record lies and whose it is. */
export type Located = { estateId?: string | null; areaId?: string | null; ownerIds?: readonly (string | null)[] }

export const scopeOf = (user: User, permission: string): Scope | undefined => user.grants.get(permission)
/** Whether the permission is held at all, at any reach. */
export const holds = (user: User, permission: string) => user.grants.has(permission)

export function reaches(user: User, permission: string, record: Located): boolean {
  const scope = user.grants.get(permission)
  if (!scope) return false
  return (
    scope.company ||
    (record.estateId != null && scope.estateIds.includes(record.estateId)) ||
    (record.areaId != null && scope.areaIds.includes(record.areaId)) ||
    (scope.own && (record.ownerIds ?? []).includes(user.id))
  )
}

/** The estates in which anything can be within reach of a permission; undefined means all of them. */
export function estatesWithin(user: User, permission: string): readonly string[] | undefined {
  const scope = user.grants.get(permission)
  if (!scope) return []
  if (scope.company) return undefined
  return scope.areaIds.length || scope.own ? [...new Set([...scope.estateIds, ...user.estateIds])] : scope.estateIds
}

export function mustReach(user: User, permission: string, record: Located) {
  if (!holds(user, permission)) throw new Refusal('access.not_granted', { permission })
  if (!reaches(user, permission, record)) throw new Refusal('access.out_of_reach', { permission })
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

// Who may name a deputy, which times go together, and what of a post is never passed on. Pure.
import { actFor, type Grants, type User } from '../../../platform/access.ts'
import { Refusal } from '../../../platform/refusal.ts'

/** What gives or takes power itself stays with the principal. */
const STAYS = new Set([
  'posts.create',
  'posts.grant',
  'posts.revoke',
  'staff.appoint',
  'staff.relieve',
  'staff.resetPassword',
  'api-tokens.create',
])
export const passedOn = (grants: Grants): Grants => ({
  has: (permission) => !STAYS.has(permission) && grants.has(permission),
  get: (permission) => (STAYS.has(permission) ? undefined : grants.get(permission)),
})

const HOUR_MS = 3_600_000
/** From three days on the deputy gets in writing what to see to. */
const WRITTEN_FROM_MS = 72 * HOUR_MS

export type Time = { fromAt: string; toAt: string }
export function mustLast({ fromAt, toAt }: Time, now: Date) {
  if (toAt <= fromAt || Date.parse(toAt) <= now.getTime()) throw new Refusal('deputy.ends_too_early', { toAt })
}
export function mustBeHandedOver({ fromAt, toAt }: Time, handover: string | null) {
  if (Date.parse(toAt) - Date.parse(fromAt) >= WRITTEN_FROM_MS && !handover) throw new Refusal('deputy.handover_needed')
}

type Other = Time & { id: string; turn: number; deputyId: string; deputyName: string }
/** At one time a post has one first and one second deputy, two different people. */
export function mustBeAlone(wanted: Time & { id?: string; turn: number; deputyId: string }, others: readonly Other[]) {
  const twin = others.find(
    (one) =>
      one.id !== wanted.id &&
      (one.turn === wanted.turn || one.deputyId === wanted.deputyId) &&
      one.fromAt < wanted.toAt &&
      wanted.fromAt < one.toAt,
  )
  if (twin) throw new Refusal('deputy.overlaps', { name: twin.deputyName, until: twin.toAt })
}

/** Whoever stands in for the principal may do nothing about this post on that ground. */
const headIn = (user: User, principalId: string, above: readonly string[]) =>
  user.actingFor.find((acting) => acting.principalId !== principalId && above.includes(acting.principalId))
const isDirect = (user: User, principalId: string, above: readonly string[]) =>
  user.id === principalId || above.includes(user.id)

/** The principal in person, or somebody above. */
export const maySpeakFor = (user: User, principalId: string, above: readonly string[]): boolean =>
  isDirect(user, principalId, above) || headIn(user, principalId, above) !== undefined

export function mustSpeakFor(user: User, principalId: string, above: readonly string[]) {
  if (isDirect(user, principalId, above)) return
  const head = headIn(user, principalId, above)
  const passing = user.actingFor.some((acting) => acting.principalId === principalId)
  if (!head) throw new Refusal(passing ? 'deputy.chain' : 'deputy.not_superior', { principalId })
  actFor(user, head.principalId)
}

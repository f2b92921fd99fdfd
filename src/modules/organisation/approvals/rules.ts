// Decisions about approvals: which rule applies, who is high enough, who may answer. Pure.
import { isOwn, reaches, type User } from '../../../platform/access.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { VERBS } from './contract/approvals.ts'
import type { ApprovalRule, Kind } from './contract/rules.ts'
import { life, type State } from './states.ts'

export type Asked = { kind: Kind; amountFen: number | null; days: number | null }
type Bound = { upToFen: number | null; upToDays: number | null }
const within = (limit: number | null, value: number | null) => limit === null || (value ?? 0) <= limit
export const covers = ({ upToFen, upToDays }: Bound, { amountFen, days }: Asked) =>
  within(upToFen, amountFen) && within(upToDays, days)

const tightness = ({ upToFen, upToDays }: Bound) => Math.min(upToFen ?? Number.MAX_VALUE, upToDays ?? Number.MAX_VALUE)
/** The tightest of those that cover what is asked; beyond all of them the widest there is. */
export function ruleFor(rules: readonly ApprovalRule[], asked: Asked): ApprovalRule | undefined {
  const ofKind = rules.filter(({ kind }) => kind === asked.kind).toSorted((a, b) => tightness(a) - tightness(b))
  return ofKind.find((rule) => covers(rule, asked)) ?? ofKind.at(-1)
}

type Limit = Bound & { postId: string; kind: Kind }
/** The nearest people above of whom a post held covers what is asked; at the very top whoever stands there. */
export function authorityIn(
  ladder: readonly (readonly string[])[],
  postsOf: (staffId: string) => readonly string[],
  limits: readonly Limit[],
  asked: Asked,
): readonly string[] {
  const decides = (staffId: string) =>
    limits.some((limit) => limit.kind === asked.kind && postsOf(staffId).includes(limit.postId) && covers(limit, asked))
  for (const level of ladder) {
    const found = level.filter(decides)
    if (found.length > 0) return found
  }
  return ladder.at(-1) ?? []
}

export type PlannedStep = { who: string; approverIds: readonly string[] }
/** Nobody is asked twice, and nobody about his own; a step left without anybody falls away. */
export function stepsOf(planned: readonly PlannedStep[], askedById: string): PlannedStep[] {
  const asked = new Set<string>([askedById])
  return planned.flatMap(({ who, approverIds }) => {
    const left = approverIds.filter((id) => !asked.has(id))
    const isAskedAlready = approverIds.some((id) => id !== askedById && asked.has(id))
    if (left.length === 0 || isAskedAlready) return []
    for (const id of left) asked.add(id)
    return [{ who, approverIds: left }]
  })
}

export const dueOf = (from: Date, timeoutHours: number | null): Date | null =>
  timeoutHours === null ? null : new Date(from.getTime() + timeoutHours * 3_600_000)

/** A deputy may answer for an approver, never about the own request nor that of anybody stood in for. */
export function mustBeAboutOther(user: User, askedById: string) {
  if (isOwn(user, askedById)) throw new Refusal('approval.own')
}

type Running = { status: State; askedById: string; approverIds: readonly string[]; estateId: string | null }
type Verb = (typeof VERBS)[number]
export const locateFor = (verb: Verb, { askedById, approverIds }: Running) => ({
  ownerIds: verb === 'withdraw' ? [askedById] : approverIds,
})
export const verbsFor = (user: User, running: Running, verbs: readonly Verb[]): Verb[] =>
  verbs.filter(
    (verb) =>
      life.can(running.status, verb) &&
      reaches(user, `approvals.${verb}`, locateFor(verb, running)) &&
      (verb === 'withdraw' || !isOwn(user, running.askedById)),
  )

/** Half of what the principal decides, where nothing was agreed when the deputy was named. */
export function mustBeWithinDeputy(amountFen: number | null, agreedFen: number | null, principalFen: number | null) {
  if (amountFen === null) return
  const limitFen = agreedFen ?? (principalFen === null ? null : Math.floor(principalFen / 2))
  if (limitFen !== null && amountFen > limitFen) throw new Refusal('approval.beyond_deputy', { limitFen })
}

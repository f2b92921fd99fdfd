// Decisions about requests: which limit applies, when things are due, who may touch what. Pure: no database, no clock of its own.
import { actFor, isOwn, reaches, type User } from '../../../platform/access.ts'
import { deadlineOf, type Pause } from '../../../platform/calendar/deadline.ts'
import { addServiceTime, type DutyClock } from '../../../platform/calendar/service-time.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { type EscalationStep, FALLBACK_NUMBERS, type Limit, type NumberKey } from './contract/settings.ts'
import { CATEGORISED, type ClockKind, type Kind, SETTLED_BY_TALKING, type Urgency } from './contract/shapes.ts'
import { endedUndone, isOpen, life, type State, type Verb } from './states.ts'

/** The letters before the date in a number: WX 维修, TS 投诉, ZX 咨询, QZ 求助, JY 建议, YJ 意见 (抱怨), BY 表扬. */
export const PREFIX: Record<Kind, string> = {
  repair: 'WX',
  complaint: 'TS',
  enquiry: 'ZX',
  help: 'QZ',
  suggestion: 'JY',
  grievance: 'YJ',
  praise: 'BY',
}

/** Where a rule of the company and a rule of the estate both fit, the nearer one wins; then the one that names the urgency. */
export function limitOf(limits: readonly Limit[], estateId: string, kind: Kind, urgency: Urgency): Limit | undefined {
  const fits = limits.filter(
    (limit) =>
      limit.kind === kind &&
      (limit.estateId === null || limit.estateId === estateId) &&
      (limit.urgency === null || limit.urgency === urgency),
  )
  const nearness = (limit: Limit) => (limit.estateId ? 2 : 0) + (limit.urgency ? 1 : 0)
  return fits.toSorted((a, b) => nearness(b) - nearness(a))[0]
}

type NumberRow = { estateId: string | null; key: NumberKey; value: number }
export function numberOf(rows: readonly NumberRow[], estateId: string, key: NumberKey): number {
  const mine = rows.filter((row) => row.key === key && (row.estateId === null || row.estateId === estateId))
  return (mine.find((row) => row.estateId) ?? mine[0])?.value ?? FALLBACK_NUMBERS[key]
}

export type EstateHours = { zone: string; serviceOpens: string; serviceCloses: string; serviceEveryDay: boolean }
export const dutyClockOf = (clock: 'elapsed' | 'service', estate: EstateHours): DutyClock =>
  clock === 'elapsed'
    ? { kind: 'elapsed' }
    : {
        kind: 'service',
        zone: estate.zone,
        opens: estate.serviceOpens.slice(0, 5),
        closes: estate.serviceCloses.slice(0, 5),
        days: estate.serviceEveryDay ? 'every' : 'working',
      }

export type ClockTerms = { kind: ClockKind; clock: 'elapsed' | 'service'; limitMinutes: number }
/** The limits that start to run; a limit of null does not run. */
export function termsOf(limit: Limit | undefined): ClockTerms[] {
  if (!limit) return []
  const all: { kind: ClockKind; clock: 'elapsed' | 'service'; minutes: number | null }[] = [
    { kind: 'answer', clock: limit.clock, minutes: limit.answerMinutes },
    { kind: 'arrive', clock: limit.clock, minutes: limit.arriveMinutes },
    { kind: 'feedback', clock: limit.finishClock, minutes: limit.feedbackMinutes },
    { kind: 'finish', clock: limit.finishClock, minutes: limit.finishMinutes },
  ]
  return all.flatMap(({ kind, clock, minutes }) => (minutes === null ? [] : [{ kind, clock, limitMinutes: minutes }]))
}

/** The day a city hotline set counts when it comes before our own (the earlier one binds). */
export const earlierOf = (ours: Date, outside: string | null | undefined) =>
  outside && new Date(outside) < ours ? new Date(outside) : ours

export type RunningClock = ClockTerms & { startedAt: string | Date; stepsDone: number; dueAt: string | Date }

export const stepsFor = (steps: readonly EscalationStep[], estateId: string, critical: boolean): EscalationStep[] => {
  const mine = steps.filter(
    (step) => step.critical === critical && (step.estateId === null || step.estateId === estateId),
  )
  const own = mine.filter((step) => step.estateId === estateId)
  return (own.length ? own : mine).toSorted((a, b) => a.ratio - b.ratio)
}

/** When the next rung of the ladder is reached: at its share of the limit, pauses left out. */
export function nextStepAt(
  { startedAt, limitMinutes, stepsDone }: Pick<RunningClock, 'startedAt' | 'limitMinutes' | 'stepsDone'>,
  clock: DutyClock,
  ladder: readonly EscalationStep[],
  pauses: readonly Pause[],
  now: Date,
): Date | null {
  const step = ladder[stepsDone]
  if (!step) return null
  return deadlineOf({ startedAt, limitMinutes: limitMinutes * step.ratio, clock, pauses, now }).dueAt
}

export const dueAtOf = (startedAt: Date, limitMinutes: number, clock: DutyClock) =>
  addServiceTime(startedAt, limitMinutes, clock)

/** The nearest limit not yet met. */
export function nearestDue(
  clocks: readonly { dueAt: string | Date; metAt: string | null; stoppedAt: string | null }[],
) {
  const open = clocks
    .filter((clock) => !clock.metAt && !clock.stoppedAt)
    .map((clock) => new Date(clock.dueAt).getTime())
  return open.length ? new Date(Math.min(...open)).toISOString() : null
}

export type Guarded = {
  status: State
  estateId: string
  areaId: string | null
  handlerId: string | null
  receivedById: string | null
  aboutStaffId: string | null
  sheets: number
}
export const locate = (request: Guarded) => ({
  estateId: request.estateId,
  areaId: request.areaId,
  ownerIds: [request.handlerId, request.receivedById],
})

/** The person complained about is kept off the matter: for that person it does not exist. */
export const isHiddenFrom = (user: User, request: { aboutStaffId: string | null }) => request.aboutStaffId === user.id

export function mustNotBeAbout(request: { aboutStaffId: string | null }, staffId: string) {
  if (request.aboutStaffId === staffId) throw new Refusal('request.about_this_person', { staffId })
}

export const mayActFor = (user: User, request: Guarded) =>
  isOwn(user, request.handlerId) || reaches(user, 'requests.supervise', locate(request))
/** Work is done by whoever it was given to, or by a superior who answers for it. */
export function mustBeYours(user: User, request: Guarded) {
  if (!mayActFor(user, request)) throw new Refusal('request.not_yours')
  actFor(user, request.handlerId)
}

export function mustHaveNoSheets(request: { sheets: number }) {
  if (request.sheets > 0) throw new Refusal('request.has_work_orders', { sheets: request.sheets })
}

/** What must be known before a request is accepted: what kind of matter, where, from whom, and what about. */
export function missingOf(request: {
  categoryId: string | null
  kind: Kind
  placeId: string | null
  placeText: string | null
  subject: string
  anonymous: boolean
  customerId: string | null
  contactName: string | null
  contactPhone: string | null
}): string[] {
  const needsCategory = CATEGORISED.includes(request.kind)
  return [
    ...(needsCategory && !request.categoryId ? ['categoryId'] : []),
    ...(request.placeId || request.placeText ? [] : ['placeId']),
    ...(request.subject.trim() ? [] : ['subject']),
    ...(request.anonymous || request.customerId || request.contactName || request.contactPhone ? [] : ['contactName']),
  ]
}
export function mustBeComplete(request: Parameters<typeof missingOf>[0]) {
  const missing = missingOf(request)
  if (missing.length) throw new Refusal('request.incomplete', { missing })
}

export function mustBeOpen(request: { status: State }) {
  if (!isOpen(request.status)) throw new Refusal('request.ended', { status: request.status })
}

export function mustBeSettledByTalking(kind: Kind) {
  if (!SETTLED_BY_TALKING.includes(kind)) throw new Refusal('request.needs_work', { kind })
}

/** A finished request may be opened again for some days; after that the same fault is a new request that names the old one. */
export function mustBeRecent(closedAt: string | null, now: Date, days: number) {
  if (closedAt && now.getTime() - new Date(closedAt).getTime() > days * 86_400_000) {
    throw new Refusal('request.reopen_too_late', { days, closedAt })
  }
}

type Owing = { status: State; chargeable: boolean; paidBy: string | null }
/** Coming out was in vain and costs something, and nobody has paid it. */
export const owesFee = ({ status, chargeable, paidBy }: Owing) => endedUndone(status) && chargeable && paidBy === null
export function mustOweFee(request: Owing) {
  if (!owesFee(request)) throw new Refusal('request.nothing_owed', { status: request.status })
}

/** What somebody does in taking on and doing the work; whoever only gave it out has no hand in it. */
const WORK: readonly string[] = ['request.taken', 'request.arrived', 'request.completed']
const WORK_ON_SHEETS: readonly unknown[] = ['take', 'arrive', 'quote', 'agree', 'refuse', 'complete']
export const isWorkOn = ({ name, details }: { name: string; details: unknown }) =>
  WORK.includes(name) ||
  (name === 'request.followed' &&
    typeof details === 'object' &&
    details !== null &&
    'verb' in details &&
    WORK_ON_SHEETS.includes(details.verb))

const HANDLERS_OWN: readonly string[] = ['take', 'decline', 'handOver', 'arrive', 'complete']
const WITHOUT_SHEETS: readonly string[] = ['dispatch', 'closeUndone', ...HANDLERS_OWN]
/** Verbs that do not move the state, and the states in which they make sense. */
const STAYING: Record<string, (state: State) => boolean> = {
  answer: isOpen,
  change: isOpen,
  nudge: isOpen,
  supervise: isOpen,
  judge: () => true,
  split: isOpen,
  group: isOpen,
  reveal: () => true,
}
const MOVING = [
  'accept',
  'dispatch',
  'take',
  'decline',
  'handOver',
  'arrive',
  'hold',
  'resume',
  'complete',
  'rework',
  'settle',
  'reopen',
  'closeUndone',
  'cancel',
] as const satisfies readonly Verb[]

/** The verbs this person may perform on this request now. */
export function verbsFor(user: User, request: Guarded & Owing & { kind: Kind }): string[] {
  if (isHiddenFrom(user, request)) return []
  const granted = (verb: string) => reaches(user, `requests.${verb}`, locate(request))
  const mine = (verb: string) => !HANDLERS_OWN.includes(verb) || mayActFor(user, request)
  const free = (verb: string) => !WITHOUT_SHEETS.includes(verb) || request.sheets === 0
  const moving = MOVING.filter((verb) => life.can(request.status, verb) && granted(verb) && mine(verb) && free(verb))
  const staying = Object.entries(STAYING).flatMap(([verb, fits]) =>
    fits(request.status) && granted(verb) ? [verb] : [],
  )
  const complaint = request.kind === 'complaint' || request.kind === 'grievance'
  const atDesk =
    ['new', 'accepted'].includes(request.status) && SETTLED_BY_TALKING.includes(request.kind) && granted('settleAtDesk')
  return [
    ...moving,
    ...staying.filter((verb) => complaint || (verb !== 'judge' && verb !== 'group')),
    ...(atDesk ? ['settleAtDesk'] : []),
    ...(owesFee(request) ? ['settle', 'waive'].filter(granted) : []),
  ]
}

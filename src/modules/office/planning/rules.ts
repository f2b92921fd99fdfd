// Decisions about tasks and work logs: who may do what with them, and what is in time. Pure.
import { canOf, reaches, type User } from '../../../platform/access.ts'
import { addDays, dayNumberOf } from '../../../platform/calendar/days.ts'
import { dayOf, wallClockMs } from '../../../platform/calendar/zones.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { VERBS } from './contract/tasks.ts'
import { life, type State } from './states.ts'

type Verb = (typeof VERBS)[number]
export type Guarded = {
  status: State
  estateId: string | null
  areaId: string | null
  assigneeId: string
  assignedById: string
}
/** The assignee does it; whoever gave it, or answers for the estate, looks after it. */
const DOING: readonly Verb[] = ['start', 'finish']
export const locateFor = (verb: Verb | 'read', { estateId, areaId, assigneeId, assignedById }: Guarded) => {
  if (verb === 'read') return { estateId, areaId, ownerIds: [assigneeId, assignedById] }
  return DOING.includes(verb) ? { ownerIds: [assigneeId] } : { estateId, areaId, ownerIds: [assignedById] }
}

/** Whoever did the work does not say whether it is good. */
export function mustBeAnother(user: User, { assigneeId }: Guarded) {
  if (!isAnother(user, assigneeId)) throw new Refusal('task.own_work')
}
const isAnother = (user: User, assigneeId: string) => assigneeId !== user.id

export const verbsFor = (user: User, task: Guarded): Verb[] =>
  canOf(
    VERBS,
    (verb) =>
      life.can(task.status, verb) &&
      reaches(user, `tasks.${verb}`, locateFor(verb, task)) &&
      ((verb !== 'check' && verb !== 'return') || isAnother(user, task.assigneeId)),
  )

export function mustBeAhead(dueAt: string | undefined, now: Date) {
  if (dueAt !== undefined && Date.parse(dueAt) <= now.getTime()) throw new Refusal('task.due_in_past', { dueAt })
}

export const isLate = (dueAt: string, finishedAt: Date) => Date.parse(dueAt) < finishedAt.getTime()

const NOON = 12 * 60
/** A day's log is open until noon of the next day, by the clock of the place. */
export const openUntil = (day: string, zone: string) => new Date(wallClockMs(dayNumberOf(addDays(day, 1)), NOON, zone))
export function mustBeOpen(day: string, now: Date, zone: string) {
  if (day > dayOf(now, zone)) throw new Refusal('work_log.too_early', { day })
  const until = openUntil(day, zone)
  if (now >= until) throw new Refusal('work_log.too_late', { day, until: until.toISOString() })
}

type Days = { fromOn: string; toOn: string }
export function mustLieWithin(items: readonly { goal: string; dueOn: string }[], { fromOn, toOn }: Days) {
  const outside = items.find(({ dueOn }) => dueOn < fromOn || dueOn > toOn)
  if (outside) throw new Refusal('work_plan.item_outside', { goal: outside.goal, fromOn, toOn })
}

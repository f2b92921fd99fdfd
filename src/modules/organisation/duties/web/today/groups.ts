// Today in the order in which it is done: by standing, the most urgent first.
import type { DutyToday } from '../../contract/duties.ts'

export const GROUPS = ['overdue', 'due', 'done', 'not_due', 'kept', 'not_yet'] as const
export type Group = (typeof GROUPS)[number]

export const groupsOf = (duties: readonly DutyToday[]): Record<Group, DutyToday[]> => ({
  overdue: standing(duties, 'overdue').toSorted((a, b) => overdueOf(b) - overdueOf(a)),
  due: standing(duties, 'due').toSorted((a, b) => nextOf(a).localeCompare(nextOf(b))),
  done: standing(duties, 'done'),
  not_due: standing(duties, 'not_due'),
  kept: standing(duties, 'kept'),
  not_yet: standing(duties, 'not_yet'),
})
const standing = (duties: readonly DutyToday[], group: Group) => duties.filter(({ state }) => state === group)

const overdueOf = ({ parts }: DutyToday) => parts.reduce((sum, { overdue }) => sum + overdue, 0)

const NEVER = '9999'
/** A spell runs until the end of its last day, so an instant of that day comes before it. */
function nextOf({ parts }: DutyToday): string {
  const ends = parts
    .filter(({ state }) => state === 'due')
    .map(({ nextDueAt, dueOn }) => nextDueAt ?? (dueOn ? `${dueOn}T99` : NEVER))
  return ends.toSorted()[0] ?? NEVER
}

/** What the month comes to for the person's own posts; what is done for others stands in their reports. */
export function monthOf(duties: readonly DutyToday[]) {
  const sums = duties.filter(({ forId }) => forId === null).flatMap(({ parts }) => parts.map(({ month }) => month))
  const due = sums.reduce((sum, one) => sum + one.due, 0)
  const met = sums.reduce((sum, one) => sum + one.met, 0)
  return { due, met, rate: due === 0 ? null : Math.round((met / due) * 1000) / 10 }
}

// What a duty comes to when its ways of being counted are put together.
import type { State } from '../contract/standings.ts'
import type { Sum } from './standing.ts'

const URGENCY: readonly State[] = ['overdue', 'due', 'not_due', 'done', 'kept', 'not_yet']

/** The most urgent of its parts: a duty is done only when every part that asks for something is. */
export function stateOf(parts: readonly State[], shown: boolean): State {
  if (parts.length === 0) return shown ? 'kept' : 'not_yet'
  return URGENCY.find((state) => state !== 'not_due' && parts.includes(state)) ?? 'not_due'
}

export type Verdict = 'met' | 'partly' | 'missed' | 'not_due' | 'kept' | 'not_yet'
export function verdictOf({ due, met }: Sum, counted: boolean, shown: boolean): Verdict {
  if (!counted) return shown ? 'kept' : 'not_yet'
  if (due === 0) return 'not_due'
  if (met === due) return 'met'
  return met === 0 ? 'missed' : 'partly'
}

/** In percent, to one decimal; late is not in time. Null when nothing was due. */
export const rateOf = ({ due, met }: Sum): number | null => (due === 0 ? null : Math.round((met / due) * 1000) / 10)

export const totalOf = (sums: readonly Sum[]): Sum =>
  sums.reduce(
    (total, { due, met, late, missed }) => ({
      due: total.due + due,
      met: total.met + met,
      late: total.late + late,
      missed: total.missed + missed,
    }),
    { due: 0, met: 0, late: 0, missed: 0 },
  )

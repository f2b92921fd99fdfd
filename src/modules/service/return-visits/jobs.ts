// What return visits hear of, and what comes due by the calendar.
import type { Hearer } from '../../../platform/hearers.ts'
import type { Schedule } from '../../../platform/jobs/schedules.ts'
import { afterCompletion, afterReopening, afterSheet, comeAgain } from './actions/coming-due.ts'

export const returnVisitHearers: readonly Hearer[] = [
  { name: 'return-visits.after-completion', events: ['request.completed', 'request.settled'], hear: afterCompletion },
  { name: 'return-visits.after-sheet', events: ['work_order.completed'], hear: afterSheet },
  { name: 'return-visits.after-reopening', events: ['request.reopened', 'request.reworked'], hear: afterReopening },
]

export const returnVisitSchedules: readonly Schedule[] = [
  { name: 'return-visits.come-again', everySeconds: 600, run: comeAgain },
]

// What return visits hear of.
import type { Hearer } from '../../../platform/hearers.ts'
import { afterCompletion, afterReopening, afterSheet } from './actions/coming-due.ts'

export const returnVisitHearers: readonly Hearer[] = [
  { name: 'return-visits.after-completion', events: ['request.completed', 'request.settled'], hear: afterCompletion },
  { name: 'return-visits.after-sheet', events: ['work_order.completed'], hear: afterSheet },
  { name: 'return-visits.after-reopening', events: ['request.reopened', 'request.reworked'], hear: afterReopening },
]

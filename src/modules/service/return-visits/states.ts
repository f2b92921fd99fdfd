// The life of a return visit (回访).
import { lifecycle } from '../../../platform/states.ts'

/**
 * due          somebody other than the handler must still ask the customer
 * made         the customer answered; the score is kept
 * unreachable  given up after the agreed number of tries at different hours
 * waived       not needed, by rule or by a superior with a reason
 * cancelled    the work was opened again before anybody asked
 */
export const STATES = ['due', 'made', 'unreachable', 'waived', 'cancelled'] as const
export type State = (typeof STATES)[number]

export const life = lifecycle<State>()('return_visit', {
  attempt: { from: ['due'], to: ['due', 'unreachable'] },
  make: { from: ['due', 'unreachable'], to: 'made' },
  waive: { from: ['due'], to: 'waived' },
  cancel: { from: ['due'], to: 'cancelled' },
})

// What requests do by themselves: climb ladders, remind, tell handlers, gather complaints of one matter.
import type { Hearer } from '../../../platform/hearers.ts'
import type { Schedule } from '../../../platform/jobs/schedules.ts'
import { escalate, gather, remind, settleWords, tellHandler } from './actions/escalation.ts'
import { afterBeginningAgain, afterLeaving } from './actions/leaving.ts'

export const requestHearers: readonly Hearer[] = [
  { name: 'requests.gather', events: ['request.accepted'], hear: gather },
  {
    name: 'requests.tell-handler',
    events: ['request.dispatched', 'request.handed_over', 'request.nudged', 'request.supervised', 'request.reopened'],
    hear: tellHandler,
  },
  { name: 'requests.after-leaving', events: ['staff.left'], hear: afterLeaving },
  {
    name: 'requests.after-beginning-again',
    events: ['request.reopened', 'request.reworked'],
    hear: afterBeginningAgain,
  },
]

export const requestSchedules: readonly Schedule[] = [
  { name: 'requests.escalate', everySeconds: 30, run: escalate },
  // Words found by nobody yet wait in a list that each search reads: it is kept short.
  { name: 'requests.settle-words', everySeconds: 10, run: settleWords },
  { name: 'requests.remind', everySeconds: 300, run: remind },
]

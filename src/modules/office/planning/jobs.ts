// What planning does by itself: remind of what is overdue, and hear what became of a plan.
import type { Hearer } from '../../../platform/hearers.ts'
import type { Schedule } from '../../../platform/jobs/schedules.ts'
import { remind } from './actions/reminding.ts'
import { afterApproval } from './actions/work-plans.ts'

export const planningHearers: readonly Hearer[] = [
  { name: 'planning.after-approval', events: ['approval.completed', 'approval.withdrawn'], hear: afterApproval },
]

export const planningSchedules: readonly Schedule[] = [{ name: 'planning.remind', everySeconds: 300, run: remind }]

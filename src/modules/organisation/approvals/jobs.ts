// What approvals do by themselves: an unanswered step moves up.
import type { Schedule } from '../../../platform/jobs/schedules.ts'
import { moveUp } from './actions/answering.ts'

export const approvalSchedules: readonly Schedule[] = [{ name: 'approvals.move-up', everySeconds: 60, run: moveUp }]

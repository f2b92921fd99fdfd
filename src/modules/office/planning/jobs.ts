// What planning does by itself: remind of what is overdue.
import type { Schedule } from '../../../platform/jobs/schedules.ts'
import { remind } from './actions/reminding.ts'

export const planningSchedules: readonly Schedule[] = [{ name: 'planning.remind', everySeconds: 300, run: remind }]

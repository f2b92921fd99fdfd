// What dispatch sheets hear of, and look at again and again.
import type { Hearer } from '../../../platform/hearers.ts'
import type { Schedule } from '../../../platform/jobs/schedules.ts'
import { afterReopening, remindUnanswered, tellPeople } from './actions/hearing.ts'
import { afterLeaving, afterRework } from './actions/leaving.ts'

export const workOrderHearers: readonly Hearer[] = [
  {
    name: 'work-orders.tell-people',
    events: [
      'work_order.assigned',
      'work_order.handed_over',
      'work_order.reworked',
      'work_order.agreed',
      'work_order.cancelled',
      'work_order.declined',
    ],
    hear: tellPeople,
  },
  // A return visit brings its sheets along itself; what is left here is the desk's own reopening.
  { name: 'work-orders.after-reopening', events: ['request.reopened', 'request.reworked'], hear: afterReopening },
  { name: 'work-orders.after-leaving', events: ['staff.left'], hear: afterLeaving },
  { name: 'work-orders.after-rework', events: ['work_order.reworked'], hear: afterRework },
]

export const workOrderSchedules: readonly Schedule[] = [
  { name: 'work-orders.remind-unanswered', everySeconds: 60, run: remindUnanswered },
]

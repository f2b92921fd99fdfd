// What duties hear: everything, for the evidence; and appointments, because a sheet binds whoever comes to hold its post.
import type { Hearer } from '../../../platform/hearers.ts'
import { afterAppointment, afterRelief } from './actions/acknowledging.ts'
import { catchUpProofs, countEvents } from './actions/counting.ts'

export const dutyHearers: readonly Hearer[] = [
  { name: 'duties.evidence', restMs: 1000, before: catchUpProofs, hearAll: countEvents },
  { name: 'duties.after-appointment', events: ['staff.appointed'], hear: afterAppointment },
  { name: 'duties.after-relief', events: ['staff.relieved', 'staff.left'], hear: afterRelief },
]

// Who may do what with people. Whoever lacks the whole company in reach touches only people in posts below the own one.
import { everybody, keepers } from './everybody.ts'

const leaders = { ...keepers, customerServiceManager: 'estate', projectSupervisor: 'estate' } as const
const shiftLeaders = { ...leaders, customerServiceSupervisor: 'estate', engineeringSupervisor: 'estate' } as const

export const staffGrants = {
  'staff.read': { ...everybody('estate'), ...keepers, repairWorker: 'own' },
  'staff.pick': { ...everybody('estate'), ...keepers },
  'staff.create': keepers,
  'staff.change': leaders,
  'staff.appoint': leaders,
  'staff.relieve': leaders,
  'staff.giveLogin': keepers,
  'staff.resetPassword': leaders,
  // Everyone signs himself on and off; whoever leads the shift does it for one who forgot.
  'staff.signOn': { ...everybody('own'), ...shiftLeaders },
  'staff.signOff': { ...everybody('own'), ...shiftLeaders },
  'staff.leave': keepers,
  'staff.rejoin': keepers,
} as const

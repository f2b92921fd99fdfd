// Who may do what with tasks and work logs. To whom tasks may be given, the reporting line says.
import { everybody } from './everybody.ts'

const superiors = {
  generalManager: 'company',
  customerServiceManager: 'estate',
  customerServiceSupervisor: 'estate',
  projectSupervisor: 'estate',
  engineeringSupervisor: 'estate',
} as const

export const planningGrants = {
  'tasks.read': { ...everybody('own'), ...superiors },
  'tasks.start': everybody('own'),
  'tasks.finish': everybody('own'),
  'tasks.assign': superiors,
  'tasks.change': superiors,
  'tasks.check': superiors,
  'tasks.return': superiors,
  'tasks.cancel': superiors,
  'work-logs.read': { ...everybody('own'), ...superiors },
  'work-logs.write': everybody('own'),
  'work-logs.sign': superiors,
} as const

// Who may do what with tasks, work logs and work plans. To whom tasks may be given, the reporting line says.
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
  'work-plans.read': { ...everybody('own'), ...superiors },
  'work-plans.create': everybody('own'),
  'work-plans.change': everybody('own'),
  'work-plans.submit': everybody('own'),
  'work-plans.markDone': everybody('own'),
  'work-plans.summarise': everybody('own'),
} as const

// Who may do what with areas of responsibility.
import { everybody, keepers } from './everybody.ts'

/** The manager divides the estate; supervisors say who walks which part. */
const dividers = { ...keepers, customerServiceManager: 'estate', projectSupervisor: 'estate' } as const
const assigners = { ...dividers, customerServiceSupervisor: 'estate' } as const

export const areasGrants = {
  'areas.read': { ...everybody('estate'), ...keepers },
  'areas.create': dividers,
  'areas.change': dividers,
  'areas.assign': assigners,
  'areas.release': assigners,
  'areas.archive': dividers,
  'areas.restore': dividers,
} as const

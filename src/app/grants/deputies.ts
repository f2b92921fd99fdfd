// Who may do what with deputies. Over whom, the reporting line says: oneself and whoever is below.
import { everybody, keepers } from './everybody.ts'

const superiors = {
  generalManager: 'company',
  customerServiceManager: 'company',
  customerServiceSupervisor: 'company',
  projectSupervisor: 'company',
  engineeringSupervisor: 'company',
} as const
const speakers = { ...everybody('own'), ...superiors } as const

export const deputiesGrants = {
  // Everybody must know who signs for whom.
  'deputies.read': { ...everybody('estate'), ...keepers },
  'deputies.name': speakers,
  'deputies.change': speakers,
  'deputies.end': speakers,
  'deputies.cancel': speakers,
} as const

// Which standard post may do what with duty sheets. Today, the team's page and reports need no grant: everybody has duties.
import { everybody } from './everybody.ts'

export const dutiesGrants = {
  'duty-sheets.read': everybody('company'),
  'duty-sheets.create': {
    generalManager: 'company',
    customerServiceManager: 'company',
    departmentSecretary: 'company',
    systemAdministrator: 'company',
  },
  'duty-sheets.publish': { generalManager: 'company', customerServiceManager: 'company' },
} as const

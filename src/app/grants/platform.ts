// Who may do what with the things that every room shares.
import { keepers } from './everybody.ts'

export const platformGrants = {
  // A shared view stands on everybody's page.
  'saved-views.share': {
    ...keepers,
    customerServiceManager: 'estate',
    customerServiceSupervisor: 'estate',
    projectSupervisor: 'estate',
    engineeringSupervisor: 'estate',
  },
  'work-runs.oversee': keepers,
  // The administrator brings in what the company had before; managers and the archivist what is theirs.
  'imports.read': { ...keepers, customerServiceManager: 'own', departmentSecretary: 'own', archivist: 'own' },
  'imports.create': { ...keepers, customerServiceManager: 'own', departmentSecretary: 'own', archivist: 'own' },
} as const

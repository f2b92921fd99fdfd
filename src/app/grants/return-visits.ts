// Which standard post may do what with return visits, and how far.

const callers = {
  steward: 'area',
  customerOfficer: 'area',
  customerServiceAssistant: 'estate',
  receptionist: 'estate',
  frontDesk: 'estate',
  departmentSecretary: 'estate',
  customerServiceSupervisor: 'estate',
  projectSupervisor: 'estate',
} as const
const superiors = {
  customerServiceSupervisor: 'estate',
  projectSupervisor: 'estate',
  customerServiceManager: 'estate',
  generalManager: 'estate',
} as const

export const returnVisitsGrants = {
  'return-visits.read': { ...callers, ...superiors, archivist: 'estate', engineeringSupervisor: 'estate' },
  'return-visits.attempt': callers,
  'return-visits.make': callers,
  'return-visits.waive': superiors,
  'return-visits.reveal': callers,
  'return-visit-rules.change': {
    customerServiceManager: 'estate',
    generalManager: 'company',
    systemAdministrator: 'company',
  },
} as const

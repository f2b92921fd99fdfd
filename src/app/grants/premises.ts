// Who may do what with places. Everybody who works in an estate must be able to find a place in it.

const READERS = {
  generalManager: 'company',
  customerServiceManager: 'estate',
  customerServiceSupervisor: 'estate',
  steward: 'estate',
  departmentSecretary: 'estate',
  frontDesk: 'estate',
  projectSupervisor: 'estate',
  customerServiceAssistant: 'estate',
  receptionist: 'estate',
  archivist: 'estate',
  customerOfficer: 'estate',
  engineeringSupervisor: 'estate',
  repairWorker: 'estate',
  systemAdministrator: 'company',
} as const

/** The tree of places is set up and kept right by few: it is what every other record hangs on. */
const BUILDERS = {
  generalManager: 'company',
  customerServiceManager: 'estate',
  projectSupervisor: 'estate',
  archivist: 'estate',
  systemAdministrator: 'company',
} as const

export const premisesGrants = {
  'places.read': READERS,
  'places.create': { ...BUILDERS, engineeringSupervisor: 'estate' },
  'places.generate': BUILDERS,
  'places.change': { ...BUILDERS, engineeringSupervisor: 'estate' },
  // Units move on at take-over, renovation and move-in, which these posts handle.
  'places.setStatus': {
    generalManager: 'company',
    customerServiceManager: 'estate',
    customerServiceSupervisor: 'area',
    projectSupervisor: 'estate',
    steward: 'area',
    customerOfficer: 'area',
    archivist: 'estate',
  },
  'places.correctStatus': {
    generalManager: 'company',
    customerServiceManager: 'estate',
    projectSupervisor: 'estate',
    archivist: 'estate',
  },
  // The manager divides the estate into areas.
  'places.setArea': {
    generalManager: 'company',
    customerServiceManager: 'estate',
    projectSupervisor: 'estate',
    systemAdministrator: 'company',
  },
  'places.archive': { ...BUILDERS, engineeringSupervisor: 'estate' },
  'places.restore': { ...BUILDERS, engineeringSupervisor: 'estate' },
} as const

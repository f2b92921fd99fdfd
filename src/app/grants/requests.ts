// Which standard post may do what with requests, and how far.

const desk = { frontDesk: 'estate', receptionist: 'estate', departmentSecretary: 'estate' } as const
const walkers = { steward: 'area', customerOfficer: 'area', customerServiceAssistant: 'estate' } as const
const superiors = {
  customerServiceSupervisor: 'estate',
  projectSupervisor: 'estate',
  customerServiceManager: 'estate',
  generalManager: 'estate',
} as const
const everybody = { ...desk, ...walkers, ...superiors } as const

export const requestsGrants = {
  'requests.read': {
    ...everybody,
    archivist: 'estate',
    engineeringSupervisor: 'estate',
    repairWorker: 'own',
    systemAdministrator: 'own',
  },
  // A steward takes calls wherever in the estate the caller lives; the work goes to the area that holds the place.
  'requests.create': { ...everybody, steward: 'estate', customerOfficer: 'estate', engineeringSupervisor: 'estate' },
  'requests.accept': everybody,
  'requests.change': everybody,
  'requests.dispatch': everybody,
  'requests.take': { ...everybody, engineeringSupervisor: 'own', repairWorker: 'own', archivist: 'own' },
  'requests.decline': { ...everybody, engineeringSupervisor: 'own', repairWorker: 'own', archivist: 'own' },
  'requests.handOver': { ...walkers, ...superiors, frontDesk: 'own', receptionist: 'own', departmentSecretary: 'own' },
  'requests.arrive': { ...everybody, engineeringSupervisor: 'own', repairWorker: 'own' },
  'requests.hold': { ...everybody, engineeringSupervisor: 'own' },
  'requests.resume': { ...everybody, engineeringSupervisor: 'own' },
  'requests.answer': { ...everybody, engineeringSupervisor: 'own' },
  'requests.complete': { ...everybody, engineeringSupervisor: 'own', repairWorker: 'own', archivist: 'own' },
  'requests.rework': { ...walkers, ...superiors },
  'requests.settle': { ...desk, ...walkers, ...superiors },
  'requests.waive': superiors,
  'requests.reopen': superiors,
  'requests.closeUndone': { ...walkers, ...superiors },
  'requests.cancel': everybody,
  'requests.settleAtDesk': everybody,
  'requests.nudge': everybody,
  'requests.supervise': superiors,
  'requests.judge': superiors,
  'requests.split': superiors,
  'requests.group': superiors,
  'requests.reveal': { ...everybody, engineeringSupervisor: 'own', repairWorker: 'own' },
  'request-settings.change': {
    customerServiceManager: 'estate',
    generalManager: 'company',
    systemAdministrator: 'company',
  },
} as const

// Which standard post may do what with dispatch sheets, and how far.

const office = {
  frontDesk: 'estate',
  receptionist: 'estate',
  departmentSecretary: 'estate',
  steward: 'area',
  customerOfficer: 'area',
  customerServiceAssistant: 'estate',
} as const
const superiors = {
  customerServiceSupervisor: 'estate',
  projectSupervisor: 'estate',
  customerServiceManager: 'estate',
  engineeringSupervisor: 'estate',
  generalManager: 'estate',
} as const
const dispatchers = { ...office, ...superiors } as const
const onTheJob = { repairWorker: 'own', engineeringSupervisor: 'estate' } as const

export const workOrdersGrants = {
  'work-orders.read': { ...dispatchers, archivist: 'estate', repairWorker: 'estate' },
  'work-orders.create': dispatchers,
  'work-orders.assign': dispatchers,
  'work-orders.assignByTurn': dispatchers,
  // Open sheets of the trade are for any worker of the estate; the rule looks at trade and duty.
  'work-orders.take': { repairWorker: 'estate', engineeringSupervisor: 'estate' },
  'work-orders.decline': onTheJob,
  'work-orders.handOver': { ...onTheJob, customerServiceSupervisor: 'estate', projectSupervisor: 'estate' },
  'work-orders.arrive': onTheJob,
  'work-orders.quote': onTheJob,
  'work-orders.agree': { ...dispatchers, ...onTheJob },
  'work-orders.refuse': { ...dispatchers, ...onTheJob },
  'work-orders.hold': onTheJob,
  'work-orders.resume': onTheJob,
  'work-orders.complete': onTheJob,
  'work-orders.rework': { ...superiors, steward: 'area', customerOfficer: 'area' },
  'work-orders.cancel': dispatchers,
  'work-orders.reveal': { ...dispatchers, repairWorker: 'own' },
  'price-items.create': {
    engineeringSupervisor: 'estate',
    customerServiceManager: 'estate',
    generalManager: 'company',
  },
  'price-items.change': {
    engineeringSupervisor: 'estate',
    customerServiceManager: 'estate',
    generalManager: 'company',
  },
  'price-items.archive': {
    engineeringSupervisor: 'estate',
    customerServiceManager: 'estate',
    generalManager: 'company',
  },
} as const

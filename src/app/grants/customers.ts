// Who may do what with customers. A repair worker gets name and number on the sheet, not the file.

/** Everybody who takes calls must recognise the caller. */
const DESK = {
  generalManager: 'company',
  customerServiceManager: 'estate',
  customerServiceSupervisor: 'estate',
  departmentSecretary: 'estate',
  frontDesk: 'estate',
  projectSupervisor: 'estate',
  customerServiceAssistant: 'estate',
  receptionist: 'estate',
} as const

/** Those who walk an area keep the records of its customers; a call reaches them from anywhere in the estate. */
const WALKERS = { steward: 'area', customerOfficer: 'area' } as const
const LISTENERS = { steward: 'estate', customerOfficer: 'estate' } as const

const KEEPERS = {
  customerServiceManager: 'estate',
  customerServiceSupervisor: 'estate',
  projectSupervisor: 'estate',
  archivist: 'estate',
} as const

export const customersGrants = {
  'customers.read': { ...DESK, ...LISTENERS, archivist: 'estate' },
  'customers.create': { ...DESK, ...LISTENERS, archivist: 'estate' },
  'customers.change': { ...DESK, ...WALKERS, archivist: 'estate' },
  'customers.addPhone': { ...DESK, ...LISTENERS, archivist: 'estate' },
  'customers.addPlate': { ...DESK, ...WALKERS, archivist: 'estate' },
  'customers.linkUnit': { ...KEEPERS, ...WALKERS, generalManager: 'company', departmentSecretary: 'estate' },
  'customers.merge': KEEPERS,
  // Seeing a whole number is for calling back; each time is recorded.
  'customers.reveal': { ...DESK, ...WALKERS },
  'customers.archive': KEEPERS,
  'customers.restore': KEEPERS,
} as const

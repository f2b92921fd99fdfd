// Who may do what with the company, its estates and its departments.
import { everybody, keepers } from './everybody.ts'

export const estatesGrants = {
  'companies.change': keepers,
  'estates.read': { ...everybody('estate'), ...keepers },
  'estates.create': keepers,
  // Address, telephone and service hours are known best by whoever serves there.
  'estates.change': { ...keepers, customerServiceManager: 'estate' },
  'estates.archive': keepers,
  'estates.restore': keepers,
  'departments.read': { ...everybody('estate'), ...keepers },
  'departments.create': { ...keepers, customerServiceManager: 'estate' },
  'departments.change': { ...keepers, customerServiceManager: 'estate' },
  'departments.archive': { ...keepers, customerServiceManager: 'estate' },
  'departments.restore': { ...keepers, customerServiceManager: 'estate' },
} as const

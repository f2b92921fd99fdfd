// Who may do what with approvals. Whose turn it is, the rules say; everybody may be asked.
import { everybody, keepers } from './everybody.ts'

export const approvalsGrants = {
  'approvals.read': { ...everybody('own'), generalManager: 'company', customerServiceManager: 'estate' },
  'approvals.agree': everybody('own'),
  'approvals.return': everybody('own'),
  'approvals.refuse': everybody('own'),
  'approvals.withdraw': everybody('own'),
  'approval-rules.change': keepers,
} as const

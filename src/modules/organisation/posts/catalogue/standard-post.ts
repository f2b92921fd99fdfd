// What a post that comes with the program consists of.
import type { Reach } from '../../../../platform/access.ts'
import type { Cadence, Capability, DEPARTMENT_KINDS, PostKind } from '../contract.ts'

export const STANDARD_POSTS = [
  'generalManager',
  'customerServiceManager',
  'customerServiceSupervisor',
  'steward',
  'departmentSecretary',
  'frontDesk',
  'projectSupervisor',
  'customerServiceAssistant',
  'receptionist',
  'archivist',
  'customerOfficer',
  'engineeringSupervisor',
  'repairWorker',
  'systemAdministrator',
  'keyAccountManager',
  'keyAccountSupervisor',
  'channelAccountManager',
  'channelAccountSales',
  'liquorMarketRep',
  'liquorChannelRep',
  'barAttendant',
  'keyAccountFamily',
] as const
export type StandardPostKey = (typeof STANDARD_POSTS)[number]

export type StandardDuty = {
  code: string
  cadence: Cadence
  /** Areas of the program that serve the duty, the leading one first. */
  by: readonly [Capability, ...Capability[]]
  zh: string
  en: string
  measure: string
  measureEn: string
}
export type StandardPost = {
  key: StandardPostKey
  kind: PostKind
  title: string
  titleEn: string
  departmentKind: (typeof DEPARTMENT_KINDS)[number]
  reportsTo: StandardPostKey | null
  duties: readonly StandardDuty[]
}
/** Which standard post may do what, and how far: by permission. */
export type GrantTable = Readonly<Record<string, Partial<Record<StandardPostKey, Reach>>>>

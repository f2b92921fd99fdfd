// The posts that a new company starts with, superiors before those who report to them.
import { archivist } from './archivist.ts'
import { barAttendant } from './bar-attendant.ts'
import { channelAccountManager } from './channel-account-manager.ts'
import { channelAccountSales } from './channel-account-sales.ts'
import { customerOfficer } from './customer-officer.ts'
import { customerServiceAssistant } from './customer-service-assistant.ts'
import { customerServiceManager } from './customer-service-manager.ts'
import { customerServiceSupervisor } from './customer-service-supervisor.ts'
import { departmentSecretary } from './department-secretary.ts'
import { engineeringSupervisor } from './engineering-supervisor.ts'
import { frontDesk } from './front-desk.ts'
import { generalManager } from './general-manager.ts'
import { keyAccountFamily } from './key-account-family.ts'
import { keyAccountManager } from './key-account-manager.ts'
import { keyAccountSupervisor } from './key-account-supervisor.ts'
import { liquorChannelRep } from './liquor-channel-rep.ts'
import { liquorMarketRep } from './liquor-market-rep.ts'
import { projectSupervisor } from './project-supervisor.ts'
import { receptionist } from './receptionist.ts'
import { repairWorker } from './repair-worker.ts'
import type { StandardPost, StandardPostKey } from './standard-post.ts'
import { steward } from './steward.ts'
import { systemAdministrator } from './system-administrator.ts'

export const standardPosts = {
  generalManager,
  customerServiceManager,
  customerServiceSupervisor,
  steward,
  departmentSecretary,
  frontDesk,
  projectSupervisor,
  customerServiceAssistant,
  receptionist,
  archivist,
  customerOfficer,
  engineeringSupervisor,
  repairWorker,
  systemAdministrator,
  keyAccountManager,
  keyAccountSupervisor,
  channelAccountManager,
  channelAccountSales,
  liquorMarketRep,
  liquorChannelRep,
  barAttendant,
  keyAccountFamily,
} as const satisfies Record<StandardPostKey, StandardPost>

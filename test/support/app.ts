// Typed clients of everybody in the cast: `await as('fang').requests.create({ … })` calls the whole server as the receptionist.
import { customers } from '../../src/modules/estate/customers/contract.ts'
import { places } from '../../src/modules/estate/premises/contract/places.ts'
import { board } from '../../src/modules/office/board/contract.ts'
import { tasks } from '../../src/modules/office/planning/contract/tasks.ts'
import { workLogs } from '../../src/modules/office/planning/contract/work-logs.ts'
import { workPlans } from '../../src/modules/office/planning/contract/work-plans.ts'
import { approvals } from '../../src/modules/organisation/approvals/contract/approvals.ts'
import { approvalRules } from '../../src/modules/organisation/approvals/contract/rules.ts'
import { areas } from '../../src/modules/organisation/areas/contract.ts'
import { deputies } from '../../src/modules/organisation/deputies/contract.ts'
import { duties } from '../../src/modules/organisation/duties/contract/duties.ts'
import { dutySheets } from '../../src/modules/organisation/duties/contract/sheets.ts'
import { companies, departments, estates } from '../../src/modules/organisation/estates/contract.ts'
import { jobDocuments } from '../../src/modules/organisation/job-documents/contract.ts'
import { posts } from '../../src/modules/organisation/posts/contract.ts'
import { staff } from '../../src/modules/organisation/staff/contract.ts'
import { requests } from '../../src/modules/service/requests/contract/requests.ts'
import { requestSettings } from '../../src/modules/service/requests/contract/settings.ts'
import { returnVisitRules, returnVisits } from '../../src/modules/service/return-visits/contract.ts'
import { priceItems } from '../../src/modules/service/work-orders/contract/prices.ts'
import { workOrders } from '../../src/modules/service/work-orders/contract/work-orders.ts'
import { type Client, clientOf, type Send } from '../../src/platform/client.ts'
import type { Resource, Verbs } from '../../src/platform/contract.ts'
import { exports } from '../../src/platform/exports/contract.ts'
import { imports } from '../../src/platform/imports/contract.ts'
import { notifications } from '../../src/platform/notifications/contract.ts'
import { savedViews } from '../../src/platform/saved-views/contract.ts'
import { apiTokens, session, sessions } from '../../src/platform/session/contract.ts'
import { workRuns } from '../../src/platform/work-runs/contract.ts'
import type { Login } from './cast.ts'
import { openStage, type Stage } from './stage.ts'

export const contracts = {
  session,
  sessions,
  apiTokens,
  companies,
  estates,
  departments,
  areas,
  posts,
  staff,
  deputies,
  approvals,
  approvalRules,
  duties,
  dutySheets,
  jobDocuments,
  places,
  customers,
  requests,
  requestSettings,
  workOrders,
  priceItems,
  returnVisits,
  returnVisitRules,
  tasks,
  workLogs,
  workPlans,
  board,
  workRuns,
  notifications,
  savedViews,
  imports,
  exports,
}
type Contracts = typeof contracts
export type Clients = { [K in keyof Contracts]: Client<Contracts[K]> }

export type TestApp = Omit<Stage, 'as'> & {
  /** Signed in at the first call. */
  as(login: Login): Clients
  /** The same person as a browser, for what no typed call says: headers, cookies, files. */
  browserOf: Stage['as']
}

export async function startTestApp(startsAt?: string): Promise<TestApp> {
  const { as: browserOf, ...stage } = await openStage(startsAt)
  const clients = new Map<Login, Clients>()
  return {
    ...stage,
    browserOf,
    as(login) {
      const known = clients.get(login) ?? clientsOf(async (call) => (await browserOf(login)).send(call))
      clients.set(login, known)
      return known
    },
  }
}

function clientsOf(send: Send): Clients {
  const pairs = Object.entries<Resource<Verbs>>(contracts).map(([name, contract]) => [name, clientOf(contract, send)])
  return Object.fromEntries(pairs) as Clients // reason: made from the contracts, key by key
}

// The rooms' verbs, called in this process: parsed and decided as over HTTP, without a socket.
import { tasks } from '../../modules/office/planning/contract/tasks.ts'
import { workLogs } from '../../modules/office/planning/contract/work-logs.ts'
import { workPlans } from '../../modules/office/planning/contract/work-plans.ts'
import { tasksServed, workLogsServed, workPlansServed } from '../../modules/office/planning/routes.ts'
import { approvals } from '../../modules/organisation/approvals/contract/approvals.ts'
import { approvalsServed } from '../../modules/organisation/approvals/routes.ts'
import { deputies } from '../../modules/organisation/deputies/contract.ts'
import { deputiesServed } from '../../modules/organisation/deputies/routes.ts'
import { duties } from '../../modules/organisation/duties/contract/duties.ts'
import { dutySheets } from '../../modules/organisation/duties/contract/sheets.ts'
import { dutiesServed, dutySheetsServed } from '../../modules/organisation/duties/routes.ts'
import { requests } from '../../modules/service/requests/contract/requests.ts'
import { requestSettings } from '../../modules/service/requests/contract/settings.ts'
import { requestSettingsServed, requestsServed } from '../../modules/service/requests/routes.ts'
import { returnVisits } from '../../modules/service/return-visits/contract.ts'
import { returnVisitsServed } from '../../modules/service/return-visits/routes.ts'
import { workOrders } from '../../modules/service/work-orders/contract/work-orders.ts'
import { workOrdersServed } from '../../modules/service/work-orders/routes.ts'
import type { Client } from '../../platform/client.ts'
import type { Ctx } from '../../platform/context.ts'
import { type Resource, type Verbs, zodOf } from '../../platform/contract.ts'
import type { Served } from '../../platform/http/serve.ts'
import { measures } from '../measures.ts'

export const callsIn = (ctx: Ctx) => ({
  deputies: bound(deputies, deputiesServed, ctx),
  approvals: bound(approvals, approvalsServed, ctx),
  tasks: bound(tasks, tasksServed, ctx),
  workLogs: bound(workLogs, workLogsServed, ctx),
  workPlans: bound(workPlans, workPlansServed, ctx),
  duties: bound(duties, dutiesServed(measures), ctx),
  dutySheets: bound(dutySheets, dutySheetsServed(measures), ctx),
  requests: bound(requests, requestsServed, ctx),
  requestSettings: bound(requestSettings, requestSettingsServed, ctx),
  workOrders: bound(workOrders, workOrdersServed, ctx),
  returnVisits: bound(returnVisits, returnVisitsServed, ctx),
})

function bound<V extends Verbs>(resource: Resource<V>, served: Served, ctx: Ctx): Client<Resource<V>> {
  const calls = Object.entries(resource.verbs).map(([verb, endpoint]) => [
    verb,
    // Parsed by the schema that the handler's input comes from.
    (input: unknown) => served.handlers[verb]?.(ctx, zodOf(endpoint.input).parse(input) as never), // reason: see above
  ])
  return Object.fromEntries(calls) as Client<Resource<V>> // reason: one call for each verb of the contract
}

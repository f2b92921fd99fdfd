// Every room of the house with its verbs, as the server serves them.
import { customersServed } from '../modules/estate/customers/routes.ts'
import { placesServed } from '../modules/estate/premises/routes.ts'
import { boardServed } from '../modules/office/board/routes.ts'
import { mayReadTask } from '../modules/office/planning/module.ts'
import { tasksServed, workLogsServed, workPlansServed } from '../modules/office/planning/routes.ts'
import { approvalRulesServed, approvalsServed } from '../modules/organisation/approvals/routes.ts'
import { areasServed } from '../modules/organisation/areas/routes.ts'
import { loadUser } from '../modules/organisation/deputies/module.ts'
import { deputiesServed } from '../modules/organisation/deputies/routes.ts'
import { dutiesServed, dutySheetsServed } from '../modules/organisation/duties/routes.ts'
import { listEstatesOf } from '../modules/organisation/estates/module.ts'
import { companiesServed, departmentsServed, estatesServed } from '../modules/organisation/estates/routes.ts'
import { jobDocuments } from '../modules/organisation/job-documents/contract.ts'
import { mayReadJobDocument } from '../modules/organisation/job-documents/module.ts'
import { jobDocumentsServed } from '../modules/organisation/job-documents/routes.ts'
import { postsServed } from '../modules/organisation/posts/routes.ts'
import { staffServed } from '../modules/organisation/staff/routes.ts'
import { mayReadRequest } from '../modules/service/requests/module.ts'
import { requestSettingsServed, requestsServed } from '../modules/service/requests/routes.ts'
import { returnVisitRulesServed, returnVisitsServed } from '../modules/service/return-visits/routes.ts'
import { mayReadWorkOrder } from '../modules/service/work-orders/module.ts'
import { priceItemsServed, workOrdersServed } from '../modules/service/work-orders/routes.ts'
import { permissionsOf } from '../platform/access.ts'
import { attachments } from '../platform/attachments/contract.ts'
import type { AttachmentReaders } from '../platform/attachments/linking.ts'
import { attachmentsServed, takeUploads } from '../platform/attachments/routes.ts'
import { exportsServed } from '../platform/exports/routes.ts'
import type { Store } from '../platform/files/store.ts'
import type { Rooms } from '../platform/http/open-server.ts'
import type { Served } from '../platform/http/serve.ts'
import { imports } from '../platform/imports/contract.ts'
import { importsServed } from '../platform/imports/routes.ts'
import { maySeeImport } from '../platform/imports/views.ts'
import { notificationsServed } from '../platform/notifications/routes.ts'
import { savedViewsServed } from '../platform/saved-views/routes.ts'
import { apiTokens } from '../platform/session/contract.ts'
import { maySeeRun } from '../platform/work-runs/actions.ts'
import { workRunsServed } from '../platform/work-runs/routes.ts'
import { exporters, importers } from './jobs.ts'
import { measures } from './measures.ts'

const served: readonly Served[] = [
  companiesServed,
  estatesServed,
  departmentsServed,
  areasServed,
  postsServed(() => permissions),
  staffServed,
  deputiesServed,
  approvalsServed,
  approvalRulesServed,
  dutiesServed(measures),
  dutySheetsServed(measures),
  placesServed,
  customersServed,
  requestsServed,
  requestSettingsServed,
  workOrdersServed,
  priceItemsServed,
  returnVisitsServed,
  returnVisitRulesServed,
  tasksServed,
  workLogsServed,
  workPlansServed,
  boardServed,
  workRunsServed,
  notificationsServed,
  savedViewsServed,
  exportsServed(exporters),
]

/** Whether a person may see a file, asked of the room whose record it was put to. */
const readers: AttachmentReaders = {
  import: maySeeImport,
  work_run: maySeeRun,
  request: mayReadRequest,
  work_order: mayReadWorkOrder,
  job_document: mayReadJobDocument,
  task: mayReadTask,
}

/** Every permission that any contract asks for. */
export const permissions: readonly string[] = [
  ...new Set(
    [apiTokens, attachments, imports, jobDocuments, ...served.map(({ resource }) => resource)].flatMap(
      ({ noun, verbs }) => permissionsOf(noun, verbs),
    ),
  ),
].sort()

export const roomsWith = (store: Store): Rooms => ({
  served: [
    ...served,
    jobDocumentsServed(measures, store),
    attachmentsServed(store, readers),
    importsServed(importers, store),
  ],
  extensions: [takeUploads(store)],
  loadUser,
  listEstates: listEstatesOf,
  permissions,
})

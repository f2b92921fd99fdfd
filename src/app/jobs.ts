// What is done without anybody waiting for it, gathered from the rooms: what hears the ledger, what comes due, what tables go in and out.
import { customerExporter } from '../modules/estate/customers/exports.ts'
import { customerImporter } from '../modules/estate/customers/imports.ts'
import { placeExporter } from '../modules/estate/premises/exports.ts'
import { unitImporter } from '../modules/estate/premises/imports.ts'
import { hearers as premisesHearers } from '../modules/estate/premises/jobs.ts'
import { boardExporter } from '../modules/office/board/exports.ts'
import { planningHearers, planningSchedules } from '../modules/office/planning/jobs.ts'
import { approvalSchedules } from '../modules/organisation/approvals/jobs.ts'
import { deputySchedules } from '../modules/organisation/deputies/jobs.ts'
import { dutyHearers } from '../modules/organisation/duties/jobs.ts'
import { requestExporter } from '../modules/service/requests/exports.ts'
import { requestImporter } from '../modules/service/requests/imports.ts'
import { requestHearers, requestSchedules } from '../modules/service/requests/jobs.ts'
import { returnVisitHearers, returnVisitSchedules } from '../modules/service/return-visits/jobs.ts'
import { workOrderHearers, workOrderSchedules } from '../modules/service/work-orders/jobs.ts'
import { forgetUnlinked, sweepBytes } from '../platform/attachments/forgetting.ts'
import type { Exporters } from '../platform/exports/exporter.ts'
import { exportRun } from '../platform/exports/run-kind.ts'
import type { Store } from '../platform/files/store.ts'
import type { Hearer } from '../platform/hearers.ts'
import type { Importers } from '../platform/imports/importer.ts'
import { importRuns } from '../platform/imports/running.ts'
import { forgetAnswers } from '../platform/jobs/forgetting.ts'
import type { Schedule } from '../platform/jobs/schedules.ts'
import type { Duties } from '../platform/jobs/working.ts'

export const hearers: readonly Hearer[] = [
  ...dutyHearers,
  ...premisesHearers,
  ...requestHearers,
  ...workOrderHearers,
  ...returnVisitHearers,
  ...planningHearers,
]

/** Tables that may be brought in. */
export const importers: Importers = [requestImporter, unitImporter, customerImporter]

/** Lists that are given out as workbooks. */
export const exporters: Exporters = [requestExporter, placeExporter, customerExporter, boardExporter]

const schedules: readonly Schedule[] = [
  ...deputySchedules,
  ...approvalSchedules,
  ...requestSchedules,
  ...workOrderSchedules,
  ...returnVisitSchedules,
  ...planningSchedules,
  forgetUnlinked,
  forgetAnswers,
]

export const dutiesWith = (store: Store): Duties => ({
  jobs: [],
  runs: [...importRuns({ importers, store }), exportRun(exporters, store)],
  schedules,
  upkeeps: [sweepBytes(store)],
})

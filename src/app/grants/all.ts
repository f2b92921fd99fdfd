// What the standard posts may do in a new company, all rooms together.
import type { GrantTable } from '../../modules/organisation/posts/module.ts'
import { approvalsGrants } from './approvals.ts'
import { areasGrants } from './areas.ts'
import { boardGrants } from './board.ts'
import { customersGrants } from './customers.ts'
import { deputiesGrants } from './deputies.ts'
import { dutiesGrants } from './duties.ts'
import { estatesGrants } from './estates.ts'
import { jobDocumentsGrants } from './job-documents.ts'
import { planningGrants } from './planning.ts'
import { platformGrants } from './platform.ts'
import { postsGrants } from './posts.ts'
import { premisesGrants } from './premises.ts'
import { requestsGrants } from './requests.ts'
import { returnVisitsGrants } from './return-visits.ts'
import { signInGrants } from './sign-in.ts'
import { staffGrants } from './staff.ts'
import { workOrdersGrants } from './work-orders.ts'

export const grants = {
  ...signInGrants,
  ...platformGrants,
  ...estatesGrants,
  ...postsGrants,
  ...areasGrants,
  ...staffGrants,
  ...deputiesGrants,
  ...approvalsGrants,
  ...dutiesGrants,
  ...jobDocumentsGrants,
  ...premisesGrants,
  ...customersGrants,
  ...requestsGrants,
  ...workOrdersGrants,
  ...returnVisitsGrants,
  ...planningGrants,
  ...boardGrants,
} as const satisfies GrantTable

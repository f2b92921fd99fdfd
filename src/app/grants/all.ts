// What the standard posts may do in a new company, all rooms together.
import type { GrantTable } from '../../modules/organisation/posts/catalogue/standard-post.ts'
import { customersGrants } from './customers.ts'
import { premisesGrants } from './premises.ts'
import { requestsGrants } from './requests.ts'
import { returnVisitsGrants } from './return-visits.ts'
import { signInGrants } from './sign-in.ts'
import { workOrdersGrants } from './work-orders.ts'

export const grants = {
  ...signInGrants,
  ...premisesGrants,
  ...customersGrants,
  ...requestsGrants,
  ...workOrdersGrants,
  ...returnVisitsGrants,
} as const satisfies GrantTable

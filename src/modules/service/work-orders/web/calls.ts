// The ways to the server that the pages of this room share.
import { apiOf, callOf } from '../../../../ui/api.ts'
import type { TimelineEvent } from '../../../../ui/Timeline.tsx'
import { staff } from '../../../organisation/staff/contract.ts'
import { requestSettings } from '../../requests/contract/settings.ts'
import { priceItems } from '../contract/prices.ts'
import { type WorkOrder, workOrders } from '../contract/work-orders.ts'

export const api = apiOf(workOrders)
export const priceApi = apiOf(priceItems)
export const settingsApi = apiOf(requestSettings)
export const staffApi = apiOf(staff)

export const revealOf = (id: string) => async () => (await callOf(api.reveal, { id })).phone ?? ''

export const storyOf = (events: WorkOrder['events']): TimelineEvent[] =>
  events.map((event) => ({ ...event, recordKind: 'work_order', byId: null }))

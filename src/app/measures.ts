// By what duties are proven, gathered from the rooms.
import { customerMeasures } from '../modules/estate/customers/duties.ts'
import { premisesMeasures } from '../modules/estate/premises/duties.ts'
import { planningMeasures } from '../modules/office/planning/duties.ts'
import { dutyMeasures } from '../modules/organisation/duties/duties.ts'
import { measuresOf } from '../modules/organisation/duties/module.ts'
import { requestMeasures } from '../modules/service/requests/duties.ts'
import { returnVisitMeasures } from '../modules/service/return-visits/duties.ts'
import { workOrderMeasures } from '../modules/service/work-orders/duties.ts'

export const measures = measuresOf({
  duties: dutyMeasures,
  planning: planningMeasures,
  premises: premisesMeasures,
  customers: customerMeasures,
  requests: requestMeasures,
  'work-orders': workOrderMeasures,
  'return-visits': returnVisitMeasures,
})

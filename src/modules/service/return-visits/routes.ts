// Binds the contracts to the actions.
import { served } from '../../../platform/http/serve.ts'
import * as rules from './actions/rules.ts'
import * as visits from './actions/visits.ts'
import { returnVisitRules, returnVisits } from './contract.ts'

export const returnVisitsServed = served(returnVisits, {
  list: visits.list,
  counts: visits.counts,
  get: visits.get,
  attempt: visits.attempt,
  make: visits.make,
  waive: visits.waive,
  reveal: visits.reveal,
})

export const returnVisitRulesServed = served(returnVisitRules, {
  list: rules.list,
  save: rules.save,
  remove: rules.remove,
})

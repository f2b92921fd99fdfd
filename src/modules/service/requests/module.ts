// The door of requests: what the rooms above may call, in their own transaction.
export { charge, close, type Followed, follow, lockForSheets, reopenAfterVisit, visit } from './actions/following.ts'
export { mayRead as mayReadRequest } from './actions/reads.ts'
export { loadRequestDefaults } from './defaults/load.ts'
export {
  closedByDay,
  countOpen,
  finishedFigures,
  middleHours,
  passedByDay,
  receivedByBuilding,
  receivedByDay,
} from './queries/figures.ts'
export { termsOfCompany } from './queries/terms.ts'
export { listClocks } from './queries/write.ts'
export { numberOf } from './rules.ts'

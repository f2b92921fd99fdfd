// The door of dispatch sheets.
export { reworkSheets } from './actions/hearing.ts'
export { create as issueWorkOrder } from './actions/issuing.ts'
export { mayRead as mayReadWorkOrder } from './actions/reads.ts'
export { loadWorkOrderDefaults } from './defaults/load.ts'

// The door of return visits.
export { make as makeReturnVisit } from './actions/visits.ts'
export { loadReturnVisitDefaults } from './defaults/load.ts'
export { cameDueByStatus, madeByScore } from './queries/figures.ts'

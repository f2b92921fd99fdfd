// The door of duties: what other rooms and the composition may ask of them.
export { startOver as countAnew } from './actions/counting.ts'
export { loadStandardDuties } from './actions/standard.ts'
export { type Known as KnownMeasures, measuresOf } from './rules/proofs.ts'

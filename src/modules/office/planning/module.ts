// The door of planning: what other rooms may ask of tasks.
export { assign as assignTasks } from './actions/giving.ts'
export { mayRead as mayReadTask } from './actions/reads.ts'

// The door of job-responsibility documents: who may see the file that was brought.
export { mayRead as mayReadJobDocument } from './actions/shown.ts'

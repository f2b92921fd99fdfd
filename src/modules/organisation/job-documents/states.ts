// The life of a job-responsibility document (岗位职责书) that was brought.
import { lifecycle } from '../../../platform/states.ts'

/**
 * read       posts and duties were recognised; a person looks through them
 * taken      duty sheets were drafted from it
 * discarded  not wanted after all
 */
export const STATES = ['read', 'taken', 'discarded'] as const
export type State = (typeof STATES)[number]

export const life = lifecycle<State>()('job_document', {
  take: { from: ['read'], to: 'taken' },
  discard: { from: ['read'], to: 'discarded' },
})

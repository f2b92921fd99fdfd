// The life of a long work: asked for, taken up, and ended in one of three ways.
import { lifecycle } from '../states.ts'

export const RUN_STATES = [
  /** Asked for; no worker has taken it up. */
  'waiting',
  /** A worker is at it, or was until it died; the next one goes on where it stopped. */
  'running',
  /** Everything is done. */
  'done',
  /** Ended by a fault; what its finished steps wrote stays. */
  'failed',
  /** Ended by a person; what its finished steps wrote stays. */
  'cancelled',
] as const
export type RunState = (typeof RUN_STATES)[number]

export const life = lifecycle<RunState>()('work_run', {
  // One that waits ends at once, one that runs when its worker comes to the next step.
  cancel: { from: ['waiting', 'running'], to: ['cancelled', 'running'] },
  retry: { from: ['failed', 'cancelled'], to: 'waiting' },
})

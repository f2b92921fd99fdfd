// The life of a deputyship (职务代理): somebody holds a post of somebody else for a time.
import { lifecycle } from '../../../platform/states.ts'

/**
 * planned    agreed, and begins later
 * active     the deputy stands in: what the post brings, the deputy may do
 * ended      the time is over, or the principal is back before it
 * cancelled  called off before it began
 */
export const STATES = ['planned', 'active', 'ended', 'cancelled'] as const
export type State = (typeof STATES)[number]

export const life = lifecycle<State>()('deputy', {
  change: { from: ['planned', 'active'], to: ['planned', 'active'] },
  start: { from: ['planned'], to: 'active' },
  end: { from: ['active'], to: 'ended' },
  cancel: { from: ['planned'], to: 'cancelled' },
})

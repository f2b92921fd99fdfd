// A member of staff works here until the last day, and may come back.
import { lifecycle } from '../../../platform/states.ts'

/**
 * working  holds posts, is given work
 * left     no longer here: cannot sign in, holds nothing; what was done stays readable
 */
export const STATES = ['working', 'left'] as const
export type State = (typeof STATES)[number]

const stays = { from: ['working'], to: 'working' } as const
export const life = lifecycle<State>()('staff', {
  change: stays,
  appoint: stays,
  relieve: stays,
  giveLogin: stays,
  resetPassword: stays,
  signOn: stays,
  signOff: stays,
  leave: { from: ['working'], to: 'left' },
  rejoin: { from: ['left'], to: 'working' },
})

export const stateOf = ({ leftOn }: { leftOn: string | null }): State => (leftOn === null ? 'working' : 'left')

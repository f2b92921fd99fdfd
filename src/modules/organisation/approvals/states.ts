// The life of an approval: asked for, answered step by step, and perhaps void again.
import { lifecycle } from '../../../platform/states.ts'

/**
 * open       waits for whoever's turn it is
 * agreed     everybody who had to agree has agreed
 * returned   to be changed and asked for again
 * refused    a no
 * withdrawn  taken back by whoever asked
 * voided     what was asked for was changed since
 */
export const STATES = ['open', 'agreed', 'returned', 'refused', 'withdrawn', 'voided'] as const
export type State = (typeof STATES)[number]

export const life = lifecycle<State>()('approval', {
  agree: { from: ['open'], to: ['open', 'agreed'] },
  return: { from: ['open'], to: 'returned' },
  refuse: { from: ['open'], to: 'refused' },
  withdraw: { from: ['open'], to: 'withdrawn' },
  void: { from: ['open', 'agreed'], to: 'voided' },
})

// The lanes of the dispatch board: which sheets stand in each.
import type { State } from '../../states.ts'
import { HOLDABLE } from '../../states.ts'

export const LANES = ['give', 'working', 'hold', 'today', 'all'] as const
export type Lane = (typeof LANES)[number]
export const isLane = (name: string | undefined): name is Lane => LANES.some((lane) => lane === name)

type Input = { status?: State[]; endedFrom?: string; sort: 'due' | 'newest' }
export function inputOfLane(lane: Lane, startOfToday: string): Input {
  switch (lane) {
    case 'give':
      return { status: ['open', 'assigned'], sort: 'due' }
    case 'working':
      return { status: HOLDABLE.filter((state) => state !== 'open' && state !== 'assigned'), sort: 'due' }
    case 'hold':
      return { status: ['on_hold'], sort: 'due' }
    case 'today':
      return { status: ['completed', 'refused'], endedFrom: startOfToday, sort: 'newest' }
    case 'all':
      return { sort: 'newest' }
  }
}

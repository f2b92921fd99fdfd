// The life of a unit, from the developer's stock to a lived-in home; and of a place, in use or put away.
import { archivable } from '../../../platform/archiving.ts'
import { lifecycle } from '../../../platform/states.ts'

/**
 * unsold      still the developer's
 * sold        has a buyer, who has not taken it over
 * delivered   taken over, nobody lives in it yet
 * renovating  works are going on
 * occupied    somebody lives or works in it
 * vacant      stood in use before, now empty for long
 */
export const STATUSES = ['unsold', 'sold', 'delivered', 'renovating', 'occupied', 'vacant'] as const
export type Status = (typeof STATUSES)[number]

export const life = lifecycle<Status>()('unit', {
  cancelSale: { from: ['sold'], to: 'unsold' },
  sell: { from: ['unsold'], to: 'sold' },
  deliver: { from: ['sold'], to: 'delivered' },
  renovate: { from: ['delivered', 'occupied', 'vacant'], to: 'renovating' },
  moveIn: { from: ['delivered', 'renovating', 'vacant'], to: 'occupied' },
  vacate: { from: ['renovating', 'occupied'], to: 'vacant' },
})

const MOVE_TO = {
  unsold: 'cancelSale',
  sold: 'sell',
  delivered: 'deliver',
  renovating: 'renovate',
  occupied: 'moveIn',
  vacant: 'vacate',
} as const satisfies Record<Status, keyof typeof life.moves>

export const moveTo = (status: Status) => MOVE_TO[status]
/** Where a unit may go from here. */
export const nextStatuses = (status: Status): Status[] => STATUSES.filter((next) => life.can(status, MOVE_TO[next]))

export const keeping = archivable('place')

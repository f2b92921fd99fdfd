// The life of a customer's record: in use, put away, or merged into the record that goes on.
import { lifecycle } from '../../../platform/states.ts'

/**
 * in_use    what the desk finds and works with
 * archived  has nothing to do with the estate any more
 * merged    a duplicate; the record it points at goes on
 */
export const STATES = ['in_use', 'archived', 'merged'] as const
export type State = (typeof STATES)[number]

export const life = lifecycle<State>()('customer', {
  change: { from: ['in_use'], to: 'in_use' },
  addPhone: { from: ['in_use'], to: 'in_use' },
  setMainPhone: { from: ['in_use'], to: 'in_use' },
  endPhone: { from: ['in_use'], to: 'in_use' },
  addPlate: { from: ['in_use'], to: 'in_use' },
  endPlate: { from: ['in_use'], to: 'in_use' },
  linkUnit: { from: ['in_use'], to: 'in_use' },
  endLink: { from: ['in_use'], to: 'in_use' },
  reveal: { from: ['in_use', 'archived', 'merged'], to: ['in_use', 'archived', 'merged'] },
  merge: { from: ['in_use'], to: 'merged' },
  archive: { from: ['in_use'], to: 'archived' },
  restore: { from: ['archived'], to: 'in_use' },
})
export type Verb = keyof typeof life.moves

export const stateOf = (record: { archivedAt: string | null; mergedIntoId: string | null }): State => {
  if (record.mergedIntoId) return 'merged'
  return record.archivedAt ? 'archived' : 'in_use'
}

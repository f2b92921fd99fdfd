// Records that are put away rather than ended: in use, or archived until somebody brings them back.
import { lifecycle } from './states.ts'

export const ARCHIVING = ['in_use', 'archived'] as const
export type Archiving = (typeof ARCHIVING)[number]

export const archivable = (noun: string) =>
  lifecycle<Archiving>()(noun, {
    change: { from: ['in_use'], to: 'in_use' },
    archive: { from: ['in_use'], to: 'archived' },
    restore: { from: ['archived'], to: 'in_use' },
  })

export const archivingOf = (record: { archivedAt: string | null }): Archiving =>
  record.archivedAt ? 'archived' : 'in_use'

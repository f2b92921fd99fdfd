// The life of an import, from the file to its last row.
import { lifecycle } from '../states.ts'

export const IMPORT_STATES = [
  /** The file is read; a mapping is proposed, nobody has confirmed it. */
  'draft',
  /** The mapping is confirmed. */
  'ready',
  /** A dry run is under way; it writes nothing. */
  'checking',
  /** The dry run has counted every row. */
  'checked',
  /** Rows are being taken in. */
  'running',
  /** Ended before the last row; going on starts after the last row dealt with. */
  'stopped',
  /** Every row is taken, was there already, or is given back. */
  'done',
] as const
export type ImportState = (typeof IMPORT_STATES)[number]

export const life = lifecycle<ImportState>()('import', {
  // After a stop with another mapping, rows that were taken before count as being there already.
  map: { from: ['draft', 'ready', 'checked', 'stopped'], to: 'ready' },
  check: { from: ['ready', 'checked'], to: 'checking' },
  run: { from: ['ready', 'checked', 'stopped'], to: 'running' },
})

// The key of a proof is made from what it says, so that two duties counted alike are counted once.
import { createHash } from 'node:crypto'
import type { Counted } from '../contract/proof.ts'

/** Where the work is done does not change what is counted. */
export function keyOf({ way: _, ...said }: Counted): string {
  // It stands in every row and index of the evidence, so it is short; 72 bits are enough for some hundreds of proofs.
  return createHash('sha256')
    .update(JSON.stringify(sorted(said)))
    .digest('base64url')
    .slice(0, 12)
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}

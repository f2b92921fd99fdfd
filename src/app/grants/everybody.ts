// Posts taken together where one grant goes to many.
import { type StandardPostKey, standardPostKeys } from '../../modules/organisation/posts/module.ts'
import type { Reach } from '../../platform/access.ts'

export const everybody = <R extends Reach>(reach: R): Record<StandardPostKey, R> => {
  const pairs = standardPostKeys.map((key): [StandardPostKey, R] => [key, reach])
  // One entry for each key by construction; Object.fromEntries forgets which.
  return Object.fromEntries(pairs) as Record<StandardPostKey, R> // reason: see above
}

/** They set up the organisation for the whole company. */
export const keepers = { generalManager: 'company', systemAdministrator: 'company' } as const

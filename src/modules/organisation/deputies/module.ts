// The door of deputies: who a person is at this moment, and who stands in for somebody.
import type { Tx } from '../../../platform/database.ts'
import { listRunningFor } from './queries.ts'

export { loadUser } from './actions/load-user.ts'
export { name as nameDeputy } from './actions/naming.ts'

export type StandIn = Awaited<ReturnType<typeof listRunningFor>>[number]
/** Those who stand in for a person at this moment, in the order in which they are asked. */
export const standInsOf = (tx: Tx, principalId: string, now: Date): Promise<StandIn[]> =>
  listRunningFor(tx, principalId, now)

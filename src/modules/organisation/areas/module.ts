// The door of areas: what other rooms may ask of them.
import { isOn } from '../../../platform/calendar/spans.ts'
import type { Tx } from '../../../platform/database.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { AreaRole } from './contract.ts'
import { findAreaName, listHoldersOn, listHoldingsOf } from './queries.ts'

export { create as createArea } from './actions/area.ts'
export { assign as assignArea, releaseFromAll } from './actions/holder.ts'
export { listHoldingsOf } from './queries.ts'

export const getArea = async (tx: Tx, id: string) => {
  const area = await findAreaName(tx, id)
  if (!area) throw new Refusal('area.not_found', { id })
  return area
}

/** Who answers for the area that day: stewards first, then officers and supervisors. */
export const holdersOfArea = async (tx: Tx, areaId: string, on: string, role?: AreaRole) => {
  const holders = await listHoldersOn(tx, areaId, on)
  return role ? holders.filter((holder) => holder.role === role) : holders
}

/** Areas in which a person's grants with the reach of an area hold, each once. */
export const areasHeldBy = async (tx: Tx, staffId: string, on: string) => {
  const held = (await listHoldingsOf(tx, staffId, on)).filter((one) => isOn(one, on))
  return [...new Map(held.map(({ areaId, estateId }) => [areaId, { areaId, estateId }])).values()]
}

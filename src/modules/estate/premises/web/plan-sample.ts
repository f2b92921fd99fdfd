// What a plan would make, worked out on the page by the same rule as on the server.
import { Refusal } from '../../../../platform/refusal.ts'
import { BuildingPlan } from '../contract/shapes.ts'
import { type Planned, plannedBuilding } from '../rules/building.ts'

const NO_ESTATE = '00000000-0000-4000-8000-000000000000'

export type Sample = { units: number; first: string; last: string } | { tooMany: true } | { collides: string }
/** Undefined while the numbers do not make a building. */
export function sampleOf(typed: Record<string, unknown>): Sample | undefined {
  const { areaId: _, ...given } = typed
  const plan = BuildingPlan.safeParse({ ...given, no: given.no || '1', name: undefined, estateId: NO_ESTATE })
  if (!plan.success) return undefined
  try {
    const units = unitsIn(plannedBuilding(plan.data), [])
    return { units: units.length, first: units[0] ?? '', last: units.at(-1) ?? '' }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.code === 'place.units_collide' ? { collides: String(error.details.no) } : { tooMany: true }
  }
}

function unitsIn({ kind, no, parts }: Planned, above: readonly string[]): string[] {
  const way = kind === 'floor' ? above : [...above, no]
  return kind === 'unit' ? [way.join('-')] : parts.flatMap((part) => unitsIn(part, way))
}

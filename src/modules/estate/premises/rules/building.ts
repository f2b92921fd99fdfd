// A whole building from a few numbers: its entrances, floors and units, each with its own number.
import { Refusal } from '../../../../platform/refusal.ts'
import type { BuildingPlan } from '../contract/shapes.ts'
import { floorLabel, nameOf, type Step } from './codes.ts'

/** A node of the building before it has an id; `floorNo` only of units and floors. */
export type Planned = Step & { floorNo: number | null; parts: Planned[] }

const MOST_UNITS = 5000

export function plannedBuilding(plan: BuildingPlan): Planned {
  const floors = floorsOf(plan)
  const homes = floors.filter((floor) => floor > 0).length * Math.max(1, plan.entrances) * plan.unitsPerFloor
  if (homes > MOST_UNITS) throw new Refusal('place.too_many_units', { units: homes, most: MOST_UNITS })
  const stacks = plan.entrances === 0 ? [undefined] : Array.from({ length: plan.entrances }, (_, at) => at + 1)
  const parts = stacks.flatMap((entrance) => {
    const storeys = floors.map((floorNo) => plannedFloor(plan, entrance, floorNo))
    if (entrance === undefined) return storeys
    return [
      {
        kind: 'entrance' as const,
        no: String(entrance),
        name: nameOf('entrance', String(entrance)),
        floorNo: null,
        parts: storeys,
      },
    ]
  })
  mustNotCollide(parts, plan.no)
  return { kind: 'building', no: plan.no, name: plan.name ?? nameOf('building', plan.no), floorNo: null, parts }
}

const floorsOf = ({ floorFrom, floorTo, skipFloors }: BuildingPlan) =>
  Array.from({ length: floorTo - floorFrom + 1 }, (_, at) => floorFrom + at).filter(
    (floor) => floor !== 0 && !skipFloors.includes(floor),
  )

function plannedFloor(plan: BuildingPlan, entrance: number | undefined, floorNo: number): Planned {
  const no = floorLabel(floorNo)
  const first = plan.countOn && entrance ? (entrance - 1) * plan.unitsPerFloor + 1 : 1
  const rooms = floorNo > 0 ? Array.from({ length: plan.unitsPerFloor }, (_, at) => first + at) : []
  const units = rooms.map((room): Planned => {
    const unitNo = `${String(floorNo).padStart(plan.floorDigits, '0')}${String(room).padStart(plan.roomDigits, '0')}`
    return { kind: 'unit', no: unitNo, name: unitNo, floorNo, parts: [] }
  })
  return { kind: 'floor', no, name: nameOf('floor', no), floorNo, parts: units }
}

/** With one figure for the room, floor 1 room 11 and floor 11 room 1 are both 111. */
function mustNotCollide(parts: readonly Planned[], building: string) {
  for (const stack of parts.some(({ kind }) => kind === 'entrance') ? parts.map((part) => part.parts) : [parts]) {
    const seen = new Set<string>()
    for (const { no } of stack.flatMap((floor) => floor.parts)) {
      if (seen.has(no)) throw new Refusal('place.units_collide', { building, no })
      seen.add(no)
    }
  }
}

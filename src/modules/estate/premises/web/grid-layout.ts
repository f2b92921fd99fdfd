// Lays the units of a building out: by entrance, then by floor from the top down.
import type { Status } from '../states.ts'

export type GridUnit = { id: string; entranceId: string | null; floorNo: number | null; no: string; status: Status }
type Entrance = { id: string; name: string }

/** Units outside all entrances stand first, as those of the whole building. */
export function stacksOf<U extends GridUnit>(entrances: readonly Entrance[], units: readonly U[]) {
  const of = (id: string | null) => units.filter(({ entranceId }) => entranceId === id)
  return [
    { id: null, name: null, units: of(null) },
    ...entrances.map(({ id, name }) => ({ id, name, units: of(id) })),
  ].filter((stack) => stack.units.length > 0)
}

export function floorRows<U extends GridUnit>(units: readonly U[]) {
  const floors = [...new Set(units.map(({ floorNo }) => floorNo))].toSorted((a, b) => (b ?? -99) - (a ?? -99))
  return floors.map((floorNo) => ({ floorNo, units: units.filter((unit) => unit.floorNo === floorNo) }))
}

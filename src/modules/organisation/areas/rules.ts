// When two holdings of an area get in each other's way.
import { Refusal } from '../../../platform/refusal.ts'

export type Days = { fromOn: string; toOn: string | null }

/** Both days are included; no last day means without end. */
export const isOverlapping = (one: Days, other: Days) =>
  (one.toOn === null || other.fromOn <= one.toOn) && (other.toOn === null || one.fromOn <= other.toOn)

export const isOn = ({ fromOn, toOn }: Days, day: string) => fromOn <= day && (toOn === null || day <= toOn)

export function mustRunForward({ fromOn, toOn }: Days) {
  if (toOn !== null && toOn < fromOn) throw new Refusal('area.days_reversed', { fromOn, toOn })
}

export function mustNotBeHeld(days: Days, held: readonly Days[]) {
  const twin = held.find((one) => isOverlapping(one, days))
  if (twin) throw new Refusal('area.already_held', { fromOn: twin.fromOn, toOn: twin.toOn })
}

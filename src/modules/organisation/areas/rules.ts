// When two holdings of an area get in each other's way.
import { isOverlapping, isReversed, type Span } from '../../../platform/calendar/spans.ts'
import { Refusal } from '../../../platform/refusal.ts'

export function mustRunForward(days: Span) {
  if (isReversed(days)) throw new Refusal('area.days_reversed', { ...days })
}

export function mustNotBeHeld(days: Span, held: readonly Span[]) {
  const twin = held.find((one) => isOverlapping(one, days))
  if (twin) throw new Refusal('area.already_held', { fromOn: twin.fromOn, toOn: twin.toOn })
}

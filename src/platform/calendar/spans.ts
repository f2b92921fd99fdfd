// Spans of days, both days included, perhaps without end: for how long somebody holds something.

export type Span = { fromOn: string; toOn: string | null }

export const isOn = ({ fromOn, toOn }: Span, day: string) => fromOn <= day && (toOn === null || day <= toOn)
export const isOverlapping = (one: Span, other: Span) =>
  (one.toOn === null || other.fromOn <= one.toOn) && (other.toOn === null || one.fromOn <= other.toOn)
export const isReversed = ({ fromOn, toOn }: Span) => toOn !== null && toOn < fromOn

// When it suits the customer, as people say it on the phone.
import { instantOf, wallOf } from '../../../../../ui/moments.ts'

export const SLOTS = ['none', 'now', 'todayPm', 'tonight', 'tomorrowAm', 'tomorrowPm', 'exact'] as const
export type Slot = (typeof SLOTS)[number]
export type Span = { from: string | null; to: string | null }

const AN_HOUR = 3_600_000
const HOURS = {
  todayPm: { ahead: 0, from: '14:00', to: '17:30' },
  tonight: { ahead: 0, from: '18:30', to: '20:30' },
  tomorrowAm: { ahead: 1, from: '09:00', to: '11:30' },
  tomorrowPm: { ahead: 1, from: '14:00', to: '17:30' },
} as const

/** From now on there is an hour for whoever can come at once. */
export function spanOf(slot: Slot, now: Date, zone: string | undefined): Span {
  if (slot === 'none' || slot === 'exact') return { from: null, to: null }
  if (slot === 'now') return { from: now.toISOString(), to: new Date(now.getTime() + AN_HOUR).toISOString() }
  const { ahead, from, to } = HOURS[slot]
  const { day } = wallOf(new Date(now.getTime() + ahead * 86_400_000), zone)
  return { from: instantOf(day, from, zone), to: instantOf(day, to, zone) }
}

/** A slot that is over is not offered. */
export const slotsAt = (now: Date, zone: string | undefined): Slot[] =>
  SLOTS.filter((slot) => {
    const { to } = spanOf(slot, now, zone)
    return to === null || new Date(to) > now
  })

export function slotOf({ from, to }: Span, now: Date, zone: string | undefined): Slot {
  if (!from && !to) return 'none'
  if (from && to && new Date(to).getTime() - new Date(from).getTime() === AN_HOUR) return 'now'
  const fits = slotsAt(now, zone).find((slot) => {
    const span = spanOf(slot, now, zone)
    return span.from === from && span.to === to
  })
  return fits ?? 'exact'
}

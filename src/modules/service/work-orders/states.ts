// The life of a dispatch sheet (派工单), from issue to signature.
import { lifecycle } from '../../../platform/states.ts'

/**
 * open       issued to a trade; any worker of it may take it
 * assigned   a worker is named and has not answered yet
 * taken      the worker has taken it on
 * on_site    the worker is there
 * quoting    the customer is asked whether the price is right
 * on_hold    waiting, with a reason and a day to look again
 * completed  done and signed, or the missing signature explained
 * refused    ended because the customer did not want it at that price
 * cancelled  withdrawn by the office
 */
export const STATES = [
  'open',
  'assigned',
  'taken',
  'on_site',
  'quoting',
  'on_hold',
  'completed',
  'refused',
  'cancelled',
] as const
export type State = (typeof STATES)[number]

export const HOLDABLE = ['open', 'assigned', 'taken', 'on_site', 'quoting'] as const satisfies readonly State[]
export const ENDED = ['completed', 'refused', 'cancelled'] as const satisfies readonly State[]
export const isEnded = (state: State) => ENDED.some((ended) => ended === state)

/** `release` is the sheet coming back from a worker who has left the company; every other verb is a person's. */
export const life = lifecycle<State>()('work_order', {
  assign: { from: ['open', 'assigned'], to: 'assigned' },
  take: { from: ['open', 'assigned'], to: 'taken' },
  release: { from: ['assigned', 'taken', 'on_site', 'quoting', 'on_hold'], to: 'open' },
  decline: { from: ['assigned', 'taken'], to: 'open' },
  handOver: { from: ['taken', 'on_site'], to: ['taken', 'on_site'] },
  arrive: { from: ['taken'], to: 'on_site' },
  quote: { from: ['on_site'], to: 'quoting' },
  agree: { from: ['quoting'], to: 'on_site' },
  refuse: { from: ['quoting'], to: 'refused' },
  hold: { from: HOLDABLE, to: 'on_hold' },
  resume: { from: ['on_hold'], to: HOLDABLE },
  complete: { from: ['on_site'], to: 'completed' },
  rework: { from: ['completed'], to: 'taken' },
  cancel: { from: ['open', 'assigned', 'taken', 'on_site', 'quoting', 'on_hold'], to: 'cancelled' },
})

// The life of a request, from the call to the closed request.
import { lifecycle } from '../../../platform/states.ts'

/**
 * new            received, nobody has checked it yet
 * accepted       checked and complete; somebody must be named for it
 * dispatched     a handler is named or a dispatch sheet is out; not taken on yet
 * taken          somebody has taken it on
 * on_site        that person is there
 * quoting        the customer is asked whether the price is right
 * on_hold        waiting, with a reason and a day to look again
 * completed      done; the customer has not been asked yet
 * unpaid         done; chargeable, and not paid yet
 * to_visit       done; a return visit is due
 * closed         finished, and the customer asked where the rule says so
 * closed_undone  ended without the work, with a reason
 * cancelled      withdrawn, or the same as another request
 */
export const STATES = [
  'new',
  'accepted',
  'dispatched',
  'taken',
  'on_site',
  'quoting',
  'on_hold',
  'completed',
  'unpaid',
  'to_visit',
  'closed',
  'closed_undone',
  'cancelled',
] as const
export type State = (typeof STATES)[number]

export const HOLDABLE = ['accepted', 'dispatched', 'taken', 'on_site', 'quoting'] as const satisfies readonly State[]
export const ENDED = ['closed', 'closed_undone', 'cancelled'] as const satisfies readonly State[]
export const isOpen = (state: State) => !ENDED.some((ended) => ended === state)
/** Without the work: what coming out cost may still be owed. */
export const endedUndone = (state: State) => state === 'closed_undone' || state === 'cancelled'
const DONE = ['completed', 'unpaid', 'to_visit'] as const satisfies readonly State[]
/** The work itself is still ahead, so its limits run. */
export const isUndone = (state: State) => isOpen(state) && !DONE.some((done) => done === state)
const WORKING = ['dispatched', 'taken', 'on_site', 'quoting', 'on_hold'] as const satisfies readonly State[]

/** `follow` is the request moving with its dispatch sheets, `release` its coming back from a handler who has left; every other verb is a person's. */
export const life = lifecycle<State>()('request', {
  accept: { from: ['new'], to: 'accepted' },
  dispatch: { from: ['accepted'], to: 'dispatched' },
  take: { from: ['dispatched'], to: 'taken' },
  decline: { from: ['dispatched', 'taken'], to: 'accepted' },
  handOver: { from: ['dispatched', 'taken', 'on_site'], to: ['dispatched', 'taken', 'on_site'] },
  release: { from: ['dispatched', 'taken', 'on_site', 'on_hold'], to: 'accepted' },
  arrive: { from: ['taken'], to: 'on_site' },
  hold: { from: HOLDABLE, to: 'on_hold' },
  resume: { from: ['on_hold'], to: HOLDABLE },
  follow: { from: ['accepted', ...WORKING], to: ['accepted', ...WORKING, 'completed'] },
  complete: { from: ['taken', 'on_site'], to: 'completed' },
  rework: { from: ['completed', 'unpaid', 'to_visit'], to: 'taken' },
  charge: { from: ['completed'], to: 'unpaid' },
  settle: { from: ['unpaid'], to: 'completed' },
  visit: { from: ['completed'], to: 'to_visit' },
  close: { from: ['completed', 'to_visit'], to: 'closed' },
  reopen: { from: ['to_visit', 'closed'], to: 'taken' },
  closeUndone: { from: ['accepted', ...WORKING], to: 'closed_undone' },
  cancel: { from: ['new', 'accepted'], to: 'cancelled' },
})
export type Verb = keyof typeof life.moves

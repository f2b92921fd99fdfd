// The lives of a task and of a day's work log.
import { lifecycle } from '../../../platform/states.ts'

/**
 * assigned   given to one person, with a time by which it is due
 * started    being worked on
 * done       said to be done; somebody other than the assignee looks at it
 * returned   looked at and not good yet: to be done again
 * checked    looked at and good
 * cancelled  no longer wanted
 */
export const STATES = ['assigned', 'started', 'done', 'returned', 'checked', 'cancelled'] as const
export type State = (typeof STATES)[number]
export const OPEN = ['assigned', 'started', 'returned'] as const satisfies readonly State[]

export const life = lifecycle<State>()('task', {
  start: { from: ['assigned', 'returned'], to: 'started' },
  finish: { from: ['assigned', 'started', 'returned'], to: 'done' },
  check: { from: ['done'], to: 'checked' },
  return: { from: ['done'], to: 'returned' },
  change: { from: ['assigned', 'started', 'returned'], to: ['assigned', 'started', 'returned'] },
  cancel: { from: ['assigned', 'started', 'returned'], to: 'cancelled' },
})

/**
 * written  by the person whose day it was; may be changed until noon of the next day
 * signed   read by a superior, and as it stands
 */
export const LOG_STATES = ['written', 'signed'] as const
export type LogState = (typeof LOG_STATES)[number]

export const logLife = lifecycle<LogState>()('work_log', {
  write: { from: ['written'], to: 'written' },
  sign: { from: ['written'], to: 'signed' },
})

/**
 * draft       being written, or come back for change
 * submitted   waits for the superior's yes
 * approved    agreed to; its items are being done
 * summarised  the period is over and summed up
 */
export const PLAN_STATES = ['draft', 'submitted', 'approved', 'summarised'] as const
export type PlanState = (typeof PLAN_STATES)[number]

export const planLife = lifecycle<PlanState>()('work_plan', {
  change: { from: ['draft', 'submitted', 'approved'], to: 'draft' },
  submit: { from: ['draft'], to: 'submitted' },
  approve: { from: ['submitted'], to: 'approved' },
  reopen: { from: ['submitted'], to: 'draft' },
  markDone: { from: ['approved'], to: 'approved' },
  summarise: { from: ['approved'], to: 'summarised' },
})

// The life of a duty sheet (岗位职责书): one version of what a post must do.
import { lifecycle } from '../../../platform/states.ts'

/**
 * draft      being written; binds nobody
 * in_review  handed in; somebody else reads it
 * published  in force: it binds everybody who holds the post
 * replaced   was in force until a newer version was published
 * withdrawn  given up before it was in force
 */
export const STATES = ['draft', 'in_review', 'published', 'replaced', 'withdrawn'] as const
export type State = (typeof STATES)[number]

export const sheetLife = lifecycle<State>()('duty_sheet', {
  change: { from: ['draft'], to: 'draft' },
  submit: { from: ['draft'], to: 'in_review' },
  return: { from: ['in_review'], to: 'draft' },
  publish: { from: ['in_review'], to: 'published' },
  replace: { from: ['published'], to: 'replaced' },
  withdraw: { from: ['draft', 'in_review'], to: 'withdrawn' },
  acknowledge: { from: ['published'], to: 'published' },
})
export type Verb = keyof typeof sheetLife.moves

// Life cycles as tables: which verb leads from which states to which.
import { Refusal } from './refusal.ts'

export type Move<S extends string> = {
  readonly from: readonly S[]
  /** One state, or several between which the action decides by a rule. */
  readonly to: S | readonly S[]
}

export type Lifecycle<S extends string, V extends string> = {
  readonly noun: string
  readonly moves: Readonly<Record<V, Move<S>>>
  can(state: S, verb: V): boolean
  next(state: S, verb: V, chosen?: S): S
}

/**
 * `next` refuses with `<noun>.not_allowed_now` when the verb does not start from this state. A verb with several targets
 * needs `chosen`, which must be one of them.
 */
export function lifecycle<S extends string>() {
  return <V extends string>(noun: string, moves: Record<V, Move<S>>): Lifecycle<S, V> => ({
    noun,
    moves,
    can: (state, verb) => moves[verb].from.includes(state),
    next(state, verb, chosen) {
      const move = moves[verb]
      if (!move.from.includes(state)) throw new Refusal(`${noun}.not_allowed_now`, { state, verb })
      if (typeof move.to === 'string') return move.to
      const target = chosen ?? move.to[0]
      if (target === undefined || !move.to.includes(target)) throw new Error(`${noun}.${verb} cannot lead to ${chosen}`)
      return target
    },
  })
}

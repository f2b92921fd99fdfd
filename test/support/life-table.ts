// A life cycle as its table: every verb tried in every state.
import { Refusal } from '../../src/platform/refusal.ts'
import type { Lifecycle } from '../../src/platform/states.ts'

/** One line for each state: the verbs that lead on from it, and where to. Everything else was refused by the one refusal. */
export function lifeTable<S extends string, V extends string>(life: Lifecycle<S, V>, states: readonly S[]) {
  const width = Math.max(...states.map(({ length }) => length))
  return states.map((state) => `${state.padEnd(width)}  ${movesFrom(life, state).join('  ') || '(the end)'}`).join('\n')
}

function movesFrom<S extends string, V extends string>(life: Lifecycle<S, V>, state: S) {
  return verbsOf(life).flatMap((verb) => {
    const ends = targetsOf(life, state, verb)
    return ends.length ? [`${verb}→${ends.join('/')}`] : []
  })
}

const verbsOf = <S extends string, V extends string>({ moves }: Lifecycle<S, V>) => Object.keys(moves) as V[] // reason: the keys of a record over V

function targetsOf<S extends string, V extends string>(life: Lifecycle<S, V>, state: S, verb: V): S[] {
  const { to } = life.moves[verb]
  const wanted: readonly S[] = typeof to === 'string' ? [to] : to
  return wanted.flatMap((target) => {
    try {
      return [life.next(state, verb, target)]
    } catch (error) {
      if (error instanceof Refusal && error.code === `${life.noun}.not_allowed_now`) return []
      throw error
    }
  })
}

/** Every state that can come after this one. */
export function reachable<S extends string, V extends string>(life: Lifecycle<S, V>, from: S): Set<S> {
  const seen = new Set<S>()
  const queue = [from]
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    if (seen.has(state)) continue
    seen.add(state)
    for (const verb of verbsOf(life)) queue.push(...targetsOf(life, state, verb))
  }
  return seen
}

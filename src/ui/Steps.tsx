// How far a record has come along its states.
import { useZone } from './me.tsx'
import { short } from './moments.ts'
import { lookUp, type Tree, useKit, type Words } from './words.ts'

export type StepsProps<S extends string> = {
  of: Words<Tree>
  states: readonly S[]
  now: S
  /** When each was reached. */
  times?: Partial<Record<S, string | null>>
  branch?: string
}
export function Steps<S extends string>({ of, states, now, times, branch = 'states' }: StepsProps<S>) {
  useKit()
  const zone = useZone()
  const at = states.indexOf(now)
  return (
    <ol className="kit-steps">
      {states.map((state, index) => {
        const time = times?.[state]
        const place = index < at ? 'past' : index === at ? 'present' : 'future'
        return (
          <li
            key={state}
            className={`kit-step kit-step-${place}`}
            {...(place === 'present' ? { 'aria-current': 'step' } : {})}
          >
            <span className="kit-step-name">{lookUp(of.noun, `${branch}.${state}`) ?? state}</span>
            {time ? <time dateTime={time}>{short(time, new Date(), zone)}</time> : null}
          </li>
        )
      })}
    </ol>
  )
}

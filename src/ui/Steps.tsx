// How far a record has come along its states.
import { useZone } from './me.tsx'
import { short } from './moments.ts'
import { usePhone } from './phone.ts'
import { lookUp, type Tree, useKit, type Words } from './words.ts'

export type StepsProps<S extends string> = {
  of: Words<Tree>
  states: readonly S[]
  now: S
  /** When each was reached. */
  times?: Partial<Record<S, string | null>>
  branch?: string
}
export function Steps<S extends string>(props: StepsProps<S>) {
  const { of, states, now, branch = 'states', times } = props
  useKit()
  const phone = usePhone()
  const zone = useZone()
  const nameOf = (state: S) => lookUp(of.noun, `${branch}.${state}`) ?? state
  const timeOf = (state: S) => {
    const time = times?.[state]
    return time ? <time dateTime={time}>{short(time, new Date(), zone)}</time> : null
  }
  const at = states.indexOf(now)
  return (
    <>
      <ol className="kit-steps">
        {states.map((state, index) => (
          <li
            key={state}
            className={`kit-step kit-step-${placeOf(index, at)}`}
            aria-current={index === at ? 'step' : undefined}
          >
            <span className={phone ? 'sr-only' : ''}>{nameOf(state)}</span>
            {phone ? null : timeOf(state)}
          </li>
        ))}
      </ol>
      {phone ? (
        <p className="kit-steps-now" aria-hidden="true">
          <strong>{nameOf(now)}</strong> {timeOf(now)}
          <span className="quiet">
            {at + 1} / {states.length}
          </span>
        </p>
      ) : null}
    </>
  )
}
const placeOf = (index: number, at: number) => (index < at ? 'past' : index === at ? 'present' : 'future')

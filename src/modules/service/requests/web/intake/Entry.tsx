// The small parts of the intake: a labelled line with its problem, and a choice made by one key.
import type { KeyboardEvent, ReactNode } from 'react'
import { Keys } from '../../../../../ui/shortcuts.tsx'

export const fieldId = (name: string) => `rq-${name}`
/** At once, so that nothing typed next goes astray; a field that the last key brings about is waited for. */
export function focusField(name: string, frames = 30) {
  cancelAnimationFrame(awaited)
  const found = focusNow(name)
  if (found === 'field' || frames === 0) return
  const from = document.activeElement
  awaited = requestAnimationFrame(() => {
    // Whoever has gone on meanwhile is not fetched back.
    if (hasLeft(from)) return
    // Which of several radio buttons is the chosen one may change with the page that was just drawn.
    if (found === 'group') focusNow(name)
    else focusField(name, frames - 1)
  })
}
/** The one frame on which a focus still waits: a newer one takes its place. */
let awaited = 0
const hasLeft = (from: Element | null) =>
  document.activeElement !== from && document.activeElement !== document.body && (from?.isConnected ?? false)
function focusNow(name: string): 'field' | 'group' | undefined {
  const field = document.getElementById(fieldId(name))
  if (!field) return undefined
  const isGroup = field.matches('[role="radiogroup"]')
  const target = isGroup ? field.querySelector<HTMLElement>('input:checked') : field
  target?.focus()
  target?.scrollIntoView({ block: 'nearest' })
  return isGroup ? 'group' : 'field'
}

export type EntryProps = {
  name: string
  label: ReactNode
  keys?: string
  hint?: ReactNode
  /** The hint is about keys and mice, which a phone has not. */
  deskHint?: boolean
  problem?: string | undefined
  /** The control is a group of its own, which a label cannot name. */
  group?: boolean
  wide?: boolean
  children: ReactNode
}
export function Entry({
  name,
  label,
  keys,
  hint,
  deskHint = false,
  problem,
  group = false,
  wide = false,
  children,
}: EntryProps) {
  const id = fieldId(name)
  const head = (
    <>
      <span>{label}</span>
      {keys ? <Keys of={keys} /> : null}
    </>
  )
  return (
    <div className={wide ? 'rq-entry rq-entry-wide' : 'rq-entry'}>
      <div className="rq-entry-head">
        {group ? (
          <span id={`${id}-label`}>{head}</span>
        ) : (
          <label id={`${id}-label`} htmlFor={id}>
            {head}
          </label>
        )}
        {hint ? <span className={deskHint ? 'rq-entry-hint rq-desk' : 'rq-entry-hint'}>{hint}</span> : null}
      </div>
      {children}
      {problem ? (
        <p id={`${id}-problem`} className="rq-problem" role="alert">
          {problem}
        </p>
      ) : null}
    </div>
  )
}

export type KeyChoiceProps<V extends string> = {
  name: string
  values: readonly V[]
  labelOf(value: V): string
  value: V
  onChange(value: V): void
  /** After a key has chosen, the next field may take over. */
  onChosen?(value: V): void
}
/** Radio buttons in a row; while one of them has the focus, figures choose. */
export function KeyChoice<V extends string>({ name, values, labelOf, value, onChange, onChosen }: KeyChoiceProps<V>) {
  const id = fieldId(name)
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const chosen = values[Number(event.key) - 1]
    if (chosen !== undefined) {
      event.preventDefault()
      onChange(chosen)
      onChosen?.(chosen)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      onChosen?.(value)
    }
  }
  return (
    <div id={id} role="radiogroup" aria-labelledby={`${id}-label`} className="rq-choices" onKeyDown={press}>
      {values.map((one, at) => (
        <label key={one} className={one === value ? 'rq-choice rq-choice-on' : 'rq-choice'}>
          <input
            type="radio"
            className="sr-only"
            name={id}
            value={one}
            checked={one === value}
            onChange={() => onChange(one)}
          />
          <span className="rq-key" aria-hidden="true">
            {at + 1}
          </span>
          {labelOf(one)}
        </label>
      ))}
    </div>
  )
}

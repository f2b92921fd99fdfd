// Particulars of events that need more than a word: what was corrected, and who was told how late.
import type { ReactNode } from 'react'
import { absolute } from '../../../../../ui/moments.ts'
import type { TimelineEvent } from '../../../../../ui/Timeline.tsx'
import { lookUp } from '../../../../../ui/words.ts'
import { words } from '../words.ts'

/** Undefined leaves an event to the usual way. */
export function particularsOf({ name, details }: TimelineEvent): ReactNode | undefined {
  if (typeof details !== 'object' || details === null) return undefined
  if (name === 'request.changed') return <Corrections of={Object.entries(details)} />
  if (name === 'request.escalated') return <Escalation of={new Map<string, unknown>(Object.entries(details))} />
  if (name === 'request.followed' || (name === 'request.completed' && 'workOrderId' in details)) {
    return <Followed of={new Map<string, unknown>(Object.entries(details))} />
  }
  return undefined
}

const BRANCHES: Record<string, string> = { kind: 'kinds', urgency: 'urgencies', level: 'levels' }
const word = (key: string) => lookUp(words.noun, key)

function Corrections({ of }: { of: readonly [string, unknown][] }) {
  return (
    <dl className="kit-event-details">
      {of.map(([key, value]) => (
        <div key={key}>
          <dt>{word(`fields.${key}`) ?? word(`details.${key}`) ?? key}</dt>
          <dd>{isChange(value) ? <Difference name={key} {...value} /> : textOf(value)}</dd>
        </div>
      ))}
    </dl>
  )
}

type Change = { from: unknown; to: unknown }
const isChange = (value: unknown): value is Change =>
  typeof value === 'object' && value !== null && 'from' in value && 'to' in value

function Difference({ name, from, to }: Change & { name: string }) {
  // An id tells a reader nothing; that it was changed is said by the name of the field.
  if (/Id$/.test(name)) return '✓'
  return (
    <>
      {worded(name, from)} → {worded(name, to)}
    </>
  )
}
function worded(name: string, value: unknown): string {
  const text = textOf(value)
  if (text === '') return '—'
  const branch = BRANCHES[name]
  if (branch) return word(`${branch}.${text}`) ?? text
  return /^\d{4}-\d\d-\d\dT/.test(text) ? absolute(text) : text
}

const textOf = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

function Escalation({ of }: { of: ReadonlyMap<string, unknown> }) {
  const ratio = Math.round(Number(of.get('ratio')) * 100)
  return (
    <span className="quiet">
      {word(`values.limit.${textOf(of.get('limit'))}`)} {ratio}% · {word('details.tell')}{' '}
      {word(`values.tell.${textOf(of.get('tell'))}`)}
    </span>
  )
}

function Followed({ of }: { of: ReadonlyMap<string, unknown> }) {
  const result = of.get('result')
  return (
    <>
      <span className="quiet">
        <span className="kit-code">{textOf(of.get('no'))}</span> {word(`values.verb.${textOf(of.get('verb'))}`)}
      </span>
      {typeof result === 'string' && result ? <div>{result}</div> : null}
    </>
  )
}

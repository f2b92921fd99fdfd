// What happened to a record, from the ledger: who, when, what, from which state to which, and the particulars.
import type { ReactNode } from 'react'
import { nounOfKind } from '../platform/contract.ts'
import { useZone } from './me.tsx'
import { wallOf, weekday } from './moments.ts'
import { NOTHING, When } from './values.tsx'
import { lookUp, useKit } from './words.ts'

export type TimelineEvent = {
  id: string
  at: string
  name: string
  recordKind: string
  byId: string | null
  byName: string
  /** On whose behalf, where it was done by a deputy. */
  forName?: string | null | undefined
  fromState: string | null
  toState: string | null
  details?: unknown
}
export type TimelineProps = {
  events: readonly TimelineEvent[]
  /** Newest first; a story is read from its beginning otherwise. */
  newestFirst?: boolean
  /** Particulars that need more than a word; undefined leaves the event to the usual way. */
  detailsOf?(event: TimelineEvent): ReactNode | undefined
}

export function Timeline({ events, newestFirst = false, detailsOf }: TimelineProps) {
  const t = useKit()
  const zone = useZone()
  if (events.length === 0) return <p className="quiet">{t('timeline.none')}</p>
  const ordered = (newestFirst ? events.toReversed() : events).map((event) => ({
    event,
    day: wallOf(event.at, zone).day,
  }))
  return (
    <ol className="kit-timeline">
      {ordered.map(({ event, day }, at) => (
        <li key={event.id} className={`kit-event ${event.toState ? 'kit-event-move' : ''}`}>
          {day === ordered[at - 1]?.day ? null : (
            <div className="kit-event-day">
              {day} <span>{weekday(day)}</span>
            </div>
          )}
          <EventLine event={event} details={detailsOf?.(event)} />
        </li>
      ))}
    </ol>
  )
}

function EventLine({ event, details }: { event: TimelineEvent; details: ReactNode | undefined }) {
  const t = useKit()
  const zone = useZone()
  const noun = nounOfKind(event.recordKind)
  return (
    <div className="kit-event-body">
      <time dateTime={event.at} className="kit-event-clock">
        {wallOf(event.at, zone).clock}
      </time>
      <div className="kit-event-main">
        <div className="kit-event-what">
          <strong>{lookUp(noun, `events.${event.name}`) ?? event.name}</strong>
          <span className="kit-event-who">
            {event.byName || t('timeline.program')}
            {event.forName ? t('timeline.onBehalf', { name: event.forName }) : null}
          </span>
          {event.fromState && event.toState && event.fromState !== event.toState ? (
            <span className="quiet">
              {t('timeline.moved', { from: stateOf(noun, event.fromState), to: stateOf(noun, event.toState) })}
            </span>
          ) : null}
        </div>
        {details ?? <Details noun={noun} of={event.details} />}
      </div>
    </div>
  )
}
const stateOf = (noun: string, state: string) => lookUp(noun, `states.${state}`) ?? state

/** Only what has words is for people; the rest is for programs. */
function Details({ noun, of }: { noun: string; of: unknown }) {
  if (typeof of !== 'object' || of === null) return null
  const lines = Object.entries(of).flatMap(([key, value]: [string, unknown]) => {
    if (key === 'changed') return linesOfChange(noun, value)
    const label = lookUp(noun, `details.${key}`)
    const text = label ? textOf(noun, key, value) : undefined
    return label && text !== undefined ? [{ key, label, text }] : []
  })
  if (lines.length === 0) return null
  return (
    <dl className="kit-event-details">
      {lines.map(({ key, label, text }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What `changedOf` notes: each field with its value before and after. */
function linesOfChange(noun: string, changed: unknown) {
  if (typeof changed !== 'object' || changed === null) return []
  return Object.entries(changed).flatMap(([key, pair]: [string, unknown]) => {
    const label = lookUp(noun, `fields.${key}`)
    if (!label || !Array.isArray(pair)) return []
    const [before, after] = pair.map((value: unknown) => wordOfValue(noun, key, value))
    return [{ key: `changed.${key}`, label, text: `${before} → ${after}` }]
  })
}
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{22}$/
function wordOfValue(noun: string, key: string, value: unknown): string {
  switch (typeof value) {
    case 'boolean':
      return lookUp('kit', value ? 'form.yes' : 'form.no') ?? ''
    case 'string':
      return wordOfText(noun, key, value)
    case 'number':
      return String(value)
    default:
      return Array.isArray(value) && value.length > 0
        ? value.map((one: unknown) => wordOfValue(noun, key, one)).join('、')
        : NOTHING
  }
}
function wordOfText(noun: string, key: string, text: string): string {
  if (text === '') return NOTHING
  // Another record's id says nothing to people.
  if (ID.test(text)) return '…'
  const branches = [`values.${key}`, `${key}s`, key]
  return branches.map((branch) => lookUp(noun, `${branch}.${text}`)).find((word) => word !== undefined) ?? text
}

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/
/** A value that is itself a word of the room (a reason, a kind) stands under `values.<key>.<value>`. */
function textOf(noun: string, key: string, value: unknown): ReactNode | undefined {
  switch (typeof value) {
    case 'string':
      if (INSTANT.test(value)) return <When at={value} absolute />
      return value === '' ? undefined : (lookUp(noun, `values.${key}.${value}`) ?? value)
    case 'number':
      return String(value)
    case 'boolean':
      return lookUp('kit', value ? 'form.yes' : 'form.no')
    default:
      return Array.isArray(value) ? listed(value) : undefined
  }
}
const listed = (values: readonly unknown[]) =>
  values.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('、')

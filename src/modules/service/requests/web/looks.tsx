// How the marks of a request look wherever it is shown: kind, urgency, state, place, person.
import { useEstate } from '../../../../ui/me.tsx'
import { Chip, StatusTag, type Tone } from '../../../../ui/StatusTag.tsx'
import { To } from '../../../../ui/To.tsx'
import { Maybe } from '../../../../ui/values.tsx'
import { languageNow, useWords } from '../../../../ui/words.ts'
import type { Channel, Kind, RequestRow, Urgency } from '../contract/shapes.ts'
import type { State } from '../states.ts'
import { words } from './words.ts'

const STATE_TONES = {
  new: 'waiting',
  accepted: 'waiting',
  dispatched: 'waiting',
  taken: 'active',
  on_site: 'active',
  quoting: 'warn',
  on_hold: 'neutral',
  completed: 'good',
  unpaid: 'warn',
  to_visit: 'good',
  closed: 'done',
  closed_undone: 'done',
  cancelled: 'done',
} satisfies Record<State, Tone>

const URGENCY_TONES = {
  critical: 'bad',
  urgent: 'bad',
  rush: 'warn',
  normal: 'neutral',
  complex: 'neutral',
} satisfies Record<Urgency, Tone>

export const StateMark = ({ state }: { state: State }) => <StatusTag of={words} state={state} tones={STATE_TONES} />

/** What is not pressing stays quiet, so that the pressing is seen; `pressing` shows nothing else. */
export function UrgencyMark({ urgency, pressing = false }: { urgency: Urgency; pressing?: boolean }) {
  const t = useWords(words)
  const tone = URGENCY_TONES[urgency]
  if (tone === 'neutral' && pressing) return null
  if (tone === 'neutral') return <span className="quiet">{t(`urgencies.${urgency}`)}</span>
  return <Chip tone={tone}>{t(`urgencies.${urgency}`)}</Chip>
}

export function KindMark({ kind }: { kind: Kind }) {
  const t = useWords(words)
  const content = t(`kinds.${kind}`)
  return kind === 'complaint' ? <Chip tone="warn">{content}</Chip> : <span className="nowrap">{content}</span>
}

/** How often the customer had to ask again, and how often it was opened again. */
export function Insistence({ of }: { of: Pick<RequestRow, 'nudgeCount' | 'reopenCount'> }) {
  const t = useWords(words)
  return (
    <>
      {of.nudgeCount > 0 ? <Chip tone="warn">{t('list.nudged', { count: of.nudgeCount })}</Chip> : null}
      {of.reopenCount > 0 ? <Chip tone="warn">{t('list.reopened', { count: of.reopenCount })}</Chip> : null}
    </>
  )
}

export function ChannelName({ channel }: { channel: Channel }) {
  const t = useWords(words)
  return t(`channels.${channel}`)
}

export const placeOf = (row: Pick<RequestRow, 'placeName' | 'placeText'>) => row.placeName ?? row.placeText ?? ''

/** Within one estate its name before every place says nothing; where there is no room for both it is what goes. */
export function PlaceName({ of }: { of: Pick<RequestRow, 'placeName' | 'placeText'> }) {
  const { estateId } = useEstate()
  const whole = placeOf(of)
  const [, estate, inside] = (of.placeName && /^(\S+) (\S.*)$/.exec(whole)) || []
  if (!estate || !inside) {
    return (
      <span className="rq-clip" title={whole}>
        <Maybe>{whole}</Maybe>
      </span>
    )
  }
  return (
    <span className="rq-place" title={whole}>
      {estateId ? null : <span className="rq-place-estate quiet">{estate}</span>}
      <span className="rq-place-inside">{inside}</span>
    </span>
  )
}

export function ContactName({ of }: { of: Pick<RequestRow, 'anonymous' | 'contactName'> }) {
  const t = useWords(words)
  if (of.anonymous) return <span className="quiet">{t('list.anonymous')}</span>
  return (
    <span className="rq-clip" title={of.contactName ?? ''}>
      <Maybe>{of.contactName}</Maybe>
    </span>
  )
}

export const RequestLink = ({ id, no, subject }: Pick<RequestRow, 'id' | 'no' | 'subject'>) => (
  <To href={`/requests/${id}`} className="rq-link">
    <span className="kit-code">{no}</span> {subject}
  </To>
)

/** The name in the language of the page, for what the company words itself. */
export const nameIn = (named: { name: string; nameEn?: string | null }) =>
  languageNow() === 'en' && named.nameEn ? named.nameEn : named.name

// How deputyships show and are typed.
import { Segmented } from 'antd'
import { apiOf } from '../../../../ui/api.ts'
import { inLanguage } from '../../../../ui/bilingual.ts'
import { choice, instant, search, textArea, textLine, yuan } from '../../../../ui/controls.tsx'
import { anyOf, type ControlProps, fieldsOf, flagged } from '../../../../ui/fields.tsx'
import { optionsOf } from '../../../../ui/options.ts'
import { StatusTag, type Tone } from '../../../../ui/StatusTag.tsx'
import { To } from '../../../../ui/To.tsx'
import { Money, When } from '../../../../ui/values.tsx'
import { useWords } from '../../../../ui/words.ts'
import { type Deputy, deputies, REASONS } from '../contract.ts'
import { STATES, type State } from '../states.ts'
import { words } from './words.ts'

export const api = apiOf(deputies)
export const tones = {
  planned: 'waiting',
  active: 'active',
  ended: 'neutral',
  cancelled: 'neutral',
} as const satisfies Record<State, Tone>

const holdings = search(api.principals, ({ holdingId, name, postTitle, postTitleEn, estateName }) => ({
  value: holdingId,
  label: `${name} · ${inLanguage(postTitle, postTitleEn)}`,
  hint: estateName ?? <Everywhere />,
}))
const people = search(api.people, ({ id, name, titles }) => ({ value: id, label: name, hint: titles.join('、') }))

export const fields = fieldsOf<Deputy & { holdingId: string; mine: boolean }>()(words, {
  holdingId: { control: holdings },
  principalName: {
    column: { width: 110, phone: 'title' },
    show: (name, { principalId }) => <To href={`/staff/${principalId}`}>{name}</To>,
  },
  deputyId: { control: people, help: 'hints.chain' },
  deputyName: {
    column: { width: 110 },
    show: (name, { deputyId }) => <To href={`/staff/${deputyId}`}>{name}</To>,
  },
  postTitle: { column: { grow: true }, show: (title, row) => inLanguage(title, row.postTitleEn) },
  estateName: { column: { width: 130 }, show: (name) => name ?? <Everywhere /> },
  turn: {
    column: { width: 110, hidden: true },
    show: (turn) => <Turn turn={turn} />,
    control: TurnControl,
    help: 'hints.second',
  },
  fromAt: {
    column: { width: 150, sort: true },
    show: (at) => <When at={at} absolute />,
    control: instant(),
    help: 'hints.now',
  },
  toAt: { column: { width: 150, sort: true }, show: (at) => <When at={at} absolute />, control: instant() },
  moneyLimitFen: {
    show: (fen) => (fen === null ? <Half /> : <Money fen={fen} />),
    control: yuan(),
    help: 'hints.half',
  },
  reason: {
    column: { width: 90 },
    show: (reason) => <Reason reason={reason} />,
    control: choice(optionsOf(words, 'reasons', REASONS), { clearable: false }),
  },
  note: { control: textLine({ max: 300 }) },
  handover: { control: textArea({ max: 4000, rows: 4 }), help: 'hints.handover' },
  status: {
    column: { width: 90, phone: 'aside' },
    show: (status) => <StatusTag of={words} state={status} tones={tones} />,
    filter: anyOf(optionsOf(words, 'states', STATES)),
  },
  namedByName: {},
  endedAt: { show: (at) => <When at={at} absolute /> },
  endReason: { show: (reason) => (reason ? <EndReason reason={reason} /> : '—') },
  mine: { filter: flagged },
})

const TURNS = [1, 2] as const
function TurnControl({ value, onChange, ...rest }: ControlProps<number>) {
  const t = useWords(words)
  const options = TURNS.map((turn) => ({ value: turn, label: t(`turns.${turn}`) }))
  return <Segmented {...rest} options={options} value={value === 2 ? 2 : 1} onChange={(turn) => onChange?.(turn)} />
}
function Turn({ turn }: { turn: number }) {
  const t = useWords(words)
  return t(turn === 2 ? 'turns.2' : 'turns.1')
}
function Everywhere() {
  const t = useWords(words)
  return t('hints.everywhere')
}
function Half() {
  const t = useWords(words)
  return t('hints.halfLimit')
}
function Reason({ reason }: { reason: Deputy['reason'] }) {
  const t = useWords(words)
  return t(`reasons.${reason}`)
}
function EndReason({ reason }: { reason: NonNullable<Deputy['endReason']> }) {
  const t = useWords(words)
  return t(`endReasons.${reason}`)
}

// How approvals show and are answered.
import { apiOf } from '../../../../ui/api.ts'
import { textArea } from '../../../../ui/controls.tsx'
import { DueChip } from '../../../../ui/DueChip.tsx'
import { anyOf, fieldsOf } from '../../../../ui/fields.tsx'
import { optionsOf } from '../../../../ui/options.ts'
import { StatusTag, type Tone } from '../../../../ui/StatusTag.tsx'
import { Money, When } from '../../../../ui/values.tsx'
import { useWords } from '../../../../ui/words.ts'
import { type Approval, approvals } from '../contract/approvals.ts'
import { KINDS, type Kind } from '../contract/rules.ts'
import { STATES, type State } from '../states.ts'
import { words } from './words.ts'

export const api = apiOf(approvals)
export const tones = {
  open: 'waiting',
  agreed: 'done',
  returned: 'warn',
  refused: 'bad',
  withdrawn: 'neutral',
  voided: 'neutral',
} as const satisfies Record<State, Tone>

export const fields = fieldsOf<Approval & { remark: string }>()(words, {
  title: { column: { grow: true, phone: 'title' } },
  kind: {
    column: { width: 110 },
    show: (kind) => <KindWord kind={kind} />,
    filter: anyOf(optionsOf(words, 'kinds', KINDS)),
  },
  amountFen: { column: { width: 110, align: 'right', hidden: true }, show: (fen) => <Money fen={fen} /> },
  days: { column: { width: 80, align: 'right', hidden: true } },
  askedByName: { column: { width: 100 } },
  waitingFor: {
    column: { width: 150 },
    show: (people) => (people.length > 0 ? people.map(({ name }) => name).join('、') : '—'),
  },
  openedAt: { column: { width: 130 }, show: (at) => <When at={at} /> },
  decidedAt: { column: { width: 130, hidden: true, phone: 'hide' }, show: (at) => <When at={at} /> },
  dueAt: {
    column: { width: 140, phone: 'aside' },
    show: (due, { status }) => (due && status === 'open' ? <DueChip due={due} nearMinutes={240} /> : null),
  },
  status: {
    column: { width: 90, phone: 'aside' },
    show: (status) => <StatusTag of={words} state={status} tones={tones} />,
    filter: anyOf(optionsOf(words, 'states', STATES)),
  },
  subjectNo: {},
  note: {},
  remark: { control: textArea({ max: 1000, rows: 3 }) },
})

export function KindWord({ kind }: { kind: Kind }) {
  const t = useWords(words)
  return t(`kinds.${kind}`)
}

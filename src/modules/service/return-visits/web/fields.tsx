// How each field of a return visit is seen, filtered and filled in.
import { choice, instant, textArea, textLine } from '../../../../ui/controls.tsx'
import { DueChip } from '../../../../ui/DueChip.tsx'
import { anyOf, fieldsOf, flagged } from '../../../../ui/fields.tsx'
import { optionsOf } from '../../../../ui/options.ts'
import { Code, When } from '../../../../ui/values.tsx'
import { lookUp } from '../../../../ui/words.ts'
import { Outcome, type ReturnVisitRow, VisitKind, VisitWay } from '../contract.ts'
import { Score, Solved, StateMark } from './looks.tsx'
import { words } from './words.ts'

export const wordIn = (branch: string, value: string | null | undefined) =>
  value ? (lookUp(words.noun, `${branch}.${value}`) ?? value) : undefined

export const fields = fieldsOf<ReturnVisitRow>()(words, {
  no: { column: { width: 140, phone: 'line' }, show: (no) => <Code>{no}</Code> },
  subject: { column: { grow: true, phone: 'title' } },
  kind: {
    column: { width: 84 },
    show: (kind) => wordIn('kinds', kind),
    filter: anyOf(optionsOf(words, 'kinds', VisitKind.options)),
  },
  placeName: { column: { width: 180 } },
  contactName: { column: { width: 90 } },
  estateName: { column: { width: 120, hidden: true, phone: 'hide' } },
  dueAt: {
    column: { width: 150, phone: 'aside' },
    show: (due, { status, madeAt }) =>
      status === 'due' || madeAt ? <DueChip due={due} done={madeAt} nearMinutes={240} /> : null,
  },
  attempts: {
    column: { width: 60, align: 'right', phone: 'line' },
    show: (count) => (count > 0 ? count : <span className="quiet">0</span>),
  },
  nextTryAt: {
    column: { width: 120 },
    show: (at, { status }) => (at && status === 'due' ? <When at={at} /> : null),
    control: instant({ minuteStep: 15 }),
  },
  status: { column: { width: 100, phone: 'aside' }, show: (status) => <StateMark state={status} /> },
  score: { column: { width: 80, phone: 'aside' }, show: (score) => <Score score={score} /> },
  solved: { column: { width: 90 }, show: (solved) => <Solved solved={solved} /> },
  visitorName: { column: { width: 90 } },
  madeAt: { column: { width: 120 }, show: (at) => <When at={at} /> },
  overdue: { filter: flagged },
  way: { control: choice(optionsOf(words, 'ways', VisitWay.options), { clearable: false }) },
  outcome: { control: choice(optionsOf(words, 'outcomes', Outcome.options), { clearable: false }) },
  note: { control: textLine({ max: 300 }) },
  reason: { control: textArea({ max: 300, rows: 2 }) },
})

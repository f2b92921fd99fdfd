// How tasks and work logs show and are typed.
import { Select } from 'antd'
import { nounOfKind } from '../../../../platform/contract.ts'
import { useRead } from '../../../../ui/api.ts'
import { instant, textArea, textLine } from '../../../../ui/controls.tsx'
import { DueChip } from '../../../../ui/DueChip.tsx'
import { anyOf, type ControlProps, fieldsOf, flagged } from '../../../../ui/fields.tsx'
import { optionsOf } from '../../../../ui/options.ts'
import { photos } from '../../../../ui/Photos.tsx'
import { StatusTag, type Tone } from '../../../../ui/StatusTag.tsx'
import { To } from '../../../../ui/To.tsx'
import { Code, Day, When } from '../../../../ui/values.tsx'
import { say } from '../../../../ui/words.ts'
import type { Task } from '../contract/tasks.ts'
import type { WorkLog } from '../contract/work-logs.ts'
import { LOG_STATES, type LogState, STATES, type State } from '../states.ts'
import { api } from './calls.ts'
import { logWords, words } from './words.ts'

export const tones = {
  assigned: 'waiting',
  started: 'active',
  done: 'warn',
  returned: 'bad',
  checked: 'done',
  cancelled: 'neutral',
} as const satisfies Record<State, Tone>
export const logTones = { written: 'waiting', signed: 'done' } as const satisfies Record<LogState, Tone>

type Typed = { assigneeIds: string[]; note: string; photoIds: string[]; overdue: boolean }
export const fields = fieldsOf<Task & Typed>()(words, {
  no: { column: { width: 150, hidden: true, phone: 'line' }, show: (no) => <Code>{no}</Code> },
  title: { column: { grow: true, phone: 'title' }, control: textLine({ max: 120 }) },
  text: { control: textArea({ max: 4000, rows: 3, hint: () => say(words, 'hints.text') }) },
  assigneeIds: { control: PeopleControl, help: 'hints.several' },
  assigneeName: { column: { width: 90 } },
  assignedByName: { column: { width: 90 } },
  estateName: { column: { width: 120, hidden: true, phone: 'hide' } },
  areaName: { column: { width: 100, hidden: true, phone: 'hide' } },
  dueAt: {
    column: { width: 150, phone: 'aside' },
    show: (due, { finishedAt, status }) =>
      status === 'cancelled' || status === 'checked' ? (
        <When at={due} absolute />
      ) : (
        <DueChip due={due} done={status === 'done' ? finishedAt : null} nearMinutes={120} />
      ),
    control: instant({ minuteStep: 15 }),
  },
  forDay: { column: { width: 110, hidden: true, phone: 'hide' }, show: (day) => <Day on={day} /> },
  status: {
    column: { width: 90, phone: 'aside' },
    show: (status) => <StatusTag of={words} state={status} tones={tones} />,
    filter: anyOf(optionsOf(words, 'states', STATES)),
  },
  assignedAt: { column: { width: 130, hidden: true, phone: 'hide' }, show: (at) => <When at={at} /> },
  startedAt: { show: (at) => <When at={at} absolute /> },
  finishedAt: { column: { width: 130, hidden: true, phone: 'hide' }, show: (at) => <When at={at} absolute /> },
  note: { control: textArea({ max: 2000, rows: 3 }) },
  photoIds: { control: photos({ max: 9 }) },
  remark: { control: textArea({ max: 1000, rows: 2 }) },
  checkedByName: {},
  checkedAt: { show: (at) => <When at={at} absolute /> },
  returns: {},
  about: { show: (about) => (about ? <About of={about} /> : '—') },
  overdue: { filter: flagged },
})

export const About = ({ of }: { of: NonNullable<Task['about']> }) => (
  <To href={`/${nounOfKind(of.kind)}/${of.id}`}>{of.no}</To>
)

/** Everybody below; there are tens of them, so all are offered at once. */
function PeopleControl({ value, onChange, ...rest }: ControlProps<readonly string[]>) {
  const people = useRead(api.people, {})
  return (
    <Select
      {...rest}
      mode="multiple"
      value={[...(value ?? [])]}
      loading={people.isFetching}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      options={(people.data?.items ?? []).map(({ id, name, titles }) => ({
        value: id,
        label: titles[0] ? `${name} · ${titles[0]}` : name,
      }))}
      style={{ width: '100%' }}
      onChange={(next: string[]) => onChange?.(next)}
    />
  )
}

export const logFields = fieldsOf<WorkLog>()(logWords, {
  onDay: { column: { width: 120, phone: 'aside' }, show: (on) => <Day on={on} week /> },
  staffName: { column: { width: 90, phone: 'title' } },
  estateName: { column: { width: 120, hidden: true, phone: 'hide' } },
  happened: { column: { grow: true } },
  suggestion: { column: { width: 200 } },
  handled: {},
  status: {
    column: { width: 90, phone: 'aside' },
    show: (status) => <StatusTag of={logWords} state={status} tones={logTones} />,
    filter: anyOf(optionsOf(logWords, 'states', LOG_STATES)),
  },
  writtenAt: { show: (at) => <When at={at} absolute /> },
  signedByName: { column: { width: 90 } },
  signedAt: { show: (at) => <When at={at} absolute /> },
  remark: { control: textArea({ max: 1000, rows: 2 }) },
})

// The fields of a request as lists show and filter them.
import { apiOf } from '../../../../ui/api.ts'
import { search } from '../../../../ui/controls.tsx'
import { DueChip } from '../../../../ui/DueChip.tsx'
import { anyOf, type ControlProps, controlOf, dayRange, fieldsOf, filterBy } from '../../../../ui/fields.tsx'
import { optionsOf } from '../../../../ui/options.ts'
import { Code, Maybe, When } from '../../../../ui/values.tsx'
import { areas } from '../../../organisation/areas/contract.ts'
import { staff } from '../../../organisation/staff/contract.ts'
import { CHANNELS, KINDS, type RequestRow, URGENCIES } from '../contract/shapes.ts'
import { isOpen, STATES } from '../states.ts'
import { ChannelName, ContactName, Insistence, KindMark, PlaceName, StateMark, UrgencyMark } from './looks.tsx'
import { words } from './words.ts'

const staffApi = apiOf(staff)
const areasApi = apiOf(areas)

/** One click on, one click off. */
function Toggle({ value, onChange, 'aria-label': label }: ControlProps<string>) {
  const on = value === 'true'
  return (
    <button
      type="button"
      className={on ? 'rq-toggle rq-toggle-on' : 'rq-toggle'}
      aria-pressed={on}
      onClick={() => onChange?.(on ? null : 'true')}
    >
      {label}
    </button>
  )
}
const toggle = filterBy(controlOf(Toggle, {}))

export const fields = fieldsOf<
  RequestRow & { place: string; contact: string; open: boolean; overdue: boolean; owing: boolean }
>()(words, {
  no: {
    column: { width: 130, phone: 'title' },
    show: (no) => (
      <span className="rq-no">
        <Code>{no}</Code>
      </span>
    ),
  },
  subject: {
    column: { grow: true, phone: 'title' },
    show: (subject, row) => (
      <span className="rq-subject">
        <span className="rq-subject-text">{subject}</span>
        <Insistence of={row} />
      </span>
    ),
  },
  kind: {
    column: { width: 92 },
    show: (kind, { urgency }) => (
      <span className="rq-marks">
        <KindMark kind={kind} />
        <UrgencyMark urgency={urgency} pressing />
      </span>
    ),
    filter: anyOf(optionsOf(words, 'kinds', KINDS)),
  },
  urgency: {
    filter: anyOf(optionsOf(words, 'urgencies', URGENCIES)),
  },
  status: {
    column: { width: 88, phone: 'aside' },
    show: (status) => <StateMark state={status} />,
    filter: anyOf(optionsOf(words, 'states', STATES)),
  },
  place: {
    column: { width: 160 },
    show: (_, row) => <PlaceName of={row} />,
  },
  contact: { column: { width: 72 }, show: (_, row) => <ContactName of={row} /> },
  contactPhoneMasked: { column: { width: 120, hidden: true, phone: 'hide' } },
  categoryName: { column: { width: 110, hidden: true, phone: 'hide' } },
  estateName: { column: { width: 120, hidden: true, phone: 'hide' } },
  handlerName: { column: { width: 64 } },
  handlerId: {
    filter: filterBy(search(staffApi.pick, (row) => ({ value: row.id, label: row.name, hint: row.posts[0]?.title }))),
  },
  areaId: { filter: filterBy(search(areasApi.list, (row) => ({ value: row.id, label: row.name }))) },
  channel: {
    column: { width: 96, hidden: true, phone: 'hide' },
    show: (channel) => <ChannelName channel={channel} />,
    filter: anyOf(optionsOf(words, 'channels', CHANNELS)),
  },
  receivedAt: {
    column: { width: 90 },
    show: (at) => <When at={at} />,
    filter: dayRange('from', 'to'),
  },
  receivedBy: { column: { width: 84, hidden: true, phone: 'hide' } },
  dueAt: {
    column: { width: 132 },
    show: (at, row) => (at && isOpen(row.status) ? <DueChip due={at} /> : <Maybe>{null}</Maybe>),
  },
  closedAt: { column: { width: 112, hidden: true, phone: 'hide' }, show: (at) => <When at={at} /> },
  open: { filter: toggle },
  overdue: { filter: toggle },
  owing: { filter: toggle },
})

// How each field of a sheet is seen, filtered and filled in.

import { apiOf } from '../../../../ui/api.ts'
import { choice, instant, phone, search, textArea, textLine, wholeNumber, yuan } from '../../../../ui/controls.tsx'
import { anyOf, fieldsOf, filterBy, flagged } from '../../../../ui/fields.tsx'
import { useZone } from '../../../../ui/me.tsx'
import { optionsOf } from '../../../../ui/options.ts'
import { photos } from '../../../../ui/Photos.tsx'
import { signature } from '../../../../ui/Signature.tsx'
import { Code, Maybe, Money, When } from '../../../../ui/values.tsx'
import { lookUp, say } from '../../../../ui/words.ts'
import { places } from '../../../estate/premises/contract/places.ts'
import { estateChoice } from '../../../organisation/estates/web/choosing.tsx'
import { TRADES } from '../../../organisation/staff/contract.ts'
import { URGENCIES } from '../../requests/contract/shapes.ts'
import { UrgencyMark } from '../../requests/web/looks.tsx'
import { words as requestWords, settingWords } from '../../requests/web/words.ts'
import { AgreedWay, NoSignature, Way, type WorkOrder, type WorkOrderRow } from '../contract/work-orders.ts'
import { STATES } from '../states.ts'
import { staffApi } from './calls.ts'
import { linesField } from './LinesField.tsx'
import { DueMark, placeOf, StateMark, spanText, tradeName } from './looks.tsx'
import { colleague, reasonChoice, workerChoice } from './pickers.tsx'
import { words } from './words.ts'

const placesApi = apiOf(places)
export const trades = optionsOf(settingWords, 'trades', TRADES)
export const urgencies = optionsOf(requestWords, 'urgencies', URGENCIES)
export const wordIn = (branch: string, value: string | null | undefined) =>
  value ? (lookUp(words.noun, `${branch}.${value}`) ?? value) : undefined

const worker = search(staffApi.pick, ({ id, name }) => ({ value: id, label: name }), {
  inputOf: (typed) => ({ search: typed || undefined, permission: 'work-orders.take' }),
})

type Seen = WorkOrderRow & { place: string; dueAt: string; appointment: string; overdue: string; live: string }
/** Columns and filters of lists. */
export const fields = fieldsOf<Seen>()(words, {
  no: { column: { width: 140, phone: 'title' }, show: (no) => <Code>{no}</Code> },
  subject: { column: { grow: true } },
  place: { column: { width: 180 }, show: (_, row) => placeOf(row) },
  trade: {
    column: { width: 90 },
    show: (trade) => tradeName(trade),
    filter: anyOf(trades),
  },
  urgency: { show: (urgency) => <UrgencyMark urgency={urgency} />, column: { width: 80 } },
  status: {
    column: { width: 110, phone: 'aside' },
    show: (status) => <StateMark state={status} />,
    filter: anyOf(optionsOf(words, 'states', STATES)),
  },
  workerName: { column: { width: 100 } },
  workerId: { filter: filterBy(worker) },
  dueAt: { column: { width: 140 }, show: (_, row) => <DueMark row={row} /> },
  issuedAt: { column: { width: 120 }, show: (at) => <When at={at} /> },
  amountFen: { column: { width: 90, align: 'right' }, show: (fen) => (fen > 0 ? <Money fen={fen} /> : null) },
  overdue: { filter: flagged },
  live: { filter: flagged },
})

type Facts = WorkOrder & { place: string; appointment: string; agreed: string; counts: string }
/** One sheet, to read. */
export const factFields = fieldsOf<Facts>()(words, {
  place: { show: (_, sheet) => placeOf(sheet), wide: true },
  trade: { show: (trade) => tradeName(trade) },
  appointment: { show: (_, { appointmentFrom: from, appointmentTo: to }) => <Span from={from} to={to} /> },
  workerName: {
    show: (name, sheet) => <Maybe>{name ? [name, wordIn('ways', sheet.way)].filter(Boolean).join(' · ') : null}</Maybe>,
  },
  issuedAt: { show: (at) => <When at={at} absolute /> },
  takenAt: { show: (at) => <When at={at} absolute /> },
  arrivedAt: { show: (at) => <When at={at} absolute /> },
  completedAt: { show: (at) => <When at={at} absolute /> },
  labourMinutes: {},
  result: { wide: true },
  endReason: { wide: true },
  calloutFen: { show: (fen) => (fen ? <Money fen={fen} /> : say(words, 'page.noCallout')) },
})
function Span({ from, to }: { from: string | null; to: string | null }) {
  const zone = useZone()
  return <Maybe>{from ? spanText(from, to, zone) : null}</Maybe>
}

const SETTLED = { max: 300, rows: 2 }
type Asked = {
  workerId: string
  note: string
  reason: string
  photoIds: string[]
  lines: unknown
  way: string
  signatureId: string
  calloutFen: number
  reasonId: string
  resumeAt: string
  result: string
  labourMinutes: number
  noSignatureReason: string
  witnessId: string
}
/** What the verbs of this sheet ask for. */
export const verbFields = (sheet: WorkOrder) => {
  const { estateId, trade, requestId } = sheet
  const agreed = sheet.lines.filter(({ stage }) => stage === 'quote').map(({ name }) => name)
  return fieldsOf<Asked>()(words, {
    workerId: { control: workerChoice({ estateId, trade, requestId }) },
    note: { control: textArea(SETTLED) },
    reason: { control: textArea(SETTLED) },
    photoIds: { control: photos({ max: 9 }) },
    lines: { control: linesField({ estateId, trade }, agreed) },
    way: { control: choice(optionsOf(words, 'agreeWays', AgreedWay.options), { clearable: false }) },
    signatureId: { control: signature() },
    calloutFen: { control: yuan() },
    reasonId: { control: reasonChoice(estateId) },
    resumeAt: { control: instant({ minuteStep: 15 }) },
    result: { control: textArea({ max: 2000, rows: 3 }) },
    labourMinutes: { control: wholeNumber({ min: 0, max: 6000 }) },
    noSignatureReason: { control: choice(optionsOf(words, 'noSignature', NoSignature.options)) },
    witnessId: { control: colleague({ estateId, hint: say(words, 'mine.findWitness') }) },
  })
}

type Issued = Record<
  | 'estateId'
  | 'placeId'
  | 'placeText'
  | 'contactName'
  | 'contactPhone'
  | 'trade'
  | 'subject'
  | 'body'
  | 'urgency'
  | 'appointmentFrom'
  | 'appointmentTo'
  | 'way'
  | 'workerId'
  | 'photoIds',
  unknown
>
type Chosen = { estateId: string; trade: WorkOrder['trade'] | undefined; requestId: string | undefined }
/** The form of a new sheet: who can be named depends on estate and trade. */
export const issueFields = ({ estateId, trade, requestId }: Chosen) =>
  fieldsOf<Issued>()(words, {
    estateId: { control: estateChoice(), required: true },
    placeId: {
      control: search(placesApi.search, ({ id, pathName }) => ({ value: id, label: pathName }), {
        eager: false,
        inputOf: (q) => ({ q, ...(estateId ? { estateId } : {}) }),
      }),
      help: 'issue.placeHint',
    },
    placeText: { control: textLine({ max: 200 }), wide: true },
    contactName: { control: textLine({ max: 60 }) },
    contactPhone: { control: phone() },
    trade: { control: choice(trades, { clearable: false }), required: true },
    subject: { control: textLine({ max: 120 }), required: true, wide: true },
    body: { control: textArea({ max: 5000, rows: 2 }), wide: true },
    urgency: { control: choice(urgencies, { clearable: false }) },
    appointmentFrom: { control: instant({ minuteStep: 15 }) },
    appointmentTo: { control: instant({ minuteStep: 15 }) },
    way: {
      control: choice(optionsOf(words, 'ways', Way.options), { clearable: false }),
      help: 'issue.wayHint',
    },
    workerId: { control: workerChoice({ estateId, trade, requestId }), required: true },
    photoIds: { control: photos({ max: 20 }), wide: true },
  })

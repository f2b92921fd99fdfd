// The verbs of one request with the forms that they ask for.
import { formatYuan } from '../../../../../platform/money.ts'
import { choice, instant, textArea, textLine } from '../../../../../ui/controls.tsx'
import { fieldsOf } from '../../../../../ui/fields.tsx'
import { optionsOf } from '../../../../../ui/options.ts'
import type { VerbSetup } from '../../../../../ui/VerbBar.tsx'
import { pieceWords, say } from '../../../../../ui/words.ts'
import { ANSWER_WAYS, KINDS, PAID_BY, type Request, URGENCIES } from '../../contract/shapes.ts'
import type { State } from '../../states.ts'
import { words } from '../words.ts'
import {
  categoryPick,
  handlerPick,
  laterPick,
  levelPick,
  placePick,
  reasonPick,
  requestPick,
  validPick,
} from './controls.tsx'

/** What is written to a customer has another name than what the customer said. */
const answerWords = pieceWords('request-answer', {
  zh: { fields: { way: words.zh.fields.way, body: words.zh.fields.answer } },
  en: { fields: { way: words.en.fields.way, body: words.en.fields.answer } },
})
const deskWords = pieceWords('request-at-desk', {
  zh: { fields: { body: words.zh.fields.said } },
  en: { fields: { body: words.en.fields.said } },
})

type Typed = Record<string, unknown>
const formOf = (request: Request) => {
  const here = { estateId: request.estateId }
  return fieldsOf<Typed>()(words, {
    handlerId: { control: handlerPick(here), required: true },
    note: { control: textArea({ max: 500 }) },
    reason: { control: textArea({ max: 300, rows: 2 }), required: true },
    reasonId: { control: reasonPick(here), required: true },
    resumeAt: { control: laterPick(), required: true },
    outsideParty: { control: textLine({ max: 100 }) },
    result: { control: textArea({ max: 2000, rows: 4 }) },
    paidBy: { control: choice(optionsOf(words, 'paidBy', PAID_BY)) },
    receiptNo: { control: textLine({ max: 60 }) },
    valid: { control: validPick(), required: true },
    masterId: { control: requestPick({ ...here, kind: request.kind }) },
    duplicateOfId: { control: requestPick(here) },
    kind: { control: choice(optionsOf(words, 'kinds', KINDS), { clearable: false }) },
    categoryId: { control: categoryPick({ ...here, kind: request.kind }) },
    urgency: { control: choice(optionsOf(words, 'urgencies', URGENCIES), { clearable: false }) },
    level: { control: levelPick() },
    placeId: { control: placePick({ ...here, shown: request.placeName }) },
    subject: { control: textLine({ max: 120 }) },
    body: { control: textArea({ max: 5000, rows: 4 }) },
    appointmentFrom: { control: instant({ minuteStep: 15 }) },
    appointmentTo: { control: instant({ minuteStep: 15 }) },
  })
}
const answerFields = fieldsOf<Typed>()(answerWords, {
  way: { control: choice(optionsOf(words, 'ways', ANSWER_WAYS), { clearable: false }) },
  body: { control: textArea({ max: 2000, rows: 4 }) },
})
const deskFields = fieldsOf<Typed>()(deskWords, { body: { control: textArea({ max: 2000, rows: 4 }) } })

type Own = { split(): void }
/** In the order in which they are offered. */
export function verbsOf(request: Request, own: Own): Record<string, VerbSetup<Request>> {
  const fields = formOf(request)
  const { kind, categoryId, urgency, level, placeId, subject, body, appointmentFrom, appointmentTo } = request
  const complaint = kind === 'complaint' || kind === 'grievance'
  return {
    accept: {
      fields,
      of: ['kind', 'categoryId', 'urgency', 'level', 'placeId'],
      first: () => ({ kind, categoryId, urgency, level, placeId }),
    },
    dispatch: { fields, of: ['handlerId', 'note'] },
    take: {},
    arrive: {},
    complete: { fields, of: ['result'] },
    resume: { fields, of: ['note'] },
    settle: {
      fields,
      of: ['paidBy', 'receiptNo'],
      line: (
        <p className="rq-verb-line">{say(words, 'page.payHint', { amount: `¥${formatYuan(request.amountFen)}` })}</p>
      ),
    },
    waive: {
      fields,
      of: ['reason'],
      danger: true,
      hidden: !request.can.includes('waive'),
      line: (
        <p className="rq-verb-line">{say(words, 'page.payHint', { amount: `¥${formatYuan(request.amountFen)}` })}</p>
      ),
    },
    answer: { fields: answerFields, of: ['way', 'body'], first: () => ({ way: 'phone' }) },
    settleAtDesk: { fields: deskFields, of: ['body'], hidden: !request.can.includes('settleAtDesk') },
    nudge: { fields, of: ['note'] },
    hold: {
      fields,
      of: ['reasonId', 'resumeAt', 'outsideParty', 'note'],
      line: <p className="rq-verb-line quiet">{say(words, 'page.holdHint')}</p>,
      first: ({ outsideParty }) => ({ outsideParty }),
    },
    handOver: { fields, of: ['handlerId', 'reason'] },
    decline: { fields, of: ['reason'] },
    rework: { fields, of: ['reason'] },
    reopen: { fields, of: ['reason'] },
    judge: { fields, of: ['valid', 'reason'], hidden: !complaint },
    split: { run: own.split },
    group: { fields, of: ['masterId'], hidden: !complaint },
    supervise: { fields, of: ['note'] },
    change: {
      fields,
      of: [
        { of: ['kind', 'urgency', 'categoryId', 'level'], columns: 2 },
        { of: ['placeId', 'subject', 'body'] },
        { of: ['appointmentFrom', 'appointmentTo'], columns: 2 },
        { of: ['reason'] },
      ],
      first: () => ({ kind, categoryId, urgency, level, placeId, subject, body, appointmentFrom, appointmentTo }),
      line: <p className="rq-verb-line quiet">{say(words, 'page.changeHint')}</p>,
    },
    closeUndone: { fields, of: ['reason'], danger: true },
    cancel: { fields, of: ['reason', 'duplicateOfId'], danger: true },
  }
}

/** What usually comes next. */
export const NEXT: Partial<Record<State, string>> = {
  new: 'accept',
  accepted: 'dispatch',
  dispatched: 'take',
  taken: 'complete',
  on_site: 'complete',
  on_hold: 'resume',
  unpaid: 'settle',
  completed: 'answer',
  to_visit: 'answer',
  closed: 'reopen',
  closed_undone: 'settle',
  cancelled: 'settle',
}

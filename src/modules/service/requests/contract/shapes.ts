// What a request is to everyone outside this room: its shapes.
import { z } from 'zod'
import { Count, Fen, HistoryEvent, Id, Instant, InstantGiven, maybeText, text } from '../../../../platform/contract.ts'
import { HOLDABLE, STATES } from '../states.ts'

export const KINDS = ['repair', 'complaint', 'enquiry', 'help', 'suggestion', 'grievance', 'praise'] as const
export const Kind = z.enum(KINDS)
export type Kind = z.output<typeof Kind>
/** An enquiry, a suggestion, praise or a word of annoyance can be settled by talking; a repair or a complaint cannot. */
export const SETTLED_BY_TALKING: readonly Kind[] = ['enquiry', 'suggestion', 'praise', 'grievance', 'help']
/** Without a category nobody knows whom to send. */
export const CATEGORISED: readonly Kind[] = ['repair', 'complaint']
export const CHANNELS = [
  'phone',
  'front_desk',
  'wechat',
  'app',
  'patrol',
  'visit',
  'letter',
  'email',
  'survey',
  'hotline12345',
  'owners_committee',
  'media',
] as const
export const Channel = z.enum(CHANNELS)
export type Channel = z.output<typeof Channel>
export const URGENCIES = ['critical', 'urgent', 'rush', 'normal', 'complex'] as const
export const Urgency = z.enum(URGENCIES)
export type Urgency = z.output<typeof Urgency>
export const CLOCK_KINDS = ['answer', 'arrive', 'feedback', 'finish'] as const
export const ClockKind = z.enum(CLOCK_KINDS)
export type ClockKind = z.output<typeof ClockKind>
export const ANSWER_WAYS = ['phone', 'in_person', 'wechat', 'sms', 'letter', 'notice'] as const
export const PAID_BY = ['cash', 'wechat', 'alipay', 'card', 'transfer', 'other'] as const
export const Status = z.enum(STATES)
export const Level = z.int().min(0).max(3)

/** A request as lists show it. */
export const RequestRow = z.object({
  id: Id,
  no: z.string(),
  kind: Kind,
  urgency: Urgency,
  level: Level,
  subject: z.string(),
  status: Status,
  channel: Channel,
  estateId: Id,
  estateName: z.string(),
  areaId: Id.nullable(),
  placeId: Id.nullable(),
  placeName: z.string().nullable(),
  placeText: z.string().nullable(),
  categoryId: Id.nullable(),
  categoryName: z.string().nullable(),
  customerId: Id.nullable(),
  contactName: z.string().nullable(),
  contactPhoneMasked: z.string().nullable(),
  anonymous: z.boolean(),
  handlerId: Id.nullable(),
  handlerName: z.string().nullable(),
  receivedAt: Instant,
  receivedBy: z.string(),
  dueAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  nudgeCount: Count,
  reopenCount: Count,
})
export type RequestRow = z.output<typeof RequestRow>

export const RequestClock = z.object({
  kind: ClockKind,
  cycle: z.int(),
  clock: z.enum(['elapsed', 'service']),
  startedAt: Instant,
  limitMinutes: z.int(),
  firstDueAt: Instant,
  dueAt: Instant,
  metAt: Instant.nullable(),
  stoppedAt: Instant.nullable(),
  stepsDone: z.int(),
})
export type RequestClock = z.output<typeof RequestClock>

export const RequestPause = z.object({
  id: Id,
  reasonId: Id,
  reasonName: z.string(),
  reasonNameEn: z.string(),
  stopsClock: z.boolean(),
  note: z.string().nullable(),
  fromAt: Instant,
  resumeAt: Instant.nullable(),
  toAt: Instant.nullable(),
})
export const RequestAnswer = z.object({
  id: Id,
  cycle: z.int(),
  way: z.enum(ANSWER_WAYS),
  body: z.string(),
  at: Instant,
  byName: z.string(),
})
const Related = z.object({
  id: Id,
  no: z.string(),
  subject: z.string(),
  status: Status,
  kind: Kind,
  receivedAt: Instant,
})
export type Related = z.output<typeof Related>

/** A request with everything its page shows. */
export const Request = RequestRow.extend({
  body: z.string(),
  indoor: z.boolean().nullable(),
  callId: Id.nullable(),
  parentId: Id.nullable(),
  masterId: Id.nullable(),
  duplicateOfId: Id.nullable(),
  previousId: Id.nullable(),
  source: z.string(),
  sourceRef: z.string().nullable(),
  outsideDueAt: Instant.nullable(),
  outsideParty: z.string().nullable(),
  appointmentFrom: Instant.nullable(),
  appointmentTo: Instant.nullable(),
  aboutStaffId: Id.nullable(),
  aboutStaffName: z.string().nullable(),
  valid: z.boolean().nullable(),
  heldStatus: z.enum(HOLDABLE).nullable(),
  acceptedAt: Instant.nullable(),
  answeredAt: Instant.nullable(),
  dispatchedAt: Instant.nullable(),
  takenAt: Instant.nullable(),
  arrivedAt: Instant.nullable(),
  completedAt: Instant.nullable(),
  holdMinutes: Count,
  chargeable: z.boolean(),
  amountFen: Fen,
  paidAt: Instant.nullable(),
  paidBy: z.enum(PAID_BY).nullable(),
  receiptNo: z.string().nullable(),
  result: z.string().nullable(),
  closeReason: z.string().nullable(),
  returnCount: Count,
  reworkCount: Count,
  sheets: Count,
  cycle: z.int(),
  clocks: z.array(RequestClock),
  pauses: z.array(RequestPause),
  answers: z.array(RequestAnswer),
  events: z.array(HistoryEvent),
  photos: z.array(z.object({ id: Id, name: z.string(), type: z.string(), label: z.string() })),
  parts: z.array(Related),
  group: z.array(Related),
  can: z.array(z.string()),
})
export type Request = z.output<typeof Request>

/** What a person types for one matter; one call may bring several. */
export const Matter = z
  .object({
    kind: Kind,
    categoryId: Id.nullish(),
    urgency: Urgency,
    subject: text(120),
    body: z.string().trim().max(5000).default(''),
    placeId: Id.nullish(),
    placeText: maybeText(200),
    indoor: z.boolean().nullish(),
    appointmentFrom: InstantGiven.nullish(),
    appointmentTo: InstantGiven.nullish(),
    aboutStaffId: Id.nullish(),
    photoIds: z.array(Id).max(20).default([]),
    duplicateOfId: Id.nullish(),
    previousId: Id.nullish(),
    /** Settled at the desk: what was said. The request passes through all its states at once. */
    settledWith: maybeText(2000),
  })
  .refine((matter) => matter.placeId || matter.placeText, { path: ['placeId'], message: 'place_needed' })
  .refine(
    (matter) => !matter.appointmentFrom || !matter.appointmentTo || matter.appointmentFrom <= matter.appointmentTo,
    {
      path: ['appointmentTo'],
      message: 'ends_before_it_begins',
    },
  )
export type Matter = z.output<typeof Matter>

const Caller = z.object({
  estateId: Id,
  channel: Channel,
  customerId: Id.nullish(),
  contactName: maybeText(60),
  contactPhone: maybeText(40),
  anonymous: z.boolean().default(false),
  sourceRef: maybeText(80),
  outsideDueAt: InstantGiven.nullish(),
  /** Without it the requests wait until somebody has checked them: what comes in by WeChat at night, what another program hands in. */
  accept: z.boolean().default(true),
  matters: z.array(Matter).min(1).max(10),
})
export const RequestDraft = Caller.refine(
  (call) => call.anonymous || call.customerId || call.contactName || call.contactPhone,
  { path: ['contactName'], message: 'contact_needed' },
)
export type RequestDraft = z.output<typeof RequestDraft>

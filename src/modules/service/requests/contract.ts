// What a request is to everyone outside this room: its shape, its verbs, its refusals.
import { z } from 'zod'
import {
  ById,
  Count,
  Fen,
  Id,
  Instant,
  InstantGiven,
  listOf,
  maybeText,
  page,
  pageOf,
  queryFlag,
  read,
  resource,
  text,
  write,
} from '../../../platform/contract.ts'
import { HOLDABLE, STATES } from './states.ts'

export const KINDS = ['repair', 'complaint', 'enquiry', 'help', 'suggestion', 'grievance', 'praise'] as const
export const Kind = z.enum(KINDS)
export type Kind = z.output<typeof Kind>
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
export const URGENCIES = ['critical', 'urgent', 'rush', 'normal', 'complex'] as const
export const Urgency = z.enum(URGENCIES)
export type Urgency = z.output<typeof Urgency>
export const CLOCK_KINDS = ['answer', 'arrive', 'finish'] as const
export const ClockKind = z.enum(CLOCK_KINDS)
export type ClockKind = z.output<typeof ClockKind>
export const ANSWER_WAYS = ['phone', 'in_person', 'wechat', 'sms', 'letter', 'notice'] as const
export const PAID_BY = ['cash', 'wechat', 'alipay', 'card', 'transfer', 'other'] as const
const Status = z.enum(STATES)
const Level = z.int().min(0).max(3)

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
export const RequestEvent = z.object({
  id: Id,
  at: Instant,
  name: z.string(),
  byName: z.string(),
  fromState: z.string().nullable(),
  toState: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
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
  cycle: z.int(),
  clocks: z.array(RequestClock),
  pauses: z.array(RequestPause),
  answers: z.array(RequestAnswer),
  events: z.array(RequestEvent),
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
  matters: z.array(Matter).min(1).max(10),
})
export const RequestDraft = Caller.refine(
  (call) => call.anonymous || call.customerId || call.contactName || call.contactPhone,
  { path: ['contactName'], message: 'contact_needed' },
)
export type RequestDraft = z.output<typeof RequestDraft>

const Taken = z.object({
  requests: z.array(z.object({ id: Id, no: z.string(), status: Status, dueAt: Instant.nullable() })),
})

export const RequestFilter = z.object({
  q: z.string().trim().max(100).optional(),
  status: listOf(Status),
  open: queryFlag.optional(),
  overdue: queryFlag.optional(),
  kind: listOf(Kind),
  urgency: listOf(Urgency),
  channel: listOf(Channel),
  estateId: Id.optional(),
  areaId: Id.optional(),
  handlerId: Id.optional(),
  placeId: Id.optional(),
  customerId: Id.optional(),
  categoryId: Id.optional(),
  from: InstantGiven.optional(),
  to: InstantGiven.optional(),
  sort: z.enum(['newest', 'oldest', 'due']).default('newest'),
})
export type RequestFilter = z.output<typeof RequestFilter>

const AtRequest = [
  'request.not_found',
  'request.not_allowed_now',
  'access.out_of_reach',
  'request.about_this_person',
] as const
const moved = RequestRow.extend({ can: z.array(z.string()) })
/** A verb on one request: answers with the row as it is now. */
const verb = <S extends z.ZodRawShape, const E extends string = never>(shape: S, refuses: readonly E[] = []) =>
  write({ input: z.object({ id: Id, ...shape }), output: moved, refuses: [...AtRequest, ...refuses] })

export const requests = resource('requests', {
  list: read({
    input: RequestFilter.extend(page),
    output: pageOf(RequestRow),
    summary: 'Requests, newest, oldest or most urgent first',
  }),
  counts: read({
    input: z.object({ estateId: Id.optional() }),
    output: z.object({ open: Count, overdue: Count, mine: Count, unaccepted: Count, toVisit: Count, today: Count }),
  }),
  get: read({ input: ById, output: Request, refuses: ['request.not_found'] }),
  /** Beside the intake: who is this, what is open, what happened here, is it the same again. */
  beside: read({
    input: z.object({
      estateId: Id.optional(),
      customerId: Id.optional(),
      phone: z.string().max(40).optional(),
      placeId: Id.optional(),
      kind: Kind.optional(),
      categoryId: Id.optional(),
      subject: z.string().max(200).optional(),
    }),
    output: z.object({
      openOfCaller: z.array(RequestRow),
      historyOfPlace: z.array(RequestRow),
      likely: z.array(RequestRow.extend({ why: z.enum(['same_place_and_category', 'same_caller', 'similar_words']) })),
    }),
  }),
  create: write({
    input: RequestDraft,
    output: Taken,
    refuses: [
      'request.place_unknown',
      'request.estate_unknown',
      'request.category_unknown',
      'request.person_unknown',
      'request.customer_unknown',
      'request.photo_unknown',
      'request.not_found',
      'request.source_ref_taken',
      'request.phone_wrong',
      'access.out_of_reach',
    ],
    summary: 'Take a call: one caller, one or several matters',
  }),
  accept: verb(
    {
      kind: Kind.optional(),
      categoryId: Id.optional(),
      urgency: Urgency.optional(),
      placeId: Id.optional(),
      level: Level.optional(),
    },
    ['request.incomplete', 'request.category_unknown', 'request.place_unknown'],
  ),
  change: verb(
    {
      kind: Kind.optional(),
      categoryId: Id.optional(),
      urgency: Urgency.optional(),
      level: Level.optional(),
      placeId: Id.optional(),
      subject: text(120).optional(),
      body: z.string().trim().max(5000).optional(),
      appointmentFrom: InstantGiven.nullish(),
      appointmentTo: InstantGiven.nullish(),
      reason: text(300),
    },
    ['request.category_unknown', 'request.place_unknown', 'request.ended'],
  ),
  dispatch: verb({ handlerId: Id, note: maybeText(500) }, ['request.person_unknown', 'request.has_work_orders']),
  take: verb({}, ['request.not_yours', 'request.has_work_orders']),
  decline: verb({ reason: text(300) }, ['request.not_yours', 'request.has_work_orders']),
  handOver: verb({ handlerId: Id, reason: text(300) }, [
    'request.person_unknown',
    'request.not_yours',
    'request.has_work_orders',
  ]),
  arrive: verb({}, ['request.not_yours', 'request.has_work_orders']),
  hold: verb({ reasonId: Id, resumeAt: InstantGiven, note: maybeText(500), outsideParty: maybeText(100) }, [
    'request.reason_unknown',
    'request.resume_in_past',
    'request.hold_too_long',
  ]),
  resume: verb({ note: maybeText(500) }),
  answer: verb({ way: z.enum(ANSWER_WAYS), body: text(2000) }, ['request.ended']),
  complete: verb({ result: text(2000) }, ['request.not_yours', 'request.has_work_orders', 'request.parts_open']),
  rework: verb({ reason: text(500) }),
  settle: verb({ paidBy: z.enum(PAID_BY), receiptNo: maybeText(60) }),
  reopen: verb({ reason: text(500) }, ['request.reopen_too_late']),
  closeUndone: verb({ reason: text(500) }),
  cancel: verb({ reason: text(300), duplicateOfId: Id.optional() }, ['request.duplicate_of_itself']),
  /** An enquiry, a suggestion or praise settled while the customer is there. */
  settleAtDesk: verb({ body: text(2000) }, ['request.needs_work']),
  nudge: verb({ note: maybeText(500) }, ['request.ended']),
  supervise: verb({ note: text(500) }, ['request.ended']),
  judge: verb({ valid: z.boolean(), reason: text(500) }, ['request.not_a_complaint']),
  split: verb(
    {
      parts: z
        .array(z.object({ subject: text(120), body: z.string().trim().max(2000).default(''), handlerId: Id }))
        .min(2)
        .max(8),
    },
    ['request.person_unknown', 'request.already_a_part'],
  ),
  group: verb({ masterId: Id }, ['request.duplicate_of_itself', 'request.not_a_complaint']),
  reveal: write({
    input: z.object({ id: Id, reason: maybeText(200) }),
    output: z.object({ phone: z.string().nullable() }),
    refuses: ['request.not_found', 'access.out_of_reach'],
  }),
})

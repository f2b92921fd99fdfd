// The verbs of a request, with what each may be refused for.
import { z } from 'zod'
import {
  ById,
  Count,
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
} from '../../../../platform/contract.ts'
import {
  ANSWER_WAYS,
  Channel,
  Kind,
  Level,
  PAID_BY,
  Request,
  RequestDraft,
  RequestRow,
  Status,
  Urgency,
} from './shapes.ts'

const Taken = z.object({
  requests: z.array(z.object({ id: Id, no: z.string(), status: Status, dueAt: Instant.nullable() })),
})

export const RequestFilter = z.object({
  q: z.string().trim().max(100).optional(),
  status: listOf(Status),
  open: queryFlag.optional(),
  overdue: queryFlag.optional(),
  /** The work, or coming out in vain, costs something that nobody has paid yet. */
  owing: queryFlag.optional(),
  kind: listOf(Kind),
  urgency: listOf(Urgency),
  channel: listOf(Channel),
  estateId: Id.optional(),
  areaId: Id.optional(),
  handlerId: Id.optional(),
  /** Handled by whoever asks, or by somebody who is stood in for at this time. */
  mine: queryFlag.optional(),
  placeId: Id.optional(),
  customerId: Id.optional(),
  categoryId: Id.optional(),
  /** Every place in it. */
  buildingId: Id.optional(),
  /** Nobody is named for it. */
  unassigned: queryFlag.optional(),
  noArea: queryFlag.optional(),
  from: InstantGiven.optional(),
  to: InstantGiven.optional(),
  completedFrom: InstantGiven.optional(),
  completedTo: InstantGiven.optional(),
  closedFrom: InstantGiven.optional(),
  closedTo: InstantGiven.optional(),
  /** The limit of finishing ran out in this span and was not met before. */
  passedFrom: InstantGiven.optional(),
  passedTo: InstantGiven.optional(),
  /** How the work was done that is finished, by the limit of finishing. */
  finish: z.enum(['on_time', 'late']).optional(),
  sort: z.enum(['newest', 'oldest', 'due']).default('newest'),
})
export type RequestFilter = z.output<typeof RequestFilter>

const AtRequest = ['request.not_found', 'access.out_of_reach'] as const
const moved = RequestRow.extend({ can: z.array(z.string()) })
/** Said of one request at any time: answers with the row as it is now. */
const remark = <S extends z.ZodRawShape, const E extends string = never>(shape: S, refuses: readonly E[] = []) =>
  write({ input: z.object({ id: Id, ...shape }), output: moved, refuses: [...AtRequest, ...refuses] })
/** Moves one request from state to state. */
const verb = <S extends z.ZodRawShape, const E extends string = never>(shape: S, refuses: readonly E[] = []) =>
  remark(shape, ['request.not_allowed_now', ...refuses])

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
      'attachment.not_found',
      'request.not_found',
      'request.source_ref_taken',
      'request.phone_wrong',
      'request.incomplete',
      'request.needs_work',
      'request.about_this_person',
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
  change: remark(
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
  dispatch: verb({ handlerId: Id, note: maybeText(500) }, [
    'request.person_unknown',
    'request.about_this_person',
    'request.has_work_orders',
  ]),
  take: verb({}, ['request.not_yours', 'request.has_work_orders']),
  decline: verb({ reason: text(300) }, ['request.not_yours', 'request.has_work_orders']),
  handOver: verb({ handlerId: Id, reason: text(300) }, [
    'request.person_unknown',
    'request.about_this_person',
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
  answer: remark({ way: z.enum(ANSWER_WAYS), body: text(2000) }, ['request.ended']),
  complete: verb({ result: text(2000) }, ['request.not_yours', 'request.has_work_orders', 'request.parts_open']),
  rework: verb({ reason: text(500) }),
  settle: verb({ paidBy: z.enum(PAID_BY), receiptNo: maybeText(60) }),
  /** The fee for coming out in vain. */
  waive: remark({ reason: text(300) }, ['request.nothing_owed', 'request.own_work']),
  reopen: verb({ reason: text(500) }, ['request.reopen_too_late']),
  closeUndone: verb({ reason: text(500) }, ['request.has_work_orders']),
  cancel: verb({ reason: text(300), duplicateOfId: Id.optional() }, ['request.duplicate_of_itself']),
  /** An enquiry, a suggestion or praise settled while the customer is there. */
  settleAtDesk: verb({ body: text(2000) }, ['request.needs_work', 'request.has_work_orders']),
  nudge: remark({ note: maybeText(500) }, ['request.ended']),
  supervise: remark({ note: text(500) }, ['request.ended']),
  judge: remark({ valid: z.boolean(), reason: text(500) }, ['request.not_a_complaint']),
  split: remark(
    {
      parts: z
        .array(z.object({ subject: text(120), body: z.string().trim().max(2000).default(''), handlerId: Id }))
        .min(2)
        .max(8),
    },
    ['request.person_unknown', 'request.about_this_person', 'request.already_a_part', 'request.ended'],
  ),
  group: remark({ masterId: Id }, ['request.duplicate_of_itself', 'request.not_a_complaint']),
  reveal: write({
    input: z.object({ id: Id, reason: maybeText(200) }),
    output: z.object({ phone: z.string().nullable() }),
    refuses: ['request.not_found', 'access.out_of_reach'],
  }),
})

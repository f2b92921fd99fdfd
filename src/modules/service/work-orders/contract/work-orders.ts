// What a dispatch sheet is to everyone outside this room: its shape, its verbs, its refusals.
import { z } from 'zod'
import {
  ById,
  Count,
  Fen,
  file,
  HistoryEvent,
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
import { Trade } from '../../../organisation/staff/contract.ts'
import { RequestPause, Urgency } from '../../requests/contract/shapes.ts'
import { HOLDABLE, STATES } from '../states.ts'

const Status = z.enum(STATES)
export const Way = z.enum(['assign', 'take', 'turn'])
export const AgreedWay = z.enum(['signature', 'phone', 'wechat', 'in_person'])
export const NoSignature = z.enum(['absent', 'declined', 'public_area', 'other'])

export const WorkOrderRow = z.object({
  id: Id,
  no: z.string(),
  requestId: Id.nullable(),
  requestNo: z.string().nullable(),
  trade: Trade,
  subject: z.string(),
  urgency: Urgency,
  status: Status,
  estateId: Id,
  estateName: z.string(),
  areaId: Id.nullable(),
  placeId: Id.nullable(),
  placeName: z.string().nullable(),
  placeText: z.string().nullable(),
  contactName: z.string().nullable(),
  contactPhoneMasked: z.string().nullable(),
  workerId: Id.nullable(),
  workerName: z.string().nullable(),
  appointmentFrom: Instant.nullable(),
  appointmentTo: Instant.nullable(),
  issuedAt: Instant,
  takeDueAt: Instant.nullable(),
  arriveDueAt: Instant.nullable(),
  finishDueAt: Instant.nullable(),
  completedAt: Instant.nullable(),
  amountFen: Fen,
  /** What coming out costs where the customer refused the price; null where none was refused. */
  calloutFen: Fen.nullable(),
  returnCount: Count,
  reworkCount: Count,
})
export type WorkOrderRow = z.output<typeof WorkOrderRow>

const Quantity = z.coerce.number().gt(0).max(99_999)
export const LineDraft = z.object({
  kind: z.enum(['callout', 'labour', 'material']),
  priceItemId: Id.nullish(),
  name: text(60),
  unit: z.string().trim().max(10).default(''),
  quantity: Quantity,
  priceFen: Fen.min(0).max(100_000_000),
})
export type LineDraft = z.output<typeof LineDraft>
export const Line = z.object({
  id: Id,
  stage: z.enum(['quote', 'done']),
  kind: z.enum(['callout', 'labour', 'material']),
  name: z.string(),
  unit: z.string(),
  quantity: z.number(),
  priceFen: Fen,
  /** Rounded half up on each line, then added. */
  amountFen: Fen,
})
const Photo = z.object({ id: Id, name: z.string(), type: z.string(), label: z.string() })

export const WorkOrder = WorkOrderRow.extend({
  body: z.string(),
  customerId: Id.nullable(),
  way: Way.nullable(),
  heldStatus: z.enum(HOLDABLE).nullable(),
  issuedById: Id.nullable(),
  assignedAt: Instant.nullable(),
  takenAt: Instant.nullable(),
  arrivedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  chargeable: z.boolean(),
  agreedAt: Instant.nullable(),
  agreedWay: AgreedWay.nullable(),
  agreedAmountFen: Fen.nullable(),
  labourMinutes: Count.nullable(),
  result: z.string().nullable(),
  signatureId: Id.nullable(),
  noSignatureReason: NoSignature.nullable(),
  witnessId: Id.nullable(),
  witnessName: z.string().nullable(),
  endReason: z.string().nullable(),
  holdMinutes: Count,
  cycle: z.int(),
  lines: z.array(Line),
  pauses: z.array(RequestPause.omit({ reasonId: true, stopsClock: true })),
  /** label: before, after, or other */
  photos: z.array(Photo),
  events: z.array(HistoryEvent),
  can: z.array(z.string()),
})
export type WorkOrder = z.output<typeof WorkOrder>

/** From a request: what is not said is taken from it. Alone: place, trade and subject are needed. */
export const WorkOrderDraft = z.object({
  requestId: Id.nullish(),
  estateId: Id.nullish(),
  placeId: Id.nullish(),
  placeText: maybeText(200),
  contactName: maybeText(60),
  contactPhone: maybeText(40),
  trade: Trade.nullish(),
  subject: maybeText(120),
  body: z.string().trim().max(5000).optional(),
  urgency: Urgency.nullish(),
  appointmentFrom: InstantGiven.nullish(),
  appointmentTo: InstantGiven.nullish(),
  /** Named now, by turn among those on duty of the trade, or left for a worker to take. */
  way: Way.default('take'),
  workerId: Id.nullish(),
  photoIds: z.array(Id).max(20).default([]),
})
export type WorkOrderDraft = z.output<typeof WorkOrderDraft>

export const WorkOrderFilter = z.object({
  q: z.string().trim().max(60).optional(),
  status: listOf(Status),
  live: queryFlag.optional(),
  overdue: queryFlag.optional(),
  mine: queryFlag.optional(),
  /** Open sheets of my trades that I may take. */
  takeable: queryFlag.optional(),
  trade: listOf(Trade),
  estateId: Id.optional(),
  areaId: Id.optional(),
  workerId: Id.optional(),
  placeId: Id.optional(),
  requestId: Id.optional(),
  from: InstantGiven.optional(),
  to: InstantGiven.optional(),
  endedFrom: InstantGiven.optional(),
  sort: z.enum(['newest', 'due']).default('newest'),
})
export type WorkOrderFilter = z.output<typeof WorkOrderFilter>

/** A worker as the dispatcher sees one: trades, on duty, how much is on the plate. */
export const WorkerLoad = z.object({
  id: Id,
  name: z.string(),
  trades: z.array(z.string()),
  onDuty: z.boolean(),
  assigned: Count,
  working: Count,
  onHold: Count,
  doneToday: Count,
  lastByTurnAt: Instant.nullable(),
  /** Why this person cannot get it: the request is about this very person. */
  barred: z.boolean(),
})
export type WorkerLoad = z.output<typeof WorkerLoad>

/** A sheet moves its request along, which may have gone a way of its own meanwhile. */
const AtSheet = [
  'work_order.not_found',
  'work_order.not_allowed_now',
  'access.out_of_reach',
  'request.not_allowed_now',
] as const
const moved = WorkOrderRow.extend({ can: z.array(z.string()) })
const verb = <S extends z.ZodRawShape, const E extends string = never>(shape: S, refuses: readonly E[] = []) =>
  write({ input: z.object({ id: Id, ...shape }), output: moved, refuses: [...AtSheet, ...refuses] })
const Taker = ['work_order.worker_unknown', 'work_order.wrong_trade', 'request.about_this_person'] as const
const Worker = [...Taker, 'work_order.not_of_estate'] as const

export const workOrders = resource('work-orders', {
  list: read({ input: WorkOrderFilter.extend(page), output: pageOf(moved) }),
  get: read({ input: ById, output: WorkOrder, refuses: ['work_order.not_found'] }),
  workers: read({
    input: z.object({ estateId: Id, trade: Trade.optional(), requestId: Id.optional() }),
    output: z.object({ items: z.array(WorkerLoad) }),
    needs: 'work-orders.assign',
    refuses: ['request.not_found'],
  }),
  create: write({
    input: WorkOrderDraft,
    output: moved,
    refuses: [
      'work_order.place_unknown',
      'place.not_found',
      'place.not_allowed_now',
      'work_order.incomplete',
      'work_order.nobody_on_duty',
      'attachment.not_found',
      'request.not_found',
      'request.not_allowed_now',
      'access.out_of_reach',
      ...Worker,
    ],
  }),
  assign: verb({ workerId: Id, note: maybeText(300) }, Worker),
  /** By turn: the worker of the trade on duty who has waited longest since the last one. */
  assignByTurn: verb({}, ['work_order.nobody_on_duty']),
  take: verb({}, ['work_order.not_yours', ...Taker]),
  decline: verb({ reason: text(300) }, ['work_order.not_yours']),
  handOver: verb({ workerId: Id, reason: text(300) }, ['work_order.not_yours', ...Worker]),
  arrive: verb({ photoIds: z.array(Id).max(10).default([]) }, ['work_order.not_yours', 'attachment.not_found']),
  quote: verb({ lines: z.array(LineDraft).min(1).max(50), note: maybeText(500) }, [
    'work_order.not_yours',
    'work_order.price_unknown',
  ]),
  agree: verb({ way: AgreedWay, signatureId: Id.nullish(), note: maybeText(300) }, ['attachment.not_found']),
  refuse: verb({ reason: text(300), calloutFen: Fen.min(0).max(1_000_000).default(0) }),
  hold: verb({ reasonId: Id, resumeAt: InstantGiven, note: maybeText(500) }, [
    'work_order.not_yours',
    'request.reason_unknown',
    'request.resume_in_past',
    'request.hold_too_long',
  ]),
  resume: verb({ note: maybeText(500) }, ['work_order.not_yours']),
  complete: verb(
    {
      result: text(2000),
      labourMinutes: z.int().min(0).max(6000),
      lines: z.array(LineDraft).max(50).default([]),
      photoIds: z.array(Id).max(20).default([]),
      signatureId: Id.nullish(),
      noSignatureReason: NoSignature.nullish(),
      /** A second member of staff who saw it, where nobody signed. */
      witnessId: Id.nullish(),
    },
    [
      'work_order.not_yours',
      'work_order.photo_needed',
      'work_order.signature_needed',
      'work_order.witness_needed',
      'work_order.not_agreed',
      'work_order.above_agreed',
      'attachment.not_found',
      'work_order.price_unknown',
      'work_order.worker_unknown',
    ],
  ),
  rework: verb({ reason: text(500) }),
  cancel: verb({ reason: text(300) }),
  /** The printed sheet in four parts: office, engineering, finance, customer. */
  sheet: file({ input: ById, refuses: ['work_order.not_found'] }),
  reveal: write({
    input: z.object({ id: Id }),
    output: z.object({ phone: z.string().nullable() }),
    refuses: ['work_order.not_found', 'access.out_of_reach'],
  }),
})

// What a return visit is to everyone outside this room: its shape, its verbs, its refusals.
import { z } from 'zod'
import {
  ById,
  Count,
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
} from '../../../platform/contract.ts'
import { KINDS, Urgency } from '../requests/contract/shapes.ts'
import { STATES } from './states.ts'

export const VisitKind = z.enum([...KINDS, 'work_order'])
export const VisitWay = z.enum(['phone', 'doorstep', 'app', 'wechat'])
export const Outcome = z.enum(['no_answer', 'busy', 'wrong_number', 'refused', 'call_later'])
const Status = z.enum(STATES)
const Score = z.int().min(1).max(5)

export const ReturnVisitRow = z.object({
  id: Id,
  requestId: Id.nullable(),
  workOrderId: Id.nullable(),
  /** Number and subject of what is asked about. */
  no: z.string(),
  subject: z.string(),
  kind: VisitKind,
  estateId: Id,
  estateName: z.string(),
  areaId: Id.nullable(),
  placeName: z.string().nullable(),
  customerId: Id.nullable(),
  contactName: z.string().nullable(),
  contactPhoneMasked: z.string().nullable(),
  status: Status,
  cameDueAt: Instant,
  dueAt: Instant,
  attempts: Count,
  nextTryAt: Instant.nullable(),
  visitorName: z.string().nullable(),
  madeAt: Instant.nullable(),
  score: Score.nullable(),
  solved: z.boolean().nullable(),
  round: z.int(),
})
export type ReturnVisitRow = z.output<typeof ReturnVisitRow>

export const ReturnVisit = ReturnVisitRow.extend({
  body: z.string(),
  result: z.string().nullable(),
  /** Who did the work: none of them may ask. */
  handlers: z.array(z.object({ id: Id, name: z.string() })),
  way: VisitWay.nullable(),
  spokeWith: z.string().nullable(),
  onTime: z.boolean().nullable(),
  polite: z.boolean().nullable(),
  chargeClear: z.boolean().nullable(),
  opinion: z.string().nullable(),
  waiveReason: z.string().nullable(),
  /** Which of the questions this kind of matter is asked. */
  questions: z.array(z.enum(['solved', 'onTime', 'polite', 'chargeClear'])),
  tries: z.array(
    z.object({ id: Id, way: VisitWay, outcome: Outcome, note: z.string().nullable(), at: Instant, byName: z.string() }),
  ),
  events: z.array(HistoryEvent),
  can: z.array(z.string()),
})
export type ReturnVisit = z.output<typeof ReturnVisit>

const AtVisit = [
  'return_visit.not_found',
  'return_visit.not_allowed_now',
  'access.out_of_reach',
  // The visit ends or opens its request, which somebody else may have moved in the same moment.
  'request.not_allowed_now',
] as const
const moved = ReturnVisitRow.extend({ can: z.array(z.string()) })

export const returnVisits = resource('return-visits', {
  list: read({
    input: z.object({
      status: listOf(Status),
      kind: listOf(VisitKind),
      overdue: queryFlag.optional(),
      /** Only those that this person may make: not about own work. */
      forMe: queryFlag.optional(),
      /** Only those that may be tried now, by the clock of the server: that of a desk may be slow. */
      ready: queryFlag.optional(),
      estateId: Id.optional(),
      areaId: Id.optional(),
      requestId: Id.optional(),
      from: InstantGiven.optional(),
      to: InstantGiven.optional(),
      madeFrom: InstantGiven.optional(),
      madeTo: InstantGiven.optional(),
      score: listOf(z.coerce.number().pipe(Score)),
      sort: z.enum(['due', 'newest']).default('due'),
      ...page,
    }),
    output: pageOf(moved),
  }),
  counts: read({
    input: z.object({ estateId: Id.optional() }),
    output: z.object({ due: Count, overdue: Count, madeThisMonth: Count, averageScore: z.number().nullable() }),
  }),
  get: read({ input: ById, output: ReturnVisit, refuses: ['return_visit.not_found'] }),
  /** Nobody was reached: when to try again. After the third try at different hours it is given up with its notes. */
  attempt: write({
    input: z.object({
      id: Id,
      way: VisitWay,
      outcome: Outcome,
      note: maybeText(300),
      nextTryAt: InstantGiven.nullish(),
    }),
    output: moved,
    refuses: [...AtVisit, 'return_visit.own_work', 'return_visit.try_in_past'],
  }),
  /** The customer was asked. Not solved, or a score of 1 or 2, opens the request again. */
  make: write({
    input: z.object({
      id: Id,
      way: VisitWay,
      spokeWith: maybeText(60),
      solved: z.boolean(),
      onTime: z.boolean().nullish(),
      polite: z.boolean().nullish(),
      chargeClear: z.boolean().nullish(),
      score: Score,
      opinion: maybeText(1000),
    }),
    output: moved.extend({ reopened: z.boolean() }),
    refuses: [...AtVisit, 'return_visit.own_work', 'return_visit.answer_missing', 'work_order.not_allowed_now'],
  }),
  waive: write({
    input: z.object({ id: Id, reason: text(300) }),
    output: moved,
    refuses: [...AtVisit, 'return_visit.own_work'],
  }),
  reveal: write({
    input: z.object({ id: Id }),
    output: z.object({ phone: z.string().nullable() }),
    refuses: ['return_visit.not_found', 'access.out_of_reach'],
  }),
})

export const Rule = z.object({
  id: Id,
  estateId: Id.nullable(),
  kind: VisitKind,
  urgency: Urgency.nullable(),
  categoryCode: z.string().nullable(),
  needed: z.boolean(),
  withinHours: z.int().min(1).max(2400),
  /** Asked once more after so many days (a leak, after the next rain); null means once. */
  againAfterDays: z.int().min(1).max(365).nullable(),
})
export type Rule = z.output<typeof Rule>

/** What comes due, and within which time. */
export const returnVisitRules = resource('return-visit-rules', {
  list: read({
    input: z.object({ estateId: Id.optional() }),
    output: z.object({ items: z.array(Rule) }),
    access: 'signed-in',
  }),
  save: write({
    input: Rule.omit({ id: true }).extend({
      estateId: Id.nullable().default(null),
      urgency: Urgency.nullable().default(null),
      categoryCode: z.string().nullable().default(null),
      againAfterDays: z.int().min(1).max(365).nullable().default(null),
    }),
    output: z.object({ id: Id }),
    needs: 'return-visit-rules.change',
  }),
  remove: write({
    input: ById,
    output: z.object({ id: Id }),
    needs: 'return-visit-rules.change',
    refuses: ['return_visit_rule.not_found', 'return_visit_rule.default_stays'],
  }),
})

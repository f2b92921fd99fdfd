// Deputies (职务代理人): who stands in for whom, in which post, from when to when, and up to which sum.
import { z } from 'zod'
import {
  ById,
  Fen,
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
  write,
} from '../../../platform/contract.ts'
import { STATES } from './states.ts'

export const REASONS = ['leave', 'trip', 'training', 'vacancy', 'other'] as const
export const END_REASONS = ['over', 'returned', 'post_lost', 'left'] as const
export const VERBS = ['change', 'end', 'cancel'] as const
const Turn = z.union([z.literal(1), z.literal(2)])

export const DeputyRow = z.object({
  id: Id,
  principalId: Id,
  principalName: z.string(),
  deputyId: Id,
  deputyName: z.string(),
  postId: Id,
  postTitle: z.string(),
  postTitleEn: z.string(),
  /** Without an estate the post is held in all of them. */
  estateId: Id.nullable(),
  estateName: z.string().nullable(),
  /** The second stands in only while the first is off duty or gone. */
  turn: z.int(),
  fromAt: Instant,
  toAt: Instant,
  /** Without one: half of what the principal may decide. */
  moneyLimitFen: Fen.nullable(),
  reason: z.enum(REASONS),
  note: z.string().nullable(),
  status: z.enum(STATES),
  endedAt: Instant.nullable(),
  can: z.array(z.enum(VERBS)),
})
export type DeputyRow = z.output<typeof DeputyRow>

export const Deputy = DeputyRow.extend({
  handover: z.string().nullable(),
  endReason: z.enum(END_REASONS).nullable(),
  namedByName: z.string(),
  events: z.array(HistoryEvent),
})
export type Deputy = z.output<typeof Deputy>

const Terms = z.object({
  toAt: InstantGiven,
  moneyLimitFen: Fen.min(0).nullable().optional(),
  note: maybeText(300),
  handover: maybeText(4000),
})
const inTime = ['deputy.not_found', 'deputy.not_allowed_now', 'deputy.not_superior', 'deputy.chain'] as const
const terms = ['deputy.ends_too_early', 'deputy.handover_needed', 'deputy.overlaps'] as const

export const deputies = resource('deputies', {
  list: read({
    input: z.object({
      search: z.string().trim().max(60).optional(),
      status: listOf(z.enum(STATES)),
      estateId: Id.optional(),
      /** Only those in which I am principal or deputy. */
      mine: queryFlag.optional(),
      principalId: Id.optional(),
      deputyId: Id.optional(),
      sort: z.enum(['fromAt', '-fromAt', 'toAt', '-toAt']).default('-fromAt'),
      ...page,
    }),
    output: pageOf(DeputyRow),
  }),
  get: read({ input: ById, output: Deputy, refuses: ['deputy.not_found'] }),
  principals: read({
    input: z.object({ search: z.string().trim().max(60).optional() }),
    output: z.object({
      items: z.array(
        z.object({
          holdingId: Id,
          staffId: Id,
          name: z.string(),
          postTitle: z.string(),
          postTitleEn: z.string(),
          estateName: z.string().nullable(),
        }),
      ),
    }),
    needs: 'deputies.name',
    summary: 'Posts for which this person may name a deputy: own ones first, then those of the people below',
  }),
  people: read({
    input: z.object({ search: z.string().trim().max(60).optional() }),
    output: z.object({ items: z.array(z.object({ id: Id, name: z.string(), titles: z.array(z.string()) })) }),
    needs: 'deputies.name',
    summary: 'People at work from whom a deputy is chosen',
  }),
  name: write({
    input: Terms.extend({
      holdingId: Id,
      deputyId: Id,
      turn: Turn.default(1),
      /** Now when nothing is said, or when it is over already. */
      fromAt: InstantGiven.optional(),
      reason: z.enum(REASONS),
    }),
    output: DeputyRow,
    refuses: [
      'deputy.post_not_held',
      'deputy.person_not_found',
      'deputy.oneself',
      'deputy.chain',
      'deputy.not_superior',
      ...terms,
    ],
    summary: 'Let somebody stand in for a post for a time',
  }),
  change: write({
    input: Terms.partial().extend({ id: Id }),
    output: DeputyRow,
    refuses: [...inTime, ...terms],
  }),
  end: write({
    input: z.object({ id: Id, note: maybeText(300) }),
    output: DeputyRow,
    refuses: inTime,
    summary: 'The principal is back',
  }),
  cancel: write({ input: z.object({ id: Id, note: maybeText(300) }), output: DeputyRow, refuses: inTime }),
})

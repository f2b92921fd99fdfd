// Approvals (审批): what is asked, by whom, who must agree, and what each has answered.
import { z } from 'zod'
import {
  ById,
  Count,
  Fen,
  HistoryEvent,
  Id,
  Instant,
  listOf,
  maybeText,
  page,
  pageOf,
  read,
  resource,
  text,
  write,
} from '../../../../platform/contract.ts'
import { STATES } from '../states.ts'
import { Kind } from './rules.ts'

export const ANSWERS = ['agreed', 'returned', 'refused'] as const
export const VERBS = ['agree', 'return', 'refuse', 'withdraw'] as const
const Name = z.object({ id: Id, name: z.string() })

export const ApprovalRow = z.object({
  id: Id,
  kind: Kind,
  subjectKind: z.string(),
  subjectId: Id,
  subjectNo: z.string().nullable(),
  title: z.string(),
  estateId: Id.nullable(),
  amountFen: Fen.nullable(),
  days: z.number().nullable(),
  askedById: Id,
  askedByName: z.string(),
  status: z.enum(STATES),
  openedAt: Instant,
  decidedAt: Instant.nullable(),
  /** By when the step whose turn it is should be answered. */
  dueAt: Instant.nullable(),
  /** Whose turn it is. */
  waitingFor: z.array(Name),
  can: z.array(z.enum(VERBS)),
})
export type ApprovalRow = z.output<typeof ApprovalRow>

export const ApprovalStep = z.object({
  id: Id,
  seq: z.int(),
  who: z.string(),
  approvers: z.array(Name),
  beganAt: Instant.nullable(),
  dueAt: Instant.nullable(),
  movedUp: Count,
  answer: z.enum(ANSWERS).nullable(),
  answeredByName: z.string().nullable(),
  answeredForName: z.string().nullable(),
  answeredAt: Instant.nullable(),
  remark: z.string().nullable(),
})
export type ApprovalStep = z.output<typeof ApprovalStep>

export const Approval = ApprovalRow.extend({
  note: z.string().nullable(),
  steps: z.array(ApprovalStep),
  events: z.array(HistoryEvent),
})
export type Approval = z.output<typeof Approval>

const inPlace = ['approval.not_found', 'approval.not_allowed_now'] as const
const answering = [...inPlace, 'approval.own'] as const

export const approvals = resource('approvals', {
  list: read({
    input: z.object({
      search: z.string().trim().max(60).optional(),
      /** Those that wait for me, those I asked for, those I have answered; all within reach otherwise. */
      whose: z.enum(['mine_to_answer', 'asked', 'answered', 'all']).default('mine_to_answer'),
      kind: listOf(Kind),
      status: listOf(z.enum(STATES)),
      subjectId: Id.optional(),
      ...page,
    }),
    output: pageOf(ApprovalRow),
  }),
  counts: read({ input: z.object({}), output: z.object({ toAnswer: Count, asked: Count }) }),
  get: read({ input: ById, output: Approval, refuses: ['approval.not_found'] }),
  agree: write({
    input: z.object({ id: Id, remark: maybeText(1000) }),
    output: ApprovalRow,
    refuses: [...answering, 'approval.beyond_deputy'],
  }),
  return: write({
    input: z.object({ id: Id, remark: text(1000) }),
    output: ApprovalRow,
    refuses: answering,
    summary: 'To be changed and asked for again',
  }),
  refuse: write({ input: z.object({ id: Id, remark: text(1000) }), output: ApprovalRow, refuses: answering }),
  withdraw: write({ input: z.object({ id: Id, remark: maybeText(1000) }), output: ApprovalRow, refuses: inPlace }),
})

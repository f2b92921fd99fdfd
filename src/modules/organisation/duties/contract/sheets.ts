// Duty sheets (岗位职责书): what a post must do, in versions that are drafted, reviewed, published and acknowledged.
import { z } from 'zod'
import {
  ById,
  Count,
  Day,
  HistoryEvent,
  Id,
  Instant,
  listOf,
  page,
  pageOf,
  read,
  resource,
  text,
  textOrEmpty,
  write,
} from '../../../../platform/contract.ts'
import { CADENCES } from '../../posts/contract.ts'
import { STATES } from '../states.ts'
import { Counted, Shown } from './proof.ts'

const Written = {
  code: text(12),
  text: text(600),
  textEn: textOrEmpty(900),
  cadence: z.enum(CADENCES),
  /** Areas of the program that serve the duty, the leading one first. */
  capability: z.array(z.string().max(40)).max(4),
  /** How it is seen that the duty is done, in words. */
  measure: textOrEmpty(300),
  measureEn: textOrEmpty(400),
}
export const DutyDraft = z.object({
  /** The duty of an earlier version that this one continues. */
  lineId: Id.nullish(),
  ...Written,
  proofs: z.array(Counted).max(3).default([]),
  shown: Shown.nullable().default(null),
})
export type DutyDraft = z.output<typeof DutyDraft>

export const Duty = z.object({
  id: Id,
  lineId: Id,
  ...Written,
  proofs: z.array(Counted),
  shown: Shown.nullable(),
})
export type Duty = z.output<typeof Duty>

const VERBS = ['change', 'submit', 'return', 'publish', 'withdraw', 'acknowledge'] as const
const SheetRow = z.object({
  id: Id,
  postId: Id,
  postTitle: z.string(),
  postTitleEn: z.string(),
  version: z.int(),
  status: z.enum(STATES),
  source: z.enum(['catalogue', 'document', 'typed']),
  duties: Count,
  /** How many of them the program sees by itself. */
  proven: Count,
  draftedByName: z.string(),
  reviewedByName: z.string().nullable(),
  effectiveOn: Day.nullable(),
  publishedAt: Instant.nullable(),
  acknowledged: Count,
  toAcknowledge: Count,
  can: z.array(z.enum(VERBS)),
})
export type SheetRow = z.output<typeof SheetRow>
export const Sheet = SheetRow.omit({ duties: true }).extend({
  note: z.string(),
  returnReason: z.string().nullable(),
  createdAt: Instant,
  submittedAt: Instant.nullable(),
  replacedAt: Instant.nullable(),
  duties: z.array(Duty),
  acknowledgements: z.array(z.object({ staffId: Id, name: z.string(), dueAt: Instant, givenAt: Instant.nullable() })),
  events: z.array(HistoryEvent),
})
export type Sheet = z.output<typeof Sheet>

const at = ['duty_sheet.not_found', 'duty_sheet.not_allowed_now', 'access.out_of_reach'] as const
const writing = ['duty_sheet.code_twice', 'duty_sheet.line_unknown', 'duty_sheet.event_unknown'] as const

export const dutySheets = resource('duty-sheets', {
  list: read({
    input: z.object({ postId: Id.optional(), status: listOf(z.enum(STATES)), ...page }),
    output: pageOf(SheetRow),
  }),
  get: read({ input: ById, output: Sheet, refuses: ['duty_sheet.not_found'] }),
  current: read({
    input: z.object({ postId: Id }),
    output: z.object({ sheet: Sheet.nullable(), draftId: Id.nullable() }),
    access: 'signed-in',
    summary: 'The version in force, and the draft that will replace it',
  }),
  measures: read({
    input: z.object({}),
    output: z.object({
      items: z.array(
        z.object({
          of: z.string(),
          room: z.string(),
          zh: z.string(),
          en: z.string(),
          proof: z.union([Counted, Shown]),
        }),
      ),
    }),
    summary: 'All ways in which the program can see that a duty is done',
  }),
  create: write({
    input: z.object({
      postId: Id,
      from: z.enum(['current', 'nothing']).default('current'),
      duties: z.array(DutyDraft).max(80).optional(),
      source: z.enum(['document', 'typed']).default('typed'),
    }),
    output: Sheet,
    refuses: ['post.not_found', 'duty_sheet.draft_exists', ...writing],
  }),
  change: write({
    input: z.object({ id: Id, note: textOrEmpty(500).optional(), duties: z.array(DutyDraft).max(80).optional() }),
    output: Sheet,
    refuses: [...at, ...writing],
    needs: 'duty-sheets.create',
  }),
  submit: write({
    input: ById,
    output: Sheet,
    refuses: [...at, 'duty_sheet.empty'],
    needs: 'duty-sheets.create',
  }),
  return: write({
    input: z.object({ id: Id, reason: text(300) }),
    output: Sheet,
    refuses: [...at, 'duty_sheet.own_draft'],
    needs: 'duty-sheets.publish',
  }),
  publish: write({
    input: z.object({ id: Id, effectiveOn: Day.optional() }),
    output: Sheet,
    refuses: [...at, 'duty_sheet.own_draft', 'duty_sheet.effective_in_past'],
  }),
  withdraw: write({
    input: z.object({ id: Id, reason: text(300) }),
    output: Sheet,
    refuses: at,
    needs: 'duty-sheets.create',
  }),
  acknowledge: write({
    input: ById,
    output: Sheet,
    refuses: [...at, 'duty_sheet.not_bound'],
    access: 'signed-in',
    summary: 'The person it binds has read it',
  }),
})

// Duties at work: what is due today, how people and areas stand, the evidence, and the fulfilment report.
import { z } from 'zod'
import {
  Count,
  Day,
  file,
  Id,
  Instant,
  page,
  pageOf,
  read,
  resource,
  textOrEmpty,
  write,
} from '../../../../platform/contract.ts'
import { CADENCES } from '../../posts/contract.ts'
import { Way } from './proof.ts'
import { STANDINGS } from './standings.ts'

export const Sum = z.object({ due: Count, met: Count, late: Count, missed: Count })
export const Open = z.object({
  recordKind: z.string(),
  recordId: Id,
  recordNo: z.string().nullable(),
  openedAt: Instant,
  dueAt: Instant.nullable(),
  overdue: z.boolean(),
})
/** One way in which the duty is counted, and how that stands. */
const Part = z.object({
  key: z.string(),
  of: z.string(),
  kind: z.enum(['coverage', 'cadence']),
  credit: z.string(),
  state: z.enum(STANDINGS),
  have: Count,
  need: Count,
  open: Count,
  overdue: Count,
  /** The last day of the spell in which it is asked. */
  dueOn: Day.nullable(),
  nextDueAt: Instant.nullable(),
  way: Way.nullable(),
  /** The first few that are open, the most urgent first. */
  records: z.array(Open),
  month: Sum,
})
export type Part = z.output<typeof Part>
export const DutyToday = z.object({
  lineId: Id,
  code: z.string(),
  text: z.string(),
  textEn: z.string(),
  cadence: z.enum(CADENCES),
  capability: z.array(z.string()),
  measure: z.string(),
  measureEn: z.string(),
  postId: Id,
  postTitle: z.string(),
  postTitleEn: z.string(),
  /** Whose duty it is, when it is done as a deputy. */
  forName: z.string().nullable(),
  forId: Id.nullable(),
  state: z.enum(STANDINGS),
  parts: z.array(Part),
  shown: z.object({ kind: z.enum(['rule', 'board', 'lookup']), of: z.string(), way: Way.nullable() }).nullable(),
})
export type DutyToday = z.output<typeof DutyToday>

const PostTitle = z.object({ title: z.string(), titleEn: z.string() })
export type PostTitle = z.output<typeof PostTitle>
export const Person = z.object({ id: Id, name: z.string(), posts: z.array(PostTitle) })
const TeamRow = Person.extend({
  /** So many duties in each standing. */
  overdue: Count,
  due: Count,
  done: Count,
  openOverdue: Count,
  month: Sum,
  checkedToday: z.boolean(),
  slipping: z.array(
    z.object({ lineId: Id, code: z.string(), text: z.string(), textEn: z.string(), overdue: Count, missed: Count }),
  ),
})
export type TeamRow = z.output<typeof TeamRow>

export const CheckKind = z.enum(['check', 'remark'])
export const CheckResult = z.enum(['good', 'mend'])
const Check = z.object({
  id: Id,
  kind: CheckKind,
  result: CheckResult.nullable(),
  note: z.string(),
  lineId: Id.nullable(),
  code: z.string().nullable(),
  byName: z.string(),
  at: Instant,
})
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const ReportLine = z.object({
  lineId: Id,
  code: z.string(),
  text: z.string(),
  textEn: z.string(),
  cadence: z.enum(CADENCES),
  postTitle: z.string(),
  postTitleEn: z.string(),
  measure: z.string(),
  measureEn: z.string(),
  /** `not_due` when nothing was asked that month; `kept` and `not_yet` are never met or missed. */
  verdict: z.enum(['met', 'partly', 'missed', 'not_due', 'kept', 'not_yet']),
  sum: Sum,
})
export const Report = z.object({
  person: Person,
  month: Month,
  lines: z.array(ReportLine),
  total: Sum,
  /** Share of what was due that was met in time, in percent; null when nothing was due. */
  rate: z.number().nullable(),
  checks: z.array(Check),
})
export type Report = z.output<typeof Report>

const person = ['staff.not_found', 'duty.not_superior'] as const

export const duties = resource('duties', {
  today: read({
    input: z.object({ staffId: Id.optional() }),
    output: z.object({
      person: Person,
      day: Day,
      workingDay: z.boolean(),
      duties: z.array(DutyToday),
      /** Sheets in force that the person has not acknowledged yet. */
      toAcknowledge: z.array(
        z.object({ sheetId: Id, postTitle: z.string(), postTitleEn: z.string(), version: z.int(), dueAt: Instant }),
      ),
      checks: z.array(Check),
      can: z.array(z.enum(['check'])),
    }),
    refuses: person,
    access: 'signed-in',
    summary: 'What a person has to do today: one’s own, or a subordinate’s',
  }),
  team: read({
    input: z.object({}),
    output: z.object({ day: Day, people: z.array(TeamRow) }),
    access: 'signed-in',
    summary: 'The same for everybody below the caller, with what is slipping',
  }),
  evidence: read({
    input: z.object({
      lineId: Id,
      staffId: Id.optional(),
      from: Day,
      to: Day,
      /** `due` is what was met, late or missed; `all` also what is still open in time. */
      state: z.enum(['open', 'overdue', 'met', 'late', 'missed', 'due', 'all']).default('all'),
      ...page,
    }),
    output: pageOf(
      Open.extend({
        proofKey: z.string(),
        of: z.string(),
        turn: Count,
        state: z.enum(['open', 'met', 'late', 'void']),
        onDay: Day,
        doneAt: Instant.nullable(),
        doneByName: z.string().nullable(),
        doneForName: z.string().nullable(),
      }),
    ),
    refuses: [...person, 'duty.not_found'],
    access: 'signed-in',
    summary: 'The records and events behind a figure',
  }),
  report: read({
    input: z.object({ staffId: Id.optional(), month: Month }),
    output: Report,
    refuses: person,
    access: 'signed-in',
    summary: 'Fulfilment of one person’s duties in a month (履职报告)',
  }),
  reportPdf: file({
    input: z.object({ staffId: Id.optional(), month: Month }),
    refuses: person,
    access: 'signed-in',
    summary: 'The same on paper',
  }),
  check: write({
    input: z.object({
      staffId: Id,
      lineId: Id.nullish(),
      kind: CheckKind,
      result: CheckResult.nullish(),
      note: textOrEmpty(500),
    }),
    output: Check,
    refuses: [...person, 'duty.not_found', 'duty.check_without_result', 'duty.remark_without_note'],
    access: 'signed-in',
    summary: 'A superior looked: how it is, or what to mend',
  }),
})

// Work logs (工作记录): what a day was like, how it was handled, what might be done better.
import { z } from 'zod'
import {
  ById,
  Count,
  Day,
  HistoryEvent,
  Id,
  Instant,
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
import { LOG_STATES } from '../states.ts'

export const WorkLogRow = z.object({
  id: Id,
  staffId: Id,
  staffName: z.string(),
  onDay: Day,
  estateId: Id.nullable(),
  estateName: z.string().nullable(),
  happened: z.string(),
  handled: z.string().nullable(),
  suggestion: z.string().nullable(),
  status: z.enum(LOG_STATES),
  writtenAt: Instant,
  changedAt: Instant.nullable(),
  signedAt: Instant.nullable(),
  signedByName: z.string().nullable(),
  remark: z.string().nullable(),
  can: z.array(z.enum(['write', 'sign'])),
})
export type WorkLogRow = z.output<typeof WorkLogRow>
export const WorkLog = WorkLogRow.extend({ events: z.array(HistoryEvent) })
export type WorkLog = z.output<typeof WorkLog>

/** What a person did that day, as the ledger knows it: one line for each record and verb. */
export const Deed = z.object({
  at: Instant,
  name: z.string(),
  recordKind: z.string(),
  recordId: Id,
  /** Number or title of the record, where the event says it. */
  label: z.string().nullable(),
  times: Count,
})
export type Deed = z.output<typeof Deed>

export const workLogs = resource('work-logs', {
  list: read({
    input: z.object({
      search: z.string().trim().max(60).optional(),
      staffId: Id.optional(),
      mine: queryFlag.optional(),
      status: listOf(z.enum(LOG_STATES)),
      estateId: Id.optional(),
      from: Day.optional(),
      to: Day.optional(),
      ...page,
    }),
    output: pageOf(WorkLogRow),
  }),
  get: read({ input: ById, output: WorkLog, refuses: ['work_log.not_found'] }),
  draft: read({
    input: z.object({ day: Day.optional() }),
    output: z.object({
      day: Day,
      log: WorkLogRow.nullable(),
      deeds: z.array(Deed),
      /** Until then it may be written and changed. */
      until: Instant,
    }),
    needs: 'work-logs.write',
    summary: 'One’s own log of a day, and what one did then as the ledger knows it',
  }),
  write: write({
    input: z.object({
      onDay: Day,
      happened: text(4000),
      handled: maybeText(4000),
      suggestion: maybeText(2000),
    }),
    output: WorkLogRow,
    refuses: ['work_log.too_early', 'work_log.too_late', 'work_log.not_allowed_now'],
    summary: 'Write the log of a day, or change it until noon of the next day',
  }),
  sign: write({
    input: z.object({ id: Id, remark: maybeText(1000) }),
    output: WorkLogRow,
    refuses: ['work_log.not_found', 'work_log.not_allowed_now', 'work_log.not_superior'],
    summary: 'A superior has read it',
  }),
})

// Long work as people see it: what runs, how far it is, and how it ended.
import { z } from 'zod'
import { ById, Count, Id, Instant, listOf, page, pageOf, read, resource, write } from '../contract.ts'
import { RUN_STATES } from './states.ts'

export const WorkRun = z.object({
  id: Id,
  /** The page has words for it: import.check, export, … */
  kind: z.string(),
  /** What it is about, in the words of whoever asked: the name of a file, of a list. */
  title: z.string(),
  state: z.enum(RUN_STATES),
  done: Count,
  /** Null as long as nobody knows. */
  total: Count.nullable(),
  /** A refusal's code, or `defect`. */
  error: z.string().nullable(),
  result: z.record(z.string(), z.unknown()),
  startedBy: Id,
  startedByName: z.string().nullable(),
  createdAt: Instant,
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  cancelAskedAt: Instant.nullable(),
  can: z.array(z.enum(['cancel', 'retry'])),
})
export type WorkRun = z.output<typeof WorkRun>

const filters = { ...page, kind: z.string().max(100).optional(), state: listOf(z.enum(RUN_STATES)) }

export const workRuns = resource('work-runs', {
  list: read({
    input: z.object(filters),
    output: pageOf(WorkRun),
    access: 'signed-in',
    summary: 'Own long work, newest first',
  }),
  all: read({
    input: z.object(filters),
    output: pageOf(WorkRun),
    needs: 'work-runs.oversee',
    summary: 'Long work of everybody, newest first',
  }),
  get: read({ input: ById, output: WorkRun, access: 'signed-in', refuses: ['work_run.not_found'] }),
  cancel: write({
    input: ById,
    output: WorkRun,
    access: 'signed-in',
    refuses: ['work_run.not_found', 'work_run.not_allowed_now'],
  }),
  retry: write({
    input: ById,
    output: WorkRun,
    access: 'signed-in',
    refuses: ['work_run.not_found', 'work_run.not_allowed_now'],
    summary: 'Take up failed or cancelled work where it stopped',
  }),
})

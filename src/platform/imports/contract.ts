// Tables taken in: which file, which column means what, what became of its rows.
import { z } from 'zod'
import { ById, Count, file, Id, Instant, page, pageOf, read, resource, write } from '../contract.ts'
import { RUN_STATES } from '../work-runs/states.ts'
import { IMPORT_STATES } from './states.ts'

const Both = z.object({ zh: z.string(), en: z.string() })
const Cell = z.union([z.string(), z.number(), z.boolean(), z.null()])

export const ImportKind = z.object({
  kind: z.string(),
  label: Both,
  fields: z.array(z.object({ key: z.string(), label: Both, required: z.boolean(), kind: z.string() })),
  options: z.array(
    z.object({
      key: z.string(),
      label: Both,
      required: z.boolean(),
      kind: z.enum(['estate', 'line', 'flag', 'choice']),
      choices: z.array(z.object({ value: z.string(), label: Both })),
    }),
  ),
})
export type ImportKind = z.output<typeof ImportKind>

/** Field → place of its column, from 0. */
const Mapping = z.record(z.string().max(100), Count)
const Options = z.record(z.string().max(100), z.unknown())

export const Import = z.object({
  id: Id,
  kind: z.string(),
  fileName: z.string(),
  state: z.enum(IMPORT_STATES),
  headers: z.array(z.string()),
  /** The first rows, as they were read. */
  sample: z.array(z.array(Cell)),
  mapping: Mapping,
  /** Fields that were recognised by a name much like theirs, and deserve a look. */
  unsure: z.array(z.string()),
  /** The mapping was confirmed for such a file before. */
  remembered: z.boolean(),
  options: Options,
  total: Count.nullable(),
  taken: Count,
  same: Count,
  rejected: Count,
  run: z
    .object({
      id: Id,
      state: z.enum(RUN_STATES),
      done: Count,
      total: Count.nullable(),
      error: z.string().nullable(),
      cancelAsked: z.boolean(),
    })
    .nullable(),
  /** The rows given back, as a file to correct and bring again. */
  rejectsAttachmentId: Id.nullable(),
  createdByName: z.string().nullable(),
  createdAt: Instant,
  finishedAt: Instant.nullable(),
  can: z.array(z.enum(['map', 'check', 'run', 'cancel'])),
})
export type Import = z.output<typeof Import>

export const Reject = z.object({ row: Count, cells: z.array(Cell), reasons: z.array(Both) })
export type Reject = z.output<typeof Reject>

const unknown = ['import.not_found'] as const
const moves = [...unknown, 'import.not_allowed_now', 'import.kind_unknown', 'access.not_granted'] as const
const unreadable = ['sheet.broken', 'sheet.encrypted', 'sheet.too_large', 'sheet.empty'] as const
const needs = 'imports.create'

export const imports = resource('imports', {
  kinds: read({
    input: z.object({}),
    output: z.object({ items: z.array(ImportKind) }),
    summary: 'What this person may import',
  }),
  list: read({ input: z.object({ ...page, kind: z.string().max(60).optional() }), output: pageOf(Import) }),
  get: read({ input: ById, output: Import, refuses: unknown }),
  rejects: read({
    input: ById.extend({ ...page }),
    output: pageOf(Reject),
    refuses: unknown,
    summary: 'Rows given back by the latest dry run or run',
  }),
  template: file({
    input: z.object({ kind: z.string().max(60) }),
    refuses: ['import.kind_unknown'],
    summary: 'An empty table with the columns of this kind',
  }),
  create: write({
    input: z.object({ kind: z.string().max(60), attachmentId: Id }),
    output: Import,
    refuses: ['attachment.not_found', 'import.kind_unknown', ...unreadable],
    summary: 'Read the header of an uploaded table and propose which column means what',
  }),
  map: write({
    input: ById.extend({ mapping: Mapping, options: Options.default({}) }),
    output: Import,
    refuses: [...moves, 'import.field_missing', 'import.no_such_column', 'import.options_wrong'],
    needs,
  }),
  check: write({ input: ById, output: Import, refuses: moves, needs, summary: 'Begin a dry run' }),
  run: write({ input: ById, output: Import, refuses: moves, needs, summary: 'Begin, or go on with, taking in' }),
  cancel: write({
    input: ById,
    output: Import,
    refuses: [...unknown, 'import.nothing_to_cancel', 'work_run.not_allowed_now', 'work_run.not_found'],
    needs,
  }),
})

// Lists given out as Excel workbooks: short ones at once, long ones as work with a note when it is done.
import { z } from 'zod'
import { file, Id, resource, write } from '../contract.ts'

const Kind = z.string().max(60)
/** What fits into an answer while somebody waits for it. */
export const MOST_AT_ONCE = 5000

const refuses = ['export.kind_unknown', 'export.query_wrong', 'access.not_granted'] as const

export const exports = resource('exports', {
  now: file({
    input: z.object({
      kind: Kind,
      /** The filters of the list as JSON. */
      query: z.string().max(8000).default('{}'),
    }),
    access: 'signed-in',
    refuses: [...refuses, 'export.too_many'],
    summary: 'A workbook of at most 5,000 rows',
  }),
  create: write({
    input: z.object({ kind: Kind, query: z.record(z.string(), z.unknown()).default({}) }),
    output: z.object({ runId: Id }),
    access: 'signed-in',
    refuses,
    summary: 'Begin a workbook of any length; its run and a notification lead to the file',
  }),
})

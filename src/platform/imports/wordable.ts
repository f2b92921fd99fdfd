// Reasons as they were kept in the database.
import { z } from 'zod'
import type { Reason } from './importer.ts'

const Reasons = z.array(
  z.object({
    code: z.string(),
    field: z.string().optional(),
    params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
)

export const wordable = (reasons: unknown): Reason[] =>
  Reasons.parse(reasons).map(({ code, field, params }) => ({
    code,
    ...(field === undefined ? {} : { field }),
    ...(params === undefined ? {} : { params }),
  }))

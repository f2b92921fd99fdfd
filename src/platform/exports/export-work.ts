// The long work of an export, by name and input; what it does stands in run-kind.ts.
import { z } from 'zod'

const ExportWork = z.object({ kind: z.string(), query: z.record(z.string(), z.unknown()) })
export const EXPORT = { kind: 'export', input: ExportWork } as const

// The two long works of an import, by name and input; what they do stands in running.ts.
import { z } from 'zod'
import { Id } from '../contract.ts'

const ImportWork = z.object({
  importId: Id,
  /** The run that was stopped and is gone on with. */
  after: Id.optional(),
})
export const CHECK = { kind: 'import.check', input: ImportWork } as const
export const RUN = { kind: 'import.run', input: ImportWork } as const

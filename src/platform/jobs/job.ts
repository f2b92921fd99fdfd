// What a job is: a name, the shape of what it is given, and one function that runs in a transaction of its company.
import { z } from 'zod'
import type { User } from '../access.ts'
import type { Ctx } from '../context.ts'
import { Id } from '../contract.ts'

export type Job<P extends z.ZodType = z.ZodType> = {
  /** `<room>.<what it does>`, for example reports.send */
  readonly name: string
  readonly payload: P
  /** In whose name: the program's, or that of whoever asked, with what they may do at the time it runs. */
  readonly as: 'program' | 'asker'
  /** Runs to the end exactly once: what it writes commits together with the job's being done. */
  run(ctx: Ctx, payload: z.output<P>): Promise<unknown>
}
export const job = <P extends z.ZodType>(definition: Job<P>): Job<P> => definition

/** What lies in the queue. */
export const Envelope = z.object({
  job: z.string(),
  companyId: Id,
  /** Who asked; null when it was the program. */
  accountId: Id.nullable(),
  payload: z.unknown(),
})
export type Envelope = z.output<typeof Envelope>

/** The person behind an account as they stand now; undefined when they may no longer sign in. */
export type People = (companyId: string, accountId: string) => Promise<User | undefined>

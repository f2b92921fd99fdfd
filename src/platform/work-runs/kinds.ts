// What a long work is: one function that goes from step to step, each step a transaction, and can be run again at any of them.
import type { z } from 'zod'
import type { User } from '../access.ts'
import type { Ctx } from '../context.ts'
import type { Database } from '../database.ts'
import type { Log } from '../log.ts'

export type Run<I> = {
  readonly id: string
  readonly companyId: string
  readonly input: I
  /** Where the attempt before stopped, as `moveTo` wrote it; an empty object at first. */
  readonly cursor: unknown
  /** Whoever asked for it, with what they may do now. */
  readonly user: User
  readonly database: Database
  readonly log: Log
  /**
   * One transaction, refused when the work was cancelled or another worker has taken it up: what a step wrote is there
   * exactly once when the step also writes how far it got.
   */
  step<T>(work: (ctx: Ctx) => Promise<T>): Promise<T>
  /** Inside a step: where to go on. */
  moveTo(ctx: Ctx, cursor: object): Promise<void>
  /** Shown on the page; written at most twice a second. */
  progress(done: number, total?: number): void
}

export type RunKind<I extends z.ZodType = z.ZodType> = {
  /** `<room>.<what it does>`. */
  readonly kind: string
  readonly input: I
  /** Whether the person who asked is told when it has ended. */
  readonly notifies?: boolean
  /** Its answer is the result people see. */
  run(run: Run<z.output<I>>): Promise<object>
  /** In the transaction in which it ends otherwise than well. */
  onStop?(ctx: Ctx, input: z.output<I>, how: 'failed' | 'cancelled'): Promise<void>
}
export const runKind = <I extends z.ZodType>(definition: RunKind<I>): RunKind<I> => definition

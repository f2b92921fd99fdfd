// What every action is given: the transaction, who acts, the clock, and a place for what happens after commit.
import type { User } from './access.ts'
import type { Database, Tx } from './database.ts'
import type { Log } from './log.ts'
import type { Numbers } from './numbers.ts'
import type { Sealer } from './seal.ts'

export type Change = { noun: string; id: string; event: string }
/** What the platform lends to every action; opened once per process. */
export type Equipment = { readonly numbers: Numbers; readonly sealer: Sealer }
export type Ctx = Equipment & {
  readonly tx: Tx
  readonly user: User
  readonly now: Date
  readonly callId: string
  readonly log: Log
  /** The event ids of this transaction, for the pages and hearers told after commit. */
  readonly changes: Change[]
  /** Runs after commit, in order; a failure there is logged and changes nothing. */
  after(work: () => unknown): void
}

export type ContextSeed = { user: User; now: Date; callId: string; log: Log; equipment: Equipment }
export type Announce = (companyId: string, changes: readonly Change[]) => void

/** Runs an action in a transaction of the user's company, then what it asked to do after commit. */
export async function perform<T>(
  database: Database,
  seed: ContextSeed,
  announce: Announce,
  work: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  const afterwards: (() => unknown)[] = []
  const changes: Change[] = []
  const { equipment, ...said } = seed
  const result = await database.inCompany(seed.user.companyId, (tx) =>
    work({
      ...equipment,
      ...said,
      user: { ...seed.user, behalf: { of: undefined } },
      tx,
      changes,
      after: (task) => afterwards.push(task),
    }),
  )
  if (changes.length) announce(seed.user.companyId, changes)
  for (const task of afterwards) {
    try {
      await task()
    } catch (error) {
      seed.log.error({ err: error }, 'work after commit failed')
    }
  }
  return result
}

// The cast at work on places and customers, through the typed client.
import { customers } from '../../src/modules/estate/customers/contract.ts'
import { places } from '../../src/modules/estate/premises/contract/places.ts'
import { programOf } from '../../src/platform/access.ts'
import type { Client } from '../../src/platform/client.ts'
import { type Ctx, perform } from '../../src/platform/context.ts'
import type { Database } from '../../src/platform/database.ts'
import { openLog } from '../../src/platform/log.ts'
import type { Cast, Login } from './cast.ts'
import { openStage } from './stage.ts'

export type Person = { places: Client<typeof places>; customers: Client<typeof customers> }
export type EstateStage = {
  cast: Cast
  database: Database
  as(login: Login): Promise<Person>
  /** The program at work in our company. */
  inOurs<T>(work: (ctx: Ctx) => Promise<T>): Promise<T>
  /** What the ledger of our company says of a record. */
  eventsOf(recordId: string): Promise<{ name: string; byName: string; details: unknown }[]>
  close(): Promise<void>
}

export async function openEstateStage(): Promise<EstateStage> {
  const stage = await openStage()
  const { database, serving } = stage.server
  return {
    cast: stage.cast,
    database,
    async as(login) {
      const visitor = await stage.as(login)
      return { places: visitor.of(places), customers: visitor.of(customers) }
    },
    inOurs: (work) => {
      const user = programOf(stage.cast.companies.ours)
      const seed = { user, now: stage.clock.now, callId: 'test', log: openLog('silent'), equipment: serving.equipment }
      return perform(database, seed, () => {}, work)
    },
    eventsOf: (recordId) =>
      database.inCompany(stage.cast.companies.ours, (tx) =>
        tx
          .selectFrom('event')
          .select(['name', 'byName', 'details', 'fromState', 'toState'])
          .where('recordId', '=', recordId)
          .orderBy('id')
          .execute(),
      ),
    close: stage.close,
  }
}

// The cast at work on places and customers, through the typed client.
import { customers } from '../../src/modules/estate/customers/contract.ts'
import { places } from '../../src/modules/estate/premises/contract/places.ts'
import type { Client } from '../../src/platform/client.ts'
import type { Database } from '../../src/platform/database.ts'
import type { Cast, Login } from './cast.ts'
import { openStage } from './stage.ts'

export type Person = { places: Client<typeof places>; customers: Client<typeof customers> }
export type EstateStage = {
  cast: Cast
  database: Database
  as(login: Login): Promise<Person>
  /** What the ledger of our company says of a record. */
  eventsOf(recordId: string): Promise<{ name: string; byName: string; details: unknown }[]>
  close(): Promise<void>
}

export async function openEstateStage(): Promise<EstateStage> {
  const stage = await openStage()
  const { database } = stage.server
  return {
    cast: stage.cast,
    database,
    async as(login) {
      const visitor = await stage.as(login)
      return { places: visitor.of(places), customers: visitor.of(customers) }
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

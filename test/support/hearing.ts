// Lets everything that hears the ledger catch up, as the worker would.
import { hearers } from '../../src/app/jobs.ts'
import { hearOnce, type Listening } from '../../src/platform/hearers.ts'
import { openLog } from '../../src/platform/log.ts'
import type { TestApp } from './app.ts'

type Stands = Pick<TestApp, 'server' | 'cast' | 'clock'>
/** Hearers answer each other: what one writes another hears, at most three deep. */
export async function catchUp({ server, cast, clock }: Stands, companyId = cast.companies.ours) {
  const { database, serving } = server
  const listening: Listening = {
    database,
    announce: serving.announce,
    equipment: serving.equipment,
    log: openLog(process.env.TEST_LOG ?? 'silent'),
    now: () => clock.now,
  }
  for (let round = 0; round < 4; round += 1) {
    for (const hearer of hearers) while (await hearOnce(listening, companyId, hearer));
  }
}

// The queues of pg-boss: the same three in every installation, whatever rooms there are.

import { CompiledQuery } from 'kysely'
import type { ConstructorOptions, Db, Queue } from 'pg-boss'
import type { Tx } from '../database.ts'

export const SCHEMA = 'pgboss'

/** Jobs of one transaction each. */
export const SHORT = 'short'
/** Work of many transactions, with progress. */
export const LONG = 'long'
/** What failed to the end, on its way to where people see it. */
export const DEAD = 'dead'

const DAY = 24 * 60 * 60
/** A worker that has not been heard of for so long is dead; the least that pg-boss takes. */
const HEARTBEAT = 10
const PATIENT = { retryBackoff: true, retryDelayMax: 300, retentionSeconds: 30 * DAY, heartbeatSeconds: HEARTBEAT }

// None of them notifies: NOTIFY inside a transaction lets only one transaction commit at a time. Workers are woken after the
// commit, over the same channel as the pages.
export const QUEUES: readonly Queue[] = [
  { name: DEAD, ...PATIENT, retryLimit: 1000, retryDelay: 5, expireInSeconds: 300, deleteAfterSeconds: DAY },
  {
    name: SHORT,
    ...PATIENT,
    retryLimit: 8,
    retryDelay: 1,
    expireInSeconds: 900,
    deleteAfterSeconds: DAY,
    deadLetter: DEAD,
  },
  {
    name: LONG,
    ...PATIENT,
    retryLimit: 20,
    retryDelay: 1,
    expireInSeconds: DAY - 60,
    deleteAfterSeconds: DAY,
    deadLetter: DEAD,
  },
]

/** Neither creates nor changes its tables: that is done by the owner of the database when it migrates. */
export const QUIET = {
  schema: SCHEMA,
  migrate: false,
  createSchema: false,
  schedule: false,
  supervise: false,
  reindex: false,
  monitorVacuum: false,
  registerInstance: false,
  openTelemetry: { enabled: false },
} satisfies ConstructorOptions

/** Lets pg-boss write in a transaction of ours. */
export const dbOf = (tx: Tx): Db => ({
  executeSql: async (text, values = []) => ({ rows: (await tx.executeQuery(CompiledQuery.raw(text, values))).rows }),
})

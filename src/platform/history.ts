// What happened to a record, in the form in which answers carry it.
import type { z } from 'zod'
import type { HistoryEvent } from './contract.ts'
import type { Tx } from './database.ts'
import { listEvents } from './ledger.ts'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Of one kind: a person's id is also that of the account, whose sign-ins are nobody's history. */
export async function historyOf(tx: Tx, kind: string, recordId: string): Promise<z.input<typeof HistoryEvent>[]> {
  const events = await listEvents(tx, [recordId])
  return events
    .filter(({ recordKind }) => recordKind === kind)
    .map(({ id, at, name, recordKind, byId, byName, forName, fromState, toState, details }) => ({
      ...{ id, at, name, recordKind, byId, byName, forName, fromState, toState },
      details: isRecord(details) ? details : {},
    }))
}

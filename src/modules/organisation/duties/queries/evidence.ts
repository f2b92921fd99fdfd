// All SQL of evidence and its tallies, as counting needs it.
import { sql } from 'kysely'
import { named, type Tx } from '../../../../platform/database.ts'
import type { Cursor } from '../../../../platform/hearers.ts'
import type { LedgerEvent } from '../../../../platform/ledger.ts'
import type { Evidence, Tally } from '../rules/evidence.ts'

export const listProofStates = (tx: Tx) =>
  tx.selectFrom('dutyProof').select(['key', 'state', 'tx', 'eventId']).execute()

export const listProofs = (tx: Tx, keys: readonly string[]) =>
  tx
    .selectFrom('dutyProof')
    .select(['key', 'proof'])
    .where('key', 'in', [...keys])
    .execute()

/** Where it is not known yet it begins to count from the first event on. */
export const insertProofs = (tx: Tx, proofs: readonly { key: string; proof: object }[]) =>
  tx
    .insertInto('dutyProof')
    .values(proofs.map(({ key, proof }) => ({ key, proof: JSON.stringify(proof), state: 'counting' as const })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()

export const moveProofs = (tx: Tx, keys: readonly string[], at: Cursor, state: 'counting' | 'current') =>
  tx
    .updateTable('dutyProof')
    .set({ tx: at.tx, eventId: at.eventId, state })
    .where('key', 'in', [...keys])
    .execute()

const EVENT_COLUMNS = [
  'id',
  'at',
  'name',
  'recordKind',
  'recordId',
  'byId',
  'byName',
  'postId',
  'forId',
  'estateId',
  'areaId',
  'fromState',
  'toState',
  'details',
] as const

/** In the order of commit, after one cursor up to and with another. */
export const listEventsBetween = (tx: Tx, names: readonly string[], after: Cursor, until: Cursor, limit: number) =>
  tx
    .selectFrom('event')
    .select([...EVENT_COLUMNS, 'tx'])
    .where('name', 'in', [...names])
    .where(sql<boolean>`(tx, id) > (${after.tx}::xid8, ${after.eventId}::uuid)`)
    .where(sql<boolean>`(tx, id) <= (${until.tx}::xid8, ${until.eventId}::uuid)`)
    .orderBy('tx')
    .orderBy('id')
    .limit(limit)
    .execute()

/** All events of these records that any proof asks for. */
export const listEventsOfRecords = (
  tx: Tx,
  recordIds: readonly string[],
  names: readonly string[],
): Promise<LedgerEvent[]> =>
  tx
    .selectFrom('event')
    .select([...EVENT_COLUMNS])
    .where(sql<boolean>`record_id = any(${[...recordIds]}::uuid[])`)
    .where(sql<boolean>`name = any(${[...names]}::text[])`)
    .execute()

export type Kept = Evidence & { proofKey: string; recordId: string }
export type Pair = { proofKey: string; recordId: string }

export const listEvidenceOf = (tx: Tx, pairs: readonly Pair[]): Promise<Kept[]> =>
  tx
    .selectFrom('dutyEvidence')
    .select([
      'proofKey',
      'recordId',
      'turn',
      'recordKind',
      'recordNo',
      'state',
      'who',
      'estateId',
      'areaId',
      'onDay',
      'openedAt',
      'dueAt',
      'doneAt',
      'doneById',
      'doneByName',
      'doneForId',
      'openedEvent',
      'doneEvent',
    ])
    .where(
      sql<boolean>`(proof_key, record_id) in (select * from unnest(${pairs.map(({ proofKey }) => proofKey)}::text[], ${pairs.map(({ recordId }) => recordId)}::uuid[]))`,
    )
    .execute()

const EVIDENCE_FIELDS = `record_kind, record_no, state, who, estate_id, area_id, on_day, opened_at, due_at, done_at,
  done_by_id, done_by_name, done_for_id, opened_event, done_event`
const UPSERT_EVIDENCE = `insert into duty_evidence (proof_key, record_id, turn, ${EVIDENCE_FIELDS})
  select proof_key, record_id, turn, ${EVIDENCE_FIELDS} from jsonb_populate_recordset(null::duty_evidence, $1::jsonb)
  on conflict (company_id, proof_key, record_id, turn) do update set (${EVIDENCE_FIELDS}) =
    row(${EVIDENCE_FIELDS.replaceAll(/(\w+)/g, 'excluded.$1')})`

export const upsertEvidence = (tx: Tx, rows: readonly Kept[]) =>
  named(tx, 'duty_evidence.upsert', UPSERT_EVIDENCE, [JSON.stringify(rows.map(snakeKeys))])

export const deleteEvidence = async (tx: Tx, rows: readonly (Pair & { turn: number })[]) => {
  for (const { proofKey, recordId, turn } of rows) {
    await tx
      .deleteFrom('dutyEvidence')
      .where('proofKey', '=', proofKey)
      .where('recordId', '=', recordId)
      .where('turn', '=', turn)
      .execute()
  }
}

const ADD_TALLIES = `insert into duty_tally (proof_key, who, on_day, due, met, late, done)
  select proof_key, who, on_day, due, met, late, done from jsonb_populate_recordset(null::duty_tally, $1::jsonb)
  on conflict (company_id, proof_key, who, on_day) do update set
    due = duty_tally.due + excluded.due, met = duty_tally.met + excluded.met, late = duty_tally.late + excluded.late,
    done = duty_tally.done + excluded.done`

export const addTallies = (tx: Tx, rows: readonly (Tally & { proofKey: string })[]) =>
  named(tx, 'duty_tally.add', ADD_TALLIES, [JSON.stringify(rows.map(snakeKeys))])

/** Forgets what was counted, so that it is counted again from the first event on. */
export async function startOver(tx: Tx, keys: readonly string[]) {
  await tx
    .deleteFrom('dutyEvidence')
    .where('proofKey', 'in', [...keys])
    .execute()
  await tx
    .deleteFrom('dutyTally')
    .where('proofKey', 'in', [...keys])
    .execute()
  await moveProofs(tx, keys, { tx: '0', eventId: '00000000-0000-0000-0000-000000000000' }, 'counting')
}

const snakeKeys = (row: object) =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
  )

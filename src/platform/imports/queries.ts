// All SQL about imports.
import { type ExpressionBuilder, sql } from 'kysely'
import type { Tables } from '../../../db/types.gen.ts'
import type { User } from '../access.ts'
import type { Tx } from '../database.ts'
import type { Cell } from '../sheets/cells.ts'
import { withinReach } from '../within-reach.ts'
import type { Reason } from './importer.ts'
import type { ImportState } from './states.ts'

const cards = (tx: Tx, user: User) =>
  tx
    .selectFrom('import')
    .innerJoin('attachment', (join) =>
      join.onRef('attachment.companyId', '=', 'import.companyId').onRef('attachment.id', '=', 'import.attachmentId'),
    )
    .leftJoin('account', (join) =>
      join.onRef('account.companyId', '=', 'import.companyId').onRef('account.id', '=', 'import.createdBy'),
    )
    .leftJoin('workRun', (join) =>
      join.onRef('workRun.companyId', '=', 'import.companyId').onRef('workRun.id', '=', 'import.runId'),
    )
    .selectAll('import')
    .select(['attachment.sha256', 'account.name as createdByName'])
    .select(['workRun.state as runState', 'workRun.done as runDone', 'workRun.total as runTotal'])
    .select(['workRun.error as runError', 'workRun.cancelAskedAt as runCancelAskedAt'])
    .where((eb) => within(eb, user))

const within = (eb: ExpressionBuilder<Tables, 'import'>, user: User) =>
  withinReach(eb, user, 'imports.read', { own: ['import.createdBy'] })

export type ImportRow = NonNullable<Awaited<ReturnType<typeof findImport>>>
export const findImport = (tx: Tx, user: User, id: string) =>
  cards(tx, user).where('import.id', '=', id).executeTakeFirst()

type Page = { kind?: string | undefined; after?: string | undefined; limit: number }
/** Newest first; ids grow with time. */
export function listImports(tx: Tx, user: User, { kind, after, limit }: Page) {
  let query = cards(tx, user).orderBy('import.id', 'desc').limit(limit)
  if (kind) query = query.where('import.kind', '=', kind)
  if (after) query = query.where('import.id', '<', after)
  return query.execute()
}

export const lockImport = (tx: Tx, id: string) =>
  tx.selectFrom('import').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export type ImportDraft = {
  id: string
  kind: string
  attachmentId: string
  fileName: string
  headers: readonly string[]
  sample: readonly (readonly Cell[])[]
  signature: string
  mapping: Record<string, number>
  options: Record<string, unknown>
  createdBy: string
  createdAt: Date
}
export const insertImport = (tx: Tx, { headers, sample, mapping, options, ...draft }: ImportDraft) =>
  tx
    .insertInto('import')
    .values({
      ...draft,
      headers: JSON.stringify(headers),
      sample: JSON.stringify(sample),
      mapping: JSON.stringify(mapping),
      options: JSON.stringify(options),
    })
    .execute()

type Change = {
  state?: ImportState
  mapping?: string
  options?: string
  runId?: string
  total?: number | null
  taken?: number
  same?: number
  rejected?: number
  rowReached?: number
  rejectsAttachmentId?: string | null
  finishedAt?: Date | null
}
export const updateImport = (tx: Tx, id: string, change: Change) =>
  tx.updateTable('import').set(change).where('id', '=', id).execute()

export type Tally = { taken: number; same: number; rejected: number }
/** Adds what a batch came to, and moves on to its last row. */
export const addTally = (tx: Tx, id: string, { taken, same, rejected }: Tally, rowReached: number) =>
  tx
    .updateTable('import')
    .set((eb) => ({
      taken: eb('taken', '+', taken),
      same: eb('same', '+', same),
      rejected: eb('rejected', '+', rejected),
      rowReached,
    }))
    .where('id', '=', id)
    .execute()

export type RejectDraft = { row: number; cells: readonly Cell[]; reasons: readonly Reason[] }
export async function insertRejects(tx: Tx, importId: string, runId: string, rejects: readonly RejectDraft[]) {
  if (rejects.length === 0) return
  await sql`
    insert into import_reject (import_id, run_id, row_number, cells, reasons)
    select ${importId}, ${runId}, r.row, r.cells, r.reasons
    from jsonb_to_recordset(${JSON.stringify(rejects)}::jsonb) as r (row integer, cells jsonb, reasons jsonb)
    on conflict do nothing`.execute(tx)
}

/** In the order of the sheet, after a row. */
export const listRejects = (tx: Tx, runId: string, after: number, limit: number) =>
  tx
    .selectFrom('importReject')
    .select(['rowNumber', 'cells', 'reasons'])
    .where('runId', '=', runId)
    .where('rowNumber', '>', after)
    .orderBy('rowNumber')
    .limit(limit)
    .execute()

/** A run that goes on after it was stopped gives back its earlier rows too. */
export const adoptRejects = (tx: Tx, from: string, to: string) =>
  sql`insert into import_reject (import_id, run_id, row_number, cells, reasons)
    select import_id, ${to}, row_number, cells, reasons from import_reject where run_id = ${from}
    on conflict do nothing`.execute(tx)

export const findMapping = (tx: Tx, kind: string, signature: string) =>
  tx
    .selectFrom('importMapping')
    .select(['mapping', 'options'])
    .where('kind', '=', kind)
    .where('signature', '=', signature)
    .executeTakeFirst()

type Remembered = { kind: string; signature: string; mapping: string; options: string; usedAt: Date; usedBy: string }
export const rememberMapping = (tx: Tx, { kind, signature, ...used }: Remembered) =>
  tx
    .insertInto('importMapping')
    .values({ kind, signature, ...used })
    .onConflict((conflict) => conflict.columns(['companyId', 'kind', 'signature']).doUpdateSet(used))
    .execute()

// Takes in a table batch by batch, each a transaction that also says how far it got; a dry run does the same without writing.
import { z } from 'zod'
import { linkAttachments } from '../attachments/linking.ts'
import { keepAttachment } from '../attachments/routes.ts'
import type { Ctx } from '../context.ts'
import type { Store, StoredFile } from '../files/store.ts'
import { recordEvent } from '../ledger.ts'
import { Refusal } from '../refusal.ts'
import type { SheetRow } from '../sheets/cells.ts'
import { type Run, type RunKind, runKind } from '../work-runs/kinds.ts'
import { doBatch, type Work } from './batches.ts'
import type { Importers } from './importer.ts'
import { adoptRejects, lockImport, updateImport } from './queries.ts'
import { openStored } from './reading.ts'
import { type RejectsOf, storeRejects } from './rejects-file.ts'
import { CHECK, RUN } from './run-kinds.ts'
import type { ImportState } from './states.ts'

export type ImportPlace = { importers: Importers; store: Store }
type Input = z.output<typeof RUN.input>

export function importRuns(place: ImportPlace): RunKind[] {
  return [
    runKind({
      ...CHECK,
      run: (run) => runImportWork(place, run, true),
      onStop: (ctx, { importId }) => giveUp(ctx, importId),
    }),
    runKind({
      ...RUN,
      notifies: true,
      run: (run) => runImportWork(place, run, false),
      onStop: (ctx, { importId }) => giveUp(ctx, importId),
    }),
  ]
}

const BATCH = 500

async function runImportWork(place: ImportPlace, run: Run<Input>, dry: boolean) {
  const { work, file } = await run.step((ctx) => takeUp(place, ctx, run, dry))
  const total = work.total ?? (await countRows(place.store, file))
  run.progress(0, total)
  let done = 0
  let batch: SheetRow[] = []
  const flush = async () => {
    if (batch.length === 0) return
    const rows = batch
    batch = []
    await run.step((ctx) => doBatch(ctx, work, rows))
    done += rows.length
    run.progress(done, total)
  }
  const sheet = await openStored(place.store, file)
  for await (const row of sheet.rows) {
    if (row.rowNumber <= work.rowReached) {
      done += 1
      continue
    }
    batch.push(row)
    if (batch.length === BATCH) await flush()
  }
  await flush()
  const rejects = { importId: work.importId, runId: run.id, fileName: work.fileName, headers: sheet.headers }
  return finish(place, run, { ...rejects, importer: work.importer }, { dry, total: done })
}

async function countRows(store: Store, file: { companyId: string; sha256: string }) {
  let count = 0
  for await (const _ of (await openStored(store, file)).rows) count += 1
  return count
}

const Columns = z.record(z.string(), z.number())

async function takeUp({ importers }: ImportPlace, ctx: Ctx, run: Run<Input>, dry: boolean) {
  const { importId, after } = run.input
  const row = await lockImport(ctx.tx, importId)
  if (!row) throw new Error('the import is gone')
  mustBeTurnOf(row, run.id)
  const importer = importers.find(({ kind }) => kind === row.kind)
  if (!importer) throw new Error(`nobody takes in ${row.kind}`)
  if (after) await adoptRejects(ctx.tx, after, run.id)
  // A dry run remembers the keys it has met, and has to meet them all again.
  const again = dry ? { taken: 0, same: 0, rejected: 0, rowReached: 0 } : {}
  await updateImport(ctx.tx, importId, { ...again, state: dry ? 'checking' : 'running' })
  const { sha256 } = await ctx.tx
    .selectFrom('attachment')
    .select('sha256')
    .where('id', '=', row.attachmentId)
    .executeTakeFirstOrThrow()
  const work: Work = {
    importer,
    importId,
    runId: run.id,
    fileName: row.fileName,
    columns: Columns.parse(row.mapping),
    options: importer.options.parse(row.options),
    dry,
    total: row.total,
    rowReached: dry ? 0 : row.rowReached,
    met: new Set(),
  }
  return { work, file: { companyId: run.companyId, sha256 } }
}

/** A run that is taken up again after it had failed must still be the latest of its import. */
function mustBeTurnOf({ id, runId, state }: { id: string; runId: string | null; state: ImportState }, run: string) {
  if (runId !== run || state === 'done' || state === 'checked')
    throw new Refusal('import.not_allowed_now', { id, state })
}

type Outcome = { dry: boolean; total: number }

async function finish(place: ImportPlace, run: Run<Input>, rejects: RejectsOf, { dry, total }: Outcome) {
  const stored = await storeRejects(place.store, run, rejects)
  return run.step(async (ctx) => {
    const row = await lockImport(ctx.tx, run.input.importId)
    if (!row) throw new Error('the import is gone')
    const { kind, taken, same, rejected } = row
    if (taken + same + rejected !== total) {
      throw new Error(`of ${total} rows ${taken} are taken, ${same} the same and ${rejected} rejected`)
    }
    const rejectsAttachmentId = stored ? await keepRejects(ctx, row.id, stored) : null
    const state = dry ? 'checked' : 'done'
    await updateImport(ctx.tx, row.id, { state, total, rejectsAttachmentId, finishedAt: dry ? null : ctx.now })
    const result = { total, taken, same, rejected }
    const event = { recordId: row.id, from: row.state, to: state, details: { kind, ...result } }
    await recordEvent(ctx, { ...event, name: dry ? 'import.checked' : 'import.finished' })
    return { ...result, importId: row.id, rejectsAttachmentId }
  })
}

async function keepRejects(ctx: Ctx, recordId: string, stored: StoredFile): Promise<string> {
  const { id } = await keepAttachment(ctx, stored)
  await linkAttachments(ctx, { recordKind: 'import', recordId, ids: [id], label: 'rejects' })
  return id
}

/** What was taken stays; going on starts after the last batch. */
async function giveUp(ctx: Ctx, importId: string) {
  const row = await lockImport(ctx.tx, importId)
  if (row?.state !== 'checking' && row?.state !== 'running') return
  const state = row.state === 'running' && row.rowReached > 0 ? 'stopped' : 'ready'
  await updateImport(ctx.tx, importId, { state })
  await recordEvent(ctx, { name: 'import.stopped', recordId: importId, from: row.state, to: state })
}

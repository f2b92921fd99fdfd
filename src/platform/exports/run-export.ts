// A whole list in one call, for the command line: straight into a file.
import { perform } from '../context.ts'
import type { Workplace } from '../jobs/workplace.ts'
import { Refusal } from '../refusal.ts'
import { type SheetRecord, writeSheet } from '../sheets/write-sheet.ts'
import { draftOf, exporterOf, queryOf, recordExport } from './actions.ts'
import type { Exporters } from './exporter.ts'

export type ExportCall = {
  place: Workplace
  exporters: Exporters
  companyId: string
  /** In whose name, and with what they may see. */
  accountId: string
  kind: string
  query?: Record<string, unknown>
  /** A path; what is there already is written over. */
  file: string
}

/** How many rows were written. */
export async function runExport({ place, exporters, companyId, accountId, kind, query = {}, file }: ExportCall) {
  const user = await place.people(companyId, accountId)
  if (!user) throw new Refusal('work_run.asker_gone')
  const { database, equipment, log, announce } = place
  return perform(database, { user, now: place.now(), callId: 'export', log, equipment }, announce, async (ctx) => {
    const exporter = exporterOf(exporters, ctx, kind)
    const filters = queryOf(exporter, query)
    let rows = 0
    async function* counted(): AsyncGenerator<SheetRecord> {
      for await (const row of exporter.rows(ctx, filters)) {
        rows += 1
        yield row
      }
    }
    await writeSheet(file, draftOf(exporter, ctx, counted()))
    await recordExport(ctx, exporter, { query: filters, rows })
    return rows
  })
}

// The long work of an export: the workbook is written into a folder of its own first, then kept.
import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { z } from 'zod'
import { linkAttachments } from '../attachments/linking.ts'
import { keepAttachment } from '../attachments/routes.ts'
import type { Store } from '../files/store.ts'
import { type SheetRecord, writeSheet } from '../sheets/write-sheet.ts'
import { type Run, type RunKind, runKind } from '../work-runs/kinds.ts'
import { draftOf, exporterOf, nameOf, queryOf, recordExport } from './actions.ts'
import { EXPORT } from './export-work.ts'
import type { Exporters } from './exporter.ts'

export const exportRun = (exporters: Exporters, store: Store): RunKind =>
  runKind({ ...EXPORT, notifies: true, run: (run) => exportList(exporters, store, run) })

/** Read in one transaction, so that the rows are those of one moment as near as the pages of the reading allow. */
async function exportList(exporters: Exporters, store: Store, run: Run<z.output<typeof EXPORT.input>>) {
  const folder = await mkdtemp(join(tmpdir(), 'zhishou-export-'))
  try {
    const path = join(folder, 'list.xlsx')
    const { name, rows } = await run.step(async (ctx) => {
      const exporter = exporterOf(exporters, ctx, run.input.kind)
      const query = queryOf(exporter, run.input.query)
      const counted = countedRows(run, exporter.rows(ctx, query))
      await writeSheet(path, draftOf(exporter, ctx, counted))
      const rows = counted.count()
      run.progress(rows, rows)
      await recordExport(ctx, exporter, { query, rows })
      return { name: nameOf(exporter, ctx), rows }
    })
    const limitBytes = Number.MAX_SAFE_INTEGER
    const stored = await store.put(createReadStream(path), { companyId: run.companyId, name, limitBytes })
    return await run.step(async (ctx) => {
      const { id } = await keepAttachment(ctx, stored)
      await linkAttachments(ctx, { recordKind: 'work_run', recordId: run.id, ids: [id], label: 'export' })
      return { attachmentId: id, rows }
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function countedRows(run: Run<unknown>, rows: AsyncIterable<SheetRecord>) {
  let count = 0
  return {
    count: () => count,
    async *[Symbol.asyncIterator]() {
      for await (const row of rows) {
        count += 1
        if (count % 500 === 0) run.progress(count)
        yield row
      }
    },
  }
}

// The rows that were given back, as a file to correct and bring again.

import { z } from 'zod'
import type { Database } from '../database.ts'
import type { Store, StoredFile } from '../files/store.ts'
import type { Cell } from '../sheets/cells.ts'
import { rejectsWorkbook } from '../sheets/rejects-workbook.ts'
import type { Run } from '../work-runs/kinds.ts'
import type { Importer } from './importer.ts'
import { listRejects } from './queries.ts'
import { wordsOfReason } from './reason-words.ts'
import { wordable } from './wordable.ts'

export type RejectsOf = {
  importer: Importer
  importId: string
  runId: string
  fileName: string
  headers: readonly string[]
}

const PAGE = 1000
const NAME = { zh: '退回', en: 'returned' }

/** Undefined when every row was taken. */
export async function storeRejects(
  store: Store,
  run: Run<unknown>,
  rejects: RejectsOf,
): Promise<StoredFile | undefined> {
  const { companyId, database, user } = run
  const language = user.locale === 'en' ? 'en' : 'zh'
  const pages = pagesOf(database, companyId, rejects.runId)
  const first = await pages.next()
  if (first.done) return undefined
  async function* rejected() {
    for (let page = first; !page.done; page = await pages.next()) {
      for (const { cells, reasons } of page.value) {
        const words = wordable(reasons).map((reason) => wordsOfReason(rejects.importer, reason)[language])
        yield { cells: Cells.parse(cells), reasons: words }
      }
    }
  }
  const name = `${rejects.fileName.replace(/\.[^.]*$/, '')}-${NAME[language]}.xlsx`
  const bytes = rejectsWorkbook({ headers: rejects.headers, rejected: rejected(), language })
  return store.put(bytes, { companyId, name, limitBytes: Number.MAX_SAFE_INTEGER })
}

const Cells: z.ZodType<Cell[]> = z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))

async function* pagesOf(database: Database, companyId: string, runId: string) {
  for (let after = 0; ; ) {
    const page = await database.inCompany(companyId, (tx) => listRejects(tx, runId, after, PAGE))
    const last = page.at(-1)
    if (!last) return
    yield page
    after = last.rowNumber
  }
}

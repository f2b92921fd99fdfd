// One batch of an import: parse, judge, write, and account for every row.
import type { z } from 'zod'
import type { Ctx } from '../context.ts'
import type { SheetRow } from '../sheets/cells.ts'
import type { Importer, Judged, MappedRow, Take } from './importer.ts'
import { addTally, insertRejects, type RejectDraft } from './queries.ts'
import { type Columns, readRow } from './reading.ts'

export type Work = {
  importer: Importer
  importId: string
  runId: string
  fileName: string
  columns: Columns
  options: z.output<z.ZodType>
  /** Judges, but writes nothing. */
  dry: boolean
  /** Known from an earlier dry run. */
  total: number | null
  rowReached: number
  /** Keys of rows already taken from this file in this attempt. */
  met: Set<string>
}

export async function doBatch(ctx: Ctx, work: Work, rows: readonly SheetRow[]) {
  const { importer, columns } = work
  const sources = new Map(rows.map((row) => [row.rowNumber, row]))
  const read = rows.map((row) => readRow(importer, columns, row, ctx.user.zone))
  const rejects: RejectDraft[] = read
    .filter(({ mapped }) => mapped === undefined)
    .map(({ source, reasons }) => ({ row: source.rowNumber, cells: source.cells, reasons }))
  const mapped = read.flatMap((row) => (row.mapped ? [row.mapped] : []))
  const judged = await judge(ctx, work, mapped)
  for (const { row, verdict } of judged) {
    const source = sources.get(row.row)
    if (verdict.verdict === 'reject' && source) {
      rejects.push({ row: row.row, cells: source.cells, reasons: verdict.reasons })
    }
  }
  const taken = await take(ctx, work, judged)
  await insertRejects(ctx.tx, work.importId, work.runId, rejects)
  const same = rows.length - taken - rejects.length
  await addTally(ctx.tx, work.importId, { taken, same, rejected: rejects.length }, rows.at(-1)?.rowNumber ?? 0)
}

type JudgedRow = { row: MappedRow; verdict: Judged<unknown> }

async function judge(ctx: Ctx, { importer, options }: Work, rows: readonly MappedRow[]): Promise<JudgedRow[]> {
  if (rows.length === 0) return []
  const verdicts = await importer.prepare(ctx, rows, options)
  if (verdicts.length !== rows.length) throw new Error(`${importer.kind}: one verdict for each row is needed`)
  return rows.flatMap((row, place) => {
    const verdict = verdicts[place]
    return verdict ? [{ row, verdict }] : []
  })
}

/** How many rows are new. */
async function take(ctx: Ctx, { importer, options, dry, met }: Work, judged: readonly JudgedRow[]): Promise<number> {
  const takes: Take<unknown>[] = []
  const keys = new Set<string>()
  for (const { row, verdict } of judged) {
    if (verdict.verdict !== 'take' || met.has(verdict.key) || keys.has(verdict.key)) continue
    keys.add(verdict.key)
    takes.push({ row: row.row, key: verdict.key, draft: verdict.draft })
  }
  const written = dry || takes.length === 0 ? keys : new Set(await importer.write(ctx, takes, options))
  // Only when the batch commits is anything met; until then the transaction may still fail.
  ctx.after(() => {
    for (const key of keys) met.add(key)
  })
  return written.size
}

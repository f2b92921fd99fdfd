// The verbs of exports.
import { z } from 'zod'
import { holds } from '../access.ts'
import type { Ctx } from '../context.ts'
import type { FileAnswer, Input } from '../contract.ts'
import { newId } from '../ids.ts'
import { recordEvent } from '../ledger.ts'
import { Refusal } from '../refusal.ts'
import { type SheetDraft, type SheetRecord, sheetBytes, XLSX_TYPE } from '../sheets/write-sheet.ts'
import { startRun } from '../work-runs/start.ts'
import { type exports, MOST_AT_ONCE } from './contract.ts'
import { EXPORT } from './export-work.ts'
import type { Exporter, Exporters } from './exporter.ts'

type Verbs = (typeof exports)['verbs']

/** Refuses `export.too_many`: the page then offers to do it as work. */
export async function now(exporters: Exporters, ctx: Ctx, given: Input<Verbs['now']>): Promise<FileAnswer> {
  const exporter = exporterOf(exporters, ctx, given.kind)
  const query = queryOf(exporter, parsedJson(given.query))
  const rows: SheetRecord[] = []
  for await (const row of exporter.rows(ctx, query)) {
    rows.push(row)
    if (rows.length > MOST_AT_ONCE) throw new Refusal('export.too_many', { most: MOST_AT_ONCE })
  }
  const chunks: Buffer[] = []
  for await (const chunk of sheetBytes(draftOf(exporter, ctx, rows))) chunks.push(chunk)
  await recordExport(ctx, exporter, { query, rows: rows.length })
  return { type: XLSX_TYPE, name: nameOf(exporter, ctx), bytes: Buffer.concat(chunks) }
}

export async function create(exporters: Exporters, ctx: Ctx, { kind, query }: Input<Verbs['create']>) {
  const exporter = exporterOf(exporters, ctx, kind)
  queryOf(exporter, query)
  return { runId: await startRun(ctx, EXPORT, { title: nameOf(exporter, ctx), given: { kind, query } }) }
}

export function exporterOf(exporters: Exporters, ctx: Ctx, kind: string): Exporter {
  const exporter = exporters.find((one) => one.kind === kind)
  if (!exporter) throw new Refusal('export.kind_unknown', { kind })
  if (!holds(ctx.user, exporter.permission)) {
    throw new Refusal('access.not_granted', { permission: exporter.permission })
  }
  return exporter
}

export function queryOf({ query }: Exporter, given: unknown): unknown {
  const parsed = query.safeParse(given)
  if (!parsed.success)
    throw new Refusal('export.query_wrong', { fields: parsed.error.issues.map(({ path }) => path.join('.')) })
  return parsed.data
}

const Json = z.string().transform((text, issues): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    issues.addIssue({ code: 'custom', message: 'not JSON' })
    return z.NEVER
  }
})
function parsedJson(text: string): unknown {
  const parsed = Json.safeParse(text)
  if (!parsed.success) throw new Refusal('export.query_wrong')
  return parsed.data
}

const languageOf = ({ user }: Pick<Ctx, 'user'>) => (user.locale === 'en' ? 'en' : 'zh')

export function draftOf(exporter: Exporter, ctx: Pick<Ctx, 'user'>, rows: SheetDraft['rows']): SheetDraft {
  const language = languageOf(ctx)
  const columns = exporter.columns.map(({ label, ...column }) => ({ ...column, label: label[language] }))
  return { sheetName: exporter.label[language], columns, rows, zone: ctx.user.zone }
}

/** With the day and time, since one downloads the same list again and again. */
export function nameOf(exporter: Exporter, { user, now: at }: Pick<Ctx, 'user' | 'now'>) {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: user.zone, dateStyle: 'short', timeStyle: 'short' })
  return `${exporter.label[languageOf({ user })]} ${parts.format(at).replace(':', '')}.xlsx`
}

/** What leaves the program is written down: who, which list, how it was filtered, how many. */
export const recordExport = (ctx: Ctx, { kind }: Exporter, details: { query: unknown; rows: number }) =>
  recordEvent(ctx, { name: 'export.made', recordId: newId(), details: { kind, ...details } })

// Imports as people see them.
import { z } from 'zod'
import { holds } from '../access.ts'
import type { Ctx } from '../context.ts'
import type { Input } from '../contract.ts'
import { Refusal } from '../refusal.ts'
import { sheetBytes, XLSX_TYPE } from '../sheets/write-sheet.ts'
import { Import, type ImportKind, type imports, Reject } from './contract.ts'
import type { Importer, Importers } from './importer.ts'
import { findImport, findMapping, type ImportRow, listImports, listRejects } from './queries.ts'
import { proposedColumns } from './reading.ts'
import { wordsOfReason } from './reason-words.ts'
import { life } from './states.ts'
import { wordable } from './wordable.ts'

export type Taking = { importers: Importers }
type Verbs = (typeof imports)['verbs']

const mayImport = (ctx: Ctx, { permission }: Importer) => permission === undefined || holds(ctx.user, permission)

/** Refuses a kind that nobody takes in, or not for this person. */
export function importerOf({ importers }: Taking, ctx: Ctx, kind: string): Importer {
  const importer = importers.find((one) => one.kind === kind)
  if (!importer) throw new Refusal('import.kind_unknown', { kind })
  if (importer.permission !== undefined) mustHold(ctx, importer.permission)
  return importer
}

/** The pages ask before a verb begins; the command line comes here at once. */
export function mustHold({ user }: Ctx, permission: string) {
  if (!holds(user, permission)) throw new Refusal('access.not_granted', { permission })
}

export async function mustBeSeen(ctx: Ctx, id: string): Promise<ImportRow> {
  mustHold(ctx, 'imports.read')
  const row = await findImport(ctx.tx, ctx.user, id)
  if (!row) throw new Refusal('import.not_found', { id })
  return row
}

export const kinds = async ({ importers }: Taking, ctx: Ctx) => ({
  items: importers.filter((importer) => mayImport(ctx, importer)).map(kindOf),
})

const kindOf = ({ kind, label, fields, optionFields }: Importer): ImportKind => ({
  kind,
  label,
  fields: fields.map((field) => ({ key: field.key, label: field.label, required: field.required, kind: field.kind })),
  options: optionFields.map((option) => ({
    key: option.key,
    label: option.label,
    required: option.required,
    kind: option.kind,
    choices: option.kind === 'choice' ? [...option.choices] : [],
  })),
})

export async function list(taking: Taking, ctx: Ctx, { kind, after, limit }: Input<Verbs['list']>) {
  const rows = await listImports(ctx.tx, ctx.user, { kind, after, limit: limit + 1 })
  const items: Import[] = []
  for (const row of rows.slice(0, limit)) items.push(await shown(taking, ctx, row))
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null, total: null, more: false }
}

export const get = async (taking: Taking, ctx: Ctx, { id }: { id: string }) =>
  shown(taking, ctx, await mustBeSeen(ctx, id))

export async function rejects({ importers }: Taking, ctx: Ctx, { id, after, limit }: Input<Verbs['rejects']>) {
  const { runId, kind, rejected } = await mustBeSeen(ctx, id)
  const importer = importers.find((one) => one.kind === kind) ?? { fields: [], reasons: {} }
  const rows = runId ? await listRejects(ctx.tx, runId, Number(after) || 0, limit + 1) : []
  const items = rows.slice(0, limit).map(({ rowNumber, cells, reasons }) =>
    Reject.parse({
      row: rowNumber,
      cells,
      reasons: wordable(reasons).map((reason) => wordsOfReason(importer, reason)),
    }),
  )
  const next = rows.length > limit ? String(items.at(-1)?.row ?? '') : null
  return { items, next, total: rejected, more: false }
}

/** An empty table whose columns are recognised without a question. */
export async function template(taking: Taking, ctx: Ctx, { kind }: { kind: string }) {
  const importer = importerOf(taking, ctx, kind)
  const language = ctx.user.locale === 'en' ? 'en' : 'zh'
  const columns = importer.fields.map(({ key, label }) => ({
    key,
    label: label[language],
    kind: 'text' as const,
    width: 20,
  }))
  const sheetName = importer.label[language]
  const chunks: Buffer[] = []
  for await (const chunk of sheetBytes({ sheetName, columns, rows: [] })) chunks.push(chunk)
  return { type: XLSX_TYPE, name: `${sheetName}.xlsx`, bytes: Buffer.concat(chunks) }
}

export async function shown({ importers }: Taking, ctx: Ctx, row: ImportRow): Promise<Import> {
  const importer = importers.find((one) => one.kind === row.kind)
  const headers = z.array(z.string()).parse(row.headers)
  const isDraft = row.state === 'draft'
  const remembered = isDraft && (await findMapping(ctx.tx, row.kind, row.signature)) !== undefined
  const unsure = isDraft && importer && !remembered ? proposedColumns(importer, headers).unsure : []
  const may = importer !== undefined && mayImport(ctx, importer) && holds(ctx.user, 'imports.create')
  return Import.parse({ ...row, headers, unsure, remembered, run: runOf(row), can: may ? canOf(row) : [] })
}

const runOf = (row: ImportRow) =>
  row.runId && {
    id: row.runId,
    state: row.runState,
    done: row.runDone,
    total: row.runTotal,
    error: row.runError,
    cancelAsked: row.runCancelAskedAt !== null,
  }

function canOf(row: ImportRow) {
  const verbs: string[] = (['map', 'check', 'run'] as const).filter((verb) => life.can(row.state, verb))
  const isOpen = row.state === 'checking' || row.state === 'running'
  return isOpen && row.runCancelAskedAt === null ? [...verbs, 'cancel'] : verbs
}

/** For the file that was brought and the rows that were given back. */
export const maySeeImport = async (ctx: Ctx, id: string): Promise<boolean> =>
  (await findImport(ctx.tx, ctx.user, id)) !== undefined

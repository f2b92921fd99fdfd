// The verbs of imports: bring a table, say what its columns mean, try, take in.
import { linkAttachments, maySee } from '../attachments/linking.ts'
import { findAttachment } from '../attachments/queries.ts'
import type { Ctx } from '../context.ts'
import type { Input } from '../contract.ts'
import type { Store } from '../files/store.ts'
import { newId } from '../ids.ts'
import { recordEvent } from '../ledger.ts'
import { Refusal } from '../refusal.ts'
import { cancel as cancelRun } from '../work-runs/actions.ts'
import { startRun } from '../work-runs/start.ts'
import type { imports } from './contract.ts'
import type { Importer } from './importer.ts'
import { findMapping, insertImport, lockImport, rememberMapping, updateImport } from './queries.ts'
import { openStored, proposedColumns, readBeginning } from './reading.ts'
import { CHECK, RUN } from './run-kinds.ts'
import { life } from './states.ts'
import { importerOf, mustBeSeen, mustHold, shown, type Taking } from './views.ts'

type Verbs = (typeof imports)['verbs']

export async function create(taking: Taking & { store: Store }, ctx: Ctx, given: Input<Verbs['create']>) {
  mustHold(ctx, 'imports.create')
  const importer = importerOf(taking, ctx, given.kind)
  const attachment = await findAttachment(ctx.tx, given.attachmentId)
  // Only what one has uploaded oneself: somebody else's file would show itself in the sample.
  if (!attachment || !(await maySee(ctx, attachment, {}))) throw new Refusal('attachment.not_found')
  const { companyId } = ctx.user
  const beginning = await readBeginning(await openStored(taking.store, { companyId, sha256: attachment.sha256 }))
  const known = await findMapping(ctx.tx, importer.kind, beginning.signature)
  const { mapping } = proposedColumns(importer, beginning.headers)
  const id = newId()
  await insertImport(ctx.tx, {
    ...beginning,
    id,
    kind: importer.kind,
    attachmentId: attachment.id,
    fileName: attachment.name,
    mapping: known ? columnsIn(known.mapping) : mapping,
    options: known ? objectIn(known.options) : {},
    createdBy: ctx.user.id,
    createdAt: ctx.now,
  })
  await linkAttachments(ctx, { recordKind: 'import', recordId: id, ids: [attachment.id], label: 'source' })
  await recordEvent(ctx, {
    name: 'import.created',
    recordId: id,
    details: { kind: importer.kind, file: attachment.name },
  })
  return shown(taking, ctx, await mustBeSeen(ctx, id))
}

export async function map(taking: Taking, ctx: Ctx, { id, mapping, options }: Input<Verbs['map']>) {
  const row = await lockSeen(ctx, id)
  const importer = importerOf(taking, ctx, row.kind)
  const state = life.next(row.state, 'map')
  mustBeWhole(importer, mapping, listIn(row.headers).length)
  const parsed = importer.options.safeParse(options)
  if (!parsed.success) {
    throw new Refusal('import.options_wrong', { options: parsed.error.issues.map(({ path }) => path.join('.')) })
  }
  const said = { mapping: JSON.stringify(mapping), options: JSON.stringify(options) }
  await updateImport(ctx.tx, id, { ...said, ...FROM_THE_START, state })
  await rememberMapping(ctx.tx, {
    ...said,
    kind: row.kind,
    signature: row.signature,
    usedAt: ctx.now,
    usedBy: ctx.user.id,
  })
  await recordEvent(ctx, { name: 'import.mapped', recordId: id, from: row.state, to: state, details: { mapping } })
  return shown(taking, ctx, await mustBeSeen(ctx, id))
}

const FROM_THE_START = { total: null, taken: 0, same: 0, rejected: 0, rowReached: 0, rejectsAttachmentId: null }

export const check = (taking: Taking, ctx: Ctx, { id }: { id: string }) => begin(taking, ctx, id, 'check')
export const run = (taking: Taking, ctx: Ctx, { id }: { id: string }) => begin(taking, ctx, id, 'run')

async function begin(taking: Taking, ctx: Ctx, id: string, verb: 'check' | 'run') {
  await beginImport(taking, ctx, { id, verb })
  return shown(taking, ctx, await mustBeSeen(ctx, id))
}

/** The id of the run. A run that goes on after it was stopped keeps what it has counted. */
export async function beginImport(
  taking: Taking,
  ctx: Ctx,
  { id, verb, startAfter }: { id: string; verb: 'check' | 'run'; startAfter?: Date },
): Promise<string> {
  const row = await lockSeen(ctx, id)
  importerOf(taking, ctx, row.kind)
  const state = life.next(row.state, verb)
  const goesOn = row.state === 'stopped'
  const given = { importId: id, ...(goesOn && row.runId ? { after: row.runId } : {}) }
  const runId = await startRun(ctx, verb === 'check' ? CHECK : RUN, {
    title: row.fileName,
    given,
    ...(startAfter ? { startAfter } : {}),
  })
  await updateImport(ctx.tx, id, { state, runId, ...(goesOn ? {} : { ...FROM_THE_START, total: row.total }) })
  const name = verb === 'check' ? 'import.check_started' : 'import.run_started'
  await recordEvent(ctx, { name, recordId: id, from: row.state, to: state })
  return runId
}

export async function cancel(taking: Taking, ctx: Ctx, { id }: { id: string }) {
  const row = await mustBeSeen(ctx, id)
  if (!row.runId || (row.state !== 'checking' && row.state !== 'running'))
    throw new Refusal('import.nothing_to_cancel', { state: row.state })
  const cancelled = await cancelRun(ctx, { id: row.runId })
  // One that had not begun ends at once, and with it nobody is left to say so.
  if (cancelled.state === 'cancelled') {
    const goesOn = row.state === 'running' && row.rowReached > 0
    await updateImport(ctx.tx, id, { state: goesOn ? 'stopped' : 'ready' })
  }
  return shown(taking, ctx, await mustBeSeen(ctx, id))
}

async function lockSeen(ctx: Ctx, id: string) {
  await mustBeSeen(ctx, id)
  const row = await lockImport(ctx.tx, id)
  if (!row) throw new Refusal('import.not_found', { id })
  return row
}

function mustBeWhole({ fields }: Importer, mapping: Record<string, number>, columns: number) {
  const known = new Set(fields.map(({ key }) => key))
  const wrong = Object.entries(mapping).find(([key, column]) => !known.has(key) || column >= columns)
  if (wrong) throw new Refusal('import.no_such_column', { field: wrong[0], column: wrong[1] })
  const missing = fields.filter(({ key, required }) => required && mapping[key] === undefined).map(({ key }) => key)
  if (missing.length > 0) throw new Refusal('import.field_missing', { fields: missing })
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const objectIn = (value: unknown) => (isObject(value) ? value : {})
const columnsIn = (value: unknown): Record<string, number> =>
  Object.fromEntries(
    Object.entries(objectIn(value)).flatMap(([key, at]) => (typeof at === 'number' ? [[key, at]] : [])),
  )
const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

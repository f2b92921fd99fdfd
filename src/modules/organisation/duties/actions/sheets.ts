// The verbs of duty sheets: draft, hand in, return, publish, withdraw, acknowledge.
import { canOf, mustReach, reaches } from '../../../../platform/access.ts'
import { dayOf } from '../../../../platform/calendar/zones.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { historyOf } from '../../../../platform/history.ts'
import { newId } from '../../../../platform/ids.ts'
import { type EventDraft, recordEvent } from '../../../../platform/ledger.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { findPostInUse } from '../../posts/module.ts'
import type { Known } from '../contract/proof.ts'
import type { DutyDraft, dutySheets, Sheet, SheetRow } from '../contract/sheets.ts'
import * as sql from '../queries/sheets.ts'
import { keyOf } from '../rules/key.ts'
import { eventsKnown } from '../rules/proofs.ts'
import { mustBeAnother, mustBeKnownEvents, mustContinueOwn, mustDifferInCode } from '../rules/sheets.ts'
import { sheetLife, type Verb } from '../states.ts'
import { askToAcknowledge, dropAcknowledgements } from './acknowledging.ts'
import { forgetDuties } from './bindings.ts'
import { ensureProofs, withProofs } from './proofs.ts'

type Verbs = typeof dutySheets.verbs
type Given<V extends keyof Verbs> = Input<Verbs[V]>
const PERMISSION: Record<Exclude<Verb, 'replace' | 'acknowledge'>, string> = {
  change: 'duty-sheets.create',
  submit: 'duty-sheets.create',
  withdraw: 'duty-sheets.create',
  return: 'duty-sheets.publish',
  publish: 'duty-sheets.publish',
}
const GRANTED = ['change', 'submit', 'return', 'publish', 'withdraw'] as const

function canDo(ctx: Ctx, row: sql.SheetLine, mine: boolean): SheetRow['can'] {
  const granted = canOf(
    GRANTED,
    (verb) =>
      sheetLife.can(row.status, verb) &&
      reaches(ctx.user, PERMISSION[verb], {}) &&
      (PERMISSION[verb] !== 'duty-sheets.publish' || row.draftedById !== ctx.user.id),
  )
  return mine && row.status === 'published' ? [...granted, 'acknowledge'] : granted
}

async function shown(ctx: Ctx, id: string): Promise<Sheet> {
  const row = await sql.findSheet(ctx.tx, id)
  if (!row) throw new Refusal('duty_sheet.not_found', { id })
  const acknowledgements = await sql.listAcknowledgements(ctx.tx, id)
  const mine = acknowledgements.some(({ staffId, givenAt }) => staffId === ctx.user.id && givenAt === null)
  return {
    ...row,
    duties: await withProofs(ctx, await sql.listDuties(ctx.tx, id)),
    acknowledgements,
    events: await historyOf(ctx.tx, 'duty_sheet', id),
    can: canDo(ctx, row, mine),
  }
}

export async function list(ctx: Ctx, { postId, status, limit, after }: Given<'list'>) {
  const offset = Number(after ?? 0)
  const { rows, total } = await sql.listSheets(ctx.tx, { postId, status, limit, offset })
  const next = offset + rows.length < total ? String(offset + rows.length) : null
  return { items: rows.map((row) => ({ ...row, can: canDo(ctx, row, false) })), next, total, more: false }
}

export const get = (ctx: Ctx, { id }: Given<'get'>) => shown(ctx, id)

export async function current(ctx: Ctx, { postId }: Given<'current'>) {
  const sheet = await sql.findOfPost(ctx.tx, postId, ['published'])
  const draft = await sql.findOfPost(ctx.tx, postId, ['draft', 'in_review'])
  return { sheet: sheet ? await shown(ctx, sheet.id) : null, draftId: draft?.id ?? null }
}

export const measures = (known: Known) => async () => ({
  items: [...known].map(([of, { zh, en, proof }]) => ({ of, room: of.slice(0, of.indexOf('.')), zh, en, proof })),
})

export const create =
  (known: Known) =>
  async (ctx: Ctx, { postId, from, duties, source }: Given<'create'>) => {
    mustReach(ctx.user, 'duty-sheets.create', {})
    if (!(await findPostInUse(ctx.tx, postId))) throw new Refusal('post.not_found', { id: postId })
    if (await sql.findOfPost(ctx.tx, postId, ['draft', 'in_review'])) throw new Refusal('duty_sheet.draft_exists')
    const before = await sql.findOfPost(ctx.tx, postId, ['published'])
    const copied = before && from === 'current' ? await withProofs(ctx, await sql.listDuties(ctx.tx, before.id)) : []
    const id = newId()
    const version = (await sql.lastVersion(ctx.tx, postId)) + 1
    const rows = await rowsOf(ctx, known, { sheetId: id, postId, duties: duties ?? copied })
    const sheet: sql.NewSheet = {
      ...{ id, postId, version, source, note: '', effectiveOn: null, publishedAt: null },
      status: 'draft',
      draftedById: ctx.user.id,
      draftedByName: ctx.user.name,
    }
    await sql.insertSheets(ctx.tx, [sheet], rows)
    await recordEvent(ctx, { name: 'duty_sheet.drafted', recordId: id, to: 'draft', details: { postId, version } })
    return shown(ctx, id)
  }

export const change =
  (known: Known) =>
  async (ctx: Ctx, { id, note, duties }: Given<'change'>) => {
    const sheet = await locked(ctx, id, 'change')
    if (duties) {
      await sql.replaceDuties(ctx.tx, id, await rowsOf(ctx, known, { sheetId: id, postId: sheet.postId, duties }))
    }
    if (note !== undefined) await sql.updateSheet(ctx.tx, id, { note })
    await recordEvent(ctx, {
      name: 'duty_sheet.changed',
      recordId: id,
      details: { postId: sheet.postId, duties: duties?.length ?? sheet.duties },
    })
    return shown(ctx, id)
  }

export async function submit(ctx: Ctx, { id }: Given<'submit'>) {
  const sheet = await locked(ctx, id, 'submit')
  if (sheet.duties === 0) throw new Refusal('duty_sheet.empty')
  await move(ctx, sheet, 'submit', { submittedAt: ctx.now, returnReason: null }, { name: 'duty_sheet.submitted' })
  return shown(ctx, id)
}

async function returnSheet(ctx: Ctx, { id, reason }: Given<'return'>) {
  const sheet = await locked(ctx, id, 'return')
  mustBeAnother(ctx.user, sheet)
  const change = { returnReason: reason, submittedAt: null }
  await move(ctx, sheet, 'return', change, { name: 'duty_sheet.returned', details: { reason } })
  return shown(ctx, id)
}

export { returnSheet as return }

export async function publish(ctx: Ctx, { id, effectiveOn }: Given<'publish'>) {
  const sheet = await locked(ctx, id, 'publish')
  mustBeAnother(ctx.user, sheet)
  const today = dayOf(ctx.now, ctx.user.zone)
  const from = effectiveOn ?? today
  if (from < today) throw new Refusal('duty_sheet.effective_in_past')
  const before = await sql.findOfPost(ctx.tx, sheet.postId, ['published'])
  if (before) {
    await move(ctx, before, 'replace', { replacedAt: ctx.now }, { name: 'duty_sheet.replaced' })
    await dropAcknowledgements(ctx, await sql.listOpenAcknowledgements(ctx.tx, { sheetId: before.id }))
  }
  const reviewed = { reviewedById: ctx.user.id, reviewedByName: ctx.user.name }
  const change = { ...reviewed, effectiveOn: from, publishedAt: ctx.now }
  const details = { version: sheet.version, effectiveOn: from }
  await move(ctx, sheet, 'publish', change, { name: 'duty_sheet.published', details })
  await sql.beginDuties(ctx.tx, id, from)
  await askToAcknowledge(ctx, sheet)
  ctx.after(() => forgetDuties(ctx.user.companyId))
  return shown(ctx, id)
}

export async function withdraw(ctx: Ctx, { id, reason }: Given<'withdraw'>) {
  const sheet = await locked(ctx, id, 'withdraw')
  await move(ctx, sheet, 'withdraw', {}, { name: 'duty_sheet.withdrawn', details: { reason } })
  return shown(ctx, id)
}

export async function acknowledge(ctx: Ctx, { id }: Given<'acknowledge'>) {
  const sheet = await sql.findSheet(ctx.tx, id)
  if (!sheet) throw new Refusal('duty_sheet.not_found', { id })
  sheetLife.next(sheet.status, 'acknowledge')
  const mine = (await sql.listAcknowledgements(ctx.tx, id)).find(({ staffId }) => staffId === ctx.user.id)
  if (!mine) throw new Refusal('duty_sheet.not_bound')
  if (mine.givenAt === null) {
    await sql.giveAcknowledgement(ctx.tx, mine.id, ctx.now)
    await recordEvent(ctx, {
      name: 'duty_acknowledgement.given',
      recordId: mine.id,
      details: { sheetId: id, staffId: ctx.user.id, version: sheet.version },
    })
  }
  return shown(ctx, id)
}

/** Sheets belong to the company, so only a grant for the whole company moves them. */
async function locked(ctx: Ctx, id: string, verb: keyof typeof PERMISSION) {
  await sql.lockSheet(ctx.tx, id)
  const sheet = await sql.findSheet(ctx.tx, id)
  if (!sheet) throw new Refusal('duty_sheet.not_found', { id })
  mustReach(ctx.user, PERMISSION[verb], {})
  sheetLife.next(sheet.status, verb)
  return sheet
}

async function move(
  ctx: Ctx,
  sheet: sql.SheetLine,
  verb: Verb,
  change: Parameters<typeof sql.updateSheet>[2],
  { name, details }: Pick<EventDraft, 'name' | 'details'>,
) {
  const status = sheetLife.next(sheet.status, verb)
  await sql.updateSheet(ctx.tx, sheet.id, { ...change, status })
  await recordEvent(ctx, {
    name,
    recordId: sheet.id,
    from: sheet.status,
    to: status,
    details: { postId: sheet.postId, ...details },
  })
}

type Writing = { sheetId: string; postId: string; duties: readonly DutyDraft[] }
async function rowsOf(ctx: Ctx, known: Known, { sheetId, postId, duties }: Writing): Promise<sql.NewDuty[]> {
  mustDifferInCode(duties)
  const lines = await sql.listLines(ctx.tx, postId)
  mustContinueOwn(duties, [...lines.keys()])
  mustBeKnownEvents(duties, eventsKnown(known))
  await ensureProofs(
    ctx,
    duties.flatMap(({ proofs }) => proofs),
  )
  return duties.map(({ lineId, proofs, ...duty }, sort) => {
    const proofKeys = proofs.map(keyOf)
    const sinceOn = sinceWhen(lineId ? lines.get(lineId) : undefined, proofKeys)
    return { ...duty, id: newId(), sheetId, lineId: lineId ?? newId(), proofKeys, sinceOn, sort }
  })
}

/** A duty counted in another way begins anew: nobody answers for days on which nobody could know what would be counted. */
function sinceWhen(before: sql.LineBefore | undefined, proofKeys: readonly string[]): string | null {
  if (!before || before.proofKeys.toSorted().join() !== proofKeys.toSorted().join()) return null
  return before.sinceOn
}

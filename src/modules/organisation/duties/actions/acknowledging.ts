// Whoever a sheet binds is asked to read it.
import { endOfWorkingDay } from '../../../../platform/calendar/due.ts'
import { dayOf } from '../../../../platform/calendar/zones.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { newId } from '../../../../platform/ids.ts'
import { type LedgerEvent, recordEvents } from '../../../../platform/ledger.ts'
import {
  findOfPost,
  insertAcknowledgements,
  listAcknowledgements,
  listHolders,
  listOpenAcknowledgements,
  markDropped,
  type OpenAcknowledgement,
  type SheetLine,
} from '../queries/sheets.ts'

/** Working days within which a published sheet is to be read. */
const READ_WITHIN = 5

/** All who hold the post today and have not been asked yet. */
export async function askToAcknowledge(ctx: Ctx, sheet: Pick<SheetLine, 'id' | 'postId' | 'postTitle' | 'version'>) {
  const asked = new Set((await listAcknowledgements(ctx.tx, sheet.id)).map(({ staffId }) => staffId))
  const holders = await listHolders(ctx.tx, sheet.postId, dayOf(ctx.now, ctx.user.zone))
  const dueAt = endOfWorkingDay(ctx.now, READ_WITHIN, ctx.user.zone).toISOString()
  const rows = holders
    .filter((staffId) => !asked.has(staffId))
    .map((staffId) => ({ id: newId(), sheetId: sheet.id, staffId, dueAt, givenAt: null }))
  if (rows.length === 0) return
  await insertAcknowledgements(ctx.tx, rows)
  await recordEvents(
    ctx,
    rows.map(({ id, staffId }) => ({
      name: 'duty_acknowledgement.came_due',
      recordId: id,
      details: { no: `${sheet.postTitle} v${sheet.version}`, sheetId: sheet.id, staffId, dueAt },
    })),
  )
}

/** Somebody was appointed: the sheet of that post binds one more. */
export async function afterAppointment(ctx: Ctx, event: LedgerEvent) {
  const postId = postIdOf(event.details)
  const sheet = postId && (await findOfPost(ctx.tx, postId, ['published']))
  if (sheet) await askToAcknowledge(ctx, sheet)
}

/** Nobody needs to read any more what was replaced, or what binds somebody else now. */
export async function dropAcknowledgements(ctx: Ctx, open: readonly OpenAcknowledgement[]) {
  if (open.length === 0) return
  await markDropped(
    ctx.tx,
    open.map(({ id }) => id),
    ctx.now,
  )
  await recordEvents(
    ctx,
    open.map(({ id, sheetId, staffId }) => ({
      name: 'duty_acknowledgement.cancelled',
      recordId: id,
      details: { sheetId, staffId },
    })),
  )
}

/** Somebody lost a post or left: the sheets of posts not held any more need no reading. */
export async function afterRelief(ctx: Ctx, event: LedgerEvent) {
  const on = dayOf(ctx.now, ctx.user.zone)
  const open = await listOpenAcknowledgements(ctx.tx, { staffId: event.recordId })
  const gone: OpenAcknowledgement[] = []
  for (const one of open) {
    if (!(await listHolders(ctx.tx, one.postId, on)).includes(one.staffId)) gone.push(one)
  }
  await dropAcknowledgements(ctx, gone)
}

const postIdOf = (details: unknown): string | undefined =>
  typeof details === 'object' && details !== null && 'postId' in details ? String(details.postId) : undefined

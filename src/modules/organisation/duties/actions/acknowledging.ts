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

const postIdOf = (details: unknown): string | undefined =>
  typeof details === 'object' && details !== null && 'postId' in details ? String(details.postId) : undefined

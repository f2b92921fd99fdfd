// What may be read of dispatch sheets: lists, one sheet, the workers and their load.
import { reaches } from '../../../../platform/access.ts'
import { listAttachments } from '../../../../platform/attachments/linking.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { historyOf } from '../../../../platform/history.ts'
import { recordEvent } from '../../../../platform/ledger.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { lockForSheets, termsOfCompany } from '../../requests/module.ts'
import type { workOrders } from '../contract/work-orders.ts'
import { countSheets, findSheet, listLines, listPauses, listSheets, rowOf } from '../queries/sheets.ts'
import { findWorker } from '../queries/workers.ts'
import { locate, verbsFor } from '../rules.ts'
import { workersOf } from './issuing.ts'
import { locked, myTrades } from './move.ts'

type Verbs = typeof workOrders.verbs

export async function list(ctx: Ctx, { limit, after, ...given }: Input<Verbs['list']>) {
  const mine = await myTrades(ctx)
  const filter = { ...given, now: ctx.now, trades: mine.trades }
  const found = await listSheets(ctx.tx, ctx.user, filter, { limit, after })
  const items = found.items.map((row) => ({ ...rowOf(row), can: verbsFor(ctx.user, row, mine) }))
  return {
    items,
    next: found.next,
    ...(after ? { total: null, more: false } : await countSheets(ctx.tx, ctx.user, filter)),
  }
}

/** Beyond reach, or about this very person: not there. */
export async function seen(ctx: Ctx, id: string) {
  const row = await findSheet(ctx.tx, id)
  if (!row || row.aboutStaffId === ctx.user.id || !reaches(ctx.user, 'work-orders.read', locate(row))) {
    throw new Refusal('work_order.not_found', { id })
  }
  return row
}

/** For the files put to it. */
export async function mayRead(ctx: Ctx, id: string) {
  const row = await findSheet(ctx.tx, id)
  return row !== undefined && row.aboutStaffId !== ctx.user.id && reaches(ctx.user, 'work-orders.read', locate(row))
}

export async function get(ctx: Ctx, { id }: Input<Verbs['get']>) {
  const row = await seen(ctx, id)
  const { reasons } = await termsOfCompany(ctx)
  const pauses = await listPauses(ctx.tx, id)
  return {
    ...row,
    ...rowOf(row),
    witnessName: row.witnessId ? ((await findWorker(ctx.tx, row.witnessId))?.name ?? null) : null,
    lines: await listLines(ctx.tx, id),
    pauses: pauses.map((pause) => {
      const reason = reasons.find((one) => one.id === pause.reasonId)
      return { ...pause, reasonName: reason?.name ?? '', reasonNameEn: reason?.nameEn ?? '' }
    }),
    photos: await listAttachments(ctx.tx, [id]),
    events: await historyOf(ctx.tx, 'work_order', id),
    can: verbsFor(ctx.user, row, await myTrades(ctx)),
  }
}
export async function workers(ctx: Ctx, { estateId, trade, requestId }: Input<Verbs['workers']>) {
  const about = requestId ? (await lockForSheets(ctx, requestId, null)).aboutStaffId : null
  const rows = await workersOf(ctx, estateId, trade)
  return { items: rows.map((row) => ({ ...row, barred: row.id === about })) }
}

export async function reveal(ctx: Ctx, { id }: Input<Verbs['reveal']>) {
  const { sheet } = await locked(ctx, id, 'reveal')
  const { estateId, areaId } = sheet
  await recordEvent(ctx, {
    name: 'work_order.revealed',
    recordId: id,
    estateId,
    areaId,
    details: { field: 'contactPhone' },
  })
  return { phone: sheet.contactPhone }
}

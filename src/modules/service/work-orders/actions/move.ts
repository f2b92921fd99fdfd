// What every verb on a sheet shares: lock request before sheet, see that it may be touched, write, let the request follow, answer.
import type { Updateable } from 'kysely'
import type { Tables } from '../../../../../db/types.gen.ts'
import { mustReach } from '../../../../platform/access.ts'
import { dayOf } from '../../../../platform/calendar/zones.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { recordEvent } from '../../../../platform/ledger.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { staysEmployed } from '../../../organisation/staff/module.ts'
import { type Followed, follow, lockForSheets } from '../../requests/module.ts'
import {
  findOpenPause,
  findSheet,
  type LockedSheet,
  listOfRequest,
  lockSheet,
  rowOf,
  updateSheet,
} from '../queries/sheets.ts'
import { findWorker, isTakerIn } from '../queries/workers.ts'
import { locate, mustKnow, verbsFor } from '../rules.ts'

type Request = Awaited<ReturnType<typeof lockForSheets>>
export type Held = { sheet: LockedSheet; request: Request | undefined }

/**
 * The request is locked before its sheets, always, so that two workers of one request never wait for each other. `workerId`: who
 * would get it; a person whom the request is about gets nothing of it.
 */
export async function locked(ctx: Ctx, id: string, verb: string, workerId: string | null = null): Promise<Held> {
  const seen = await findSheet(ctx.tx, id)
  if (!seen || seen.aboutStaffId === ctx.user.id) throw new Refusal('work_order.not_found', { id })
  const request = seen.requestId ? await lockForSheets(ctx, seen.requestId, workerId) : undefined
  const sheet = await lockSheet(ctx.tx, id)
  if (!sheet) throw new Refusal('work_order.not_found', { id })
  mustReach(ctx.user, `work-orders.${verb}`, locate(sheet))
  return { sheet, request }
}

type Happening = {
  verb: string
  name: string
  details?: Record<string, unknown>
  hold?: Followed['hold']
}

/** Writes the sheet with its event, and moves the request with it. */
export async function written(
  ctx: Ctx,
  { sheet, request }: Held,
  change: Updateable<Tables['workOrder']>,
  happening: Happening,
) {
  await updateSheet(ctx.tx, sheet.id, change)
  await recordEvent(ctx, {
    name: happening.name,
    recordId: sheet.id,
    estateId: sheet.estateId,
    areaId: sheet.areaId,
    from: sheet.status,
    to: change.status ?? sheet.status,
    details: { requestId: sheet.requestId, no: sheet.no, ...happening.details },
  })
  if (request) {
    const sheets = await listOfRequest(ctx.tx, request.id)
    const hold = happening.hold ?? (await holdLeft(ctx, request.id, sheets))
    await follow(ctx, request, {
      sheets,
      because: { verb: happening.verb, workOrderId: sheet.id, no: sheet.no },
      ...(typeof change.result === 'string' ? { result: change.result } : {}),
      ...(hold ? { hold } : {}),
    })
  }
}

/** Where the others are done and one still waits, the request waits for the same reason. */
const holdLeft = (ctx: Ctx, requestId: string, sheets: Followed['sheets']) =>
  sheets.some(({ status }) => status === 'on_hold') ? findOpenPause(ctx.tx, requestId) : undefined

export async function moved(ctx: Ctx, held: Held, change: Updateable<Tables['workOrder']>, happening: Happening) {
  await written(ctx, held, change, happening)
  return answerRow(ctx, held.sheet.id)
}

export async function answerRow(ctx: Ctx, id: string) {
  const row = await findSheet(ctx.tx, id)
  if (!row) throw new Refusal('work_order.not_found', { id })
  return { ...rowOf(row), can: verbsFor(ctx.user, row, await myTrades(ctx)) }
}

export async function myTrades(ctx: Ctx) {
  const me = await findWorker(ctx.tx, ctx.user.id)
  return { trades: me?.trades ?? [] }
}

/** Somebody who works here and knows the trade. */
export async function mustBeWorker(ctx: Ctx, id: string, trade: string) {
  const worker = (await staysEmployed(ctx.tx, id)) ? await findWorker(ctx.tx, id) : undefined
  if (!worker) throw new Refusal('work_order.worker_unknown', { workerId: id })
  mustKnow(worker, trade)
  return worker
}

/** The same, and able to take a sheet of that estate: one given to anybody else would wait for an answer that cannot come. */
export async function mustBeWorkerIn(ctx: Ctx, id: string, { estateId, trade }: { estateId: string; trade: string }) {
  const worker = await mustBeWorker(ctx, id, trade)
  if (!(await isTakerIn(ctx.tx, id, { estateId, on: dayOf(ctx.now, ctx.user.zone) }))) {
    throw new Refusal('work_order.not_of_estate', { workerId: id, name: worker.name })
  }
  return worker
}

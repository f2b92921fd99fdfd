// The log of a day: written by the person, read and signed by a superior.
import { actFor, mustReach, reaches } from '../../../../platform/access.ts'
import { addDays } from '../../../../platform/calendar/days.ts'
import { dayOf, startOfDay } from '../../../../platform/calendar/zones.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { historyOf } from '../../../../platform/history.ts'
import { newId } from '../../../../platform/ids.ts'
import { recordEvent } from '../../../../platform/ledger.ts'
import { notify } from '../../../../platform/notifications/notify.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { ladderOf } from '../../../organisation/staff/module.ts'
import type { WorkLogRow, workLogs } from '../contract/work-logs.ts'
import {
  findLog,
  findLogOf,
  getLog,
  insertLog,
  listDeeds,
  listLogs,
  lockLog,
  lockLogOf,
  type SelectedLog,
  updateLog,
} from '../queries/work-logs.ts'
import { mustBeOpen, openUntil } from '../rules.ts'
import { logLife } from '../states.ts'

type Verbs = typeof workLogs.verbs
const locate = ({ estateId, staffId }: SelectedLog) => ({ estateId, ownerIds: [staffId] })

function shown({ user, now }: Ctx, log: SelectedLog): WorkLogRow {
  const mayWrite = log.staffId === user.id && now < openUntil(log.onDay, user.zone)
  const maySign = log.staffId !== user.id && reaches(user, 'work-logs.sign', locate(log))
  const can = { write: mayWrite, sign: maySign }
  return { ...log, can: (['write', 'sign'] as const).filter((verb) => logLife.can(log.status, verb) && can[verb]) }
}

export async function list(ctx: Ctx, given: Input<Verbs['list']>) {
  const { items, next } = await listLogs(ctx.tx, ctx.user, given)
  return { items: items.map((row) => shown(ctx, row)), next, total: null }
}

async function readable(ctx: Ctx, id: string): Promise<SelectedLog> {
  const log = await findLog(ctx.tx, id)
  if (!log || !reaches(ctx.user, 'work-logs.read', locate(log))) throw new Refusal('work_log.not_found', { id })
  return log
}

export const get = async (ctx: Ctx, { id }: Input<Verbs['get']>) => ({
  ...shown(ctx, await readable(ctx, id)),
  events: await historyOf(ctx.tx, 'work_log', id),
})

export async function draft(ctx: Ctx, { day: wanted }: Input<Verbs['draft']>) {
  const { tx, user, now } = ctx
  const day = wanted ?? dayOf(now, user.zone)
  const log = await findLogOf(tx, user.id, day)
  const deeds = await listDeeds(tx, user.id, startOfDay(day, user.zone), startOfDay(addDays(day, 1), user.zone))
  return { day, log: log ? shown(ctx, log) : null, deeds, until: openUntil(day, user.zone).toISOString() }
}

export async function write(ctx: Ctx, { onDay, ...said }: Input<Verbs['write']>) {
  const { tx, user, now } = ctx
  mustReach(user, 'work-logs.write', { ownerIds: [user.id] })
  mustBeOpen(onDay, now, user.zone)
  const known = await lockLogOf(tx, user.id, onDay)
  const id = known ? known.id : await begin(ctx, onDay, said)
  if (known) {
    logLife.next(known.status, 'write')
    await updateLog(tx, id, { ...said, changedAt: now })
  }
  const log = await getLog(tx, id)
  await recordEvent(ctx, {
    name: known ? 'work_log.changed' : 'work_log.written',
    recordId: id,
    estateId: log.estateId,
    to: log.status,
    details: { staffId: user.id, onDay },
  })
  return shown(ctx, log)
}

type Said = Omit<Input<Verbs['write']>, 'onDay'>
async function begin({ tx, user, now }: Ctx, onDay: string, said: Said): Promise<string> {
  const estateId = user.posts.find((post) => post.estateId)?.estateId ?? null
  const row = { ...said, id: newId(), staffId: user.id, onDay, estateId, status: 'written' as const, writtenAt: now }
  const inserted = await insertLog(tx, row)
  if (!inserted) throw new Refusal('work_log.not_allowed_now', { onDay })
  return inserted.id
}

export async function sign(ctx: Ctx, { id, remark }: Input<Verbs['sign']>) {
  const { tx, user, now } = ctx
  await lockLog(tx, id)
  const log = await readable(ctx, id)
  mustReach(user, 'work-logs.sign', locate(log))
  const status = logLife.next(log.status, 'sign')
  await mustBeAbove(ctx, log)
  await updateLog(tx, id, { status, remark, signedAt: now, signedById: user.id })
  const { staffId, onDay, estateId } = log
  const details = { staffId, person: log.staffName, onDay, ...(remark ? { remark } : {}) }
  await recordEvent(ctx, { name: 'work_log.signed', recordId: id, estateId, from: log.status, to: status, details })
  if (remark) {
    const params = { by: user.name, onDay, remark }
    await notify(ctx, { to: [staffId], kind: 'work_log.signed', params, record: { kind: 'work_log', id } })
  }
  return shown(ctx, await readable(ctx, id))
}

async function mustBeAbove({ tx, user, now }: Ctx, { staffId, estateId }: SelectedLog) {
  const above = new Set((await ladderOf(tx, staffId, estateId, dayOf(now, user.zone))).flat())
  if (above.has(user.id)) return
  const head = user.actingFor.find(({ principalId }) => above.has(principalId))
  if (!head || staffId === user.id) throw new Refusal('work_log.not_superior')
  actFor(user, head.principalId)
}

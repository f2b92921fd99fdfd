// What time and the ledger bring about: the ladder, reminders, and complaints that belong together.
import { dayOf } from '../../../../platform/calendar/zones.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { type LedgerEvent, recordEvent } from '../../../../platform/ledger.ts'
import { notify } from '../../../../platform/notifications/notify.ts'
import { listSameMatter } from '../queries/get.ts'
import { listRung, listToLookAgain, lockReached } from '../queries/people.ts'
import { type Terms, termsOfCompany } from '../queries/terms.ts'
import {
  findRequest,
  type LockedRequest,
  listPauses,
  lockRequest,
  settleWords as settle,
  updateClock,
} from '../queries/write.ts'
import { dutyClockOf, nextStepAt, numberOf, stepsFor } from '../rules.ts'
import { isOpen } from '../states.ts'
import { written } from './move.ts'

const BATCH = 200

/** Climbs each ladder whose next rung has been reached. True when there may be more. */
export async function escalate(ctx: Ctx): Promise<boolean> {
  const reached = await lockReached(ctx.tx, ctx.now, BATCH)
  if (reached.length === 0) return false
  const terms = await termsOfCompany(ctx)
  for (const clock of reached) {
    const request = await findRequest(ctx.tx, clock.requestId)
    if (request) await climb(ctx, terms, request, clock)
  }
  return reached.length === BATCH
}

type Reached = Awaited<ReturnType<typeof lockReached>>[number]
async function climb(ctx: Ctx, terms: Terms, request: LockedRequest, clock: Reached) {
  const key = { requestId: request.id, cycle: clock.cycle, kind: clock.kind }
  const estate = terms.estates.get(request.estateId)
  const ladder = stepsFor(terms.steps, request.estateId, request.urgency === 'critical')
  const step = ladder[clock.stepsDone]
  if (!estate || !step || !isOpen(request.status) || clock.cycle !== request.cycle) {
    await updateClock(ctx.tx, key, { nextStepAt: null })
    return
  }
  const stepsDone = clock.stepsDone + 1
  const pauses = (await listPauses(ctx.tx, request.id)).map(({ fromAt, toAt, stopsClock }) => ({
    from: fromAt,
    to: toAt,
    stopsClock,
  }))
  const next = nextStepAt({ ...clock, stepsDone }, dutyClockOf(clock.clock, estate), ladder, pauses, ctx.now)
  await updateClock(ctx.tx, key, { stepsDone, nextStepAt: next })
  const told = await listRung(ctx.tx, step.tell, request, dayOf(ctx.now, estate.zone))
  // Whoever is complained about is not told about it.
  const to = told.filter((id) => id !== request.aboutStaffId)
  const params = {
    no: request.no,
    subject: request.subject,
    limit: clock.kind,
    ratio: step.ratio,
    dueAt: clock.dueAt,
    tell: step.tell,
  }
  await recordEvent(ctx, {
    name: 'request.escalated',
    recordId: request.id,
    estateId: request.estateId,
    areaId: request.areaId,
    details: { ...params, to },
  })
  await notify(ctx, { to, kind: 'request.escalated', params, record: { kind: 'request', id: request.id } })
}

/** Tells the handler when the day has come to look again at what waits. */
export async function remind(ctx: Ctx) {
  const on = dayOf(ctx.now, ctx.user.zone)
  for (const waiting of await listToLookAgain(ctx.tx, ctx.now)) {
    const told = await listRung(ctx.tx, 'handler', waiting, on)
    await notify(ctx, {
      to: told.filter((id) => id !== waiting.aboutStaffId),
      kind: 'request.look_again',
      params: { no: waiting.no, subject: waiting.subject },
      record: { kind: 'request', id: waiting.id },
      dedupe: `look_again ${waiting.pauseId}`,
    })
  }
}

const TELLS_HANDLER: Record<string, string> = {
  'request.dispatched': 'request.given_to_you',
  'request.handed_over': 'request.given_to_you',
  'request.nudged': 'request.nudged',
  'request.supervised': 'request.supervised',
  'request.reopened': 'request.reopened',
}

/** The handler hears of what others did to the request. */
export async function tellHandler(ctx: Ctx, event: LedgerEvent) {
  const kind = TELLS_HANDLER[event.name]
  const request = await findRequest(ctx.tx, event.recordId)
  if (!kind || !request?.handlerId || request.handlerId === event.byId) return
  await notify(ctx, {
    to: [request.handlerId],
    kind,
    params: { no: request.no, subject: request.subject, by: event.byName },
    record: { kind: 'request', id: request.id },
    dedupe: event.id,
  })
}

/** When enough households complain of one matter within some days, their complaints follow one master, and it is major. */
export async function gather(ctx: Ctx, event: LedgerEvent) {
  const request = await findRequest(ctx.tx, event.recordId)
  if (!request?.categoryId || !request.placeId || request.kind !== 'complaint' || request.masterId) return
  await gatherAround(ctx, { ...request, categoryId: request.categoryId, placeId: request.placeId })
}

async function gatherAround(ctx: Ctx, request: LockedRequest & { categoryId: string; placeId: string }) {
  const { numbers } = await termsOfCompany(ctx)
  const days = numberOf(numbers, request.estateId, 'group_days')
  const since = new Date(ctx.now.getTime() - days * 86_400_000)
  const same = await listSameMatter(ctx.tx, request, since)
  const households = new Set(same.map(({ placeId, customerId }) => customerId ?? placeId))
  const master = same.find(({ id }) => same.some((other) => other.masterId === id)) ?? same[0]
  if (!master || households.size < numberOf(numbers, request.estateId, 'group_threshold')) return
  const lockedMaster = await lockRequest(ctx.tx, master.id)
  if (!lockedMaster) return
  for (const one of same) if (one.id !== master.id && !one.masterId) await join(ctx, one.id, lockedMaster)
  if (lockedMaster.level < 3) {
    const details = { level: { from: lockedMaster.level, to: 3 }, households: households.size }
    await written(ctx, lockedMaster, { level: 3 }, { name: 'request.changed', details })
  }
  await tellManagers(ctx, lockedMaster, households.size)
}

async function join(ctx: Ctx, id: string, master: LockedRequest) {
  const request = await lockRequest(ctx.tx, id)
  if (!request || request.masterId) return
  await written(
    ctx,
    request,
    { masterId: master.id, level: 3 },
    {
      name: 'request.grouped',
      details: { masterId: master.id, master: master.no, by: 'rule' },
    },
  )
}

async function tellManagers(ctx: Ctx, master: LockedRequest, households: number) {
  const on = dayOf(ctx.now, ctx.user.zone)
  const to = [
    ...(await listRung(ctx.tx, 'manager', master, on)),
    ...(await listRung(ctx.tx, 'project_head', master, on)),
  ].filter((id) => id !== master.aboutStaffId)
  await notify(ctx, {
    to,
    kind: 'request.group_complaint',
    params: { no: master.no, subject: master.subject, households },
    record: { kind: 'request', id: master.id },
    dedupe: `group ${master.id} ${households}`,
  })
}

export const settleWords = ({ tx }: Ctx) => settle(tx)

// Verbs that stop and start the work: waiting has a reason, a day to look again, and its minutes are counted.
import { reaches } from '../../../../platform/access.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { newId } from '../../../../platform/ids.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import type { requests } from '../contract/requests.ts'
import { type Terms, termsOfCompany } from '../queries/terms.ts'
import { endPause, insertPause, type LockedRequest } from '../queries/write.ts'
import { locate, numberOf } from '../rules.ts'
import { HOLDABLE, life, type State } from '../states.ts'
import { pauseClocks, resumeClocks } from './clocks.ts'
import { locked, moved } from './move.ts'

type Verbs = typeof requests.verbs

export async function hold(ctx: Ctx, given: Input<Verbs['hold']>) {
  const request = await locked(ctx, given.id, 'hold')
  const status = life.next(request.status, 'hold')
  const terms = await termsOfCompany(ctx)
  const reason = reasonOf(terms, given.reasonId)
  mustBeTimely(ctx, terms, request, given.resumeAt)
  await pause(ctx, request, reason, given)
  const change = {
    status,
    heldStatus: heldOf(request.status),
    outsideParty: given.outsideParty ?? request.outsideParty,
  }
  return moved(ctx, request, change, {
    name: 'request.held',
    details: { reason: reason.code, stopsClock: reason.stopsClock, resumeAt: given.resumeAt, note: given.note },
  })
}

export function reasonOf(terms: Terms, reasonId: string) {
  const reason = terms.reasons.find((one) => one.id === reasonId)
  if (!reason) throw new Refusal('request.reason_unknown', { reasonId })
  return reason
}

/** Waiting longer than the set hours needs a superior. */
function mustBeTimely(ctx: Ctx, terms: Terms, request: LockedRequest, resumeAt: string) {
  const wait = new Date(resumeAt).getTime() - ctx.now.getTime()
  if (wait <= 0) throw new Refusal('request.resume_in_past', { resumeAt })
  const hours = numberOf(terms.numbers, request.estateId, 'hold_hours')
  if (wait > hours * 3_600_000 && !reaches(ctx.user, 'requests.supervise', locate(request))) {
    throw new Refusal('request.hold_too_long', { hours })
  }
}

type Waiting = { resumeAt: string; note: string | null }
export async function pause(
  ctx: Ctx,
  request: LockedRequest,
  reason: { id: string; stopsClock: boolean },
  { resumeAt, note }: Waiting,
) {
  await insertPause(ctx.tx, {
    id: newId(),
    requestId: request.id,
    reasonId: reason.id,
    stopsClock: reason.stopsClock,
    note,
    fromAt: ctx.now,
    resumeAt,
    byId: ctx.user.id,
  })
  if (reason.stopsClock) await pauseClocks(ctx, request)
}

const heldOf = (state: State) => {
  const held = HOLDABLE.find((one) => one === state)
  if (!held) throw new Error(`${state} cannot be held`)
  return held
}

export async function resume(ctx: Ctx, { id, note }: Input<Verbs['resume']>) {
  const request = await locked(ctx, id, 'resume')
  const status = life.next(request.status, 'resume', request.heldStatus ?? 'accepted')
  const { dueAt, minutes } = await unpause(ctx, request)
  const change = { status, heldStatus: null, dueAt, holdMinutes: request.holdMinutes + minutes }
  return moved(ctx, request, change, { name: 'request.resumed', details: { minutes, note } })
}

/** Ends the pause; due dates move only where its reason stops the clock. */
export async function unpause(ctx: Ctx, request: LockedRequest) {
  const ended = await endPause(ctx.tx, request.id, ctx.now)
  if (!ended) return { dueAt: request.dueAt, minutes: 0 }
  const minutes = Math.round((ctx.now.getTime() - new Date(ended.fromAt).getTime()) / 60_000)
  const dueAt = ended.stopsClock ? await resumeClocks(ctx, await termsOfCompany(ctx), request, ended) : request.dueAt
  return { dueAt, minutes }
}

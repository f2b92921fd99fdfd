// Verbs that end a request or open it again.
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { newId } from '../../../../platform/ids.ts'
import { recordEvents } from '../../../../platform/ledger.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import type { requests } from '../contract/requests.ts'
import { termsOfCompany } from '../queries/terms.ts'
import { findRequest, insertAnswer, updateRequest } from '../queries/write.ts'
import { mustBeRecent, mustBeSettledByTalking, mustHaveNoSheets, numberOf } from '../rules.ts'
import { life } from '../states.ts'
import { meet, stopClocks } from './clocks.ts'
import { beginAgain } from './handling.ts'
import { settledEvents } from './intake.ts'
import { answerRow, locked, moved } from './move.ts'
import { unpause } from './waiting.ts'

type Verbs = typeof requests.verbs

export async function cancel(ctx: Ctx, { id, reason, duplicateOfId }: Input<Verbs['cancel']>) {
  const request = await locked(ctx, id, 'cancel')
  const status = life.next(request.status, 'cancel')
  if (duplicateOfId === id) throw new Refusal('request.duplicate_of_itself')
  if (duplicateOfId && !(await findRequest(ctx.tx, duplicateOfId)))
    throw new Refusal('request.not_found', { id: duplicateOfId })
  await stopClocks(ctx, request)
  const change = {
    status,
    closedAt: ctx.now,
    closeReason: reason,
    duplicateOfId: duplicateOfId ?? request.duplicateOfId,
    dueAt: null,
  }
  return moved(ctx, request, change, { name: 'request.cancelled', details: { reason, duplicateOfId } })
}

export async function closeUndone(ctx: Ctx, { id, reason }: Input<Verbs['closeUndone']>) {
  const request = await locked(ctx, id, 'closeUndone')
  const status = life.next(request.status, 'closeUndone')
  mustHaveNoSheets(request)
  const { minutes } = await unpause(ctx, request)
  await stopClocks(ctx, request)
  const holdMinutes = request.holdMinutes + minutes
  const change = { status, heldStatus: null, closedAt: ctx.now, closeReason: reason, dueAt: null, holdMinutes }
  return moved(ctx, request, change, { name: 'request.closed_undone', details: { reason } })
}

/** By a superior, within the set days; later the same fault is a new request that names this one. */
export async function reopen(ctx: Ctx, { id, reason }: Input<Verbs['reopen']>) {
  const request = await locked(ctx, id, 'reopen')
  const status = life.next(request.status, 'reopen')
  const terms = await termsOfCompany(ctx)
  mustBeRecent(request.closedAt, ctx.now, numberOf(terms.numbers, request.estateId, 'reopen_days'))
  return beginAgain(
    ctx,
    request,
    status,
    { name: 'request.reopened', details: { reason } },
    {
      reopenCount: request.reopenCount + 1,
    },
  )
}

export async function settleAtDesk(ctx: Ctx, { id, body }: Input<Verbs['settleAtDesk']>) {
  const request = await locked(ctx, id, 'settleAtDesk')
  mustBeSettledByTalking(request.kind)
  mustHaveNoSheets(request)
  if (request.status === 'new') life.next('new', 'accept')
  else life.next(request.status, 'dispatch')
  await meet(ctx, request, ['answer', 'arrive', 'feedback', 'finish'])
  await insertAnswer(ctx.tx, {
    id: newId(),
    requestId: id,
    cycle: request.cycle,
    way: 'in_person',
    body,
    at: ctx.now,
    byId: ctx.user.id,
    byName: ctx.user.name,
  })
  const at = ctx.now
  await updateRequest(ctx.tx, id, {
    status: 'closed',
    handlerId: ctx.user.id,
    acceptedAt: request.acceptedAt ?? at,
    answeredAt: at,
    dispatchedAt: at,
    takenAt: at,
    completedAt: at,
    closedAt: at,
    result: body,
    closeReason: 'settled_at_desk',
    dueAt: null,
  })
  const place = { recordId: id, estateId: request.estateId, areaId: request.areaId }
  await recordEvents(ctx, [
    ...(request.status === 'new' ? [{ ...place, name: 'request.accepted', from: 'new', to: 'accepted' }] : []),
    ...settledEvents(ctx, place, body),
  ])
  return answerRow(ctx, id)
}

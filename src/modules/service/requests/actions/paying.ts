// Verbs about the money of a request: it is taken for work that was done, and for coming out in vain; the latter may be waived.
import { isOwn } from '../../../../platform/access.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { listEvents } from '../../../../platform/ledger.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import type { requests } from '../contract/requests.ts'
import { isWorkOn, mustOweFee, owesFee } from '../rules.ts'
import { life } from '../states.ts'
import { locked, moved } from './move.ts'

type Verbs = typeof requests.verbs

/** A request that ended undone stays where it is. */
export async function settle(ctx: Ctx, { id, paidBy, receiptNo }: Input<Verbs['settle']>) {
  const request = await locked(ctx, id, 'settle')
  const status = owesFee(request) ? request.status : life.next(request.status, 'settle')
  return moved(
    ctx,
    request,
    { status, paidAt: ctx.now, paidBy, receiptNo },
    {
      name: 'request.settled',
      details: { paidBy, receiptNo, amountFen: request.amountFen, cycle: request.cycle },
    },
  )
}

/** By somebody who had no hand in what it is asked for. */
export async function waive(ctx: Ctx, { id, reason }: Input<Verbs['waive']>) {
  const request = await locked(ctx, id, 'waive')
  mustOweFee(request)
  const done = (await listEvents(ctx.tx, [id])).filter(isWorkOn)
  const hands = [request.handlerId, ...done.flatMap(({ byId, forId }) => [byId, forId])]
  if (hands.some((hand) => isOwn(ctx.user, hand))) throw new Refusal('request.own_work', { id })
  return moved(
    ctx,
    request,
    { chargeable: false, amountFen: 0 },
    { name: 'request.waived', details: { reason, amountFen: request.amountFen } },
  )
}

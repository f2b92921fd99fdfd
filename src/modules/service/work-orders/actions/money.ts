// Verbs about the price: quote, the customer's yes or no, the price list.
import { linkAttachments } from '../../../../platform/attachments/linking.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { newId } from '../../../../platform/ids.ts'
import { recordEvent } from '../../../../platform/ledger.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import type { priceItems } from '../contract/prices.ts'
import type { LineDraft, workOrders } from '../contract/work-orders.ts'
import { countPrices, insertPrice, listPrices, updatePrice } from '../queries/prices.ts'
import { replaceLines } from '../queries/sheets.ts'
import { amountOf, mustBeYours, totalOf } from '../rules.ts'
import { life } from '../states.ts'
import { locked, moved } from './move.ts'

type Verbs = typeof workOrders.verbs
type Given<V extends keyof Verbs> = Input<Verbs[V]>

export async function keepLines(ctx: Ctx, workOrderId: string, stage: 'quote' | 'done', lines: readonly LineDraft[]) {
  const priced = [...new Set(lines.flatMap(({ priceItemId }) => priceItemId ?? []))]
  if (priced.length && (await countPrices(ctx.tx, priced)).n !== priced.length)
    throw new Refusal('work_order.price_unknown')
  await replaceLines(
    ctx.tx,
    workOrderId,
    stage,
    lines.map(({ priceItemId, quantity, ...line }, sort) => ({
      ...line,
      id: newId(),
      workOrderId,
      stage,
      priceItemId: priceItemId ?? null,
      quantity: String(quantity),
      amountFen: amountOf({ quantity, priceFen: line.priceFen }),
      sort,
    })),
  )
}

export async function quote(ctx: Ctx, { id, lines, note }: Given<'quote'>) {
  const held = await locked(ctx, id, 'quote')
  const status = life.next(held.sheet.status, 'quote')
  mustBeYours(ctx.user, held.sheet)
  await keepLines(ctx, id, 'quote', lines)
  const amountFen = totalOf(lines)
  const change = {
    status,
    amountFen,
    chargeable: amountFen > 0,
    agreedAt: null,
    agreedWay: null,
    agreedAmountFen: null,
  }
  return moved(ctx, held, change, { verb: 'quote', name: 'work_order.quoted', details: { amountFen, note } })
}

/** Heard by the worker at the door or by the desk on the phone. */
export async function agree(ctx: Ctx, { id, way, signatureId, note }: Given<'agree'>) {
  const held = await locked(ctx, id, 'agree')
  const status = life.next(held.sheet.status, 'agree')
  const papers = signatureId ? [signatureId] : []
  await linkAttachments(ctx, { recordKind: 'work_order', recordId: id, ids: papers, label: 'agreement' })
  const { amountFen } = held.sheet
  return moved(
    ctx,
    held,
    { status, agreedAt: ctx.now, agreedWay: way, agreedAmountFen: amountFen },
    {
      verb: 'agree',
      name: 'work_order.agreed',
      details: { way, amountFen, note },
    },
  )
}

/** The customer does not want it at that price: the sheet ends undone; coming out may still cost what was announced. */
export async function refuse(ctx: Ctx, { id, reason, calloutFen }: Given<'refuse'>) {
  const held = await locked(ctx, id, 'refuse')
  const status = life.next(held.sheet.status, 'refuse')
  const callout = { kind: 'callout' as const, name: '上门费', unit: '次', quantity: 1, priceFen: calloutFen }
  await keepLines(ctx, id, 'done', calloutFen > 0 ? [callout] : [])
  return moved(
    ctx,
    held,
    { status, amountFen: calloutFen, chargeable: calloutFen > 0, endedAt: ctx.now, endReason: reason },
    {
      verb: 'refuse',
      name: 'work_order.refused',
      details: { reason, calloutFen },
    },
  )
}

type PriceVerbs = typeof priceItems.verbs
export const listPriceItems = async (ctx: Ctx, given: Input<PriceVerbs['list']>) => ({
  items: await listPrices(ctx.tx, given),
})

export async function createPriceItem(ctx: Ctx, given: Input<PriceVerbs['create']>) {
  const id = newId()
  await insertPrice(ctx.tx, { ...given, id })
  await recordEvent(ctx, { name: 'price_item.created', recordId: id, estateId: given.estateId, details: given })
  return { id }
}
export async function changePriceItem(ctx: Ctx, { id, ...given }: Input<PriceVerbs['change']>) {
  if (!(await updatePrice(ctx.tx, id, given))) throw new Refusal('price_item.not_found', { id })
  await recordEvent(ctx, { name: 'price_item.changed', recordId: id, estateId: given.estateId, details: given })
  return { id }
}
export async function archivePriceItem(ctx: Ctx, { id }: Input<PriceVerbs['archive']>) {
  if (!(await updatePrice(ctx.tx, id, { archivedAt: ctx.now }))) throw new Refusal('price_item.not_found', { id })
  await recordEvent(ctx, { name: 'price_item.archived', recordId: id })
  return { id }
}

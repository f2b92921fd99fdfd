// The published price list of paid repairs (有偿维修), to everyone outside this room.
import { z } from 'zod'
import { ById, Count, Fen, Id, read, resource, text, write } from '../../../../platform/contract.ts'
import { Trade } from '../../../organisation/staff/contract.ts'

export const PriceItem = z.object({
  id: Id,
  estateId: Id.nullable(),
  trade: Trade,
  name: z.string(),
  nameEn: z.string(),
  unit: z.string(),
  priceFen: Fen,
  minutes: Count.nullable(),
  warrantyDays: Count,
})
const PriceDraft = PriceItem.omit({ id: true }).extend({
  estateId: Id.nullable().default(null),
  minutes: Count.nullable().default(null),
  name: text(60),
  nameEn: z.string().trim().max(100).default(''),
  unit: text(10),
  priceFen: Fen.min(0).max(100_000_000),
})
export const priceItems = resource('price-items', {
  list: read({
    input: z.object({ estateId: Id.optional(), trade: Trade.optional() }),
    output: z.object({ items: z.array(PriceItem) }),
    access: 'signed-in',
  }),
  create: write({ input: PriceDraft, output: z.object({ id: Id }) }),
  change: write({
    input: PriceDraft.extend({ id: Id }),
    output: z.object({ id: Id }),
    refuses: ['price_item.not_found'],
  }),
  archive: write({ input: ById, output: z.object({ id: Id }), refuses: ['price_item.not_found'] }),
})

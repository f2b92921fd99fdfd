// The price list a new company starts with: labour of the commonest paid repairs, in fen.

import type { z } from 'zod'
import type { Ctx } from '../../../../platform/context.ts'
import { newId } from '../../../../platform/ids.ts'
import { insertRows, rowsOf } from '../../../../platform/rows.ts'
import type { PriceItem } from '../contract/prices.ts'

type Trade = z.output<typeof PriceItem>['trade']
type Line = [trade: Trade, name: string, nameEn: string, unit: string, yuan: number, minutes: number]
const PRICES: Line[] = [
  ['other', '上门费', 'Call-out', '次', 10, 10],
  ['plumbing', '更换龙头', 'Replace a tap', '个', 20, 30],
  ['plumbing', '疏通地漏', 'Clear a floor drain', '处', 60, 40],
  ['plumbing', '疏通马桶', 'Clear a toilet', '处', 80, 45],
  ['plumbing', '更换角阀', 'Replace an angle valve', '个', 15, 20],
  ['plumbing', '更换软管', 'Replace a hose', '根', 15, 20],
  ['power', '更换灯具', 'Replace a lamp', '盏', 20, 30],
  ['power', '更换开关插座', 'Replace a switch or socket', '个', 15, 20],
  ['power', '更换空气开关', 'Replace a breaker', '个', 30, 30],
  ['low_voltage', '对讲分机检修', 'Repair an intercom handset', '台', 30, 40],
  ['civil', '更换门锁', 'Replace a lock', '把', 50, 40],
  ['civil', '窗户五金更换', 'Replace window fittings', '扇', 40, 40],
]

export const loadWorkOrderDefaults = (ctx: Ctx) =>
  insertRows(
    ctx.tx,
    rowsOf(
      'priceItem',
      PRICES.map(([trade, name, nameEn, unit, yuan, minutes]) => ({
        id: newId(),
        trade,
        name,
        nameEn,
        unit,
        priceFen: yuan * 100,
        minutes,
      })),
    ),
  )

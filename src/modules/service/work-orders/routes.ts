// Binds the contracts to the actions.
import { served } from '../../../platform/http/serve.ts'
import { assign, assignByTurn, cancel, create } from './actions/issuing.ts'
import {
  agree,
  archivePriceItem,
  changePriceItem,
  createPriceItem,
  listPriceItems,
  quote,
  refuse,
} from './actions/money.ts'
import { sheet } from './actions/printing.ts'
import { get, list, reveal, workers } from './actions/reads.ts'
import { arrive, complete, decline, handOver, hold, resume, rework, take } from './actions/working.ts'
import { priceItems } from './contract/prices.ts'
import { workOrders } from './contract/work-orders.ts'

export const workOrdersServed = served(workOrders, {
  list,
  get,
  workers,
  create,
  assign,
  assignByTurn,
  take,
  decline,
  handOver,
  arrive,
  quote,
  agree,
  refuse,
  hold,
  resume,
  complete,
  rework,
  cancel,
  sheet,
  reveal,
})

export const priceItemsServed = served(priceItems, {
  list: listPriceItems,
  create: createPriceItem,
  change: changePriceItem,
  archive: archivePriceItem,
})

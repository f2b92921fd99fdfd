// What the pages of dispatch sheets say, in both languages.
import type { Refusals } from '../../../../platform/contract.ts'
import { roomWords } from '../../../../ui/words.ts'
import type { priceItems } from '../contract/prices.ts'
import type { workOrders } from '../contract/work-orders.ts'
import { priceListEn } from './price-words-en.ts'
import { priceListZh } from './price-words-zh.ts'
import { en } from './words-en.ts'
import { zh } from './words-zh.ts'

export const words = roomWords<Refusals<(typeof workOrders)['verbs']>>()('work-orders', { zh, en })
export const priceWords = roomWords<Refusals<(typeof priceItems)['verbs']>>()('price-items', {
  zh: priceListZh,
  en: priceListEn,
})

// What the pages of dispatch sheets say, in both languages.
import type { Refusals } from '../../../../platform/contract.ts'
import { roomWords } from '../../../../ui/words.ts'
import type { priceItems, workOrders } from '../contract.ts'
import { en, priceEn } from './words-en.ts'
import { priceZh, zh } from './words-zh.ts'

export const words = roomWords<Refusals<(typeof workOrders)['verbs']>>()('work-orders', { zh, en })
export const priceWords = roomWords<Refusals<(typeof priceItems)['verbs']>>()('price-items', {
  zh: priceZh,
  en: priceEn,
})

// What the pages of return visits say, in both languages.
import type { Refusals } from '../../../../platform/contract.ts'
import { roomWords } from '../../../../ui/words.ts'
import type { returnVisitRules, returnVisits } from '../contract.ts'
import { en, rulesEn } from './words-en.ts'
import { rulesZh, zh } from './words-zh.ts'

export const words = roomWords<Refusals<(typeof returnVisits)['verbs']>>()('return-visits', { zh, en })
export const ruleWords = roomWords<Refusals<(typeof returnVisitRules)['verbs']>>()('return-visit-rules', {
  zh: rulesZh,
  en: rulesEn,
})

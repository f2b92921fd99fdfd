// What the pages of approvals say, in both languages.
import type { Refusals } from '../../../../platform/contract.ts'
import { roomWords } from '../../../../ui/words.ts'
import type { approvals } from '../contract/approvals.ts'
import type { approvalRules } from '../contract/rules.ts'
import { en, rulesEn } from './words-en.ts'
import { rulesZh, zh } from './words-zh.ts'

export const words = roomWords<Refusals<(typeof approvals)['verbs']> | 'approval.nobody'>()('approvals', { zh, en })
export const ruleWords = roomWords<Refusals<(typeof approvalRules)['verbs']>>()('approval-rules', {
  zh: rulesZh,
  en: rulesEn,
})

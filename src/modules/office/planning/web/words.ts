// What the pages of planning say, in both languages.
import type { Refusals } from '../../../../platform/contract.ts'
import { roomWords } from '../../../../ui/words.ts'
import type { tasks } from '../contract/tasks.ts'
import type { workLogs } from '../contract/work-logs.ts'
import type { workPlans } from '../contract/work-plans.ts'
import { plansEn, plansZh } from './plan-words.ts'
import { en, logsEn } from './words-en.ts'
import { logsZh, zh } from './words-zh.ts'

export const words = roomWords<Refusals<(typeof tasks)['verbs']>>()('tasks', { zh, en })
export const logWords = roomWords<Refusals<(typeof workLogs)['verbs']>>()('work-logs', { zh: logsZh, en: logsEn })
export const planWords = roomWords<Refusals<(typeof workPlans)['verbs']>>()('work-plans', { zh: plansZh, en: plansEn })

// What the people who work here are called on pages: the Chinese and the English of it.
import type { Refusals } from '../../../../platform/contract.ts'
import { roomWords } from '../../../../ui/words.ts'
import type { staff } from '../contract.ts'
import { en } from './words-en.ts'
import { zh } from './words-zh.ts'

export const words = roomWords<Refusals<(typeof staff)['verbs']>>()('staff', { zh, en })

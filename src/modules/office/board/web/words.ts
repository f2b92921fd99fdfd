// What the pages of the board say, in both languages.
import type { Refusals } from '../../../../platform/contract.ts'
import { roomWords } from '../../../../ui/words.ts'
import type { board } from '../contract.ts'
import { en } from './words-en.ts'
import { zh } from './words-zh.ts'

export const words = roomWords<Refusals<(typeof board)['verbs']>>()('board', { zh, en })

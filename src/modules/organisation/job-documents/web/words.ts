// What the pages of job-responsibility documents say, in both languages.
import type { Refusals } from '../../../../platform/contract.ts'
import { roomWords } from '../../../../ui/words.ts'
import type { jobDocuments } from '../contract.ts'
import { en } from './words-en.ts'
import { zh } from './words-zh.ts'

export const words = roomWords<Refusals<(typeof jobDocuments)['verbs']>>()('job-documents', { zh, en })

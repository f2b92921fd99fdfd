// What giving out a list says, in both languages.
import type { Refusals } from '../platform/contract.ts'
import type { exports } from '../platform/exports/contract.ts'
import { pieceWords } from './words.ts'

type Own = Extract<Refusals<(typeof exports)['verbs']>, `export.${string}`>
const refusals = <const R extends Record<Own, string>>(words: R): R => words

export const words = pieceWords('exports', {
  zh: {
    asWork: '数据较多，已转为后台导出，完成后会通知您。',
    refusals: refusals({
      'export.kind_unknown': '这个列表还不能导出。',
      'export.query_wrong': '筛选条件有误，请清除后重试。',
      'export.too_many': '超过 {{most}} 行。',
    }),
  },
  en: {
    asWork: 'This is a long list. It is being exported in the background, and you will be told when it is done.',
    refusals: refusals({
      'export.kind_unknown': 'This list cannot be exported yet.',
      'export.query_wrong': 'The filters are not right. Clear them and try again.',
      'export.too_many': 'More than {{most}} rows.',
    }),
  },
})

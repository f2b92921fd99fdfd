// Why a row was given back, in words, for the file of rejected rows and for the page.
import type { CellReason } from '../sheets/parse-cells.ts'
import type { Both, Importer, Reason } from './importer.ts'

const CELLS: Record<CellReason, Both> = {
  'cell.missing': { zh: '必填，但这一格是空的', en: 'is required, but the cell is empty' },
  'cell.too_long': {
    zh: '太长：{{length}} 字，最多 {{longest}} 字',
    en: 'is too long: {{length}} characters of at most {{longest}}',
  },
  'cell.not_a_time': { zh: '看不出是什么时间：{{text}}', en: 'is not a time: {{text}}' },
  'cell.no_such_time': { zh: '没有这个时间：{{text}}', en: 'is a time that does not exist: {{text}}' },
  'cell.not_a_number': { zh: '不是数字：{{text}}', en: 'is not a number: {{text}}' },
  'cell.not_whole': { zh: '不是整数：{{text}}', en: 'is not a whole number: {{text}}' },
  'cell.too_small': { zh: '太小：{{number}}，不得小于 {{min}}', en: 'is too small: {{number}}, less than {{min}}' },
  'cell.too_big': { zh: '太大：{{number}}，不得大于 {{max}}', en: 'is too big: {{number}}, more than {{max}}' },
}
const isOfCell = (code: string): code is CellReason => Object.hasOwn(CELLS, code)

/** One sentence in both languages, with the name of its field in front. */
export function wordsOfReason(importer: Pick<Importer, 'fields' | 'reasons'>, reason: Reason): Both {
  const words = isOfCell(reason.code) ? CELLS[reason.code] : importer.reasons[reason.code]
  const field = importer.fields.find(({ key }) => key === reason.field)?.label
  const { zh, en } = words ?? { zh: reason.code, en: reason.code }
  const params = reason.params ?? {}
  return {
    zh: `${field ? `${field.zh}：` : ''}${filled(zh, params)}`,
    en: `${field ? `${field.en} ` : ''}${filled(en, params)}`,
  }
}

const filled = (words: string, params: Record<string, string | number>) =>
  words.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''))

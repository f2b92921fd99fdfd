// What the pages of duties and duty sheets say, in both languages.
import type { Refusals } from '../../../../platform/contract.ts'
import { pieceWords, roomWords } from '../../../../ui/words.ts'
import type { duties } from '../contract/duties.ts'
import type { dutySheets } from '../contract/sheets.ts'
import { en as sheetEn } from './sheet-words-en.ts'
import { zh as sheetZh } from './sheet-words-zh.ts'
import { en } from './words-en.ts'
import { zh } from './words-zh.ts'

export const words = roomWords<Refusals<(typeof duties)['verbs']>>()('duties', { zh, en })
export const sheetWords = roomWords<Refusals<(typeof dutySheets)['verbs']>>()('duty-sheets', {
  zh: sheetZh,
  en: sheetEn,
})

/** Kinds of records that the ledger names and that have no pages of their own. */
pieceWords('duty-checks', {
  zh: {
    room: '检查',
    events: { 'duty_check.made': '检查了履职', 'duty_check.remarked': '点评了履职' },
    notices: {
      'duty_check.made': '{{name}} 检查了您的履职 {{code}}：$t(values.result.{{result}}) {{note}}',
      'duty_check.remarked': '{{name}} 点评了您的履职 {{code}}：{{note}}',
    },
    details: { no: '对象', code: '职责', result: '结果' },
    values: { result: { good: '无误', mend: '需改进' } },
  },
  en: {
    room: 'Check',
    events: { 'duty_check.made': 'Checked the duties', 'duty_check.remarked': 'Remarked on the duties' },
    notices: {
      'duty_check.made': '{{name}} checked your duties {{code}}: $t(values.result.{{result}}) {{note}}',
      'duty_check.remarked': '{{name}} remarked on your duties {{code}}: {{note}}',
    },
    details: { no: 'Whose', code: 'Duty', result: 'Result' },
    values: { result: { good: 'Good', mend: 'To mend' } },
  },
})
pieceWords('duty-acknowledgements', {
  zh: {
    room: '职责阅知',
    events: {
      'duty_acknowledgement.came_due': '请阅知岗位职责书',
      'duty_acknowledgement.given': '阅知了岗位职责书',
      'duty_acknowledgement.cancelled': '不用再阅知',
    },
    details: { no: '职责书', version: '版本', dueAt: '限期' },
  },
  en: {
    room: 'Acknowledgement',
    events: {
      'duty_acknowledgement.came_due': 'Asked to read a duty sheet',
      'duty_acknowledgement.given': 'Acknowledged a duty sheet',
      'duty_acknowledgement.cancelled': 'Need not be read any more',
    },
    details: { no: 'Sheet', version: 'Version', dueAt: 'Due' },
  },
})

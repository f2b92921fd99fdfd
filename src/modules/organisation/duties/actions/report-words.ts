// What the fulfilment report says on paper, in both languages.
import type { Verdict } from '../rules/verdict.ts'

const zh = {
  title: '履职报告',
  file: '履职报告',
  person: '姓名',
  month: '月份',
  posts: '岗位',
  code: '编号',
  duty: '职责',
  verdict: '结论',
  due: '应做',
  met: '按时',
  late: '逾期',
  missed: '未做',
  rate: '按时率',
  uncounted: '由系统保证，或系统尚不能统计',
  checks: '上级检查与点评',
  signPerson: '本人签字',
  signSuperior: '上级签字',
  verdicts: {
    met: '做到',
    partly: '部分做到',
    missed: '没有做到',
    not_due: '本月无事项',
    kept: '系统保证',
    not_yet: '尚不能统计',
  },
}
export type ReportWords = Omit<typeof zh, 'verdicts'> & { verdicts: Record<Verdict, string> }

const en: ReportWords = {
  title: 'Fulfilment report',
  file: 'fulfilment',
  person: 'Name',
  month: 'Month',
  posts: 'Posts',
  code: 'No.',
  duty: 'Duty',
  verdict: 'Verdict',
  due: 'Due',
  met: 'In time',
  late: 'Late',
  missed: 'Missed',
  rate: 'In time',
  uncounted: 'Kept by the program, or not yet counted by it',
  checks: 'Checks and remarks by superiors',
  signPerson: 'Signature',
  signSuperior: 'Superior',
  verdicts: {
    met: 'Met',
    partly: 'Partly met',
    missed: 'Not met',
    not_due: 'Nothing due',
    kept: 'Kept by the program',
    not_yet: 'Not counted yet',
  },
}
export const REPORT_WORDS: Record<'zh' | 'en', ReportWords> = { zh, en }

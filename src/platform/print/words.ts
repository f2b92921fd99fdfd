// What stands on every printed form besides its own words.
import type { Language } from './printable.ts'

export type PrintWords = {
  number: string
  continued: string
  page: (page: number, pages: number) => string
  printed: (at: string, by: string) => string
  date: string
  emptyDate: string
  noPicture: string
  brokenPicture: string
  colon: string
}

export const PRINT_WORDS: Record<Language, PrintWords> = {
  zh: {
    number: '编号',
    continued: '（续）',
    page: (page, pages) => `第 ${page} 页 / 共 ${pages} 页`,
    printed: (at, by) => `打印时间：${at}　打印人：${by}`,
    date: '日期',
    emptyDate: '　　年　　月　　日',
    noPicture: '无',
    brokenPicture: '图片无法显示',
    colon: '：',
  },
  en: {
    number: 'No.',
    continued: ' (continued)',
    page: (page, pages) => `Page ${page} of ${pages}`,
    printed: (at, by) => `Printed ${at} by ${by}`,
    date: 'Date',
    emptyDate: '____ / ____ / ________',
    noPicture: 'None',
    brokenPicture: 'Picture cannot be shown',
    colon: ': ',
  },
}

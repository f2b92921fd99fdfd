// One spelling for a place, whatever way somebody writes it: 3栋2单元1201室, 3#-2-1201 and ３－２－１２０１ are all 3-2-1201.

const FIGURES = '零一二三四五六七八九'
const NUMERAL = /[零〇一二三四五六七八九十百两]+(?=号|栋|幢|座|单元|层|楼|门|室|期|区|#)/gu
/** Figures read out one by one: 一二零一. */
const READ_OUT = /[零〇一二三四五六七八九]{3,}/gu
/** What stands behind a number to say which number it is; not where it begins another word (楼梯, 门岗). */
const LEVEL =
  /(?<=[\da-z])\s*(?:号院|单元|[号栋#层]?楼(?![梯道顶上下板])|栋|幢|座|层|室|房|号|#|门(?![口厅岗禁牌卫]))/gu
const LEVEL_EN =
  /(?<![a-z])(?:building|bldg|block|blk|tower|entrance|unit|floor|flr|room|rm|flat|apartment|apt)(?![a-z])\.?/gu
const FLOOR_EN = /(?<=\d)\s*\/?f(?![a-z\d])/gu
const BASEMENT = /(?:负|地下)(?=\d)/gu
const GAP = /[\s#\-–—−_/\\.,,、·:;()|'"]+/gu

export const spell = (written: string): string => tidy(dashed(written.normalize('NFKC').toLowerCase()))

/** The numbers themselves, as they are to stand in codes: ３栋２单元0301室 is 3, 2, 0301. */
export const partsIn = (written: string): string[] =>
  dashed(written.normalize('NFKC').trim().toLowerCase())
    .split('-')
    .filter(Boolean)
    .map((part) => part.toUpperCase())

const dashed = (lower: string): string =>
  lower
    .replace(/[棟號單層樓門]/gu, (sign) => SIMPLE[sign] ?? sign)
    .replace(NUMERAL, (numeral) => String(numberOf(numeral)))
    .replace(READ_OUT, (figures) => [...figures].map(figureOf).join(''))
    .replace(BASEMENT, 'b')
    .replace(/的/gu, '')
    .replace(FLOOR_EN, '-')
    .replace(LEVEL, '-')
    .replace(LEVEL_EN, '-')
    .replace(GAP, '-')

const SIMPLE: Record<string, string> = { 棟: '栋', 號: '号', 單: '单', 層: '层', 樓: '楼', 門: '门' }

const tidy = (parts: string) =>
  parts
    .replace(/(?<=\d)(?=\p{Script=Han})/gu, '-')
    .replace(/(?<=\p{Script=Han})-+(?=\d)/gu, '')
    .split('-')
    .filter((part) => part !== '')
    .map((part) => part.replace(/^0+(?=\d)/, ''))
    .join('-')

const figureOf = (sign: string) => (sign === '〇' ? 0 : FIGURES.indexOf(sign))

/** 十二 is 12, 二十 is 20, 一百零一 is 101; without 十 or 百 the figures stand one behind the other. */
function numberOf(numeral: string): number {
  const signs = [...numeral.replaceAll('两', '二')]
  if (!signs.some((sign) => sign === '十' || sign === '百')) return Number(signs.map(figureOf).join(''))
  let total = 0
  let figure: number | undefined
  for (const sign of signs) {
    if (sign === '百' || sign === '十') {
      total += (figure ?? 1) * (sign === '百' ? 100 : 10)
      figure = undefined
    } else {
      figure = figureOf(sign)
    }
  }
  return total + (figure ?? 0)
}

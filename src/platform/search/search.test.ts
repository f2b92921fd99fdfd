import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { searchQueryOf, searchVectorOf } from './search.ts'
import { tokensOf } from './tokens.ts'
import { warmSearch } from './words.ts'

beforeAll(warmSearch)

describe('what a text is found by', () => {
  test('pairs of neighbouring characters, the last of each run, and words', () => {
    expect(tokensOf('电梯困人，Wi-Fi坏')).toEqual(['电梯', '梯困', '困人', '人', 'wi', 'fi', 'fi坏', '坏'])
  })
  test('width, case and traditional characters make no difference', () => {
    expect(tokensOf('３棟ＡＢ電梯')).toEqual(tokensOf('3栋ab电梯'))
  })
  test('a number is a token alone and with the character behind it', () => {
    expect(tokensOf('13栋2单元')).toEqual(['13', '13栋', '栋', '2', '2单', '单元', '元'])
  })
  test('a phone is one number however it is written, and has its last four figures', () => {
    for (const written of ['13812345678', '138 1234 5678', '138-1234-5678', '１３８１２３４５６７８']) {
      expect(tokensOf(written)).toEqual(['13812345678', '5678'])
    }
  })
  test('the day in the number of a form has no last four figures', () => {
    expect(tokensOf('TS-20261123-0007')).toEqual(['ts', '20261123', '0007'])
  })
  test('a plate is found with and without its letter', () => {
    for (const written of ['粤B12345', '粤B·12345', '粤ｂ 12345']) {
      expect(tokensOf(written)).toEqual(['粤', 'b12345', '12345', '2345'])
    }
  })
  test('characters beyond the first 65,536 are whole', () => {
    expect(tokensOf('龘𠮷野家𠮷')).toEqual(['龘𠮷', '𠮷野', '野家', '家𠮷', '𠮷'])
  })
  test('a text without a word has no tokens', () => {
    expect(tokensOf('……！？ 😀\u0000')).toEqual([])
    expect(searchVectorOf([null, undefined, '', '！'])).toBe('')
  })
  test('the parts of a row do not run into each other', () => {
    expect(searchVectorOf(['漏水', '电梯'])).toBe("'漏水' '水' '电梯' '梯'")
  })
})

describe('what is looked for', () => {
  test.each([
    ['漏水', "'漏水'"],
    ['電梯的故障', "'电梯' & '故障'"],
    ['电梯困人投诉', "'电梯' & '困人' & '投诉'"],
    ['水管工', "'水管' & '管工'"],
    ['排水泵不工作了', "'排水' & '水泵' & '不工' & '工作'"],
    ['漏水 3栋', "'漏水' & '3栋'"],
    ['3栋2单元501', "'3栋' & '2单' & '单元' & '501':*"],
    ['粤B12345', "'b12345':*"],
    ['138 1234 5678', "'13812345678':*"],
    ['5678', "'5678':*"],
    ['12', "'12'"],
    ['灯', "'灯':*"],
    ['的', "'的':*"],
    ['我的狗', "'我的' & '的狗'"],
    ["a'b & !c | (d) \\ :*", "'a' & 'b' & 'c' & 'd'"],
    ['𠮷野', "'𠮷野'"],
  ])('%s is %s', (input, query) => expect(searchQueryOf(input)).toBe(query))

  test.each(['', '   ', "'", '&|!():*\\', '\u0000', '😀'])('%j is nothing to look for', (input) =>
    expect(searchQueryOf(input)).toBeUndefined(),
  )
})

const HAN = '电梯困人漏水停车管道业主投诉物业费的了不在三栋单元噪音龘𠮷門禁壞'
const han = fc.array(fc.constantFrom(...HAN), { minLength: 2, maxLength: 40 }).map((signs) => signs.join(''))
const mixed = fc
  .array(fc.oneof(han, fc.stringMatching(/^[ ,，。3a-zA-Z０-９'\\&|!:*()-]{0,8}$/)), { maxLength: 8 })
  .map((parts) => parts.join(''))

test('whatever two or more characters are taken out of a text find it', () => {
  fc.assert(
    fc.property(mixed, han, mixed, fc.nat(), fc.integer({ min: 2, max: 12 }), (before, run, after, from, length) => {
      const signs = [...run]
      const start = from % (signs.length - 1)
      const input = signs.slice(start, start + length).join('')
      expect(isFound(searchVectorOf([before, run + after]), searchQueryOf(input))).toBe(true)
    }),
  )
})

test('each single character of a text finds it', () => {
  fc.assert(
    fc.property(mixed, fc.constantFrom(...HAN), mixed, (before, sign, after) => {
      expect(isFound(searchVectorOf([before + sign + after]), searchQueryOf(sign))).toBe(true)
    }),
  )
})

/** What PostgreSQL answers to `@@` for the plain queries that are built here. */
function isFound(vector: string, query: string | undefined): boolean {
  const lexemes = vector.split(' ').map((lexeme) => lexeme.slice(1, -1))
  const terms = query?.split(' & ') ?? []
  return terms.every((term) => {
    const [, token = '', beginning] = /^'(.*)'(:\*)?$/u.exec(term) ?? []
    return lexemes.some((lexeme) => (beginning ? lexeme.startsWith(token) : lexeme === token))
  })
}

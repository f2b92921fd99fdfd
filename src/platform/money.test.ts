import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chineseAmount, formatYuan, lineAmountFen, readYuan, splitFen, yuanOf } from './money.ts'

describe('reading what somebody typed', () => {
  test.each([
    ['1,234.50', 123450],
    ['１，２３４．５０', 123450],
    ['￥ 88', 8800],
    ['¥0.5', 50],
    ['12元', 1200],
    ['-3.07', -307],
    ['0', 0],
    ['-0', 0],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
  ])('%s is read as %i fen', (input, fen) => {
    expect(readYuan(input)).toEqual({ ok: true, fen })
  })

  test.each([
    ['', 'empty'],
    ['  元', 'empty'],
    ['一百', 'not_an_amount'],
    ['1,23', 'not_an_amount'],
    ['1.', 'not_an_amount'],
    ['1e3', 'not_an_amount'],
    ['1.005', 'too_many_decimals'],
    ['99999999999999999', 'too_large'],
  ])('%j is not taken: %s', (input, problem) => {
    expect(readYuan(input)).toEqual({ ok: false, problem })
  })

  test('every amount that is written is read back', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (fen) => {
        expect(readYuan(formatYuan(fen))).toEqual({ ok: true, fen })
        expect(readYuan(yuanOf(fen))).toEqual({ ok: true, fen })
      }),
    )
  })
})

test('figures are grouped for people and plain for spreadsheets', () => {
  expect(formatYuan(123456789)).toBe('1,234,567.89')
  expect(formatYuan(-5)).toBe('-0.05')
  expect(yuanOf(123456789)).toBe('1234567.89')
  expect(() => yuanOf(1.5)).toThrow('not a whole number of fen')
})

describe('a line is rounded half up once', () => {
  test('area times rate', () => expect(lineAmountFen({ rateYuan: '2.85', quantity: '89.37' })).toBe(25470))
  test('half a fen goes up', () => expect(lineAmountFen({ rateYuan: '1.005', quantity: 1 })).toBe(101))
  test('half a fen of a credit goes away from zero', () =>
    expect(lineAmountFen({ rateYuan: '-1.005', quantity: 1 })).toBe(-101))
  test('13 days of 30', () =>
    expect(lineAmountFen({ rateYuan: '3', quantity: '100', share: { parts: 13, whole: 30 } })).toBe(13000))
  test('a float that cannot be written as a decimal is a mistake', () =>
    expect(() => lineAmountFen({ rateYuan: 1e-9, quantity: 1 })).toThrow('not a decimal number'))
})

describe('sharing an amount', () => {
  test('100.00 over three equal homes', () => expect(splitFen(10000, [1, 1, 1])).toEqual([3334, 3333, 3333]))
  test('by area', () => expect(splitFen(100, ['50.5', '49.5', '0'])).toEqual([51, 49, 0]))
  test('nothing to share by is a mistake', () => expect(() => splitFen(100, [0, 0])).toThrow('weights'))
  test('the shares always add up, and none is further than a fen from its exact part', () => {
    const weights = fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 30 }).filter((all) => all.some((w) => w > 0))
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), weights, (total, all) => {
        const shares = splitFen(total, all)
        const sum = all.reduce((a, b) => a + b, 0)
        expect(shares.reduce((a, b) => a + b, 0)).toBe(total)
        shares.forEach((share, at) => {
          expect(Math.abs(share - (total * (all[at] ?? 0)) / sum)).toBeLessThan(1.001)
        })
      }),
    )
  })
})

describe('capitals on a receipt', () => {
  test.each([
    [0, '零元整'],
    [5, '伍分'],
    [50, '伍角'],
    [55, '伍角伍分'],
    [1000, '壹拾元整'],
    [1005, '壹拾元零伍分'],
    [32504, '叁佰贰拾伍元零肆分'],
    [140950, '壹仟肆佰零玖元伍角'],
    [168032, '壹仟陆佰捌拾元零叁角贰分'],
    [600714, '陆仟零柒元壹角肆分'],
    [1640902, '壹万陆仟肆佰零玖元零贰分'],
    [10_700_053, '壹拾万柒仟元零伍角叁分'],
    [100_000_010, '壹佰万元零壹角'],
    [10_000_000_000, '壹亿元整'],
    [10_001_000_000, '壹亿零壹万元整'],
    [10_000_100_000, '壹亿零壹仟元整'],
    [100_005_000_000, '壹拾亿零伍万元整'],
    [12_345_678_901_234, '壹仟贰佰叁拾肆亿伍仟陆佰柒拾捌万玖仟零壹拾贰元叁角肆分'],
    [-1000, '负壹拾元整'],
  ])('%i fen is %s', (fen, words) => {
    expect(chineseAmount(fen)).toBe(words)
  })
})

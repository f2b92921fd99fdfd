// Any text can be printed, and is broken into lines as Chinese printing does it.
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { type PrintFont, printFonts } from './fonts.ts'
import { printable } from './printable.ts'
import { wrap } from './wrapping.ts'

let font: PrintFont
beforeAll(async () => {
  font = (await printFonts()).regular
})

describe('printable text', () => {
  test.each([
    ['龘魑魅𬱖㛃繁體', '龘魑魅𬱖㛃繁體'],
    ['欧阳𠮷', '欧阳〔U+20BB7〕'],
    ['谢谢😀👍🏽🙏', '谢谢〔表情〕'],
    ['👨‍👩‍👧 家', '〔表情〕 家'],
    ['☑已查 ❌', '✓已查 ×'],
    ['a\tb\u200b\ufeffc\u0007', 'a  bc'],
    ['第一行\r\n第二行\r第三行', '第一行\n第二行\n第三行'],
    ['e\u0301cole', 'école'],
  ])('of %j is %j', (given, text) => {
    expect(printable(given, font, 'zh')).toBe(text)
  })

  test('has a shape for each of its characters, whatever was given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom('zh', 'en'), (given, language) => {
        for (const character of printable(given, font, language)) {
          expect(character === '\n' || font.hasGlyph(character.codePointAt(0) ?? 0)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('lines', () => {
  const tens = (text: string) => Array.from(text).length
  const wrapped = (text: string, width: number) => wrap(text, width, tens)

  test('break between Chinese characters, never before a comma or behind an opening bracket', () => {
    expect(wrapped('厨房水龙头漏水，请来', 7)).toEqual(['厨房水龙头漏', '水，请来'])
    expect(wrapped('业主王女士（三幢）在家', 6)).toEqual(['业主王女士', '（三幢）在家'])
    expect(wrapped('第一行\n\n第三行', 10)).toEqual(['第一行', '', '第三行'])
  })

  test('keep words and numbers whole, unless a word alone is too long', () => {
    expect(wrapped('call Ms Wang at 13800000001', 12)).toEqual(['call Ms Wang', 'at', '13800000001'])
    expect(wrapped('阀芯DN15共2只', 5)).toEqual(['阀芯', 'DN15共', '2只'])
    expect(wrapped('https://example.com', 8)).toEqual(['https://', 'example.', 'com'])
  })

  test('are never too wide and lose nothing but blanks', () => {
    const text = fc.string({
      unit: fc.constantFrom('电', '梯', '，', '。', '（', '）', 'a', 'b', '1', ' ', '\n', '𬱖', '-'),
      maxLength: 80,
    })
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 20 }), (given, width) => {
        const lines = wrapped(given, width)
        expect(lines.every((line) => tens(line) <= width)).toBe(true)
        expect(lines.join('').replace(/\s/g, '')).toBe(given.replace(/\s/g, ''))
      }),
    )
  })
})

import { describe, expect, test } from 'vitest'
import { CallError } from '../platform/client.ts'
import { en } from './kit-words-en.ts'
import { zh } from './kit-words-zh.ts'
import { lookUp, roomWords, say, wordsOf } from './words.ts'

const kites = roomWords<'kite.torn'>()('kites', {
  zh: {
    room: '风筝',
    fields: { colour: '颜色' },
    states: { up: '在天上' },
    hints: { high: '飞到 {{metres}} 米' },
    refusals: { 'kite.torn': '{{colour}}的风筝破了' },
  },
  en: {
    room: 'Kite',
    fields: { colour: 'Colour' },
    states: { up: 'up' },
    hints: { high: 'At {{metres}} metres' },
    refusals: { 'kite.torn': 'The {{colour}} kite is torn' },
  },
})

describe('words of a room', () => {
  test('are found by their key, with values put in', () => {
    expect(say(kites, 'fields.colour')).toBe('颜色')
    expect(say(kites, 'hints.high', { metres: 30 })).toBe('飞到 30 米')
  })
  test('are undefined for a key made at run time that nobody wrote', () => {
    expect(lookUp('kites', 'states.down')).toBeUndefined()
  })
  test('do not compile with a key that is not there, without English, or without the words of a refusal', () => {
    // @ts-expect-error no such key
    say(kites, 'fields.weight')
    // @ts-expect-error English lacks a key
    roomWords()('x', { zh: { room: '甲', hints: { a: '一' }, refusals: {} }, en: { room: 'A', refusals: {} } })
    // @ts-expect-error a refusal has no words
    roomWords<'kite.lost'>()('y', { zh: { room: '乙', refusals: {} }, en: { room: 'B', refusals: {} } })
  })
})

describe('a failure in words', () => {
  const failed = (status: number, body: unknown) => wordsOf(new CallError(status, body))
  test('takes those of the room whose rule it is', () => {
    expect(failed(409, { code: 'kite.torn', details: { colour: '红' } })).toBe('红的风筝破了')
  })
  test('takes the kit’s for what any room may meet', () => {
    expect(failed(403, { code: 'access.not_granted' })).toBe(zh.refusals['access.not_granted'])
    expect(failed(0, { code: 'unreachable' })).toBe(zh.refusals.unreachable)
  })
  test('names the number of a defect', () => {
    expect(failed(500, { code: 'defect', requestId: 'r-17' })).toContain('r-17')
  })
  test('says the code when nobody has words for it', () => {
    expect(failed(409, { code: 'moon.full' })).toContain('moon.full')
  })
  test('takes an answer that is not ours for a lost server', () => {
    expect(failed(502, '<html>bad gateway</html>')).toBe(zh.refusals.unreachable)
  })
})

test('the kit’s own words take the same values in both languages', () => {
  expect(slotsIn(en)).toEqual(slotsIn(zh))
})
type Tree = { readonly [key: string]: string | Tree }
function slotsIn(tree: Tree, path = ''): Record<string, string[]> {
  return Object.entries(tree).reduce<Record<string, string[]>>((found, [key, value]) => {
    const at = `${path}${key}`
    if (typeof value !== 'string') return Object.assign(found, slotsIn(value, `${at}.`))
    return Object.assign(found, { [at]: (value.match(/{{\w+}}/g) ?? []).toSorted() })
  }, {})
}

import { describe, expect, test } from 'vitest'
import { continued, mustBeFewEnough, nextCodes } from './continuing.ts'

const inForce = [
  { code: 'A3.1', text: '执行岗位职责。' },
  { code: 'A3.3', text: '按时回访业主' },
  { code: 'A3.10', text: '完成交办的工作' },
]

describe('a duty of a document', () => {
  test('continues the one of the same words, whatever its signs, and else the one of the same code', () => {
    const brought = [
      { text: '走访业主', code: 'A3.3' },
      { text: '执行 岗位职责', code: null },
      { text: '巡楼', code: null },
    ]
    const { lines, rest } = continued(brought, inForce)
    expect(lines.map((line) => line?.code)).toEqual(['A3.3', 'A3.1', undefined])
    expect(rest.map(({ code }) => code)).toEqual(['A3.10'])
  })
  test('continues one that no other continues', () => {
    const twice = [
      { text: '走访业主', code: 'A3.3' },
      { text: '按时回访业主', code: null },
    ]
    expect(continued(twice, inForce).lines.map((line) => line?.code)).toEqual([undefined, 'A3.3'])
  })
  test('that continues none gets the next number of the sheet', () => {
    const next = nextCodes(inForce.map(({ code }) => code))
    expect([next(), next()]).toEqual(['A3.11', 'A3.12'])
    expect(nextCodes([])()).toBe('1')
  })
})

test('a sheet holds no more than it can show', () => {
  expect(() => mustBeFewEnough(Array.from({ length: 81 }), '管家')).toThrow('duty_sheet.too_many_duties')
  expect(() => mustBeFewEnough(Array.from({ length: 80 }), '管家')).not.toThrow()
})

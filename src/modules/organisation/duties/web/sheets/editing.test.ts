import { describe, expect, test } from 'vitest'
import { moved, newRow, nextCode, problemIn, type Row } from './editing.ts'

const row = (code: string, text = '做事'): Row => ({ ...newRow([]), key: code, code, text })
const rows = [row('A3.1'), row('A3.2'), row('A3.3')]
const codes = (of: readonly Row[]) => of.map(({ code }) => code)

describe('a draft being written', () => {
  test('offers the number that comes next and is free', () => {
    expect(nextCode([])).toBe('1')
    expect(nextCode([row('A3.9')])).toBe('A3.10')
    expect(nextCode([row('A3.2'), row('A3.1')])).toBe('A3.3')
    expect(nextCode([row('甲')])).toBe('')
  })
  test('moves a duty by one place, and not beyond the ends', () => {
    expect(codes(moved(rows, 2, -1))).toEqual(['A3.1', 'A3.3', 'A3.2'])
    expect(codes(moved(rows, 0, 1))).toEqual(['A3.2', 'A3.1', 'A3.3'])
    expect(codes(moved(rows, 0, -1))).toEqual(codes(rows))
  })
  test('is not saved with a number missing or used twice, or with a duty that says nothing', () => {
    expect(problemIn(rows)).toBeUndefined()
    expect(problemIn([...rows, row(' ')])).toMatchObject({ at: 4, why: 'codeMissing' })
    expect(problemIn([...rows, row('A3.4', ' ')])).toMatchObject({ at: 4, why: 'textMissing' })
    expect(problemIn([...rows, row('A3.1 ')])).toMatchObject({ at: 4, why: 'codeTwice', code: 'A3.1' })
  })
})

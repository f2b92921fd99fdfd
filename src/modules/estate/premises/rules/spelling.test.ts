import { describe, expect, test } from 'vitest'
import { sortOf } from './codes.ts'
import { keysOf } from './keys.ts'
import { spell } from './spelling.ts'

describe('one spelling', () => {
  test.each([
    ['3-2-1201', '3-2-1201'],
    ['3栋2单元1201', '3-2-1201'],
    ['３栋２单元１２０１室', '3-2-1201'],
    ['三栋二单元一二零一', '3-2-1201'],
    ['3 # 2 单元 1201', '3-2-1201'],
    ['3＃1201', '3-1201'],
    ['3号楼2单元12层1201房', '3-2-12-1201'],
    ['十二幢', '12'],
    ['03-02-0301', '3-2-301'],
    ['3棟2單元1201號', '3-2-1201'],
    ['Building 3, Unit 1201', '3-1201'],
    ['Bldg.3 12/F', '3-12'],
    ['A座1201', 'a-1201'],
    ['负一层停车场', 'b1-停车场'],
    ['B1层停车场', 'b1-停车场'],
    ['3号楼的电梯', '3-电梯'],
    ['2号楼大堂', '2-大堂'],
    ['客梯 1', '客梯1'],
    ['3栋楼梯间', '3-楼梯间'],
    ['1号门岗', '1-门岗'],
    ['𠮷祥阁', '𠮷祥阁'],
    ['   ', ''],
  ])('%s is %s', (written, spelled) => {
    expect(spell(written)).toBe(spelled)
  })

  test('what is spelled once stays as it is', () => {
    for (const written of ['3-2-1201', 'b1-停车场', '3-客梯1', 'a-1201'])
      expect(spell(spell(written))).toBe(spell(written))
  })
})

test('a unit is found by its code, by less of it, with its floor said, and run together', () => {
  const way = [
    { kind: 'building', no: '3', name: '3栋' },
    { kind: 'entrance', no: '2', name: '2单元' },
    { kind: 'floor', no: '12F', name: '12层' },
    { kind: 'unit', no: '1201', name: '1201' },
  ] as const
  const keys = new Map(keysOf(way, null).map(({ key, rank }) => [key, rank]))
  expect(Object.fromEntries(keys)).toEqual({
    '3-2-1201': 0,
    '3-1201': 1,
    '1201': 2,
    '2-1201': 3,
    '3-2-12-1201': 1,
    '3-12-1201': 2,
    '3-2-12-1': 2,
    '321201': 3,
  })
})

test('a lift is found by what people call it, in its building or alone', () => {
  const way = [
    { kind: 'building', no: '3', name: '3栋' },
    { kind: 'facility', no: '客梯1', name: '客梯1' },
  ] as const
  const keys = keysOf(way, 'lift').map(({ key }) => key)
  expect(keys).toEqual(expect.arrayContaining(['3-客梯1', '3-电梯', '电梯', 'lift', '3-lift', '梯1']))
})

test('codes stand in the order people expect, basements first', () => {
  const codes = ['10', '9', '3-2-B1', '3-2-B2', '3-2-1F', '3-2-12F', '3-2-2F', '3-10', 'A']
  expect(codes.toSorted((one, other) => (sortOf(one) < sortOf(other) ? -1 : 1))).toEqual([
    '3-2-B2',
    '3-2-B1',
    '3-2-1F',
    '3-2-2F',
    '3-2-12F',
    '3-10',
    '9',
    '10',
    'A',
  ])
})

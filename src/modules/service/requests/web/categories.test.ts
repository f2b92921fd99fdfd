import { expect, test } from 'vitest'
import type { Category } from '../contract/settings.ts'
import { branchesOf, matching } from './categories.ts'

const category = (id: string, parentId: string | null, name: string, nameEn: string, sort: number): Category => ({
  id,
  parentId,
  name,
  nameEn,
  sort,
  code: id,
  kind: 'repair',
  estateId: null,
  trade: null,
  defaultUrgency: null,
  outsideParty: null,
})
const TREE = [
  category('leak', 'plumbing', '漏水', 'Leak', 2),
  category('power', null, '强电', 'Power', 100),
  category('plumbing', null, '给排水', 'Plumbing', 1),
  category('trip', 'power', '跳闸', 'Breaker trips', 101),
  category('meter', 'plumbing', '水表', 'Water meter', 3),
]
const names = (typed: string) => matching(branchesOf(TREE, 'repair'), typed).map(({ category: { name } }) => name)

test('each branch is followed by what is below it', () => {
  expect(names('')).toEqual(['给排水', '漏水', '水表', '强电', '跳闸'])
})

test('a word finds its own category first, then what stands below it', () => {
  expect(names('漏')).toEqual(['漏水'])
  expect(names('强电')).toEqual(['强电', '跳闸'])
  expect(names('leak')).toEqual(['漏水'])
  expect(names('给排水 表')).toEqual(['水表'])
})

test('another kind has none of these', () => {
  expect(branchesOf(TREE, 'complaint')).toEqual([])
})

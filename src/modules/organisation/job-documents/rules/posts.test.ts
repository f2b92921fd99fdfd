import { describe, expect, test } from 'vitest'
import { recognised } from './posts.ts'

const known = [
  { id: 'steward', key: 'steward', title: '客户服务部管家' },
  { id: 'desk', key: 'frontDesk', title: '客户服务部前台接待' },
  { id: 'project', key: 'projectSupervisor', title: '客户服务主管（项目）' },
  { id: 'own', key: 'own1', title: '装修巡查员' },
]
const endsAlike = (one: string, other: string) => one.endsWith(other) || other.endsWith(one)
const idsOf = (posts: [title: string, standardKey: string | null][]) =>
  recognised(
    posts.map(([title, standardKey]) => ({ title, standardKey })),
    known,
    endsAlike,
  )

describe('a read post is recognised', () => {
  test('by its title before anything else', () => {
    expect(idsOf([['装修巡查员', 'steward']])).toEqual(['own'])
  })
  test('by the catalogue when it is called otherwise', () => {
    expect(idsOf([['物业管家', 'steward']])).toEqual(['steward'])
  })
  test('by nearly the same title, whatever stands in brackets', () => {
    expect(
      idsOf([
        ['前台接待', null],
        ['客户服务主管', null],
      ]),
    ).toEqual(['desk', 'project'])
  })
  test('once: the second of two stays open', () => {
    expect(
      idsOf([
        ['管家', null],
        ['客户服务部管家', null],
      ]),
    ).toEqual([null, 'steward'])
    expect(idsOf([['绿化工', null]])).toEqual([null])
  })
})

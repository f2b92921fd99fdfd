import { describe, expect, test } from 'vitest'
import type { User } from '../../../platform/access.ts'
import { programOf } from '../../../platform/access.ts'
import { grantsOf, isAbove, lineOf, mustNotBeHeld, reachesPerson, superiorsOf, topsOf } from './rules.ts'

const YUNQI = 'estate-yunqi'
const JINCHENG = 'estate-jincheng'
const reportsTo = new Map<string, string | null>([
  ['boss', null],
  ['manager', 'boss'],
  ['supervisor', 'manager'],
  ['steward', 'supervisor'],
])

describe('what posts add up to', () => {
  const granted = [
    { postId: 'steward', permission: 'requests.read', reach: 'area' },
    { postId: 'supervisor', permission: 'requests.read', reach: 'estate' },
    { postId: 'manager', permission: 'requests.read', reach: 'company' },
  ] as const
  const places = {
    everyEstateId: [YUNQI, JINCHENG],
    areas: [
      { areaId: 'one', estateId: YUNQI },
      { areaId: 'tower', estateId: JINCHENG },
    ],
  }
  test('an area reach goes as far as the areas held in the estate of the post', () => {
    const grants = grantsOf([{ postId: 'steward', estateId: YUNQI }], granted, places)
    expect(grants.get('requests.read')).toEqual({ company: false, estateIds: [], areaIds: ['one'], own: true })
  })
  test('an estate reach of a post held everywhere goes to every estate, not to what belongs to none', () => {
    const grants = grantsOf([{ postId: 'supervisor', estateId: null }], granted, places)
    expect(grants.get('requests.read')).toMatchObject({ company: false, estateIds: [YUNQI, JINCHENG] })
  })
  test('two posts reach as far as both', () => {
    const held = [
      { postId: 'steward', estateId: YUNQI },
      { postId: 'supervisor', estateId: JINCHENG },
    ]
    expect(grantsOf(held, granted, places).get('requests.read')).toEqual({
      company: false,
      estateIds: [JINCHENG],
      areaIds: ['one'],
      own: true,
    })
  })
  test('nobody holds what no post grants', () => {
    const grants = grantsOf([{ postId: 'manager', estateId: null }], granted, places)
    expect(grants.has('requests.read')).toBe(true)
    expect(grants.has('requests.close')).toBe(false)
  })
})

describe('reporting lines', () => {
  const holders = [
    { staffId: 'lin', postId: 'steward' },
    { staffId: 'chen', postId: 'supervisor' },
    { staffId: 'zhao', postId: 'manager' },
    { staffId: 'qian', postId: 'boss' },
  ]
  test('go up to the post that reports to nobody', () => {
    expect(lineOf('steward', reportsTo)).toEqual(['steward', 'supervisor', 'manager', 'boss'])
  })
  test('a superior is the holder of the post above', () => {
    expect(superiorsOf('lin', holders, reportsTo)).toEqual(['chen'])
    expect(superiorsOf('qian', holders, reportsTo)).toEqual([])
  })
  test('a vacant post is skipped', () => {
    const vacant = holders.filter(({ postId }) => postId !== 'supervisor')
    expect(superiorsOf('lin', vacant, reportsTo)).toEqual(['zhao'])
  })
  test('nobody is his own superior', () => {
    const both = [...holders.filter(({ postId }) => postId !== 'supervisor'), { staffId: 'lin', postId: 'supervisor' }]
    expect(superiorsOf('lin', both, reportsTo)).toEqual(['zhao'])
  })
  test('the head holds the post that reports to nobody', () => {
    expect(topsOf(holders, reportsTo)).toEqual(['qian'])
  })
})

describe('who may touch whom', () => {
  const chen: User = {
    ...programOf('company'),
    id: 'chen',
    posts: [{ id: 'supervisor', key: 'supervisor', title: '主管', estateId: YUNQI }],
    grants: new Map(
      ['staff.read', 'staff.appoint'].map((permission) => [
        permission,
        { company: false, estateIds: [YUNQI], areaIds: [], own: true },
      ]),
    ),
  }
  test('one who reaches an estate touches posts below his own, neither his own nor those above', () => {
    expect(isAbove(chen, 'staff.appoint', ['steward'], reportsTo)).toBe(true)
    expect(isAbove(chen, 'staff.appoint', ['supervisor'], reportsTo)).toBe(false)
    expect(isAbove(chen, 'staff.appoint', ['steward', 'manager'], reportsTo)).toBe(false)
  })
  test('a person elsewhere is out of reach, one who works everywhere is only read', () => {
    const away = { id: 'ye', estateIds: [JINCHENG], everyEstate: false }
    expect(reachesPerson(chen, 'staff.appoint', away)).toBe(false)
    const everywhere = { id: 'sun', estateIds: [], everyEstate: true }
    expect(reachesPerson(chen, 'staff.appoint', everywhere)).toBe(false)
    expect(reachesPerson(chen, 'staff.read', everywhere)).toBe(true)
  })
})

describe('days of a post', () => {
  const held = [{ postId: 'steward', estateId: YUNQI, fromOn: '2026-01-01', toOn: '2026-06-30' }]
  test('may follow one another', () => {
    const next = { postId: 'steward', estateId: YUNQI, fromOn: '2026-07-01', toOn: null }
    expect(() => mustNotBeHeld(next, held)).not.toThrow()
  })
  test('do not overlap in the same estate', () => {
    const twin = { postId: 'steward', estateId: YUNQI, fromOn: '2026-06-30', toOn: null }
    expect(() => mustNotBeHeld(twin, held)).toThrow('staff.already_appointed')
    expect(() => mustNotBeHeld({ ...twin, estateId: JINCHENG }, held)).not.toThrow()
  })
})

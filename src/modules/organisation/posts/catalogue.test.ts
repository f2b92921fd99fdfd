import { describe, expect, test } from 'vitest'
import { standardPosts } from './catalogue/all.ts'
import { STANDARD_POSTS, type StandardPost } from './catalogue/standard-post.ts'
import { CADENCES, CAPABILITIES } from './contract.ts'

/** By key: what its codes begin with, and how many there are. */
const FROM_JOB_DOCUMENTS = {
  customerServiceManager: ['A1', 5],
  customerServiceSupervisor: ['A2', 19],
  steward: ['A3', 10],
  departmentSecretary: ['A4', 10],
  frontDesk: ['A5', 6],
  projectSupervisor: ['B1', 20],
  customerServiceAssistant: ['B2', 6],
  receptionist: ['B3', 9],
  archivist: ['B4', 5],
  keyAccountManager: ['C1', 14],
  keyAccountFamily: ['D0', 6],
  keyAccountSupervisor: ['D2', 18],
  channelAccountManager: ['E1', 6],
  channelAccountSales: ['E2', 4],
  barAttendant: ['F1', 17],
  liquorMarketRep: ['F2', 6],
  liquorChannelRep: ['F3', 11],
  customerOfficer: ['G1', 13],
} as const
const OF_THE_PROGRAM = {
  generalManager: ['GM', 5],
  engineeringSupervisor: ['ES', 5],
  repairWorker: ['RW', 4],
  systemAdministrator: ['SA', 4],
} as const
/** Authorities, requirements and the aim of a post stand before its numbered duties. */
const LETTERED: Readonly<Record<string, readonly string[]>> = {
  C1: ['a', 'b', 'c', 'd', 'e', '0'],
  F1: ['a', 'b', 'c'],
}

const posts: readonly StandardPost[] = Object.values(standardPosts)
const duties = posts.flatMap((post) => post.duties)
const codesFor = (prefix: string, count: number) => {
  const lettered = LETTERED[prefix] ?? []
  const numbered = Array.from({ length: count - lettered.length }, (_, at) => String(at + 1))
  return [...lettered, ...numbered].map((one) => `${prefix}.${one}`)
}
const codesOf = (expected: Readonly<Record<string, readonly [string, number]>>) =>
  Object.entries(expected).map(([key, [prefix, count]]): [string, string[]] => [key, codesFor(prefix, count)])
const byKey = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]) => (one < other ? -1 : 1)
const listed = (expected: object) =>
  posts
    .filter(({ key }) => key in expected)
    .map((post): [string, string[]] => [post.key, post.duties.map(({ code }) => code)])
    .toSorted(byKey)

describe('the catalogue of posts', () => {
  test('has the 185 duties of the 18 entries of the job documents, in their order', () => {
    const expected = codesOf(FROM_JOB_DOCUMENTS)
    expect(expected).toHaveLength(18)
    expect(expected.flatMap(([, codes]) => codes)).toHaveLength(185)
    expect(listed(FROM_JOB_DOCUMENTS)).toEqual(expected.toSorted(byKey))
  })
  test('adds four posts that the work of the program needs', () => {
    expect(listed(OF_THE_PROGRAM)).toEqual(codesOf(OF_THE_PROGRAM).toSorted(byKey))
    expect(posts).toHaveLength(Object.keys({ ...FROM_JOB_DOCUMENTS, ...OF_THE_PROGRAM }).length)
    expect(posts.map(({ key }) => key).toSorted()).toEqual(STANDARD_POSTS.toSorted())
  })
  test('names every duty once', () => {
    const codes = duties.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
  })
  test('writes every duty and its measure in both languages', () => {
    const chinese = /\p{Script=Han}/u
    const poor = duties.filter(
      ({ zh, measure, en, measureEn }) =>
        ![zh, measure].every((text) => chinese.test(text)) ||
        ![en, measureEn].every((text) => /^[^\p{Script=Han}]+$/u.test(text)),
    )
    expect(poor).toEqual([])
  })
  test('says of each duty how often it is due and which rooms serve it, in words that are known', () => {
    expect(duties.filter(({ cadence }) => !CADENCES.includes(cadence))).toEqual([])
    expect(duties.filter(({ by }) => by.length === 0 || new Set(by).size !== by.length)).toEqual([])
    const known: ReadonlySet<string> = new Set(CAPABILITIES)
    expect(duties.flatMap(({ by }) => by).filter((word) => !known.has(word))).toEqual([])
    expect(known.size).toBe(CAPABILITIES.length)
  })
  test('has one family, which reports to nobody and to which nobody reports', () => {
    const families = posts.filter(({ kind }) => kind === 'family')
    expect(families.map(({ key, reportsTo }) => [key, reportsTo])).toEqual([['keyAccountFamily', null]])
    expect(posts.filter(({ reportsTo }) => reportsTo === 'keyAccountFamily')).toEqual([])
  })
  test('leads every other post up to the general manager', () => {
    const superiorOf = new Map(posts.map(({ key, reportsTo }) => [key, reportsTo]))
    const headOf = (key: StandardPost['key'], steps = 0): string => {
      const above = superiorOf.get(key)
      return above && steps < posts.length ? headOf(above, steps + 1) : key
    }
    const heads = posts.filter(({ kind }) => kind === 'post').map(({ key }) => headOf(key))
    expect(new Set(heads)).toEqual(new Set(['generalManager']))
  })
})

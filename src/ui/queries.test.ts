import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { listOf, resource, text, write } from '../platform/contract.ts'
import { PhoneGiven } from '../platform/given.ts'
import { nameIn } from './DownloadButton.tsx'
import { readDue } from './DueChip.tsx'
import { isRequired, problemsOf } from './form-problems.ts'
import { nounsIn } from './live.ts'
import { readQuery, writeQuery } from './To.tsx'

describe('an address', () => {
  test('carries a value, several of one name, and signs of any kind, there and back', () => {
    const query = { status: ['new', 'taken'], search: '3-201 & 水', sort: '-dueAt' }
    expect(readQuery(writeQuery(query).slice(1))).toEqual(query)
  })
  test('leaves out what is empty', () => {
    expect(writeQuery({ search: '', sort: undefined, after: null })).toBe('')
  })
})

describe('a live message', () => {
  test('names the nouns that changed', () => {
    expect(nounsIn('{"changes":[{"noun":"requests","id":"1","event":"request.created"}]}')).toEqual(['requests'])
  })
  test('that is none of ours changes nothing', () => {
    expect(nounsIn('hello')).toEqual([])
    expect(nounsIn('{"changes":[{"no":1}]}')).toEqual([])
  })
})

describe('a deadline', () => {
  const now = new Date('2026-11-23T04:00:00.000Z')
  const due = '2026-11-23T05:00:00.000Z'
  test.each([
    ['far off', { due }, 'neutral'],
    ['near', { due, nearMinutes: 90 }, 'warn'],
    ['missed', { due: '2026-11-23T03:59:00.000Z' }, 'bad'],
    ['met in time', { due, done: '2026-11-23T04:59:59.000Z' }, 'good'],
    ['met late', { due, done: '2026-11-23T05:00:01.000Z' }, 'warn'],
    ['with its clock paused', { due: '2026-11-23T03:00:00.000Z', pausedSince: '2026-11-23T02:00:00.000Z' }, 'neutral'],
  ])('%s has its colour', (_, props, tone) => {
    expect(readDue(props, now).tone).toBe(tone)
  })
})

describe('a form', () => {
  const Draft = z.object({
    name: text(5),
    phone: PhoneGiven.optional(),
    tags: listOf(z.string()),
    pieces: z.int().min(1).max(9).optional(),
    kind: z.enum(['a', 'b']),
    code: z.string().regex(/^x/, 'phone.malformed').optional(),
  })
  const { create } = resource('drafts', { create: write({ input: Draft, output: z.object({}) }) }).verbs
  const wordsFor = (input: unknown) =>
    Object.fromEntries(problemsOf(create, input).map(({ key, words }) => [key, words]))
  test('says what is missing and what is wrong, each at its field', () => {
    expect(wordsFor({ phone: '12', pieces: 10, code: 'y' })).toEqual({
      name: '请填写',
      phone: '电话号码不对',
      pieces: '不能大于 9',
      kind: '请选择',
      code: '电话号码不对',
    })
    expect(wordsFor({ name: '太长的名字了', kind: 'a', pieces: 1.5 })).toEqual({
      name: '最多 5 个字',
      pieces: '请填写数字',
    })
  })
  test('marks what the contract will not go without', () => {
    expect(['name', 'phone', 'tags', 'kind'].map((key) => isRequired(create, key))).toEqual([true, false, false, true])
  })
})

test('a downloaded file has the name that the server gave', () => {
  expect(nameIn("attachment; filename*=UTF-8''%E6%B4%BE%E5%B7%A5%E5%8D%95.pdf")).toBe('派工单.pdf')
  expect(nameIn(null)).toBeUndefined()
})

import { afterAll, describe, expect, test } from 'vitest'
import { absolute, instantOf, relative, short, span, wallOf } from './moments.ts'
import { language } from './words.ts'

const SHENZHEN = 'Asia/Shanghai'
const now = new Date('2026-11-23T04:05:00.000Z')

afterAll(() => language.changeLanguage('zh'))

describe('an instant', () => {
  test('shows the wall clock of the zone, whatever the zone of the machine', () => {
    expect(absolute('2026-11-23T16:30:00.000Z', SHENZHEN)).toBe('2026-11-24 00:30')
    expect(wallOf('2026-11-23T16:30:00.000Z', 'America/New_York')).toMatchObject({ day: '2026-11-23', clock: '11:30' })
  })
  test('leaves out the year while it is the present one', () => {
    expect(short('2026-11-01T00:00:00.000Z', now, SHENZHEN)).toBe('11-01 08:00')
    expect(short('2025-11-01T00:00:00.000Z', now, SHENZHEN)).toBe('2025-11-01 08:00')
  })
  test.each([
    ['2026-11-23T04:04:40.000Z', '刚刚'],
    ['2026-11-23T03:50:00.000Z', '15 分钟前'],
    ['2026-11-23T04:30:00.000Z', '25 分钟后'],
    ['2026-11-22T23:00:00.000Z', '今天 07:00'],
    ['2026-11-22T10:00:00.000Z', '昨天 18:00'],
    ['2026-11-24T01:00:00.000Z', '明天 09:00'],
    ['2026-11-20T01:00:00.000Z', '11-20 09:00'],
  ])('%s reads %s', (at, words) => {
    expect(relative(at, now, SHENZHEN)).toBe(words)
  })
  test('reads in English after a change of language', async () => {
    await language.changeLanguage('en')
    expect(relative('2026-11-23T03:50:00.000Z', now, SHENZHEN)).toBe('15 min ago')
    await language.changeLanguage('zh')
  })
})

describe('a wall-clock time', () => {
  test('becomes the instant at which that clock shows it', () => {
    expect(instantOf('2026-11-23', '12:05', SHENZHEN)).toBe('2026-11-23T04:05:00.000Z')
    expect(instantOf('2026-07-01', '09:00', 'Europe/Berlin')).toBe('2026-07-01T07:00:00.000Z')
    expect(instantOf('2026-12-01', '09:00', 'Europe/Berlin')).toBe('2026-12-01T08:00:00.000Z')
  })
})

describe('a span', () => {
  test.each([
    [0, '0 分'],
    [5 * 60_000, '5 分'],
    [60 * 60_000, '1 小时'],
    [-200 * 60_000, '3 小时 20 分'],
    [26 * 60 * 60_000 + 5 * 60_000, '1 天 2 小时'],
  ])('of %i ms reads %s', (size, words) => {
    expect(span(size)).toBe(words)
  })
})

// What people type into cells, and what it means.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanLine, cleanText } from './cells.ts'
import { parseDay, parseInstant, parseInteger, parseText, required } from './parse-cells.ts'
import { serialOfDay, serialOfInstant, wallTextOf } from './wall-time.ts'

describe('text', () => {
  test('loses blanks of every width around it, marks without width, and tabs', () => {
    expect(cleanLine('\u3000\t 电梯\u200b困人 \u00a0\ufeff')).toBe('电梯困人')
    expect(cleanLine('一\t\t二\n三')).toBe('一 二 三')
    expect(cleanText('\n\t\t\t座落在A3区\t\n\n\n\n谢谢！ \r\n\t\t')).toBe('座落在A3区\n\n谢谢！')
  })

  test('made from a number keeps all its digits', () => {
    expect(cleanLine(13800138000)).toBe('13800138000')
    expect(cleanLine(4.3e17)).toBe('430000000000000000')
    expect(cleanLine(12.5)).toBe('12.5')
  })

  test('is refused when too long, and missing only where it is required', () => {
    expect(parseText('一二三四', { longest: 3 })).toEqual({
      reason: 'cell.too_long',
      params: { longest: 3, length: 4 },
    })
    expect(parseText('　')).toEqual({ value: undefined })
    expect(required(parseText('　'))).toEqual({ reason: 'cell.missing', params: {} })
    expect(required(parseText('漏水'))).toEqual({ value: '漏水' })
  })
})

describe('a time', () => {
  const half = '2019-02-28T03:25:05.000Z'

  test.each([
    ['2019/2/28 11:25:05', half],
    ['2019-02-28 11:25:05', half],
    ['2019-2-28T11:25:05', half],
    ['2019.02.28 11:25:05', half],
    ['2019年2月28日 11:25:05', half],
    ['2019年2月28日11时25分05秒', half],
    ['２０１９／２／２８　１１：２５：０５', half],
    ['2019/2/28 上午 11:25:05', half],
    ['2019/2/28 星期四 11:25:05', half],
    ['2019/2/28 11:25:05 AM', half],
    ['20190228112505', half],
    ['2019-02-28T03:25:05Z', half],
    ['2019-02-28 05:25:05+02:00', half],
    [20190228112505, half],
    ['2019/2/28 下午3:05', '2019-02-28T07:05:00.000Z'],
    ['2019/2/28 晚上 8点30分', '2019-02-28T12:30:00.000Z'],
    ['2019/2/28 凌晨12:30', '2019-02-27T16:30:00.000Z'],
    ['2019年2月28日', '2019-02-27T16:00:00.000Z'],
    ['20190228', '2019-02-27T16:00:00.000Z'],
    ['2019-02-28 24:00', '2019-02-28T16:00:00.000Z'],
    ['2017-06-08 17:31:20.250', '2017-06-08T09:31:20.250Z'],
    [43524.475752314815, half],
    ['43524.475752314815', half],
    [43524, '2019-02-27T16:00:00.000Z'],
  ])('written %s is read by the clock of the zone', (written, instant) => {
    expect(parseInstant(written)).toEqual({ value: instant })
  })

  test('in a summer of the years when China put the clock forward is an hour earlier', () => {
    expect(parseInstant('1988-07-01 12:00')).toEqual({ value: '1988-07-01T03:00:00.000Z' })
    expect(parseInstant('1992-07-01 12:00')).toEqual({ value: '1992-07-01T04:00:00.000Z' })
    expect(parseInstant('2026-03-29 12:00', 'Europe/Berlin')).toEqual({ value: '2026-03-29T10:00:00.000Z' })
  })

  test.each(['昨天', '2019', '11:25', '28/2/2019', '19-2-28', '2019-02-28 kl 11', '2019-02-28 11:25 XX', 12, '99999'])(
    'cannot be made of %s',
    (written) => {
      expect(parseInstant(written)).toMatchObject({ reason: 'cell.not_a_time', params: { text: String(written) } })
    },
  )

  test.each(['2019-02-29', '2019-13-01', '2019-02-28 25:00', '2019-02-28 11:60', '1799-01-01'])(
    '%s never was',
    (written) => {
      expect(parseInstant(written)).toMatchObject({ reason: 'cell.no_such_time' })
    },
  )

  test('gives a day with or without a time of day', () => {
    expect(parseDay('2019年2月28日')).toEqual({ value: '2019-02-28' })
    expect(parseDay('2019/2/28 23:59:59')).toEqual({ value: '2019-02-28' })
    expect(parseDay('　')).toEqual({ value: undefined })
    expect(parseDay('2019-02-30')).toMatchObject({ reason: 'cell.no_such_time' })
  })

  test('goes into a sheet and comes back the same', () => {
    const instants = fc.date({ min: new Date('1950-01-02'), max: new Date('2099-12-30'), noInvalidDate: true })
    const zones = fc.constantFrom('Asia/Shanghai', 'UTC', 'Asia/Urumqi')
    fc.assert(
      fc.property(instants, zones, (date, zone) => {
        date.setUTCMilliseconds(0)
        const shown = wallTextOf(serialOfInstant(date, zone))
        // An hour that the clock showed twice is told apart by nobody.
        if (date.getUTCFullYear() >= 1940 && date.getUTCFullYear() < 1992) return
        expect(parseInstant(shown, zone)).toEqual({ value: date.toISOString() })
      }),
    )
    expect(wallTextOf(serialOfDay('2026-11-23'))).toBe('2026-11-23')
    expect(wallTextOf(1)).toBe('1900-01-01')
    expect(wallTextOf(61)).toBe('1900-03-01')
  })
})

describe('a whole number', () => {
  test.each([
    [15, 15],
    ['１５', 15],
    [' 1,234,567 ', 1_234_567],
    ['-3', -3],
    ['8.0', 8],
  ])('is read from %s', (written, number) => {
    expect(parseInteger(written)).toEqual({ value: number })
  })

  test('is refused with the reason', () => {
    expect(parseInteger('十五')).toEqual({ reason: 'cell.not_a_number', params: { text: '十五' } })
    expect(parseInteger(1.5)).toEqual({ reason: 'cell.not_whole', params: { text: '1.5' } })
    expect(parseInteger(-1, { min: 0 })).toEqual({ reason: 'cell.too_small', params: { min: 0, number: -1 } })
    expect(parseInteger(101, { max: 100 })).toEqual({ reason: 'cell.too_big', params: { max: 100, number: 101 } })
  })
})

import { expect, test } from 'vitest'
import { slotOf, slotsAt, spanOf } from './slots.ts'

const ZONE = 'Asia/Shanghai'
const TEN_IN_THE_MORNING = new Date('2026-11-23T02:00:00.000Z')
const TEN_AT_NIGHT = new Date('2026-11-23T14:00:00.000Z')

test('tomorrow morning is that of the estate, whatever the browser thinks', () => {
  expect(spanOf('tomorrowAm', TEN_AT_NIGHT, ZONE)).toEqual({
    from: '2026-11-24T01:00:00.000Z',
    to: '2026-11-24T03:30:00.000Z',
  })
})

test('what is over today is not offered', () => {
  expect(slotsAt(TEN_IN_THE_MORNING, ZONE)).toContain('todayPm')
  expect(slotsAt(TEN_AT_NIGHT, ZONE)).not.toContain('todayPm')
  expect(slotsAt(TEN_AT_NIGHT, ZONE)).toContain('tomorrowPm')
})

test('a kept span is recognised as the slot it came from', () => {
  for (const slot of slotsAt(TEN_IN_THE_MORNING, ZONE)) {
    const expected = slot === 'exact' ? 'none' : slot
    expect(slotOf(spanOf(slot, TEN_IN_THE_MORNING, ZONE), TEN_IN_THE_MORNING, ZONE)).toBe(expected)
  }
  const odd = { from: '2026-11-25T01:15:00.000Z', to: null }
  expect(slotOf(odd, TEN_IN_THE_MORNING, ZONE)).toBe('exact')
})

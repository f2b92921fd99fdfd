// Limits and dates against the calendar: weekends, holidays, make-up days, nights, month ends, leap days, other zones.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openServiceStage, type ServiceStage } from '../../../../../test/support/service-stage.ts'

let stage: ServiceStage
/** The first working Monday of 2026; the clock is then set to each day that matters. */
beforeAll(async () => {
  stage = await openServiceStage('2026-01-05T01:00:00.000Z')
  const { yunqi, jincheng } = stage.cast.estates
  await stage.as('qian').estates.change({ id: yunqi, serviceEveryDay: false })
  await stage.as('qian').estates.change({ id: jincheng, zone: 'Asia/Urumqi' })
  // Wall time of the service office, so that weekends and holidays tell.
  const limit = { kind: 'repair', urgency: 'normal', arriveMinutes: null, feedbackMinutes: null } as const
  await stage.as('zhao').requestSettings.setLimit({
    ...limit,
    estateId: yunqi,
    answerMinutes: 30,
    finishMinutes: 570,
    clock: 'service',
    finishClock: 'service',
  })
})
afterAll(() => stage.close())

const dues = async (at: string, urgency: 'normal' | 'critical' | 'urgent' = 'normal') => {
  stage.at(at)
  const { id } = await stage.take({ urgency })
  const { clocks } = await stage.get(id)
  return Object.fromEntries(clocks.map(({ kind, dueAt }) => [kind, dueAt]))
}

describe('service hours', () => {
  // 08:30 to 18:00 on working days; a working day has 570 minutes. In UTC: 00:30 to 10:00.
  test.each<[day: string, at: string, answer: string, finish: string]>([
    ['on an ordinary morning', '2026-01-06T02:00:00.000Z', '2026-01-06T02:30:00.000Z', '2026-01-07T02:00:00.000Z'],
    ['a quarter before closing', '2026-01-07T09:45:00.000Z', '2026-01-08T00:45:00.000Z', '2026-01-08T09:45:00.000Z'],
    [
      'on a Friday afternoon, over the weekend',
      '2026-01-09T09:50:00.000Z',
      '2026-01-12T00:50:00.000Z',
      '2026-01-12T09:50:00.000Z',
    ],
    ['on a Saturday', '2026-01-10T03:00:00.000Z', '2026-01-12T01:00:00.000Z', '2026-01-12T10:00:00.000Z'],
    [
      'on the Saturday that makes up for Spring Festival',
      '2026-02-14T02:00:00.000Z',
      '2026-02-14T02:30:00.000Z',
      '2026-02-24T02:00:00.000Z',
    ],
    [
      'in the middle of Spring Festival',
      '2026-02-18T02:00:00.000Z',
      '2026-02-24T01:00:00.000Z',
      '2026-02-24T10:00:00.000Z',
    ],
    [
      'before Labour Day, at closing',
      '2026-04-30T10:00:00.000Z',
      '2026-05-06T01:00:00.000Z',
      '2026-05-06T10:00:00.000Z',
    ],
    [
      'on the Sunday that makes up for National Day',
      '2026-09-20T01:00:00.000Z',
      '2026-09-20T01:30:00.000Z',
      '2026-09-21T01:00:00.000Z',
    ],
  ])('%s', async (_, at, answer, finish) => {
    expect(await dues(at)).toEqual({ answer, finish })
  })

  test.each<[at: string]>([['2026-10-01T18:59:00.000Z'], ['2026-10-03T03:00:00.000Z']])(
    'do not hold up an emergency (%s)',
    async (at) => {
      const due = await dues(at, 'critical')
      expect(Object.entries(due).map(([kind, when]) => [kind, Date.parse(when) - Date.parse(at)])).toEqual([
        ['answer', 60_000],
        ['arrive', 300_000],
      ])
      const urgent = await dues(at, 'urgent')
      expect(Date.parse(urgent.finish ?? '') - Date.parse(at)).toBe(2 * 3_600_000)
    },
  )

  test('a pause over a weekend moves a date by the service minutes that were missed, none of them on the weekend', async () => {
    stage.at('2026-10-16T09:00:00.000Z')
    const id = await stage.bring('taken', { urgency: 'normal' })
    const finish = async () => (await stage.get(id)).clocks.find(({ kind }) => kind === 'finish')?.dueAt
    expect(await finish()).toBe('2026-10-19T09:00:00.000Z')
    const reasonId = stage.reasonId('weather')
    await stage.as('lin').requests.hold({ id, reasonId, resumeAt: '2026-10-17T05:00:00.000Z' })
    // Friday 17:00 to Monday 09:30: an hour on Friday, an hour on Monday.
    stage.at('2026-10-19T01:30:00.000Z')
    await stage.as('lin').requests.resume({ id })
    expect(await finish()).toBe('2026-10-20T01:30:00.000Z')
  })
})

describe('the day of a number', () => {
  const numberOf = async (at: string, estate: 'yunqi' | 'jincheng' = 'yunqi') => {
    stage.at(at)
    const call = { estateId: stage.cast.estates[estate] }
    const place = estate === 'jincheng' ? { placeText: 'B1', placeId: null } : {}
    return (await stage.take({ kind: 'help', ...place }, { by: 'zhao', call })).no
  }
  test('begins at midnight of the estate, with the serial begun anew', async () => {
    expect(await numberOf('2026-10-31T15:59:59.999Z')).toBe('QZ-20261031-0001')
    expect(await numberOf('2026-10-31T16:00:00.000Z')).toBe('QZ-20261101-0001')
    expect(await numberOf('2026-11-01T15:59:59.999Z')).toBe('QZ-20261101-0002')
  })
  test('is another in another zone', async () => {
    expect(await numberOf('2026-11-30T16:30:00.000Z', 'jincheng')).toMatch(/^QZ-20261130-/)
    expect(await numberOf('2026-11-30T16:30:00.000Z', 'yunqi')).toMatch(/^QZ-20261201-/)
    expect(await numberOf('2026-11-30T18:00:00.000Z', 'jincheng')).toMatch(/^QZ-20261201-/)
  })
  test('counts as today until midnight', async () => {
    const today = async () => (await stage.as('chen').requests.counts({})).today
    stage.at('2026-12-01T15:59:00.000Z')
    const before = await today()
    await stage.take({ kind: 'help' })
    expect(await today()).toBe(before + 1)
    stage.later(1)
    expect(await today()).toBe(0)
  })
})

describe('29 February', () => {
  test('is a day like another: numbers, limits and the days for reopening count it', async () => {
    stage.at('2028-02-28T02:00:00.000Z')
    const id = await stage.bring('closed', { urgency: 'rush' })
    const { clocks, no } = await stage.get(id)
    expect(no).toMatch(/^WX-20280228-/)
    expect(clocks.find(({ kind }) => kind === 'finish')?.firstDueAt).toBe('2028-02-29T02:00:00.000Z')
    stage.at('2028-02-29T02:00:00.000Z')
    expect((await stage.take()).no).toMatch(/^WX-20280229-/)
    stage.at('2028-03-06T02:00:00.001Z')
    const late = stage.as('chen').requests.reopen({ id, reason: '又漏了' })
    await expect(late).rejects.toMatchObject({ code: 'request.reopen_too_late', details: { days: 7 } })
    stage.at('2028-03-06T02:00:00.000Z')
    expect((await stage.as('chen').requests.reopen({ id, reason: '又漏了' })).status).toBe('taken')
  })
})

// Taking a call: what is written, what is refused, the same call sent twice.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openServiceStage, type ServiceStage } from '../../../../../test/support/service-stage.ts'

let stage: ServiceStage
beforeAll(async () => {
  stage = await openServiceStage()
})
afterAll(() => stage.close())

const nobody = '0190b0a0-0000-7000-8000-000000000000'
const callOf = () => ({
  estateId: stage.cast.estates.yunqi,
  channel: 'phone' as const,
  contactName: '林小满',
  contactPhone: '13800012345',
})
const leakOf = () => ({
  kind: 'repair' as const,
  categoryId: stage.categoryId('plumbing.leak'),
  urgency: 'rush' as const,
  subject: '厨房水管漏水',
  placeId: stage.home('3-1-101'),
})

describe('a call', () => {
  test('with two matters becomes two requests, each with its number, area, limits and events', async () => {
    const complaint = {
      kind: 'complaint' as const,
      categoryId: stage.categoryId('neighbours.noise'),
      urgency: 'normal' as const,
    }
    const second = { ...complaint, subject: '楼上夜里装修', placeId: stage.home('5-1-201') }
    const { requests } = await stage.as('fang').requests.create({ ...callOf(), matters: [leakOf(), second] })
    expect(requests.map(({ no, status }) => [no.slice(0, 11), status])).toEqual([
      ['WX-20261123', 'accepted'],
      ['TS-20261123', 'accepted'],
    ])
    const [leak, noise] = await Promise.all(requests.map(({ id }) => stage.get(id)))
    expect(leak).toMatchObject({
      areaId: stage.cast.areas.one,
      receivedBy: '方晓',
      contactPhoneMasked: '138****2345',
      level: 1,
      indoor: true,
      cycle: 1,
    })
    expect([noise?.areaId, noise?.callId]).toEqual([stage.cast.areas.two, leak?.callId])
    expect(noise?.clocks.map(({ kind, limitMinutes }) => [kind, limitMinutes])).toEqual([
      ['answer', 15],
      ['feedback', 1440],
      ['finish', 4320],
    ])
    expect(await stage.eventsOf(leak?.id ?? '')).toMatchObject([
      { name: 'request.received', byName: '方晓', fromState: null, toState: 'new', areaId: stage.cast.areas.one },
      { name: 'request.accepted', fromState: 'new', toState: 'accepted' },
    ])
  })

  test('that nobody has checked yet waits, and its promise runs since it came in', async () => {
    const { id, dueAt } = await stage.take({}, { call: { accept: false, channel: 'wechat' } })
    expect(await stage.get(id)).toMatchObject({ status: 'new', acceptedAt: null, dueAt })
    stage.later(5)
    const accepted = await stage.as('fang').requests.accept({ id })
    expect(accepted).toMatchObject({ status: 'accepted', dueAt })
    const [, event] = await stage.eventsOf(id)
    expect(event).toMatchObject({ name: 'request.accepted', fromState: 'new', toState: 'accepted' })
  })

  test('is not accepted before it is complete', async () => {
    const { id } = await stage.take({ kind: 'repair', categoryId: null }, { call: { accept: false } })
    const refused = stage.as('fang').requests.accept({ id })
    await expect(refused).rejects.toMatchObject({ code: 'request.incomplete', details: { missing: ['categoryId'] } })
    await stage.as('fang').requests.accept({ id, categoryId: stage.categoryId('plumbing.leak') })
    const bare = stage.take({ categoryId: null })
    await expect(bare).rejects.toMatchObject({ code: 'request.incomplete' })
  })

  test('checked as more urgent than it was taken has the limits of what it is', async () => {
    const { id } = await stage.take({ urgency: 'normal' }, { call: { accept: false } })
    const accepted = await stage.as('fang').requests.accept({ id, urgency: 'urgent' })
    expect(Date.parse(accepted.dueAt ?? '') - stage.clock.now.getTime()).toBe(5 * 60_000)
  })

  test('corrected before it is checked has the limits of what it is', async () => {
    const { id } = await stage.take({ urgency: 'normal' }, { call: { accept: false } })
    await stage.as('fang').requests.change({ id, urgency: 'urgent', reason: '水已漫到走廊' })
    const accepted = await stage.as('fang').requests.accept({ id })
    expect(Date.parse(accepted.dueAt ?? '') - stage.clock.now.getTime()).toBe(5 * 60_000)
    const running = (await stage.get(id)).clocks.filter(({ stoppedAt }) => !stoppedAt)
    expect(running.map(({ kind, limitMinutes }) => [kind, limitMinutes])).toEqual([
      ['answer', 5],
      ['arrive', 15],
      ['finish', 120],
    ])
  })

  test('from somebody unnamed keeps no trace of a name or phone', async () => {
    const { id } = await stage.take({ kind: 'complaint' }, { call: { anonymous: true } })
    expect(await stage.get(id)).toMatchObject({ anonymous: true, contactName: null, contactPhoneMasked: null })
  })

  test('settled while the customer is there passes every state in one moment', async () => {
    const { id } = await stage.take({ kind: 'enquiry', categoryId: null, settledWith: '带行驶证到前台即可' })
    const closed = await stage.get(id)
    expect(closed).toMatchObject({ status: 'closed', closeReason: 'settled_at_desk', dueAt: null })
    expect(closed.clocks.every(({ metAt }) => metAt === stage.clock.now.toISOString())).toBe(true)
    const repair = stage.take({ settledWith: '自己修' })
    await expect(repair).rejects.toMatchObject({ code: 'request.needs_work' })
  })
})

describe('sent twice', () => {
  test('with one key it is taken once, and both get the same answer', async () => {
    const [one, two] = [await stage.take({}, { key: 'call-000077' }), await stage.take({}, { key: 'call-000077' })]
    expect(two).toEqual(one)
  })
  test('in the same moment it is taken once', async () => {
    const numbersBefore = (await stage.as('fang').requests.list({ limit: 1 })).total ?? 0
    const both = await Promise.all([stage.take({}, { key: 'call-000078' }), stage.take({}, { key: 'call-000078' })])
    expect(both[0]).toEqual(both[1])
    expect((await stage.as('fang').requests.list({ limit: 1 })).total).toBe(numbersBefore + 1)
  })
  test('with one key for two different calls it is refused', async () => {
    await stage.take({}, { key: 'call-000079' })
    const other = stage.take({ subject: '另一件事' }, { key: 'call-000079' })
    await expect(other).rejects.toMatchObject({ code: 'call.key_reused' })
  })
  test('by another office under its own number it is refused', async () => {
    const call = { channel: 'hotline12345' as const, sourceRef: 'HZ-0001' }
    await stage.take({}, { call })
    await expect(stage.take({}, { call })).rejects.toMatchObject({ code: 'request.source_ref_taken' })
  })
  test('twenty calls at once have twenty numbers without a gap', async () => {
    const taken = await Promise.all(Array.from({ length: 20 }, () => stage.take({ kind: 'help', categoryId: null })))
    const serials = taken.map(({ no }) => Number(no.slice(-4))).toSorted((a, b) => a - b)
    expect(serials).toEqual(Array.from({ length: 20 }, (_, place) => (serials[0] ?? 0) + place))
  })
})

describe('a call is refused', () => {
  type Draft = Parameters<ReturnType<ServiceStage['as']>['requests']['create']>[0]
  const cases: [code: string, draft: () => Draft][] = [
    ['request.estate_unknown', () => ({ ...callOf(), estateId: nobody, matters: [leakOf()] })],
    ['request.place_unknown', () => ({ ...callOf(), matters: [{ ...leakOf(), placeId: nobody }] })],
    ['request.category_unknown', () => ({ ...callOf(), matters: [{ ...leakOf(), categoryId: nobody }] })],
    ['request.category_unknown', () => ({ ...callOf(), matters: [{ ...leakOf(), kind: 'complaint' }] })],
    ['request.person_unknown', () => ({ ...callOf(), matters: [{ ...leakOf(), aboutStaffId: nobody }] })],
    ['request.customer_unknown', () => ({ ...callOf(), customerId: nobody, matters: [leakOf()] })],
    ['request.phone_wrong', () => ({ ...callOf(), contactPhone: '请打门铃', matters: [leakOf()] })],
    ['request.not_found', () => ({ ...callOf(), matters: [{ ...leakOf(), previousId: nobody }] })],
    [
      'access.out_of_reach',
      () => ({
        ...callOf(),
        estateId: stage.cast.estates.jincheng,
        matters: [{ ...leakOf(), placeId: null, placeText: 'B1' }],
      }),
    ],
    ['request.estate_unknown', () => ({ ...callOf(), estateId: stage.cast.estates.anhe, matters: [leakOf()] })],
    [
      'request.about_this_person',
      () => ({ ...callOf(), matters: [{ ...leakOf(), aboutStaffId: stage.cast.people.fang }] }),
    ],
  ]
  test.each(cases)('%s (%#)', async (code, draft) => {
    await expect(stage.as('fang').requests.create(draft())).rejects.toMatchObject({ code })
  })
  test('from a worker, who takes none', async () => {
    await expect(stage.take({}, { by: 'wu' })).rejects.toMatchObject({ code: 'access.not_granted' })
  })

  const bad: [path: string, draft: () => object][] = [
    ['matters', () => ({ ...callOf(), matters: [] })],
    ['matters.0.placeId', () => ({ ...callOf(), matters: [{ ...leakOf(), placeId: undefined }] })],
    ['matters.0.subject', () => ({ ...callOf(), matters: [{ ...leakOf(), subject: ' ' }] })],
    ['contactName', () => ({ ...callOf(), contactName: ' ', contactPhone: '', matters: [leakOf()] })],
    [
      'matters.0.appointmentTo',
      () => ({
        ...callOf(),
        matters: [{ ...leakOf(), appointmentFrom: '2026-11-24T03:00:00Z', appointmentTo: '2026-11-24T02:00:00Z' }],
      }),
    ],
    [
      'matters.0.appointmentTo',
      () => ({
        ...callOf(),
        matters: [{ ...leakOf(), appointmentFrom: '2026-11-24T10:30:00+08:00', appointmentTo: '2026-11-24T02:00:00Z' }],
      }),
    ],
  ]
  test.each(bad)('with one message at %s (%#)', async (path, draft) => {
    const call = stage.as('fang').requests.create(draft() as never) // reason: what the types would not let through
    await expect(call).rejects.toMatchObject({ status: 400, code: 'bad_input', fields: [{ path }] })
  })
})

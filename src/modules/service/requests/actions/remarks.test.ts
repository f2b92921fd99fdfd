// What is said about a request without moving it: corrections, answers, parts and groups.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openServiceStage, type ServiceStage } from '../../../../../test/support/service-stage.ts'

let stage: ServiceStage
beforeAll(async () => {
  stage = await openServiceStage()
})
afterAll(() => stage.close())

const running = async (id: string) =>
  (await stage.get(id)).clocks.filter(({ metAt, stoppedAt }) => !metAt && !stoppedAt).map(({ kind }) => kind)

describe('a correction', () => {
  test('keeps what stood before', async () => {
    const { id } = await stage.take()
    const fang = stage.as('fang').requests
    await fang.change({ id, subject: '阳台漏水', placeId: stage.home('5-1-101'), reason: '听错了' })
    expect(await stage.get(id)).toMatchObject({ subject: '阳台漏水', areaId: stage.cast.areas.two })
    expect((await stage.eventsOf(id)).at(-1)).toMatchObject({
      name: 'request.changed',
      details: { reason: '听错了', subject: { from: '厨房水管漏水', to: '阳台漏水' } },
    })
  })

  test('to what it was already says only its reason, and stops no clock', async () => {
    const { id } = await stage.take()
    await stage.as('fang').requests.change({ id, urgency: 'rush', subject: '厨房水管漏水', reason: '核对' })
    const last = (await stage.eventsOf(id)).at(-1)
    expect(last?.details).toEqual({ reason: '核对' })
    expect((await stage.get(id)).cycle).toBe(1)
  })

  test('of the urgency sets new limits from now, and the old ones end unmet', async () => {
    const { id } = await stage.take({ urgency: 'normal' })
    stage.later(10)
    const changed = await stage.as('fang').requests.change({ id, urgency: 'urgent', reason: '水已漫到走廊' })
    expect(Date.parse(changed.dueAt ?? '') - stage.clock.now.getTime()).toBe(5 * 60_000)
    const old = (await stage.get(id)).clocks.filter(({ cycle }) => cycle === 1)
    expect(old.every(({ stoppedAt, metAt }) => stoppedAt !== null && metAt === null)).toBe(true)
  })

  test('after the work is done sets no limits for it', async () => {
    const id = await stage.bring('to_visit')
    await stage.as('fang').requests.change({ id, urgency: 'urgent', reason: '补记' })
    expect(await stage.get(id)).toMatchObject({ urgency: 'urgent', dueAt: null, cycle: 1 })
    expect(await running(id)).toEqual([])
  })

  test('names a category of its kind and a place of its estate', async () => {
    const { id } = await stage.take()
    const fang = stage.as('fang').requests
    const kind = fang.change({ id, kind: 'complaint', reason: '其实是投诉' })
    await expect(kind).rejects.toMatchObject({ code: 'request.category_unknown' })
    const place = fang.change({ id, placeId: stage.cast.people.lin, reason: '听错了' })
    await expect(place).rejects.toMatchObject({ code: 'request.place_unknown' })
  })
})

describe('an answer to the customer', () => {
  test('meets the answer and the feedback, once', async () => {
    const { id } = await stage.take({ kind: 'complaint' })
    stage.later(3)
    await stage.as('lin').requests.answer({ id, way: 'phone', body: '已通知楼上停工' })
    const answeredAt = stage.clock.now.toISOString()
    stage.later(30)
    await stage.as('lin').requests.answer({ id, way: 'wechat', body: '施工已改到白天' })
    const { answers, clocks, answeredAt: first } = await stage.get(id)
    expect(answers.map(({ body, byName }) => [body, byName])).toEqual([
      ['已通知楼上停工', '林芳'],
      ['施工已改到白天', '林芳'],
    ])
    expect(first).toBe(answeredAt)
    expect(clocks.filter(({ metAt }) => metAt === answeredAt).map(({ kind }) => kind)).toEqual(['answer', 'feedback'])
    expect(await running(id)).toEqual(['finish'])
  })
})

describe('parts', () => {
  const parts = () => [
    { subject: '噪声部分', handlerId: stage.cast.people.lin },
    { subject: '垃圾部分', handlerId: stage.cast.people.luo },
  ]
  test('have a handler, a number and limits of their own, and the whole waits for them', async () => {
    const id = await stage.bring('on_site', { kind: 'complaint' })
    await stage.as('chen').requests.split({ id, parts: parts() })
    const [one, two] = (await stage.get(id)).parts
    if (!one || !two) throw new Error('not split')
    expect([one.status, two.status]).toEqual(['dispatched', 'dispatched'])
    expect(await running(one.id)).toEqual(['answer', 'feedback', 'finish'])
    expect((await stage.eventsOf(one.id)).map(({ toState }) => toState)).toEqual(['new', 'accepted', 'dispatched'])
    const whole = stage.as('lin').requests.complete({ id, result: '已处理' })
    await expect(whole).rejects.toMatchObject({ code: 'request.parts_open', details: { open: 2 } })
    for (const [login, part] of [
      ['lin', one],
      ['luo', two],
    ] as const) {
      const desk = stage.as(login).requests
      await desk.take({ id: part?.id ?? '' })
      await desk.complete({ id: part?.id ?? '', result: '已处理' })
    }
    expect((await stage.as('lin').requests.complete({ id, result: '都已处理' })).status).toBe('completed')
  })
  test('are not split again, and are given to colleagues only', async () => {
    const { id } = await stage.take({ kind: 'complaint' })
    const chen = stage.as('chen').requests
    const [first, second] = parts()
    if (!first || !second) throw new Error('two parts')
    const stranger = chen.split({ id, parts: [first, { ...second, handlerId: stage.cast.people.other }] })
    await expect(stranger).rejects.toMatchObject({ code: 'request.person_unknown' })
    await chen.split({ id, parts: [first, second] })
    const part = (await stage.get(id)).parts[0]?.id ?? ''
    await expect(chen.split({ id: part, parts: [first, second] })).rejects.toMatchObject({
      code: 'request.already_a_part',
    })
  })
})

describe('a group', () => {
  const complaint = async () => (await stage.take({ kind: 'complaint' })).id
  test('has one master, also for what joins a follower, and no circle', async () => {
    const [a, b, c] = [await complaint(), await complaint(), await complaint()]
    const chen = stage.as('chen').requests
    await chen.group({ id: b, masterId: a })
    await chen.group({ id: c, masterId: b })
    expect((await stage.get(c)).masterId).toBe(a)
    expect((await stage.get(a)).group.map(({ id }) => id)).toEqual([b, c])
    await expect(chen.group({ id: a, masterId: b })).rejects.toMatchObject({ code: 'request.duplicate_of_itself' })
    await expect(chen.group({ id: a, masterId: a })).rejects.toMatchObject({ code: 'request.duplicate_of_itself' })
  })
  test('is of complaints', async () => {
    const { id } = await stage.take()
    const grouped = stage.as('chen').requests.group({ id, masterId: await complaint() })
    await expect(grouped).rejects.toMatchObject({ code: 'request.not_a_complaint' })
    const lost = stage.as('chen').requests.group({ id: await complaint(), masterId: stage.cast.people.lin })
    await expect(lost).rejects.toMatchObject({ code: 'request.not_found' })
  })
})

describe('opening again', () => {
  test('keeps the number and the old clocks, and runs new ones from now', async () => {
    const id = await stage.bring('closed')
    const before = await stage.get(id)
    stage.later(24 * 60)
    await stage.as('chen').requests.reopen({ id, reason: '又漏了' })
    const after = await stage.get(id)
    expect(after).toMatchObject({ no: before.no, status: 'taken', cycle: 2, reopenCount: 1, closedAt: null })
    expect(after.clocks.filter(({ cycle }) => cycle === 1)).toEqual(before.clocks)
    const fresh = after.clocks.filter(({ cycle }) => cycle === 2)
    expect(fresh.map(({ kind, startedAt }) => [kind, startedAt])).toEqual(
      ['answer', 'arrive', 'finish'].map((kind) => [kind, stage.clock.now.toISOString()]),
    )
  })
  test('is for seven days to the minute; then the fault is a new request that names the old one', async () => {
    const id = await stage.bring('closed')
    stage.later(7 * 24 * 60 + 1)
    const late = stage.as('chen').requests.reopen({ id, reason: '又漏了' })
    await expect(late).rejects.toMatchObject({ code: 'request.reopen_too_late' })
    const { id: next } = await stage.take({ previousId: id })
    expect((await stage.get(next)).previousId).toBe(id)
  })
})

// Each verb of the people at work on a request: what it answers and what stands in the ledger; two people at once.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openServiceStage, type ServiceStage } from '../../../../../test/support/service-stage.ts'
import type { State } from '../states.ts'

let stage: ServiceStage
beforeAll(async () => {
  stage = await openServiceStage()
})
afterAll(() => stage.close())

type Desk = ReturnType<ServiceStage['as']>['requests']
type Moved = { id: string; status: State; can: string[] }
type Case = {
  verb: string
  from: State
  by: 'fang' | 'lin' | 'chen'
  to: State
  event: string
  call: (desk: Desk, id: string) => Promise<Moved>
  details?: object
}
const lin = () => stage.cast.people.lin
const resumeAt = '2026-11-23T05:00:00.000Z'
const CASES: Case[] = [
  {
    verb: 'accept',
    from: 'new',
    by: 'fang',
    to: 'accepted',
    event: 'accepted',
    call: (desk, id) => desk.accept({ id }),
  },
  {
    verb: 'dispatch',
    from: 'accepted',
    by: 'fang',
    to: 'dispatched',
    event: 'dispatched',
    call: (desk, id) => desk.dispatch({ id, handlerId: lin(), note: ' 请尽快 ' }),
    details: { handler: '林芳', note: '请尽快' },
  },
  { verb: 'take', from: 'dispatched', by: 'lin', to: 'taken', event: 'taken', call: (desk, id) => desk.take({ id }) },
  {
    verb: 'decline',
    from: 'taken',
    by: 'lin',
    to: 'accepted',
    event: 'declined',
    call: (desk, id) => desk.decline({ id, reason: '不在本区' }),
    details: { reason: '不在本区' },
  },
  {
    verb: 'handOver',
    from: 'on_site',
    by: 'lin',
    to: 'on_site',
    event: 'handed_over',
    call: (desk, id) => desk.handOver({ id, handlerId: stage.cast.people.luo, reason: '换班' }),
    details: { handler: '罗敏', reason: '换班' },
  },
  {
    verb: 'arrive',
    from: 'taken',
    by: 'lin',
    to: 'on_site',
    event: 'arrived',
    call: (desk, id) => desk.arrive({ id }),
  },
  {
    verb: 'hold',
    from: 'taken',
    by: 'lin',
    to: 'on_hold',
    event: 'held',
    call: (desk, id) => desk.hold({ id, reasonId: stage.reasonId('parts'), resumeAt }),
    details: { reason: 'parts', stopsClock: false, resumeAt },
  },
  {
    verb: 'resume',
    from: 'on_hold',
    by: 'lin',
    to: 'taken',
    event: 'resumed',
    call: (desk, id) => desk.resume({ id, note: '雨停了' }),
    details: { note: '雨停了' },
  },
  {
    verb: 'complete',
    from: 'on_site',
    by: 'lin',
    to: 'completed',
    event: 'completed',
    call: (desk, id) => desk.complete({ id, result: '已更换软管' }),
    details: { result: '已更换软管' },
  },
  {
    verb: 'rework',
    from: 'to_visit',
    by: 'lin',
    to: 'taken',
    event: 'reworked',
    call: (desk, id) => desk.rework({ id, reason: '接口又渗水' }),
    details: { reason: '接口又渗水', cycle: 2 },
  },
  {
    verb: 'settle',
    from: 'unpaid',
    by: 'fang',
    to: 'completed',
    event: 'settled',
    call: (desk, id) => desk.settle({ id, paidBy: 'wechat', receiptNo: 'SJ-001' }),
    details: { paidBy: 'wechat', receiptNo: 'SJ-001', amountFen: 8000 },
  },
  {
    verb: 'reopen',
    from: 'closed',
    by: 'chen',
    to: 'taken',
    event: 'reopened',
    call: (desk, id) => desk.reopen({ id, reason: '又漏了' }),
    details: { reason: '又漏了', cycle: 2 },
  },
  {
    verb: 'closeUndone',
    from: 'accepted',
    by: 'lin',
    to: 'closed_undone',
    event: 'closed_undone',
    call: (desk, id) => desk.closeUndone({ id, reason: '业主自行解决' }),
    details: { reason: '业主自行解决' },
  },
  {
    verb: 'cancel',
    from: 'new',
    by: 'fang',
    to: 'cancelled',
    event: 'cancelled',
    call: (desk, id) => desk.cancel({ id, reason: '业主撤回' }),
    details: { reason: '业主撤回' },
  },
  {
    verb: 'answer',
    from: 'taken',
    by: 'lin',
    to: 'taken',
    event: 'answered',
    call: (desk, id) => desk.answer({ id, way: 'phone', body: '十点前到' }),
    details: { way: 'phone', body: '十点前到' },
  },
  {
    verb: 'nudge',
    from: 'taken',
    by: 'fang',
    to: 'taken',
    event: 'nudged',
    call: (desk, id) => desk.nudge({ id, note: '业主来电' }),
    details: { note: '业主来电', times: 1 },
  },
  {
    verb: 'supervise',
    from: 'taken',
    by: 'chen',
    to: 'taken',
    event: 'supervised',
    call: (desk, id) => desk.supervise({ id, note: '今日必须完成' }),
    details: { note: '今日必须完成' },
  },
]
const NAMES = { fang: '方晓', lin: '林芳', chen: '陈立' }

describe('a verb', () => {
  test.each(CASES)('$verb leads from $from to $to, answers the row, and stands in the ledger', async (one) => {
    const id = await stage.bring(one.from)
    const before = await stage.eventsOf(id)
    const answer = await one.call(stage.as(one.by).requests, id)
    expect([answer.id, answer.status]).toEqual([id, one.to])
    expect(answer.can).toEqual((await stage.as(one.by).requests.get({ id })).can)
    const written = (await stage.eventsOf(id)).slice(before.length).filter(({ name }) => name !== 'request.limits_set')
    expect(written).toMatchObject([
      {
        name: `request.${one.event}`,
        byName: NAMES[one.by],
        byId: stage.cast.people[one.by],
        fromState: one.from,
        toState: one.to,
        areaId: stage.cast.areas.one,
        details: one.details ?? {},
      },
    ])
  })

  test('judge says whether a complaint was our fault', async () => {
    const { id } = await stage.take({ kind: 'complaint' })
    await stage.as('chen').requests.judge({ id, valid: false, reason: '噪声来自园区外工地' })
    expect(await stage.get(id)).toMatchObject({ valid: false, status: 'accepted' })
    const repair = stage.as('chen').requests.judge({ id: await stage.bring('taken'), valid: true, reason: '属实' })
    await expect(repair).rejects.toMatchObject({ code: 'request.not_a_complaint' })
  })

  test('reveal shows the whole number and leaves a trace', async () => {
    const { id } = await stage.take()
    expect(await stage.as('fang').requests.reveal({ id, reason: '回电' })).toEqual({ phone: '13800012345' })
    expect((await stage.eventsOf(id)).at(-1)).toMatchObject({ name: 'request.revealed', details: { reason: '回电' } })
  })
})

describe('what the verbs keep', () => {
  test('whoever declines is no longer the handler, and it is counted', async () => {
    const id = await stage.bring('taken')
    await stage.as('lin').requests.decline({ id, reason: '不在本区' })
    const { handlerId, returnCount, status } = await stage.get(id)
    expect({ handlerId, returnCount, status }).toEqual({ handlerId: null, returnCount: 1, status: 'accepted' })
  })

  test('a hand-over leaves the clocks as they are', async () => {
    const id = await stage.bring('taken')
    const { clocks } = await stage.get(id)
    stage.later(10)
    await stage.as('lin').requests.handOver({ id, handlerId: stage.cast.people.luo, reason: '换班' })
    const after = await stage.get(id)
    expect(after.handlerName).toBe('罗敏')
    expect(after.clocks).toEqual(clocks)
  })

  test('somebody who is not among the staff gets nothing', async () => {
    const id = await stage.bring('accepted')
    const given = stage.as('fang').requests.dispatch({ id, handlerId: stage.cast.people.other })
    await expect(given).rejects.toMatchObject({ code: 'request.person_unknown' })
    const taken = await stage.bring('taken')
    const over = stage.as('lin').requests.handOver({ id: taken, handlerId: stage.cast.people.an, reason: '换班' })
    await expect(over).rejects.toMatchObject({ code: 'request.person_unknown' })
  })

  test('while sheets are out, the handler’s verbs are theirs', async () => {
    const id = await stage.bring('accepted')
    await stage.as('fang').workOrders.create({ requestId: id, way: 'take' })
    const desk = stage.as('chen').requests
    const refused = { code: 'request.has_work_orders' }
    await expect(desk.take({ id })).rejects.toMatchObject(refused)
    await expect(desk.decline({ id, reason: '忙' })).rejects.toMatchObject(refused)
    await expect(desk.handOver({ id, handlerId: lin(), reason: '换班' })).rejects.toMatchObject(refused)
    await expect(desk.closeUndone({ id, reason: '算了' })).rejects.toMatchObject(refused)
  })

  test('a duplicate names the other request, never itself', async () => {
    const [first, second] = [await stage.take(), await stage.take()]
    const desk = stage.as('fang').requests
    const itself = desk.cancel({ id: second.id, reason: '重复', duplicateOfId: second.id })
    await expect(itself).rejects.toMatchObject({ code: 'request.duplicate_of_itself' })
    const nowhere = desk.cancel({ id: second.id, reason: '重复', duplicateOfId: lin() })
    await expect(nowhere).rejects.toMatchObject({ code: 'request.not_found' })
    await desk.cancel({ id: second.id, reason: '重复', duplicateOfId: first.id })
    expect(await stage.get(second.id)).toMatchObject({ status: 'cancelled', duplicateOfId: first.id, dueAt: null })
  })
})

describe('two people at once', () => {
  const outcomes = async (calls: Promise<unknown>[]) =>
    (await Promise.allSettled(calls)).map((one) => (one.status === 'fulfilled' ? 'done' : String(one.reason.code)))

  test('accepting: one does it, the other is told that it is done', async () => {
    const id = await stage.bring('new')
    const both = await outcomes([stage.as('fang').requests.accept({ id }), stage.as('chen').requests.accept({ id })])
    expect(both.toSorted()).toEqual(['done', 'request.not_allowed_now'])
    expect((await stage.eventsOf(id)).filter(({ name }) => name === 'request.accepted')).toHaveLength(1)
  })

  test('one accepts and one cancels: whatever comes first, it ends cancelled and the ledger agrees', async () => {
    for (let round = 0; round < 4; round += 1) {
      const id = await stage.bring('new')
      const accept = () => stage.as('fang').requests.accept({ id })
      const cancel = () => stage.as('chen').requests.cancel({ id, reason: '业主撤回' })
      const [first, second] = await outcomes(round % 2 ? [accept(), cancel()] : [cancel(), accept()])
      expect([first, second]).toContain('done')
      const events = (await stage.eventsOf(id)).map(({ fromState, toState }) => [fromState, toState])
      expect([
        [
          [null, 'new'],
          ['new', 'cancelled'],
        ],
        [
          [null, 'new'],
          ['new', 'accepted'],
          ['accepted', 'cancelled'],
        ],
      ]).toContainEqual(events)
      expect((await stage.get(id)).status).toBe('cancelled')
    }
  })

  test('dispatching to two people: one of them gets it', async () => {
    const id = await stage.bring('accepted')
    const both = await outcomes([
      stage.as('fang').requests.dispatch({ id, handlerId: lin() }),
      stage.as('chen').requests.dispatch({ id, handlerId: stage.cast.people.luo }),
    ])
    expect(both.toSorted()).toEqual(['done', 'request.not_allowed_now'])
  })
})

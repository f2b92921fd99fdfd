// Every verb of a request against every state, and against everybody who may not.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openServiceStage, type ServiceStage } from '../../../../../test/support/service-stage.ts'
import { ENDED, life, STATES, type State } from '../states.ts'

let stage: ServiceStage
beforeAll(async () => {
  stage = await openServiceStage()
})
afterAll(() => stage.close())

type Desk = ReturnType<ServiceStage['as']>['requests']
const tomorrow = () => new Date(stage.clock.now.getTime() + 86_400_000).toISOString()
/** How a person performs each verb that moves the state. */
const MOVING = {
  accept: (desk: Desk, id: string) => desk.accept({ id }),
  dispatch: (desk: Desk, id: string) => desk.dispatch({ id, handlerId: stage.cast.people.lin }),
  take: (desk: Desk, id: string) => desk.take({ id }),
  decline: (desk: Desk, id: string) => desk.decline({ id, reason: '不在本区' }),
  handOver: (desk: Desk, id: string) => desk.handOver({ id, handlerId: stage.cast.people.zhou, reason: '换班' }),
  arrive: (desk: Desk, id: string) => desk.arrive({ id }),
  hold: (desk: Desk, id: string) =>
    desk.hold({ id, reasonId: stage.reasonId('parts'), resumeAt: tomorrow(), note: '等软管' }),
  resume: (desk: Desk, id: string) => desk.resume({ id }),
  complete: (desk: Desk, id: string) => desk.complete({ id, result: '已处理' }),
  rework: (desk: Desk, id: string) => desk.rework({ id, reason: '又漏了' }),
  settle: (desk: Desk, id: string) => desk.settle({ id, paidBy: 'cash' }),
  reopen: (desk: Desk, id: string) => desk.reopen({ id, reason: '又漏了' }),
  closeUndone: (desk: Desk, id: string) => desk.closeUndone({ id, reason: '业主自行解决' }),
  cancel: (desk: Desk, id: string) => desk.cancel({ id, reason: '业主撤回' }),
}
/** Those that leave the state as it is. */
const STAYING = {
  answer: (desk: Desk, id: string) => desk.answer({ id, way: 'phone', body: '师傅已出发' }),
  change: (desk: Desk, id: string) => desk.change({ id, subject: '阳台漏水', reason: '听错了' }),
  nudge: (desk: Desk, id: string) => desk.nudge({ id, note: '业主来电催问' }),
  supervise: (desk: Desk, id: string) => desk.supervise({ id, note: '今日必须完成' }),
  split: (desk: Desk, id: string) => desk.split({ id, parts: [part('lin'), part('zhou')] }),
}
const part = (who: 'lin' | 'zhou') => ({ subject: '分头处理', handlerId: stage.cast.people[who] })
const ELSE = {
  judge: (desk: Desk, id: string) => desk.judge({ id, valid: true, reason: '属实' }),
  group: (desk: Desk, id: string) => desk.group({ id, masterId: stage.cast.people.lin }),
  waive: (desk: Desk, id: string) => desk.waive({ id, reason: '老业主' }),
  reveal: (desk: Desk, id: string) => desk.reveal({ id }),
  settleAtDesk: (desk: Desk, id: string) => desk.settleAtDesk({ id, body: '已说明' }),
}
const ALL = { ...MOVING, ...STAYING, ...ELSE }

const names = <T extends object>(verbs: T) => Object.keys(verbs) as (keyof T)[] // reason: the keys written above
const codeOf = async (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: { code: string }) => error.code,
  )

describe('in a state that a verb does not start from', () => {
  test.each(STATES)('%s: it is refused, and nothing is written', async (state: State) => {
    const id = await stage.bring(state)
    const before = await stage.eventsOf(id)
    const refused = names(MOVING).filter((verb) => !life.can(state, verb))
    const answers = []
    for (const verb of refused) answers.push([verb, await codeOf(MOVING[verb](stage.as('chen').requests, id))])
    expect(answers).toEqual(refused.map((verb) => [verb, 'request.not_allowed_now']))
    expect((await stage.get(id)).status).toBe(state)
    expect(await stage.eventsOf(id)).toHaveLength(before.length)
  })

  test.each(ENDED)('%s: nothing is said about it any more', async (state) => {
    const id = await stage.bring(state)
    const answers = []
    for (const verb of names(STAYING)) answers.push([verb, await codeOf(STAYING[verb](stage.as('chen').requests, id))])
    expect(answers).toEqual(names(STAYING).map((verb) => [verb, 'request.ended']))
  })
})

test.each(STATES)('%s: what is offered can be done, and what is not offered cannot', async (state) => {
  const resting = await stage.bring(state)
  const { can } = await stage.get(resting)
  for (const verb of names(MOVING)) {
    const id = can.includes(verb) ? await stage.bring(state) : resting
    const code = await codeOf(MOVING[verb](stage.as('chen').requests, id))
    expect([verb, code === 'done']).toEqual([verb, can.includes(verb)])
  }
})

describe('whoever may not', () => {
  test.each(names(ALL))(
    '%s is refused to a post without it, beyond its estate, and to another company',
    async (verb) => {
      const { id } = await stage.take()
      const tower = await stage.as('ye').requests.create({
        estateId: stage.cast.estates.jincheng,
        channel: 'front_desk',
        contactName: '陆先生',
        matters: [
          {
            kind: 'complaint',
            categoryId: stage.categoryId('order'),
            urgency: 'normal',
            subject: '门禁常开',
            placeText: 'B1',
          },
        ],
      })
      const away = tower.requests[0]?.id ?? ''
      const call = ALL[verb]
      expect({
        withoutIt: await codeOf(call(stage.as('admin').requests, id)),
        beyondEstate: await codeOf(call(stage.as('chen').requests, away)),
        otherCompany: await codeOf(call(stage.as('an').requests, id)),
        nowhere: await codeOf(call(stage.as('chen').requests, stage.cast.people.lin)),
      }).toEqual({
        withoutIt: 'access.not_granted',
        beyondEstate: 'access.out_of_reach',
        otherCompany: 'request.not_found',
        nowhere: 'request.not_found',
      })
    },
  )

  test('a steward works in her area and in no other', async () => {
    const mine = await stage.bring('dispatched')
    const { id: others } = await stage.take({ placeId: stage.home('5-1-101') })
    expect(await codeOf(stage.as('lin').requests.take({ id: mine }))).toBe('done')
    expect(await codeOf(stage.as('lin').requests.closeUndone({ id: others, reason: '无人' }))).toBe(
      'access.out_of_reach',
    )
    await expect(stage.as('lin').requests.get({ id: others })).rejects.toMatchObject({ status: 404 })
  })

  test('the receptionist neither supervises, judges, splits, groups, reopens nor ends undone', async () => {
    const { id } = await stage.take({ kind: 'complaint' })
    const fang = stage.as('fang').requests
    const beyond = ['supervise', 'judge', 'split', 'group', 'reopen', 'closeUndone', 'rework'] as const
    for (const verb of beyond) expect([verb, await codeOf(ALL[verb](fang, id))]).toEqual([verb, 'access.not_granted'])
  })

  test('work given to one person is not done by another who is not the superior', async () => {
    const id = await stage.bring('dispatched')
    const luo = stage.as('luo').requests
    expect(await codeOf(luo.take({ id }))).toBe('request.not_yours')
    expect(await codeOf(luo.decline({ id, reason: '忙' }))).toBe('request.not_yours')
    await stage.as('lin').requests.take({ id })
    expect(await codeOf(luo.arrive({ id }))).toBe('request.not_yours')
    expect(await codeOf(MOVING.handOver(luo, id))).toBe('request.not_yours')
    expect(await codeOf(luo.complete({ id, result: '好了' }))).toBe('request.not_yours')
    expect(await codeOf(stage.as('chen').requests.arrive({ id }))).toBe('done')
  })
})

describe('what is typed badly', () => {
  type Bad = [verb: string, body: object, path: string]
  test.each<Bad>([
    ['dispatch', { handlerId: '方晓' }, 'handlerId'],
    ['decline', { reason: '   ' }, 'reason'],
    ['handOver', { handlerId: null, reason: '换班' }, 'handlerId'],
    ['hold', { reasonId: '0190b0a0-0000-7000-8000-000000000000', resumeAt: '明天' }, 'resumeAt'],
    ['complete', { result: '' }, 'result'],
    ['rework', { reason: 'x'.repeat(501) }, 'reason'],
    ['settle', { paidBy: 'gold' }, 'paidBy'],
    ['reopen', {}, 'reason'],
    ['closeUndone', { reason: 7 }, 'reason'],
    ['cancel', { reason: '重复', duplicateOfId: 'WX-1' }, 'duplicateOfId'],
    ['settleAtDesk', { body: ' ' }, 'body'],
    ['answer', { way: 'smoke', body: '好' }, 'way'],
    ['supervise', {}, 'note'],
    ['judge', { valid: 'yes', reason: '属实' }, 'valid'],
    ['split', { parts: [{ subject: '只有一份', handlerId: '0190b0a0-0000-7000-8000-000000000000' }] }, 'parts'],
    ['group', { masterId: '' }, 'masterId'],
    ['accept', { urgency: 'soon' }, 'urgency'],
    ['change', { subject: '阳台漏水' }, 'reason'],
    ['hold', { resumeAt: '2026-11-24T02:00:00Z' }, 'reasonId'],
    ['nudge', { note: 'x'.repeat(501) }, 'note'],
  ])('%s says which field', async (verb, body, path) => {
    const { id } = await stage.take()
    const answer = await stage.send('chen', { noun: 'requests', id, verb, body })
    expect(answer).toMatchObject({ status: 400, code: 'bad_input', paths: [path] })
    expect(answer.messages[0]).toMatch(/\S/)
  })
})

// Asking the customer: who may, how often, what the answer brings about.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openServiceStage, type ServiceStage } from '../../../../../test/support/service-stage.ts'
import type { State } from '../states.ts'

let stage: ServiceStage
beforeAll(async () => {
  stage = await openServiceStage()
})
afterAll(() => stage.close())

type Desk = ReturnType<ServiceStage['as']>['returnVisits']
const content = { way: 'phone', solved: true, onTime: true, polite: true, score: 5 } as const
const luo = () => stage.as('luo').returnVisits
const VERBS = {
  attempt: (desk: Desk, id: string) => desk.attempt({ id, way: 'phone', outcome: 'no_answer' }),
  make: (desk: Desk, id: string) => desk.make({ id, ...content }),
  waive: (desk: Desk, id: string) => desk.waive({ id, reason: '业主出国' }),
}
type Verb = keyof typeof VERBS
const names = Object.keys(VERBS) as Verb[] // reason: the keys written above
/** A visit about work that steward Lin did. */
const due = async () => stage.visitOf(await stage.bring('to_visit'))
const codeOf = async (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: { code: string }) => error.code,
  )
const WAYS: Record<State, () => Promise<string>> = {
  due,
  made: async () => (await luo().make({ id: await due(), ...content })).id,
  unreachable: async () => {
    const id = await due()
    for (let hour = 0; hour < 3; hour += 1) {
      await VERBS.attempt(luo(), id)
      stage.later(60)
    }
    return id
  },
  waived: async () => (await VERBS.waive(stage.as('chen').returnVisits, await due())).id,
  cancelled: async () => {
    const id = await due()
    const { requestId } = await luo().get({ id })
    await stage.as('chen').requests.rework({ id: requestId ?? '', reason: '接口又渗水' })
    await stage.hear()
    return id
  },
}

test.each(Object.keys(WAYS) as State[])('%s: what is offered can be done, and nothing else', async (state) => {
  // reason: the keys of WAYS
  const resting = await WAYS[state]()
  const offered = (await stage.as('chen').returnVisits.get({ id: resting })).can
  const before = (await stage.eventsOf(resting)).length
  for (const verb of names.filter((one) => !offered.includes(one))) {
    expect([verb, await codeOf(VERBS[verb](stage.as('chen').returnVisits, resting))]).toEqual([
      verb,
      'return_visit.not_allowed_now',
    ])
  }
  expect([(await luo().get({ id: resting })).status, (await stage.eventsOf(resting)).length]).toEqual([state, before])
  for (const verb of names.filter((one) => offered.includes(one))) {
    expect([verb, await codeOf(VERBS[verb](stage.as('chen').returnVisits, await WAYS[state]()))]).toEqual([
      verb,
      'done',
    ])
  }
})

describe('a verb', () => {
  test.each<[verb: Verb, by: 'luo' | 'chen', to: State, event: string, details: object]>([
    ['attempt', 'luo', 'due', 'attempted', { outcome: 'no_answer', attempts: 1 }],
    ['make', 'luo', 'made', 'made', { score: 5, solved: true, discontent: false }],
    ['waive', 'chen', 'waived', 'waived', { reason: '业主出国' }],
  ])('%s, by %s, leads to %s and stands in the ledger', async (verb, by, to, event, details) => {
    const id = await due()
    const before = (await stage.eventsOf(id)).length
    const answer = await VERBS[verb](stage.as(by).returnVisits, id)
    expect([answer.id, answer.status]).toEqual([id, to])
    expect((await stage.eventsOf(id)).slice(before)).toMatchObject([
      { name: `return_visit.${event}`, byId: stage.cast.people[by], fromState: 'due', toState: to, details },
    ])
  })

  test.each(names)('%s is refused to a post without it, beyond its estate, and to another company', async (verb) => {
    const id = await due()
    expect({
      withoutIt: await codeOf(VERBS[verb](stage.as('tang').returnVisits, id)),
      nowhere: await codeOf(VERBS[verb](stage.as('chen').returnVisits, stage.cast.people.lin)),
    }).toEqual({ withoutIt: 'access.not_granted', nowhere: 'return_visit.not_found' })
    const away = verb === 'waive' ? 'access.not_granted' : 'access.out_of_reach'
    expect(await codeOf(VERBS[verb](stage.as('ye').returnVisits, id))).toBe(away)
    const otherDesk = verb === 'waive' ? 'an' : 'other'
    expect(await codeOf(VERBS[verb](stage.as(otherDesk).returnVisits, id))).toBe('return_visit.not_found')
    await expect(stage.as('ye').returnVisits.get({ id })).rejects.toMatchObject({ code: 'return_visit.not_found' })
  })

  test('is not sent for the customer of the area next door', async () => {
    const id = await due()
    expect(await codeOf(VERBS.make(stage.as('zhou').returnVisits, id))).toBe('access.out_of_reach')
  })

  test.each<[verb: string, body: object, path: string]>([
    ['attempt', { way: 'pigeon', outcome: 'busy' }, 'way'],
    ['attempt', { way: 'phone', outcome: 'asleep' }, 'outcome'],
    ['make', { way: 'phone', solved: true, score: 6 }, 'score'],
    ['make', { way: 'phone', score: 5 }, 'solved'],
    ['waive', { reason: ' ' }, 'reason'],
  ])('%s says which field (%#)', async (verb, body, path) => {
    const answer = await stage.send('chen', { noun: 'return-visits', id: await due(), verb, body })
    expect(answer).toMatchObject({ status: 400, code: 'bad_input', paths: [path] })
  })

  test('reveal shows the whole number and leaves a trace', async () => {
    const id = await due()
    expect((await luo().get({ id })).contactPhoneMasked).toBe('138****2345')
    expect(await luo().reveal({ id })).toEqual({ phone: '13800012345' })
    expect((await stage.eventsOf(id)).at(-1)?.name).toBe('return_visit.revealed')
  })
})

describe('who asks', () => {
  test('is never the handler, nor the worker of a sheet', async () => {
    const id = await due()
    const lin = stage.as('lin').returnVisits
    for (const verb of ['attempt', 'make'] as const)
      expect(await codeOf(VERBS[verb](lin, id))).toBe('return_visit.own_work')
    const listed = async (forMe: boolean) => (await lin.list({ forMe, limit: 100 })).items.find((row) => row.id === id)
    expect((await listed(false))?.can).toEqual(['reveal'])
    expect(await listed(true)).toBeUndefined()
    const requestId = (await stage.take()).id
    await stage.repair(requestId)
    await stage.hear()
    const { handlers } = await luo().get({ id: await stage.visitOf(requestId) })
    expect(handlers.map(({ name }) => name)).toEqual(['吴刚'])
  })
  test('nor is it waived by a superior who did the work', async () => {
    const { id: requestId } = await stage.take()
    await stage.as('fang').requests.dispatch({ id: requestId, handlerId: stage.cast.people.chen })
    const chen = stage.as('chen')
    await chen.requests.take({ id: requestId })
    await chen.requests.arrive({ id: requestId })
    await chen.requests.complete({ id: requestId, result: '已更换软管' })
    await stage.hear()
    const id = await stage.visitOf(requestId)
    expect((await chen.returnVisits.get({ id })).can).toEqual(['reveal'])
    expect(await codeOf(VERBS.waive(chen.returnVisits, id))).toBe('return_visit.own_work')
    expect((await VERBS.waive(stage.as('zhao').returnVisits, id)).status).toBe('waived')
  })
})

describe('an answer', () => {
  test('to every question of its kind is needed', async () => {
    const made = luo().make({ id: await due(), way: 'phone', solved: true, score: 5, polite: true })
    await expect(made).rejects.toMatchObject({ code: 'return_visit.answer_missing', details: { missing: ['onTime'] } })
    const paid = await stage.bring('unpaid')
    await stage.as('fang').requests.settle({ id: paid, paidBy: 'cash' })
    await stage.hear()
    const charged = luo().make({ id: await stage.visitOf(paid), ...content })
    await expect(charged).rejects.toMatchObject({ details: { missing: ['chargeClear'] } })
  })

  test('that is content closes the request', async () => {
    const request = await stage.bring('to_visit')
    const made = await luo().make({ id: await stage.visitOf(request), ...content })
    expect(made.reopened).toBe(false)
    expect(await stage.get(request)).toMatchObject({ status: 'closed', closeReason: 'visited', dueAt: null })
  })

  test.each([
    ['not solved', { solved: false, score: 4 }],
    ['a score of two', { solved: true, score: 2 }],
  ])('%s opens the same request again, with a new clock, for the same handler', async (_, said) => {
    const request = await stage.bring('to_visit')
    const before = await stage.get(request)
    stage.later(30)
    const made = await luo().make({ id: await stage.visitOf(request), ...content, ...said, opinion: '又漏了' })
    expect(made.reopened).toBe(true)
    const after = await stage.get(request)
    expect(after).toMatchObject({ no: before.no, status: 'taken', cycle: 2, reopenCount: 1, handlerName: '林芳' })
    const fresh = after.clocks.filter(({ cycle }) => cycle === 2)
    expect(fresh.every(({ startedAt, metAt }) => startedAt === stage.clock.now.toISOString() && metAt === null)).toBe(
      true,
    )
    expect((await stage.eventsOf(request)).find(({ name }) => name === 'request.reopened')).toMatchObject({
      fromState: 'to_visit',
      toState: 'taken',
      details: { reason: '又漏了', by: 'return_visit' },
    })
    await stage.hear()
    expect((await stage.noticesTo('lin', 'request.reopened')).some(({ recordId }) => recordId === request)).toBe(true)
  })

  test('given twice at once is kept once', async () => {
    const id = await due()
    const both = await Promise.all([
      codeOf(VERBS.make(luo(), id)),
      codeOf(VERBS.make(stage.as('fang').returnVisits, id)),
    ])
    expect(both.toSorted()).toEqual(['done', 'return_visit.not_allowed_now'])
    const again = await due()
    const twice = await Promise.all([1, 2].map(() => luo().make({ id: again, ...content }, { key: `visit-${again}` })))
    expect(twice[0]).toEqual(twice[1])
  })
})

describe('nobody answers', () => {
  test('three tries count only at different hours; then it is given up and the request closes', async () => {
    stage.at('2026-11-24T01:05:00.000Z')
    const request = await stage.bring('to_visit')
    const id = await stage.visitOf(request)
    const tries = ['01:10', '01:40', '01:59', '02:00', '02:30']
    for (const at of tries) {
      stage.at(`2026-11-24T${at}:00.000Z`)
      expect((await VERBS.attempt(luo(), id)).status).toBe('due')
    }
    // The next day at the hour of the first try.
    stage.at('2026-11-25T01:10:00.000Z')
    expect(await VERBS.attempt(luo(), id)).toMatchObject({ status: 'unreachable', attempts: 6 })
    expect(await stage.get(request)).toMatchObject({ status: 'closed', closeReason: 'unreachable' })
    expect((await luo().get({ id })).tries).toHaveLength(6)
  })

  test('the next try lies ahead', async () => {
    const id = await due()
    const nextTryAt = stage.clock.now.toISOString()
    const tried = luo().attempt({ id, way: 'phone', outcome: 'call_later', nextTryAt })
    await expect(tried).rejects.toMatchObject({ code: 'return_visit.try_in_past' })
  })

  test('until the next try it is not among those that may be tried now', async () => {
    const id = await due()
    const isReady = async () => (await luo().list({ ready: true, limit: 100 })).items.some((row) => row.id === id)
    expect(await isReady()).toBe(true)
    const nextTryAt = new Date(stage.clock.now.getTime() + 3_600_000).toISOString()
    await luo().attempt({ id, way: 'phone', outcome: 'call_later', nextTryAt })
    expect(await isReady()).toBe(false)
    stage.later(61)
    expect(await isReady()).toBe(true)
  })

  test('whoever calls back after all is heard: content leaves it closed, discontent opens it again', async () => {
    const [first, second] = [await WAYS.unreachable(), await WAYS.unreachable()]
    expect((await VERBS.make(luo(), first)).reopened).toBe(false)
    const made = await luo().make({ id: second, ...content, solved: false })
    expect(made.reopened).toBe(true)
  })

  test('who speaks of the work before does not close the work since', async () => {
    const old = await WAYS.unreachable()
    const { requestId } = await luo().get({ id: old })
    const id = requestId ?? ''
    await stage.as('chen').requests.reopen({ id, reason: '又漏了' })
    await stage.as('lin').requests.complete({ id, result: '已重做' })
    await stage.hear()
    await luo().make({ id: old, ...content })
    expect((await stage.get(id)).status).toBe('to_visit')
    await luo().make({ id: await stage.visitOf(id), ...content })
    expect((await stage.get(id)).status).toBe('closed')
  })
})

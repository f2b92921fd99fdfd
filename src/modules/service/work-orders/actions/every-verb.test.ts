// Every verb of a dispatch sheet: against every state, against everybody who may not, with bad input; and what each writes.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openServiceStage, type ServiceStage } from '../../../../../test/support/service-stage.ts'
import { uploadPng } from '../../../../../test/support/uploads.ts'
import { life, STATES, type State } from '../states.ts'

let stage: ServiceStage
let signatureId: string
beforeAll(async () => {
  stage = await openServiceStage()
  signatureId = await uploadPng(await stage.browserOf('wu'))
  // The other company's manager may do it all in his own company.
  const { items } = await stage.as('an').posts.list({ limit: 50 })
  const id = items.find(({ key }) => key === 'generalManager')?.id ?? ''
  for (const verb of names)
    await stage.as('an').posts.grant({ id, permission: `work-orders.${verb}`, reach: 'company' })
})
afterAll(() => stage.close())

type Desk = ReturnType<ServiceStage['as']>['workOrders']
const nobody = '0190b0a0-0000-7000-8000-000000000000'
const inAnHour = () => new Date(stage.clock.now.getTime() + 3_600_000).toISOString()
const price = { kind: 'labour', name: '更换软管', quantity: 1, priceFen: 8000 } as const
const VERBS = {
  assign: (desk: Desk, id: string) => desk.assign({ id, workerId: stage.cast.people.wu }),
  assignByTurn: (desk: Desk, id: string) => desk.assignByTurn({ id }),
  take: (desk: Desk, id: string) => desk.take({ id }),
  decline: (desk: Desk, id: string) => desk.decline({ id, reason: '手上有急修' }),
  handOver: (desk: Desk, id: string) => desk.handOver({ id, workerId: stage.cast.people.ma, reason: '换班' }),
  arrive: (desk: Desk, id: string) => desk.arrive({ id }),
  quote: (desk: Desk, id: string) => desk.quote({ id, lines: [price] }),
  agree: (desk: Desk, id: string) => desk.agree({ id, way: 'phone' }),
  refuse: (desk: Desk, id: string) => desk.refuse({ id, reason: '嫌贵', calloutFen: 3000 }),
  hold: (desk: Desk, id: string) => desk.hold({ id, reasonId: stage.reasonId('parts'), resumeAt: inAnHour() }),
  resume: (desk: Desk, id: string) => desk.resume({ id }),
  complete: (desk: Desk, id: string) => desk.complete({ id, result: '已修好', labourMinutes: 20, signatureId }),
  rework: (desk: Desk, id: string) => desk.rework({ id, reason: '又跳闸' }),
  cancel: (desk: Desk, id: string) => desk.cancel({ id, reason: '误报' }),
}
type Verb = keyof typeof VERBS
const names = Object.keys(VERBS) as Verb[] // reason: the keys written above
const moveOf = (verb: Verb) => (verb === 'assignByTurn' ? 'assign' : verb)

const issue = async () =>
  (
    await stage.as('fang').workOrders.create({
      estateId: stage.cast.estates.yunqi,
      placeText: '3栋门厅',
      trade: 'power',
      subject: '照明跳闸',
      way: 'take',
    })
  ).id
const on = (state: State, verb: Verb) => async () => {
  const id = await WAYS[state]()
  await VERBS[verb](stage.as(verb === 'assign' || verb === 'cancel' ? 'fang' : 'wu').workOrders, id)
  return id
}
const WAYS: Record<State, () => Promise<string>> = {
  open: issue,
  assigned: on('open', 'assign'),
  taken: on('assigned', 'take'),
  on_site: on('taken', 'arrive'),
  quoting: on('on_site', 'quote'),
  on_hold: on('taken', 'hold'),
  completed: on('on_site', 'complete'),
  refused: on('quoting', 'refuse'),
  cancelled: on('open', 'cancel'),
}
const codeOf = async (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: { code: string }) => error.code,
  )
const stateOf = async (id: string) => (await stage.as('sun').workOrders.get({ id })).status
/** Takes himself what is open, and stands above every worker. */
const sun = () => stage.as('sun').workOrders

describe('in a state that a verb does not start from', () => {
  test.each(STATES)('%s: it is refused, and nothing is written', async (state) => {
    const id = await WAYS[state]()
    const before = (await stage.eventsOf(id)).length
    const refused = names.filter((verb) => !life.can(state, moveOf(verb)))
    const answers = []
    for (const verb of refused) answers.push([verb, await codeOf(VERBS[verb](sun(), id))])
    expect(answers).toEqual(refused.map((verb) => [verb, 'work_order.not_allowed_now']))
    expect([await stateOf(id), (await stage.eventsOf(id)).length]).toEqual([state, before])
  })
})

test.each(STATES)('%s: what the worker is offered can be done, and what is not offered cannot', async (state) => {
  const resting = await WAYS[state]()
  const { can } = await stage.as('wu').workOrders.get({ id: resting })
  for (const verb of names) {
    const id = can.includes(verb) ? await WAYS[state]() : resting
    expect([verb, (await codeOf(VERBS[verb](stage.as('wu').workOrders, id))) === 'done']).toEqual([
      verb,
      can.includes(verb),
    ])
  }
})

describe('a verb', () => {
  type Case = [verb: Verb, from: State, by: 'fang' | 'wu' | 'chen', to: State, event: string, details: object]
  test.each<Case>([
    ['assign', 'open', 'fang', 'assigned', 'assigned', { worker: '吴刚' }],
    ['assignByTurn', 'open', 'fang', 'assigned', 'assigned', { way: 'turn' }],
    ['take', 'assigned', 'wu', 'taken', 'taken', { way: 'assign' }],
    ['decline', 'taken', 'wu', 'open', 'declined', { reason: '手上有急修' }],
    ['handOver', 'on_site', 'wu', 'on_site', 'handed_over', { worker: '马强', reason: '换班' }],
    ['arrive', 'taken', 'wu', 'on_site', 'arrived', { photos: 0 }],
    ['quote', 'on_site', 'wu', 'quoting', 'quoted', { amountFen: 8000 }],
    ['agree', 'quoting', 'fang', 'on_site', 'agreed', { way: 'phone', amountFen: 8000 }],
    ['refuse', 'quoting', 'wu', 'refused', 'refused', { reason: '嫌贵', calloutFen: 3000 }],
    ['hold', 'on_site', 'wu', 'on_hold', 'held', { reason: 'parts', stopsClock: false }],
    ['resume', 'on_hold', 'wu', 'taken', 'resumed', {}],
    ['complete', 'on_site', 'wu', 'completed', 'completed', { result: '已修好', labourMinutes: 20, amountFen: 0 }],
    ['rework', 'completed', 'chen', 'taken', 'reworked', { reason: '又跳闸' }],
    ['cancel', 'on_hold', 'fang', 'cancelled', 'cancelled', { reason: '误报' }],
  ])('%s leads from %s, by %s, to %s, and stands in the ledger', async (verb, from, by, to, event, details) => {
    const id = await WAYS[from]()
    const before = (await stage.eventsOf(id)).length
    const answer = await VERBS[verb](stage.as(by).workOrders, id)
    expect([answer.id, answer.status]).toEqual([id, to])
    expect(answer.can).toEqual((await stage.as(by).workOrders.get({ id })).can)
    expect((await stage.eventsOf(id)).slice(before)).toMatchObject([
      { name: `work_order.${event}`, byId: stage.cast.people[by], fromState: from, toState: to, details },
    ])
  })
})

describe('whoever may not', () => {
  test.each(names)('%s is refused to a post without it, beyond its estate, and to another company', async (verb) => {
    const id = await issue()
    const tower = {
      estateId: stage.cast.estates.jincheng,
      placeText: 'B1',
      trade: 'power',
      subject: '照明',
      way: 'take',
    } as const
    const { id: away } = await stage.as('ye').workOrders.create(tower)
    // Chen holds what the office does, Wu what the worker does; both belong to 云栖里小区.
    const local = ['assign', 'assignByTurn', 'rework', 'cancel'].includes(verb) ? 'chen' : 'wu'
    expect({
      withoutIt: await codeOf(VERBS[verb](stage.as('tang').workOrders, id)),
      beyondEstate: await codeOf(VERBS[verb](stage.as(local).workOrders, away)),
      otherCompany: await codeOf(VERBS[verb](stage.as('an').workOrders, id)),
      nowhere: await codeOf(VERBS[verb](sun(), nobody)),
    }).toEqual({
      withoutIt: 'access.not_granted',
      beyondEstate: 'access.out_of_reach',
      otherCompany: 'work_order.not_found',
      nowhere: 'work_order.not_found',
    })
  })

  test('one worker does not do the work of another', async () => {
    const id = await WAYS.assigned()
    const ma = stage.as('ma').workOrders
    expect(await codeOf(ma.take({ id }))).toBe('work_order.not_yours')
    await stage.as('wu').workOrders.take({ id })
    const others = ['decline', 'handOver', 'arrive', 'hold'] as const
    for (const verb of others) expect([verb, await codeOf(VERBS[verb](ma, id))]).toEqual([verb, 'access.out_of_reach'])
    // The supervisor of the trade answers for all of it.
    expect(await codeOf(VERBS.arrive(sun(), id))).toBe('done')
  })
})

describe('what is typed badly', () => {
  test.each<[verb: string, body: object, path: string]>([
    ['assign', { workerId: '吴刚' }, 'workerId'],
    ['decline', { reason: ' ' }, 'reason'],
    ['handOver', { workerId: nobody }, 'reason'],
    ['arrive', { photoIds: 'one.png' }, 'photoIds'],
    ['quote', { lines: [] }, 'lines'],
    ['quote', { lines: [{ ...price, quantity: 0 }] }, 'lines.0.quantity'],
    ['quote', { lines: [{ ...price, priceFen: 80.5 }] }, 'lines.0.priceFen'],
    ['agree', { way: 'nod' }, 'way'],
    ['refuse', { reason: '嫌贵', calloutFen: -1 }, 'calloutFen'],
    ['hold', { reasonId: nobody, resumeAt: '17:00' }, 'resumeAt'],
    ['complete', { result: '好', labourMinutes: 1.5 }, 'labourMinutes'],
    ['complete', { labourMinutes: 10 }, 'result'],
    ['rework', {}, 'reason'],
    ['cancel', { reason: '' }, 'reason'],
  ])('%s says which field (%#)', async (verb, body, path) => {
    const answer = await stage.send('sun', { noun: 'work-orders', id: await issue(), verb, body })
    expect(answer).toMatchObject({ status: 400, code: 'bad_input', paths: [path] })
    expect(answer.messages[0]).toMatch(/\S/)
  })
})

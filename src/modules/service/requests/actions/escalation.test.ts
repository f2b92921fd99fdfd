// The ladder, rung by rung; and complaints of several households about one matter.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openServiceStage, type ServiceStage } from '../../../../../test/support/service-stage.ts'
import { requestSchedules } from '../jobs.ts'

let stage: ServiceStage
beforeAll(async () => {
  stage = await openServiceStage()
})
afterAll(() => stage.close())

const escalate = () => stage.run(requestSchedules.find(({ name }) => name === 'requests.escalate'))
type Rung = { limit: string; ratio: number; tell: string; to: string[] }
/** What the ledger says was climbed of one limit. */
const climbed = async (id: string, limit: string): Promise<Rung[]> => {
  const events = (await stage.eventsOf(id)).filter(({ name }) => name === 'request.escalated')
  return events.map(({ details }) => details as Rung).filter((rung) => rung.limit === limit) // reason: written by escalate
}
const people = (...logins: (keyof ServiceStage['cast']['people'])[]) => logins.map((login) => stage.cast.people[login])
const told = async (login: Parameters<ServiceStage['noticesTo']>[0], id: string) =>
  (await stage.noticesTo(login, 'request.escalated')).filter(({ recordId }) => recordId === id).length

describe('the ladder', () => {
  test('is climbed rung by rung, each once, however often it is looked at', async () => {
    const id = await stage.bring('taken', { urgency: 'rush' })
    // 24 hours to finish; arrival is met.
    await stage.as('lin').requests.arrive({ id })
    const startedAt = Date.parse((await stage.get(id)).clocks.find(({ kind }) => kind === 'finish')?.startedAt ?? '')
    const at = (hours: number) => stage.at(new Date(startedAt + hours * 3_600_000).toISOString())
    const rungs = async () => (await climbed(id, 'finish')).map(({ ratio, tell }) => `${ratio} ${tell}`)
    const steps: [hours: number, so: string[]][] = [
      [19.19, []],
      [19.2, ['0.8 handler']],
      [24, ['0.8 handler', '1 supervisor']],
      [35.99, ['0.8 handler', '1 supervisor']],
      [36, ['0.8 handler', '1 supervisor', '1.5 manager']],
      [48, ['0.8 handler', '1 supervisor', '1.5 manager', '2 project_head']],
      [400, ['0.8 handler', '1 supervisor', '1.5 manager', '2 project_head']],
    ]
    for (const [hours, so] of steps) {
      at(hours)
      for (let look = 0; look < 3; look += 1) await escalate()
      expect([hours, await rungs()]).toEqual([hours, so])
    }
    const [handler, supervisor, manager, head] = await climbed(id, 'finish')
    expect(handler?.to).toEqual(people('lin'))
    expect(supervisor?.to.toSorted()).toEqual(people('chen', 'he').toSorted())
    expect([manager?.to, head?.to]).toEqual([people('zhao'), people('qian')])
    expect([await told('lin', id), await told('zhao', id), await told('qian', id)]).toEqual([1, 1, 1])
  })

  test('that nobody looked at for days is climbed in order all the same', async () => {
    const id = await stage.bring('taken', { urgency: 'rush' })
    stage.later(5 * 24 * 60)
    for (let look = 0; look < 5; look += 1) await escalate()
    expect((await climbed(id, 'finish')).map(({ ratio }) => ratio)).toEqual([0.8, 1, 1.5, 2])
  })

  test('of life and limb starts with the supervisor, at half the time', async () => {
    const { id } = await stage.take({ urgency: 'critical', subject: '电梯困人' })
    stage.later(2.5)
    for (let look = 0; look < 3; look += 1) await escalate()
    expect((await climbed(id, 'arrive')).map(({ ratio, tell }) => [ratio, tell])).toEqual([[0.5, 'supervisor']])
    stage.later(2.5)
    for (let look = 0; look < 3; look += 1) await escalate()
    expect((await climbed(id, 'arrive')).map(({ tell }) => tell)).toEqual(['supervisor', 'manager', 'project_head'])
  })

  test('ends where the limit is met', async () => {
    const id = await stage.bring('dispatched', { urgency: 'rush' })
    stage.later(13)
    await escalate()
    expect(await climbed(id, 'answer')).toHaveLength(1)
    await stage.as('lin').requests.take({ id })
    stage.later(200)
    for (let look = 0; look < 3; look += 1) await escalate()
    expect(await climbed(id, 'answer')).toHaveLength(1)
  })

  test('without a handler reminds whoever holds the area', async () => {
    const { id } = await stage.take({ urgency: 'rush', placeId: stage.home('5-1-101') })
    stage.later(12)
    await escalate()
    const [first] = await climbed(id, 'answer')
    expect(first?.to.toSorted()).toEqual(people('zhou', 'gu').toSorted())
  })

  test('stops with the request', async () => {
    const id = await stage.bring('cancelled')
    stage.later(10_000)
    for (let look = 0; look < 3; look += 1) await escalate()
    expect((await stage.eventsOf(id)).map(({ name }) => name)).not.toContain('request.escalated')
  })

  test('follows the earlier date where the city hotline set one', async () => {
    const outsideDueAt = new Date(stage.clock.now.getTime() + 10 * 3_600_000).toISOString()
    const { id } = await stage.take({ kind: 'complaint' }, { call: { channel: 'hotline12345', outsideDueAt } })
    expect((await stage.get(id)).clocks.find(({ kind }) => kind === 'finish')).toMatchObject({ dueAt: outsideDueAt })
    stage.later(8 * 60)
    await escalate()
    expect((await climbed(id, 'finish')).map(({ tell }) => tell)).toEqual(['handler'])
  })

  test('begins anew with a new cycle', async () => {
    const id = await stage.bring('closed', { urgency: 'rush' })
    await stage.as('chen').requests.reopen({ id, reason: '又漏了' })
    stage.later(20 * 60)
    for (let look = 0; look < 2; look += 1) await escalate()
    expect((await climbed(id, 'finish')).map(({ tell }) => tell)).toEqual(['handler'])
  })
})

describe('one matter, several households', () => {
  const complain = (code: string, category: string) =>
    stage.take({ kind: 'complaint', category, urgency: 'normal', subject: '楼道脏', placeId: stage.home(code) })

  test('the third household makes it major: one master, the others follow, the managers are told once', async () => {
    const ids = []
    for (const code of ['3-1-101', '3-1-102', '3-1-101']) ids.push((await complain(code, 'cleaning')).id)
    await stage.hear()
    // Twice the same household is one household.
    expect((await stage.get(ids[0] ?? '')).group).toEqual([])
    const third = (await complain('3-1-201', 'cleaning')).id
    await stage.hear()
    const [master, ...others] = [...ids, third]
    expect((await stage.get(master ?? '')).level).toBe(3)
    for (const id of others) expect(await stage.get(id)).toMatchObject({ masterId: master, level: 3 })
    expect((await stage.eventsOf(third)).at(-1)).toMatchObject({
      name: 'request.grouped',
      byId: null,
      details: { by: 'rule' },
    })
    const raised = (await stage.eventsOf(master ?? '')).filter(({ name }) => name === 'request.changed')
    expect(raised).toMatchObject([{ details: { level: { from: 1, to: 3 }, households: 3 } }])
    const notices = await stage.noticesTo('zhao', 'request.group_complaint')
    expect(notices).toMatchObject([{ recordId: master, params: { households: 3 } }])
  })

  test('a fourth joins the same master', async () => {
    const { id } = await complain('3-1-202', 'cleaning')
    await stage.hear()
    const { masterId, group } = await stage.get(id)
    expect(masterId).not.toBeNull()
    expect(group.map((one) => one.id)).toContain(masterId)
  })

  test('another building, another category or another week is another matter', async () => {
    const ids = []
    ids.push((await complain('5-1-101', 'pest')).id, (await complain('5-1-102', 'pest')).id)
    ids.push((await complain('3-1-101', 'pest')).id, (await complain('5-1-201', 'greening')).id)
    stage.later(7 * 24 * 60 + 1)
    ids.push((await complain('5-1-202', 'pest')).id)
    await stage.hear()
    for (const id of ids) expect(await stage.get(id)).toMatchObject({ masterId: null, level: 1 })
  })

  test('the open squares of two estates are two places', async () => {
    const square = async (estate: 'yunqi' | 'jincheng', name: string) => {
      const estateId = stage.cast.estates[estate]
      const { id: placeId } = await stage.as('zhao').places.create({ estateId, kind: 'public_area', name })
      const matter = { kind: 'complaint' as const, category: 'parking', subject: '乱停车', placeId }
      return (await stage.take(matter, { by: 'zhao', call: { estateId } })).id
    }
    const ids = [await square('yunqi', '东广场'), await square('yunqi', '西广场'), await square('jincheng', '前广场')]
    await stage.hear()
    for (const id of ids) expect((await stage.as('zhao').requests.get({ id })).masterId).toBeNull()
  })
})

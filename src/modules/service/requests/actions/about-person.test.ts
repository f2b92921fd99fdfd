// A complaint about a person is kept from that person, in every way in which it could come to eyes or hands.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openServiceStage, type ServiceStage } from '../../../../../test/support/service-stage.ts'
import { requestSchedules } from '../jobs.ts'

let stage: ServiceStage
/** About steward Lin, in her own area. */
let about: string
beforeAll(async () => {
  stage = await openServiceStage()
  about = await complaint()
})
afterAll(() => stage.close())

const complaint = async (login: 'lin' | 'wu' | 'chen' = 'lin') =>
  (
    await stage.take({
      kind: 'complaint',
      category: 'attitude',
      subject: '态度恶劣不理人',
      aboutStaffId: stage.cast.people[login],
    })
  ).id
const missing = { code: 'request.not_found', status: 404 }

describe('for the person complained about it is not there', () => {
  test('neither by itself nor in lists, searches, counts or beside a call', async () => {
    const lin = stage.as('lin').requests
    await expect(lin.get({ id: about })).rejects.toMatchObject(missing)
    const seen = async (desk: typeof lin) => [
      (await desk.list({ limit: 100 })).items.map(({ id }) => id).includes(about),
      (await desk.list({ q: '态度恶劣' })).items.map(({ id }) => id).includes(about),
      (await desk.beside({ placeId: stage.home('3-1-101'), kind: 'complaint' })).historyOfPlace.some(
        ({ id }) => id === about,
      ),
    ]
    expect(await seen(lin)).toEqual([false, false, false])
    expect(await seen(stage.as('chen').requests)).toEqual([true, true, true])
    const open = async () => (await lin.counts({})).open
    const before = await open()
    await complaint()
    expect(await open()).toBe(before)
  })

  test('and no verb reaches it', async () => {
    const lin = stage.as('lin').requests
    const calls = [
      lin.take({ id: about }),
      lin.cancel({ id: about, reason: '误会' }),
      lin.answer({ id: about, way: 'phone', body: '误会' }),
      lin.closeUndone({ id: about, reason: '误会' }),
      lin.reveal({ id: about }),
    ]
    await Promise.all(calls.map((call) => expect(call).rejects.toMatchObject(missing)))
    const sheet = stage.as('lin').workOrders.create({ requestId: about, trade: 'other', way: 'take' })
    await expect(sheet).rejects.toMatchObject(missing)
  })

  test('nor among the related of another', async () => {
    const { id } = await stage.take({ kind: 'complaint', category: 'attitude' })
    await stage.as('chen').requests.group({ id: about, masterId: id })
    const related = async (login: 'lin' | 'chen') =>
      (await stage.as(login).requests.get({ id })).group.map((one) => one.id)
    expect(await related('chen')).toContain(about)
    expect(await related('lin')).not.toContain(about)
  })

  test('nor as the return visit', async () => {
    const id = await complaint()
    await stage.as('chen').requests.dispatch({ id, handlerId: stage.cast.people.luo })
    await stage.as('luo').requests.take({ id })
    await stage.as('luo').requests.complete({ id, result: '已约谈并道歉' })
    await stage.hear()
    const visit = await stage.as('fang').returnVisits.list({ requestId: id })
    expect(visit.items).toHaveLength(1)
    expect((await stage.as('lin').returnVisits.list({ requestId: id })).items).toEqual([])
    const made = stage
      .as('lin')
      .returnVisits.make({ id: visit.items[0]?.id ?? '', way: 'phone', solved: true, score: 5 })
    await expect(made).rejects.toMatchObject({ code: 'return_visit.not_found' })
  })
})

describe('it is not given to that person', () => {
  const refused = { code: 'request.about_this_person' }
  test('as handler, by hand-over, or in part', async () => {
    const id = await complaint()
    const handlerId = stage.cast.people.lin
    const chen = stage.as('chen').requests
    await expect(chen.dispatch({ id, handlerId })).rejects.toMatchObject(refused)
    const part = { subject: '分头处理', handlerId: stage.cast.people.luo }
    await expect(chen.split({ id, parts: [part, { ...part, handlerId }] })).rejects.toMatchObject(refused)
    await chen.dispatch({ id, handlerId: stage.cast.people.luo })
    await expect(chen.handOver({ id, handlerId, reason: '换班' })).rejects.toMatchObject(refused)
  })

  test('as a sheet: neither named, nor by turn, nor by taking', async () => {
    const id = await complaint('wu')
    const fang = stage.as('fang').workOrders
    const draft = { requestId: id, trade: 'plumbing' as const }
    const named = fang.create({ ...draft, way: 'assign', workerId: stage.cast.people.wu })
    await expect(named).rejects.toMatchObject(refused)
    await expect(fang.create({ ...draft, way: 'turn' })).rejects.toMatchObject({ code: 'work_order.nobody_on_duty' })
    const { id: sheet } = await fang.create({ ...draft, way: 'take' })
    const wu = stage.as('wu').workOrders
    await expect(wu.take({ id: sheet })).rejects.toMatchObject({ code: 'work_order.not_found' })
    await expect(wu.get({ id: sheet })).rejects.toMatchObject({ code: 'work_order.not_found' })
    expect((await wu.list({ requestId: id })).items).toEqual([])
    const { items } = await fang.workers({ estateId: stage.cast.estates.yunqi, trade: 'plumbing', requestId: id })
    expect(items.map(({ name, barred }) => [name, barred])).toEqual([['吴刚', true]])
  })

  test('and nobody takes a call about himself', async () => {
    const taken = stage.take({ kind: 'complaint', aboutStaffId: stage.cast.people.fang })
    await expect(taken).rejects.toMatchObject(refused)
  })
})

describe('that person is not told of it', () => {
  const schedule = (name: string) => requestSchedules.find((one) => one.name === name)
  const noticed = async (login: 'lin' | 'chen' | 'he' | 'fang', id: string) =>
    (await stage.noticesTo(login)).some(({ recordId }) => recordId === id)

  test('not when it is late, though the area or the rung is his', async () => {
    const [steward, supervisor] = [await complaint('lin'), await complaint('chen')]
    stage.later(3 * 24 * 60 + 1)
    for (let look = 0; look < 4; look += 1) await stage.run(schedule('requests.escalate'))
    expect([await noticed('lin', steward), await noticed('he', steward)]).toEqual([false, true])
    expect([await noticed('chen', supervisor), await noticed('he', supervisor)]).toEqual([false, true])
  })

  test('not when its day has come to be looked at again', async () => {
    const id = await complaint('lin')
    const resumeAt = new Date(stage.clock.now.getTime() + 3_600_000).toISOString()
    await stage.as('chen').requests.hold({ id, reasonId: stage.reasonId('approval'), resumeAt })
    stage.later(61)
    await stage.run(schedule('requests.remind'))
    expect(await noticed('lin', id)).toBe(false)
  })
})

// What comes due, by which rule and when; once more after some days; and what news that comes late may not do.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openServiceStage, type ServiceStage } from '../../../../../test/support/service-stage.ts'
import { uploadPng } from '../../../../../test/support/uploads.ts'
import { returnVisitSchedules } from '../jobs.ts'

let stage: ServiceStage
beforeAll(async () => {
  stage = await openServiceStage()
})
afterAll(() => stage.close())

type Matter = NonNullable<Parameters<ServiceStage['take']>[0]>
const luo = () => stage.as('luo').returnVisits
const content = { way: 'phone', solved: true, onTime: true, polite: true, score: 5 } as const
const visitsOf = async (requestId: string) => (await luo().list({ requestId, sort: 'newest' })).items

describe('a finished request is asked about', () => {
  test.each<[what: string, matter: Matter, hours: number]>([
    ['an ordinary repair within three days', { urgency: 'normal', category: 'power.lighting' }, 72],
    ['an urgent one within a day', { urgency: 'urgent', category: 'plumbing.burst' }, 24],
    ['life and limb within a day', { urgency: 'critical', category: 'plumbing.burst' }, 24],
    ['a complaint within a day', { kind: 'complaint', urgency: 'normal' }, 24],
    ['a suggestion within three days', { kind: 'suggestion', urgency: 'normal' }, 72],
  ])('%s', async (_, matter, hours) => {
    const id = await stage.bring('completed', matter)
    stage.later(2)
    await stage.hear()
    const [visit] = await visitsOf(id)
    expect(visit).toMatchObject({ status: 'due', cameDueAt: stage.clock.now.toISOString(), round: 1 })
    expect(Date.parse(visit?.dueAt ?? '') - stage.clock.now.getTime()).toBe(hours * 3_600_000)
    expect((await stage.get(id)).status).toBe('to_visit')
  })

  test('once, however often the news is heard', async () => {
    const id = await stage.bring('to_visit')
    await stage.hear()
    await stage.hear()
    expect(await visitsOf(id)).toHaveLength(1)
  })

  test('late is late from the next moment on', async () => {
    const id = await stage.bring('to_visit', { kind: 'complaint', urgency: 'normal' })
    const overdue = async () =>
      (await luo().list({ overdue: true, limit: 100 })).items.some(({ requestId }) => requestId === id)
    stage.later(24 * 60)
    expect(await overdue()).toBe(false)
    stage.later(1)
    expect(await overdue()).toBe(true)
  })
})

describe('nobody is asked', () => {
  test('about what was settled by talking, nor somebody unnamed: the request closes', async () => {
    const enquiry = await stage.bring('completed', { kind: 'enquiry' })
    const { id: unnamed } = await stage.take({ kind: 'complaint' }, { call: { anonymous: true } })
    await stage.as('chen').requests.dispatch({ id: unnamed, handlerId: stage.cast.people.lin })
    await stage.as('lin').requests.take({ id: unnamed })
    await stage.as('lin').requests.complete({ id: unnamed, result: '已张贴公告' })
    await stage.hear()
    expect(await stage.get(enquiry)).toMatchObject({ status: 'closed', closeReason: 'no_visit_by_rule' })
    expect(await stage.get(unnamed)).toMatchObject({ status: 'closed', closeReason: 'anonymous' })
    expect([await visitsOf(enquiry), await visitsOf(unnamed)]).toEqual([[], []])
  })

  test('where the estate’s own rule says so', async () => {
    const rule = { kind: 'help', urgency: null, categoryCode: null, withinHours: 72, againAfterDays: null } as const
    const rules = stage.as('zhao').returnVisitRules
    const { id: ruleId } = await rules.save({ ...rule, estateId: stage.cast.estates.yunqi, needed: false })
    const id = await stage.bring('completed', { kind: 'help' })
    await stage.hear()
    expect((await stage.get(id)).status).toBe('closed')
    await rules.remove({ id: ruleId })
    const next = await stage.bring('completed', { kind: 'help' })
    await stage.hear()
    expect((await stage.get(next)).status).toBe('to_visit')
  })

  test('the company’s plain rule stays, and rules are not the receptionist’s', async () => {
    const { items } = await stage.as('fang').returnVisitRules.list({})
    const plain = items.find(({ kind, urgency, categoryCode }) => kind === 'repair' && !urgency && !categoryCode)
    const id = plain?.id ?? ''
    await expect(stage.as('zhao').returnVisitRules.remove({ id })).rejects.toMatchObject({
      code: 'return_visit_rule.default_stays',
    })
    await expect(stage.as('fang').returnVisitRules.remove({ id })).rejects.toMatchObject({ code: 'access.not_granted' })
    const nowhere = stage.as('zhao').returnVisitRules.remove({ id: stage.cast.people.lin })
    await expect(nowhere).rejects.toMatchObject({ code: 'return_visit_rule.not_found' })
  })
})

const comeAgain = returnVisitSchedules.find(({ name }) => name === 'return-visits.come-again')
describe('a leak', () => {
  test('is asked about once more after ten days, and not a third time', async () => {
    const id = await stage.bring('to_visit', { category: 'plumbing.leak' })
    const [first] = await visitsOf(id)
    await luo().make({ id: first?.id ?? '', ...content })
    const inTenDays = new Date(stage.clock.now.getTime() + 10 * 86_400_000).toISOString()
    stage.at(new Date(Date.parse(inTenDays) - 1).toISOString())
    await stage.run(comeAgain)
    expect(await visitsOf(id)).toHaveLength(1)
    stage.at(inTenDays)
    await stage.run(comeAgain)
    await stage.run(comeAgain)
    const second = (await visitsOf(id)).find(({ round }) => round === 2)
    expect(second).toMatchObject({ status: 'due', cameDueAt: inTenDays })
    expect((await stage.get(id)).status).toBe('closed')
    await luo().make({ id: second?.id ?? '', ...content })
    expect(await visitsOf(id)).toHaveLength(2)
  })

  test('that is not tight after ten days opens the same request again', async () => {
    const id = await stage.bring('to_visit', { category: 'plumbing.leak' })
    await luo().make({ id: await stage.visitOf(id), ...content })
    stage.later(10 * 24 * 60)
    await stage.run(comeAgain)
    const second = (await visitsOf(id)).find(({ round }) => round === 2)
    expect((await luo().make({ id: second?.id ?? '', ...content, solved: false })).reopened).toBe(true)
    expect(await stage.get(id)).toMatchObject({ status: 'taken', cycle: 2 })
  })
})

describe('a sheet without a request', () => {
  test('is asked about by itself where somebody can be asked, and its worker begins again when need be', async () => {
    const draft = {
      estateId: stage.cast.estates.yunqi,
      placeText: '3栋门厅',
      trade: 'power',
      subject: '照明跳闸',
    } as const
    const done = async (contact: { contactPhone?: string }) => {
      const { id } = await stage.as('fang').workOrders.create({ ...draft, ...contact })
      await stage.as('wu').workOrders.take({ id })
      await stage.as('wu').workOrders.arrive({ id })
      const signatureId = await uploadPng(await stage.browserOf('wu'))
      await stage.as('wu').workOrders.complete({ id, result: '已合闸', labourMinutes: 5, signatureId })
      await stage.hear()
      return (await luo().list({ kind: ['work_order'], limit: 100 })).items.find(
        ({ workOrderId }) => workOrderId === id,
      )
    }
    expect(await done({})).toBeUndefined()
    const visit = await done({ contactPhone: '13800012345' })
    expect(visit).toMatchObject({ status: 'due', kind: 'work_order', requestId: null })
    const made = await luo().make({ id: visit?.id ?? '', ...content, solved: false })
    expect(made.reopened).toBe(true)
    expect((await stage.as('wu').workOrders.get({ id: visit?.workOrderId ?? '' })).status).toBe('taken')
  })
})

describe('the work begins again before anybody asked', () => {
  test('the visit falls away, and the new work is asked about', async () => {
    const id = await stage.bring('to_visit')
    await stage.as('lin').requests.rework({ id, reason: '接口又渗水' })
    await stage.hear()
    expect((await visitsOf(id)).map(({ status }) => status)).toEqual(['cancelled'])
    await stage.as('lin').requests.complete({ id, result: '已重做' })
    await stage.hear()
    expect((await visitsOf(id)).map(({ status }) => status).toSorted()).toEqual(['cancelled', 'due'])
  })

  test('also where all of it is heard at once', async () => {
    const id = await stage.bring('to_visit')
    await stage.as('lin').requests.rework({ id, reason: '接口又渗水' })
    await stage.as('lin').requests.complete({ id, result: '已重做' })
    await stage.hear()
    expect((await visitsOf(id)).map(({ status }) => status).toSorted()).toEqual(['cancelled', 'due'])
    expect((await stage.get(id)).status).toBe('to_visit')
  })
})

describe('the figures of the month', () => {
  test('begin anew at midnight of the first', async () => {
    stage.at('2027-01-31T15:59:59.000Z')
    const made = async () => (await luo().counts({})).madeThisMonth
    const before = await made()
    await luo().make({ id: await stage.visitOf(await stage.bring('to_visit')), ...content })
    expect(await made()).toBe(before + 1)
    stage.later(1)
    expect(await made()).toBe(0)
  })
})

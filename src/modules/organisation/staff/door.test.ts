import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStage, type Stage } from '../../../../test/support/stage.ts'
import type { Tx } from '../../../platform/database.ts'
import { staff } from './contract.ts'
import { escalationTargets, listStaffHolding, loadUser, superiorOf } from './module.ts'

const TODAY = '2026-11-23'
let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const inOurs = <T>(work: (tx: Tx) => Promise<T>) => stage.server.database.inCompany(stage.cast.companies.ours, work)
const userOf = (login: keyof Stage['cast']['people'], now = stage.clock.now) => {
  const { companies, people } = stage.cast
  const companyId = login === 'other' || login === 'an' ? companies.theirs : companies.ours
  return stage.server.database.inCompany(companyId, (tx) => loadUser(tx, companyId, people[login], now))
}

describe('the person behind a call', () => {
  test('a steward reaches her area, the receptionist her estate, the manager every estate, the administrator the company', async () => {
    const { estates, areas } = stage.cast
    const lin = await userOf('lin')
    expect(lin).toMatchObject({ areaIds: [areas.one], estateIds: [estates.yunqi], everyEstate: false })
    expect(lin?.grants.get('requests.accept')).toMatchObject({ company: false, estateIds: [], areaIds: [areas.one] })
    const fang = await userOf('fang')
    expect(fang?.grants.get('requests.accept')).toMatchObject({ company: false, estateIds: [estates.yunqi] })
    const zhao = await userOf('zhao')
    expect(zhao).toMatchObject({ everyEstate: true, estateIds: [estates.jincheng, estates.yunqi] })
    const admin = await userOf('admin')
    expect(admin?.grants.get('staff.create')).toMatchObject({ company: true })
    expect(admin?.grants.has('requests.accept')).toBe(false)
  })
  test('events are recorded in the name of the post held longest', async () => {
    const fang = await userOf('fang')
    expect(fang).toMatchObject({ name: '方晓', postId: stage.cast.posts.get('receptionist'), locale: 'zh-CN' })
  })
  test('nobody is there before the first day of a post', async () => {
    const early = await userOf('fang', new Date('2026-11-20T02:00:00.000Z'))
    expect(early).toMatchObject({ posts: [], estateIds: [], postId: null })
    expect(early?.grants.has('requests.read')).toBe(false)
  })
  test('another company knows nobody of ours', async () => {
    const { companies, people } = stage.cast
    const stranger = await stage.server.database.inCompany(companies.theirs, (tx) =>
      loadUser(tx, companies.theirs, people.fang),
    )
    expect(stranger).toBeUndefined()
  })
})

describe('lines and holders', () => {
  test('each has the superior that the posts say', async () => {
    const { people, estates } = stage.cast
    const above = (login: keyof typeof people) => inOurs((tx) => superiorOf(tx, people[login], estates.yunqi, TODAY))
    expect(await above('lin')).toBe(people.chen)
    expect(await above('chen')).toBe(people.zhao)
    expect(await above('fang')).toBe(people.he)
    expect(await above('wu')).toBe(people.sun)
    expect(await above('qian')).toBeUndefined()
  })
  test('what a worker is late with goes up to supervisor, manager and head', async () => {
    const { people, estates } = stage.cast
    const targets = (login: keyof typeof people) =>
      inOurs((tx) => escalationTargets(tx, people[login], estates.yunqi, TODAY))
    expect(await targets('lin')).toEqual({ supervisors: [people.chen], managers: [people.zhao], heads: [people.qian] })
    expect(await targets('wu')).toEqual({ supervisors: [people.sun], managers: [people.qian], heads: [people.qian] })
    expect(await targets('qian')).toEqual({ supervisors: [people.qian], managers: [people.qian], heads: [people.qian] })
  })
  test('holders are found by post and by permission, in one estate or anywhere', async () => {
    const { estates } = stage.cast
    const names = async (wanted: Parameters<typeof listStaffHolding>[1]) =>
      (await inOurs((tx) => listStaffHolding(tx, wanted))).map(({ name }) => name)
    expect(await names({ postKey: 'repairWorker', estateId: estates.yunqi, on: TODAY })).toEqual(['吴刚', '马强'])
    expect(await names({ postKey: 'repairWorker', estateId: estates.jincheng, on: TODAY })).toEqual(['马强'])
    expect(await names({ permission: 'work-orders.take', estateId: estates.jincheng, on: TODAY })).toEqual([
      '孙浩',
      '马强',
    ])
    expect(await names({ permission: 'posts.grant', estateId: null, on: TODAY })).toEqual(['钱伟', '郭宁'])
  })
})

describe('people to pick', () => {
  test('for a burst pipe: plumbers of the estate who are on duty', async () => {
    const fang = (await stage.as('fang')).of(staff)
    const { items } = await fang.pick({ trade: 'plumbing', onDuty: true, permission: 'work-orders.take' })
    expect(items).toMatchObject([{ name: '吴刚', phone: '13800010014', posts: [{ title: '维修技工' }] }])
    const wu = (await stage.as('wu')).of(staff)
    await wu.signOff({ id: stage.cast.people.wu })
    expect((await fang.pick({ trade: 'plumbing', onDuty: true })).items).toEqual([])
    expect((await fang.pick({ trade: 'plumbing' })).items).toMatchObject([{ name: '吴刚', onDuty: false }])
  })
  test('are found by name, and only where one works', async () => {
    const ye = (await stage.as('ye')).of(staff)
    expect((await ye.pick({ search: '林' })).items).toEqual([])
    expect((await ye.pick({ search: '马' })).items.map(({ name }) => name)).toEqual(['马强'])
    const away = ye.pick({ estateId: stage.cast.estates.yunqi })
    await expect(away).rejects.toMatchObject({ code: 'access.out_of_reach' })
  })
})

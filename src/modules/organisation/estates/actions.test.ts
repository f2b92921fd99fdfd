import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStage, type Stage } from '../../../../test/support/stage.ts'
import { listEvents } from '../../../platform/ledger.ts'
import { staff } from '../staff/contract.ts'
import { companies, departments, estates } from './contract.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const as = async (login: Parameters<Stage['as']>[0]) => {
  const visitor = await stage.as(login)
  return { companies: visitor.of(companies), estates: visitor.of(estates), departments: visitor.of(departments) }
}
const eventsOf = (id: string) =>
  stage.server.database.inCompany(stage.cast.companies.ours, (tx) => listEvents(tx, [id]))
const draft = { name: '望湖公寓', shortName: '望湖', code: 'wh', kind: 'residential' } as const

describe('the company', () => {
  test('is renamed by the administrator, and the ledger keeps both names', async () => {
    const admin = await as('admin')
    const changed = await admin.companies.change({ name: '锦程物业服务有限公司' })
    expect(changed).toMatchObject({ name: '锦程物业服务有限公司', zone: 'Asia/Shanghai', can: ['change'] })
    const events = await eventsOf(changed.id)
    expect(events.at(-1)).toMatchObject({
      name: 'company.changed',
      byName: '郭宁',
      details: { changed: { name: ['锦程物业', '锦程物业服务有限公司'] } },
    })
  })
  test('keeps its name when the receptionist tries', async () => {
    const fang = await as('fang')
    await expect(fang.companies.change({ name: '方晓物业' })).rejects.toMatchObject({ code: 'access.not_granted' })
    expect(await fang.companies.current({})).toMatchObject({ can: [] })
  })
  test('lives in no made-up time zone', async () => {
    const admin = await as('admin')
    await expect(admin.companies.change({ zone: 'Asia/Nowhere' })).rejects.toMatchObject({ code: 'bad_input' })
  })
})

describe('estates', () => {
  test('a new one starts with office hours and is read by whoever works everywhere', async () => {
    const admin = await as('admin')
    const made = await admin.estates.create(draft)
    expect(made).toMatchObject({
      code: 'WH',
      zone: 'Asia/Shanghai',
      serviceOpens: '08:30',
      serviceCloses: '18:00',
      serviceEveryDay: true,
      status: 'in_use',
      staff: 0,
      can: ['change', 'archive'],
    })
    const zhao = await as('zhao')
    expect((await zhao.estates.get({ id: made.id })).can).toEqual(['change'])
  })
  test('codes and names are given once', async () => {
    const admin = await as('admin')
    const other = { ...draft, name: '听松里', code: 'YQ' }
    await expect(admin.estates.create(other)).rejects.toMatchObject({ code: 'estate.code_taken' })
    await expect(admin.estates.create({ ...other, code: 'TS', name: '锦程大厦' })).rejects.toMatchObject({
      code: 'estate.name_taken',
      status: 409,
    })
  })
  test('a change is recorded field by field, and no change is no event', async () => {
    const admin = await as('admin')
    const id = stage.cast.estates.jincheng
    const before = (await eventsOf(id)).length
    const changed = await admin.estates.change({ id, serviceOpens: '00:00', serviceCloses: '24:00', grade: 1 })
    expect(changed).toMatchObject({ serviceOpens: '00:00', serviceCloses: '24:00', grade: 1 })
    await admin.estates.change({ id, grade: 1 })
    const events = await eventsOf(id)
    expect(events).toHaveLength(before + 1)
    expect(events.at(-1)?.details).toEqual({
      changed: { serviceOpens: ['08:30', '00:00'], serviceCloses: ['18:00', '24:00'], grade: [null, 1] },
    })
  })
  test('one where people hold posts is not archived', async () => {
    const admin = await as('admin')
    const archived = admin.estates.archive({ id: stage.cast.estates.yunqi, reason: '合同到期' })
    await expect(archived).rejects.toMatchObject({ code: 'estate.still_held', details: { staff: 10 } })
  })
  test('an empty one is archived, leaves the list, is not changed, and comes back', async () => {
    const admin = await as('admin')
    const { id } = await admin.estates.create({ ...draft, name: '旧厂区', code: 'OLD' })
    const archived = await admin.estates.archive({ id, reason: '合同到期' })
    expect(archived).toMatchObject({ status: 'archived', can: ['restore'] })
    expect((await admin.estates.list({ limit: 50 })).items.map((estate) => estate.id)).not.toContain(id)
    expect((await admin.estates.list({ status: ['archived'] })).items.map((estate) => estate.id)).toEqual([id])
    await expect(admin.estates.change({ id, city: '宁波' })).rejects.toMatchObject({ code: 'estate.not_allowed_now' })
    await expect(admin.estates.archive({ id, reason: '再来' })).rejects.toMatchObject({
      code: 'estate.not_allowed_now',
    })
    expect(await admin.estates.restore({ id })).toMatchObject({ status: 'in_use', archivedAt: null })
  })
  test('the receptionist sees the estate she works in and no other', async () => {
    const fang = await as('fang')
    const { items, total } = await fang.estates.list({})
    expect(items.map(({ name }) => name)).toEqual(['云栖里小区'])
    expect(total).toBe(1)
    await expect(fang.estates.get({ id: stage.cast.estates.jincheng })).rejects.toMatchObject({ status: 404 })
    await expect(fang.estates.create(draft)).rejects.toMatchObject({ code: 'access.not_granted' })
  })
  test('another company sees nothing of them', async () => {
    const an = await as('an')
    expect((await an.estates.list({})).items.map(({ name }) => name)).toEqual(['安和苑'])
    await expect(an.estates.get({ id: stage.cast.estates.yunqi })).rejects.toMatchObject({ code: 'estate.not_found' })
    await expect(an.estates.change({ id: stage.cast.estates.yunqi, city: '绍兴' })).rejects.toMatchObject({
      status: 404,
    })
  })
  test('are searched, sorted and paged', async () => {
    const admin = await as('admin')
    const first = await admin.estates.list({ sort: '-code', limit: 1 })
    expect(first).toMatchObject({ items: [{ code: 'YQ' }], next: '1' })
    const second = await admin.estates.list({ sort: '-code', limit: 1, after: first.next ?? '' })
    expect(second.items[0]?.code).toBe('WH')
    expect((await admin.estates.list({ search: '锦程' })).items.map(({ code }) => code)).toEqual(['JC'])
    expect((await admin.estates.list({ kind: ['tower'] })).items.map(({ code }) => code)).toEqual(['JC'])
  })
})

describe('departments', () => {
  test('stand below one another, in the same estate, never in a circle', async () => {
    const admin = await as('admin')
    const estateId = stage.cast.estates.yunqi
    const above = await admin.departments.create({ estateId, name: '秩序部' })
    const below = await admin.departments.create({ estateId, parentId: above.id, name: '监控中心' })
    expect(below).toMatchObject({ parentName: '秩序部', estateName: '云栖里小区' })
    await expect(admin.departments.change({ id: above.id, parentId: below.id })).rejects.toMatchObject({
      code: 'department.in_circle',
    })
    const elsewhere = { estateId: stage.cast.estates.jincheng, parentId: above.id, name: '监控中心' }
    await expect(admin.departments.create(elsewhere)).rejects.toMatchObject({ code: 'department.parent_not_found' })
    await expect(admin.departments.create({ estateId, name: '秩序部' })).rejects.toMatchObject({
      code: 'department.name_taken',
    })
    await expect(admin.departments.archive({ id: above.id })).rejects.toMatchObject({ code: 'department.has_parts' })
    expect(await admin.departments.archive({ id: below.id })).toMatchObject({ status: 'archived' })
    expect(await admin.departments.archive({ id: above.id })).toMatchObject({ status: 'archived', can: ['restore'] })
    expect(await admin.departments.restore({ id: above.id })).toMatchObject({ status: 'in_use' })
    expect(await admin.departments.change({ id: above.id, nameEn: 'Order' })).toMatchObject({ nameEn: 'Order' })
  })
  test('one with people in it stays', async () => {
    const admin = await as('admin')
    const archived = admin.departments.archive({ id: stage.cast.departments.engineering })
    await expect(archived).rejects.toMatchObject({ code: 'department.still_staffed', details: { staff: 3 } })
  })
  test('those of the head office are known to everyone and changed by few', async () => {
    const ye = await as('ye')
    const { items } = await ye.departments.list({})
    expect(items.map(({ name }) => name)).toEqual(['客户服务部', '工程部'])
    const change = ye.departments.change({ id: stage.cast.departments.service, name: '前台部' })
    await expect(change).rejects.toMatchObject({ code: 'access.not_granted' })
    const zhao = (await as('zhao')).departments.change({ id: stage.cast.departments.service, name: '客服部' })
    await expect(zhao).rejects.toMatchObject({ code: 'access.out_of_reach' })
  })
  test('an archived estate takes no new ones', async () => {
    const admin = await as('admin')
    const { id } = await admin.estates.create({ ...draft, name: '已撤场', code: 'GONE' })
    await admin.estates.archive({ id, reason: '撤场' })
    await expect(admin.departments.create({ estateId: id, name: '客服部' })).rejects.toMatchObject({
      code: 'department.estate_not_found',
    })
  })
  test('another company cannot put its own below one of ours', async () => {
    const an = await as('an')
    const parentId = stage.cast.departments.service
    await expect(an.departments.create({ estateId: null, parentId, name: '潜入' })).rejects.toMatchObject({
      code: 'department.parent_not_found',
    })
    await expect(an.departments.get({ id: parentId })).rejects.toMatchObject({ status: 404 })
    const people = (await stage.as('an')).of(staff)
    await expect(people.create({ name: '卧底', departmentId: parentId })).rejects.toMatchObject({
      code: 'staff.department_not_found',
    })
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStage, type Stage } from '../../../../test/support/stage.ts'
import { listEvents } from '../../../platform/ledger.ts'
import { session } from '../../../platform/session/contract.ts'
import { areas } from './contract.ts'
import { holdersOfArea } from './module.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const as = async (login: Parameters<Stage['as']>[0]) => (await stage.as(login)).of(areas)
const inOurs = <T>(work: Parameters<typeof stage.server.database.inCompany<T>>[1]) =>
  stage.server.database.inCompany(stage.cast.companies.ours, work)

describe('areas', () => {
  test('the project supervisor divides his estate and no other', async () => {
    const he = await as('he')
    const made = await he.create({ estateId: stage.cast.estates.yunqi, name: '三区', code: '3' })
    expect(made).toMatchObject({ estateName: '云栖里小区', holders: [], can: ['change', 'assign', 'archive'] })
    const tower = he.create({ estateId: stage.cast.estates.jincheng, name: '裙楼', code: '2' })
    await expect(tower).rejects.toMatchObject({ code: 'access.out_of_reach' })
    const changed = await he.change({ id: made.id, name: '东三区' })
    expect(changed.name).toBe('东三区')
  })
  test('names and codes are given once in an estate', async () => {
    const he = await as('he')
    const estateId = stage.cast.estates.yunqi
    await expect(he.create({ estateId, name: '一区', code: '9' })).rejects.toMatchObject({ code: 'area.name_taken' })
    await expect(he.create({ estateId, name: '九区', code: '1' })).rejects.toMatchObject({ code: 'area.code_taken' })
  })
  test('the list shows who holds them, stewards first', async () => {
    const fang = await as('fang')
    const { items } = await fang.list({ search: '二区' })
    expect(items[0]?.holders.map(({ staffName, role }) => [staffName, role])).toEqual([
      ['周宁', 'steward'],
      ['顾远', 'officer'],
      ['陈立', 'supervisor'],
    ])
    expect(items[0]?.can).toEqual([])
  })
  test('the front desk of the tower sees the areas of the tower', async () => {
    const ye = await as('ye')
    expect((await ye.list({})).items.map(({ name }) => name)).toEqual(['全楼'])
    await expect(ye.get({ id: stage.cast.areas.one })).rejects.toMatchObject({ code: 'area.not_found' })
  })
  test('another company sees its own', async () => {
    const other = await as('other')
    expect((await other.list({})).items.map(({ name }) => name)).toEqual(['东区'])
    await expect(other.get({ id: stage.cast.areas.one })).rejects.toMatchObject({ status: 404 })
    const an = await as('an')
    const stolen = an.assign({ id: stage.cast.areas.one, staffId: stage.cast.people.an, role: 'steward' })
    await expect(stolen).rejects.toMatchObject({ status: 404 })
    const lured = an.assign({ id: stage.cast.areas.theirs, staffId: stage.cast.people.lin, role: 'steward' })
    await expect(lured).rejects.toMatchObject({ code: 'area.person_not_found' })
  })
  test('one that is held is not archived; an empty one is, and comes back', async () => {
    const he = await as('he')
    await expect(he.archive({ id: stage.cast.areas.one })).rejects.toMatchObject({ code: 'area.still_held' })
    const { id } = await he.create({ estateId: stage.cast.estates.yunqi, name: '临时区', code: 'T' })
    expect(await he.archive({ id, reason: '并入一区' })).toMatchObject({ status: 'archived', can: ['restore'] })
    await expect(he.change({ id, name: '旧区' })).rejects.toMatchObject({ code: 'area.not_allowed_now' })
    const late = he.assign({ id, staffId: stage.cast.people.lin, role: 'steward' })
    await expect(late).rejects.toMatchObject({ code: 'area.not_allowed_now' })
    expect(await he.restore({ id })).toMatchObject({ status: 'in_use' })
  })
  test('a steward divides nothing', async () => {
    const lin = await as('lin')
    const estateId = stage.cast.estates.yunqi
    const id = stage.cast.areas.one
    await expect(lin.create({ estateId, name: '四区', code: '4' })).rejects.toMatchObject({ status: 403 })
    await expect(lin.change({ id, name: '林区' })).rejects.toMatchObject({ status: 403 })
    await expect(lin.archive({ id })).rejects.toMatchObject({ status: 403 })
    await expect(lin.restore({ id })).rejects.toMatchObject({ status: 403 })
    await expect(lin.release({ id, holderId: id })).rejects.toMatchObject({ status: 403 })
  })
})

describe('holding an area', () => {
  test('starts and ends at once for whoever holds it', async () => {
    const chen = await as('chen')
    const lin = await stage.as('lin')
    const id = stage.cast.areas.two
    expect((await lin.of(session).get({})).areaIds).toEqual([stage.cast.areas.one])
    const assigned = await chen.assign({ id, staffId: stage.cast.people.lin, role: 'steward' })
    expect((await lin.of(session).get({})).areaIds).toEqual([stage.cast.areas.one, id])
    const mine = assigned.holders.find(({ staffId }) => staffId === stage.cast.people.lin)
    const released = await chen.release({ id, holderId: mine?.id ?? '' })
    expect(released.holders.map(({ staffName }) => staffName)).not.toContain('林芳')
    expect((await lin.of(session).get({})).areaIds).toEqual([stage.cast.areas.one])
    const events = await inOurs((tx) => listEvents(tx, [id]))
    expect(events.slice(-2)).toMatchObject([
      { name: 'area.assigned', byName: '陈立', details: { person: '林芳', role: 'steward' } },
      { name: 'area.released', byName: '陈立', areaId: id, estateId: stage.cast.estates.yunqi },
    ])
  })
  test('is not given twice for the same days', async () => {
    const chen = await as('chen')
    const again = chen.assign({ id: stage.cast.areas.one, staffId: stage.cast.people.lin, role: 'steward' })
    await expect(again).rejects.toMatchObject({ code: 'area.already_held' })
  })
  test('runs forward', async () => {
    const chen = await as('chen')
    const days = { fromOn: '2026-12-31', toOn: '2026-12-01' }
    const reversed = chen.assign({ id: stage.cast.areas.one, staffId: stage.cast.people.gu, role: 'officer', ...days })
    await expect(reversed).rejects.toMatchObject({ code: 'area.days_reversed' })
  })
  test('that begins later does not count yet', async () => {
    const chen = await as('chen')
    const id = stage.cast.areas.one
    await chen.assign({ id, staffId: stage.cast.people.gu, role: 'officer', fromOn: '2026-12-01', toOn: '2026-12-31' })
    const names = async (on: string) => (await inOurs((tx) => holdersOfArea(tx, id, on))).map(({ name }) => name)
    expect(await names('2026-11-30')).toEqual(['林芳', '陈立'])
    expect(await names('2026-12-01')).toEqual(['林芳', '顾远', '陈立'])
    expect(await names('2027-01-01')).toEqual(['林芳', '陈立'])
  })
  test('is offered to whoever works in the estate', async () => {
    const chen = await as('chen')
    const { items } = await chen.candidates({ id: stage.cast.areas.one, search: '林' })
    expect(items).toMatchObject([{ name: '林芳', titles: ['客户服务部管家'] }])
    expect((await chen.candidates({ id: stage.cast.areas.one })).items.map(({ name }) => name)).not.toContain('叶青')
    const fang = (await as('fang')).candidates({ id: stage.cast.areas.one })
    await expect(fang).rejects.toMatchObject({ code: 'access.not_granted' })
  })
  test('ends only where it is held', async () => {
    const chen = await as('chen')
    const released = chen.release({ id: stage.cast.areas.one, holderId: stage.cast.people.lin })
    await expect(released).rejects.toMatchObject({ code: 'area.holder_not_found' })
  })
})

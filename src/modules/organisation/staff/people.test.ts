import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStage, type Stage } from '../../../../test/support/stage.ts'
import { listEvents } from '../../../platform/ledger.ts'
import { session } from '../../../platform/session/contract.ts'
import { staff } from './contract.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const as = async (login: Parameters<Stage['as']>[0]) => (await stage.as(login)).of(staff)
const postId = (key: Parameters<Stage['cast']['posts']['get']>[0]) => stage.cast.posts.get(key) ?? ''
const eventsOf = (id: string) =>
  stage.server.database.inCompany(stage.cast.companies.ours, (tx) => listEvents(tx, [id]))

describe('taking on', () => {
  test('a repair worker gets number, post and an initial password that must be changed', async () => {
    const admin = await as('admin')
    const estateId = stage.cast.estates.yunqi
    const { person, initialPassword } = await admin.create({
      name: '郑磊',
      phone: '138 0001 0099',
      trades: ['plumbing', 'plumbing'],
      login: 'Zheng',
      posts: [{ postId: postId('repairWorker'), estateId }],
    })
    expect(person).toMatchObject({
      no: '0017',
      phone: '13800010099',
      trades: ['plumbing'],
      login: 'zheng',
      joinedOn: '2026-11-23',
      onDuty: true,
      mustChangePassword: true,
      superiors: [{ name: '孙浩' }],
    })
    const me = await stage
      .stranger()
      .of(session)
      .create({ login: '13800010099', password: initialPassword ?? '' })
    expect(me).toMatchObject({ mustChangePassword: true, posts: [{ key: 'repairWorker', estateId }] })
  })
  test('numbers, logins and phones are given once', async () => {
    const admin = await as('admin')
    await expect(admin.create({ name: '甲', no: '0001' })).rejects.toMatchObject({ code: 'staff.no_taken' })
    await expect(admin.create({ name: '乙', login: 'fang' })).rejects.toMatchObject({ code: 'account.login_taken' })
    const twin = admin.create({ name: '丙', login: 'bing', phone: '13800010011' })
    await expect(twin).rejects.toMatchObject({ code: 'account.phone_taken' })
    await expect(admin.create({ name: '丁', login: '1ding' })).rejects.toMatchObject({ code: 'bad_input' })
  })
  test('nothing remains of a person whose post is refused', async () => {
    const admin = await as('admin')
    const posts = [{ postId: postId('steward'), estateId: stage.cast.estates.anhe }]
    await expect(admin.create({ name: '半成', posts })).rejects.toMatchObject({ code: 'staff.estate_not_found' })
    expect((await admin.list({ search: '半成' })).items).toEqual([])
  })
  test('is not for the receptionist', async () => {
    await expect((await as('fang')).create({ name: '表妹' })).rejects.toMatchObject({ code: 'access.not_granted' })
  })
})

describe('changing', () => {
  test('name and phone follow into the account', async () => {
    const admin = await as('admin')
    const id = stage.cast.people.su
    const changed = await admin.change({ id, name: '苏晴晴', phone: '13800010777', superiorId: stage.cast.people.zhao })
    expect(changed).toMatchObject({ name: '苏晴晴', superiors: [{ name: '赵敏华' }] })
    expect((await (await stage.as('su')).of(session).get({})).user).toMatchObject({
      name: '苏晴晴',
      phone: '13800010777',
    })
    const events = await eventsOf(id)
    expect(events.find(({ name }) => name === 'staff.changed')?.details).toMatchObject({
      changed: { name: ['苏晴', '苏晴晴'], phone: ['13800010010', '13800010777'] },
    })
  })
  test('superiors named for a person make no circle', async () => {
    const admin = await as('admin')
    await admin.change({ id: stage.cast.people.lin, superiorId: stage.cast.people.zhou })
    const circle = admin.change({ id: stage.cast.people.zhou, superiorId: stage.cast.people.lin })
    await expect(circle).rejects.toMatchObject({ code: 'staff.superior_in_circle' })
    expect((await admin.change({ id: stage.cast.people.lin, superiorId: null })).superiors).toMatchObject([
      { name: '陈立' },
    ])
  })
  test('a project supervisor changes his own people and nobody above', async () => {
    const he = await as('he')
    expect(await he.change({ id: stage.cast.people.fang, gender: 'female' })).toMatchObject({ gender: 'female' })
    const boss = he.change({ id: stage.cast.people.chen, name: '陈小立' })
    await expect(boss).rejects.toMatchObject({ code: 'staff.outranked' })
    const self = he.change({ id: stage.cast.people.he, name: '何总' })
    await expect(self).rejects.toMatchObject({ code: 'staff.outranked' })
    const away = he.change({ id: stage.cast.people.ye, name: '叶青青' })
    await expect(away).rejects.toMatchObject({ code: 'staff.not_found' })
  })
})

describe('signing in', () => {
  test('a person without a login is given one, once', async () => {
    const admin = await as('admin')
    const { person } = await admin.create({ name: '邵平' })
    expect(person).toMatchObject({ login: null, can: expect.arrayContaining(['giveLogin']) })
    expect(person.can).not.toContain('resetPassword')
    await expect(admin.resetPassword({ id: person.id })).rejects.toMatchObject({ code: 'staff.no_login' })
    const given = await admin.giveLogin({ id: person.id, login: 'shao' })
    expect(given.initialPassword).toMatch(/^\w{4}-\w{4}-\w{4}$/)
    await expect(admin.giveLogin({ id: person.id, login: 'shao2' })).rejects.toMatchObject({ code: 'staff.has_login' })
    const shao = stage.stranger()
    const me = await shao.of(session).create({ login: 'shao', password: given.initialPassword })
    expect(me.permissions).toEqual([])
  })
  test('a new password ends every session', async () => {
    const he = await as('he')
    const tang = await stage.as('tang')
    expect((await tang.of(session).get({})).user.name).toBe('唐雨')
    const { initialPassword, person } = await he.resetPassword({ id: stage.cast.people.tang })
    expect(person.mustChangePassword).toBe(true)
    await expect(tang.of(session).get({})).rejects.toMatchObject({ status: 401 })
    const me = await stage.stranger().of(session).create({ login: 'tang', password: initialPassword })
    expect(me.mustChangePassword).toBe(true)
  })
  test('nobody makes a new password for a superior or without the grant', async () => {
    const above = (await as('he')).resetPassword({ id: stage.cast.people.qian })
    await expect(above).rejects.toMatchObject({ status: 403 })
    const beside = (await as('fang')).resetPassword({ id: stage.cast.people.luo })
    await expect(beside).rejects.toMatchObject({ code: 'access.not_granted' })
    const own = (await as('zhao')).resetPassword({ id: stage.cast.people.zhao })
    await expect(own).rejects.toMatchObject({ code: 'staff.outranked' })
    const login = (await as('he')).giveLogin({ id: stage.cast.people.fang, login: 'xiao' })
    await expect(login).rejects.toMatchObject({ code: 'access.not_granted' })
  })
})

describe('lists', () => {
  test('the receptionist sees whoever works in her estate or everywhere', async () => {
    const { items } = await (await as('fang')).list({ limit: 100, sort: 'no' })
    const names = items.map(({ name }) => name)
    expect(names).toContain('林芳')
    expect(names).toContain('孙浩')
    expect(names).not.toContain('叶青')
  })
  test('a repair worker sees himself', async () => {
    const wu = await as('wu')
    expect((await wu.list({})).items.map(({ name }) => name)).toEqual(['吴刚'])
    await expect(wu.get({ id: stage.cast.people.fang })).rejects.toMatchObject({ status: 404 })
  })
  test('filters by trade, post, department and estate', async () => {
    const admin = await as('admin')
    const names = async (filter: Parameters<typeof admin.list>[0]) =>
      (await admin.list({ ...filter, limit: 100 })).items.map(({ name }) => name)
    expect(await names({ trades: ['lift'] })).toEqual(['马强'])
    expect(await names({ postId: postId('steward') })).toEqual(['林芳', '周宁'])
    expect(await names({ departmentId: stage.cast.departments.engineering })).toEqual(['孙浩', '吴刚', '马强'])
    expect(await names({ estateId: stage.cast.estates.jincheng })).toContain('叶青')
    expect(await names({ search: '0009' })).toEqual(['顾远'])
  })
  test('another company sees its own people', async () => {
    const an = await as('an')
    expect((await an.list({ limit: 100 })).items.map(({ name }) => name)).toEqual(['沈悦', '安国平'])
    await expect(an.get({ id: stage.cast.people.fang })).rejects.toMatchObject({ status: 404 })
    await expect(an.leave({ id: stage.cast.people.fang })).rejects.toMatchObject({ status: 404 })
    await expect(an.resetPassword({ id: stage.cast.people.fang })).rejects.toMatchObject({ status: 404 })
  })
})

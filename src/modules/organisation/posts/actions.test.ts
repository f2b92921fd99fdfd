import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStage, type Stage } from '../../../../test/support/stage.ts'
import { listEvents } from '../../../platform/ledger.ts'
import { session } from '../../../platform/session/contract.ts'
import type { standardPosts } from './catalogue/all.ts'
import { posts } from './contract.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const as = async (login: Parameters<Stage['as']>[0]) => (await stage.as(login)).of(posts)
const idOf = (key: keyof typeof standardPosts) => stage.cast.posts.get(key) ?? ''
const eventsOf = (id: string) =>
  stage.server.database.inCompany(stage.cast.companies.ours, (tx) => listEvents(tx, [id]))

describe('standard posts', () => {
  test('are there with what they may do and a reporting line', async () => {
    const fang = await as('fang')
    const { items, total } = await fang.list({ limit: 50 })
    expect(total).toBe(22)
    expect(items.every(({ system, kind, grants }) => system && (kind === 'family' || grants > 0))).toBe(true)
    const steward = await fang.get({ id: idOf('steward') })
    expect(steward).toMatchObject({ reportsToTitle: '客户服务部主管', holders: 2, can: [] })
    const boss = items.find(({ key }) => key === 'generalManager')
    expect(boss?.reportsToId).toBeNull()
  })
  test('are renamed but never archived', async () => {
    const admin = await as('admin')
    const changed = await admin.change({ id: idOf('archivist'), title: '档案管理员' })
    expect(changed).toMatchObject({ title: '档案管理员', key: 'archivist' })
    const archived = admin.archive({ id: idOf('archivist') })
    await expect(archived).rejects.toMatchObject({ code: 'post.standard' })
  })
  test('have beside them a family, which stands last, is granted nothing and is reported to by nobody', async () => {
    const admin = await as('admin')
    const id = idOf('keyAccountFamily')
    const { items } = await admin.list({ limit: 50 })
    expect(items.at(-1)).toMatchObject({ id, kind: 'family', grants: 0, holders: 0, can: ['change'] })
    expect((await admin.list({ kind: ['family'] })).items.map((item) => item.id)).toEqual([id])
    const draft = { kind: 'family', title: '秩序维护序列', departmentKind: 'security' } as const
    expect(await admin.create(draft)).toMatchObject({ kind: 'family', reportsToId: null })
    const granted = admin.grant({ id, permission: 'posts.read', reach: 'company' })
    await expect(granted).rejects.toMatchObject({ code: 'post.is_family' })
    const under = admin.change({ id: idOf('keyAccountSupervisor'), reportsToId: id })
    await expect(under).rejects.toMatchObject({ code: 'post.is_family' })
  })
  test('are listed down each reporting line before the next one begins, sales after customer service', async () => {
    const { items } = await (await as('admin')).list({ limit: 50 })
    const keys = items.filter(({ system }) => system).map(({ key }) => key)
    expect(keys.slice(0, 4)).toEqual([
      'generalManager',
      'projectSupervisor',
      'receptionist',
      'customerServiceAssistant',
    ])
    expect(keys.slice(-9)).toEqual([
      'systemAdministrator',
      'keyAccountManager',
      'keyAccountSupervisor',
      'channelAccountManager',
      'channelAccountSales',
      'liquorMarketRep',
      'liquorChannelRep',
      'barAttendant',
      'keyAccountFamily',
    ])
  })
  test('report to nobody below them', async () => {
    const admin = await as('admin')
    const circle = admin.change({ id: idOf('generalManager'), reportsToId: idOf('steward') })
    await expect(circle).rejects.toMatchObject({ code: 'post.in_circle' })
  })
})

describe('a post of the company’s own', () => {
  test('is made, granted, archived and brought back', async () => {
    const admin = await as('admin')
    const draft = { title: '绿化主管', departmentKind: 'environment', reportsToId: idOf('generalManager') } as const
    const made = await admin.create(draft)
    expect(made).toMatchObject({ system: false, grants: [], holders: 0 })
    await expect(admin.create(draft)).rejects.toMatchObject({ code: 'post.title_taken' })
    const granted = await admin.grant({ id: made.id, permission: 'requests.read', reach: 'estate' })
    expect(granted.grants).toEqual([{ permission: 'requests.read', reach: 'estate' }])
    const archived = await admin.archive({ id: made.id, reason: '并入工程部' })
    expect(archived).toMatchObject({ status: 'archived', can: ['restore'] })
    await expect(admin.grant({ id: made.id, permission: 'requests.read', reach: 'own' })).rejects.toMatchObject({
      code: 'post.not_allowed_now',
    })
    expect(await admin.restore({ id: made.id })).toMatchObject({ status: 'in_use' })
    const names = (await eventsOf(made.id)).map(({ name }) => name)
    expect(names).toEqual(['post.created', 'post.granted', 'post.archived', 'post.restored'])
  })
  test('reports to no post of another company', async () => {
    const an = await as('an')
    const draft = { title: '暗线', departmentKind: 'other', reportsToId: idOf('steward') } as const
    await expect(an.create(draft)).rejects.toMatchObject({ code: 'post.superior_not_found' })
    await expect(an.get({ id: idOf('steward') })).rejects.toMatchObject({ status: 404 })
  })
})

describe('grants', () => {
  test('take effect at the next call of whoever holds the post', async () => {
    const admin = await as('admin')
    const tang = await stage.as('tang')
    const id = idOf('archivist')
    await expect(tang.of(posts).create({ title: '副馆员', departmentKind: 'office' })).rejects.toMatchObject({
      code: 'access.not_granted',
    })
    await admin.grant({ id, permission: 'posts.create', reach: 'company' })
    expect((await tang.of(session).get({})).permissions.map(({ permission }) => permission)).toContain('posts.create')
    expect(await tang.of(posts).create({ title: '副馆员', departmentKind: 'office' })).toMatchObject({ can: [] })
    await admin.revoke({ id, permission: 'posts.create' })
    await expect(tang.of(posts).create({ title: '助理馆员', departmentKind: 'office' })).rejects.toMatchObject({
      code: 'access.not_granted',
    })
  })
  test('of an estate do not change posts, which belong to the company', async () => {
    const admin = await as('admin')
    await admin.grant({ id: idOf('projectSupervisor'), permission: 'posts.change', reach: 'estate' })
    const he = await as('he')
    await expect(he.change({ id: idOf('steward'), title: '大管家' })).rejects.toMatchObject({
      code: 'access.out_of_reach',
    })
  })
  test('name what a contract knows', async () => {
    const admin = await as('admin')
    const made = admin.grant({ id: idOf('steward'), permission: 'requests.burn', reach: 'own' })
    await expect(made).rejects.toMatchObject({ code: 'post.permission_unknown' })
    const { items } = await admin.permissions({})
    expect(items).toContainEqual({ permission: 'posts.grant', noun: 'posts', verb: 'grant' })
  })
  test('of all posts stand side by side', async () => {
    const { items } = await (await as('fang')).grants({})
    const stewards = items.filter(({ postId }) => postId === idOf('steward'))
    expect(stewards).toContainEqual({ postId: idOf('steward'), permission: 'requests.accept', reach: 'area' })
  })
  test('that were never given are not taken back', async () => {
    const admin = await as('admin')
    const taken = admin.revoke({ id: idOf('frontDesk'), permission: 'posts.grant' })
    await expect(taken).rejects.toMatchObject({ code: 'post.not_granted' })
  })
  test('always leave somebody who can grant', async () => {
    const admin = await as('admin')
    await admin.revoke({ id: idOf('generalManager'), permission: 'posts.grant' })
    const last = admin.revoke({ id: idOf('systemAdministrator'), permission: 'posts.grant' })
    await expect(last).rejects.toMatchObject({ code: 'post.last_key' })
    const less = admin.grant({ id: idOf('systemAdministrator'), permission: 'posts.grant', reach: 'estate' })
    await expect(less).rejects.toMatchObject({ code: 'post.last_key' })
    await admin.grant({ id: idOf('generalManager'), permission: 'posts.grant', reach: 'company' })
  })
  test('are changed by no receptionist', async () => {
    const fang = await as('fang')
    const id = idOf('receptionist')
    await expect(fang.grant({ id, permission: 'posts.grant', reach: 'company' })).rejects.toMatchObject({ status: 403 })
    await expect(fang.revoke({ id, permission: 'posts.read' })).rejects.toMatchObject({ status: 403 })
    await expect(fang.change({ id, title: '前台主管' })).rejects.toMatchObject({ status: 403 })
    await expect(fang.create({ title: '前台主管', departmentKind: 'office' })).rejects.toMatchObject({ status: 403 })
    await expect(fang.archive({ id })).rejects.toMatchObject({ status: 403 })
    await expect(fang.restore({ id })).rejects.toMatchObject({ status: 403 })
  })
})

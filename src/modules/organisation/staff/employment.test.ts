import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStage, type Stage } from '../../../../test/support/stage.ts'
import { listEvents } from '../../../platform/ledger.ts'
import { session } from '../../../platform/session/contract.ts'
import { areas } from '../areas/contract.ts'
import { staff } from './contract.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const as = async (login: Parameters<Stage['as']>[0]) => (await stage.as(login)).of(staff)
const postId = (key: Parameters<Stage['cast']['posts']['get']>[0]) => stage.cast.posts.get(key) ?? ''
const namesOf = (id: string) =>
  stage.server.database.inCompany(stage.cast.companies.ours, async (tx) =>
    (await listEvents(tx, [id])).map(({ name }) => name),
  )

describe('posts', () => {
  test('are given by a manager in the estates in reach, and count at the next call', async () => {
    const he = await as('he')
    const luo = await stage.as('luo')
    const id = stage.cast.people.luo
    const wanted = { id, postId: postId('archivist'), estateId: stage.cast.estates.yunqi }
    const person = await he.appoint(wanted)
    expect(person.posts.map(({ title }) => title)).toEqual(['客户服务助理', '资料员'])
    expect((await luo.of(session).get({})).posts.map(({ key }) => key)).toContain('archivist')
    await expect(he.appoint(wanted)).rejects.toMatchObject({ code: 'staff.already_appointed' })
    const holding = person.posts.find(({ title }) => title === '资料员')
    await he.relieve({ id, holdingId: holding?.id ?? '' })
    expect((await luo.of(session).get({})).posts.map(({ key }) => key)).toEqual(['customerServiceAssistant'])
    expect((await namesOf(id)).slice(-2)).toEqual(['staff.appointed', 'staff.relieved'])
  })
  test('above the own one, in another estate or everywhere are not for a manager to give', async () => {
    const he = await as('he')
    const id = stage.cast.people.fang
    const { yunqi, jincheng } = stage.cast.estates
    const above = he.appoint({ id, postId: postId('generalManager'), estateId: yunqi })
    await expect(above).rejects.toMatchObject({ code: 'staff.outranked' })
    const away = he.appoint({ id, postId: postId('archivist'), estateId: jincheng })
    await expect(away).rejects.toMatchObject({ code: 'access.out_of_reach' })
    const everywhere = he.appoint({ id, postId: postId('archivist'), estateId: null })
    await expect(everywhere).rejects.toMatchObject({ code: 'access.out_of_reach' })
    const without = (await as('fang')).appoint({ id, postId: postId('archivist'), estateId: yunqi })
    await expect(without).rejects.toMatchObject({ code: 'access.not_granted' })
  })
  test('that begin later or ended do not count', async () => {
    const admin = await as('admin')
    const id = stage.cast.people.luo
    const estateId = stage.cast.estates.yunqi
    await admin.appoint({ id, postId: postId('receptionist'), estateId, fromOn: '2026-12-01', toOn: '2026-12-31' })
    const luo = await stage.as('luo')
    const held = async () => (await luo.of(session).get({})).posts.map(({ key }) => key)
    expect(await held()).toEqual(['customerServiceAssistant'])
    const reversed = admin.appoint({
      id,
      postId: postId('steward'),
      estateId,
      fromOn: '2026-12-02',
      toOn: '2026-12-01',
    })
    await expect(reversed).rejects.toMatchObject({ code: 'staff.days_reversed' })
  })
  test('that a person does not hold are not taken away', async () => {
    const admin = await as('admin')
    const taken = admin.relieve({ id: stage.cast.people.luo, holdingId: stage.cast.people.fang })
    await expect(taken).rejects.toMatchObject({ code: 'staff.holding_not_found' })
  })
  test('are given, a family of posts is not', async () => {
    const admin = await as('admin')
    const postId = stage.cast.posts.get('keyAccountFamily') ?? ''
    const appointed = admin.appoint({ id: stage.cast.people.luo, postId })
    await expect(appointed).rejects.toMatchObject({ code: 'post.is_family' })
    const taken = admin.create({ name: '柳序', posts: [{ postId }] })
    await expect(taken).rejects.toMatchObject({ code: 'post.is_family' })
  })
  test('of another company are unknown', async () => {
    const an = await as('an')
    const lured = an.appoint({
      id: stage.cast.people.other,
      postId: postId('steward'),
      estateId: stage.cast.estates.anhe,
    })
    await expect(lured).rejects.toMatchObject({ code: 'staff.post_not_found' })
  })
})

describe('shifts', () => {
  test('a worker signs himself off and on', async () => {
    const wu = await as('wu')
    const id = stage.cast.people.wu
    expect(await wu.signOff({ id })).toMatchObject({ onDuty: false, can: ['signOn'] })
    await expect(wu.signOff({ id })).rejects.toMatchObject({ code: 'staff.already_off_duty' })
    expect(await wu.signOn({ id })).toMatchObject({ onDuty: true, can: ['signOff'] })
    await expect(wu.signOn({ id })).rejects.toMatchObject({ code: 'staff.already_on_duty' })
  })
  test('his supervisor does it for him, a colleague does not', async () => {
    const id = stage.cast.people.wu
    expect(await (await as('sun')).signOff({ id })).toMatchObject({ onDuty: false })
    await expect((await as('fang')).signOn({ id })).rejects.toMatchObject({ code: 'access.out_of_reach' })
    await (await as('sun')).signOn({ id })
  })
})

describe('leaving', () => {
  test('ends sign-in, posts and areas at once, and the records stay', async () => {
    const admin = await as('admin')
    const id = stage.cast.people.zhou
    const zhou = await stage.as('zhou')
    const left = await admin.leave({ id, reason: '辞职' })
    expect(left).toMatchObject({
      status: 'left',
      leftOn: '2026-11-23',
      posts: [],
      areas: [],
      onDuty: false,
      can: ['rejoin'],
    })
    await expect(zhou.of(session).get({})).rejects.toMatchObject({ status: 401 })
    const area = await (await stage.as('admin')).of(areas).get({ id: stage.cast.areas.two })
    expect(area.holders.map(({ staffName }) => staffName)).not.toContain('周宁')
    expect((await admin.list({ limit: 100 })).items.map(({ name }) => name)).not.toContain('周宁')
    expect((await admin.list({ status: ['left'] })).items.map(({ name }) => name)).toEqual(['周宁'])
    await expect(admin.change({ id, name: '周' })).rejects.toMatchObject({ code: 'staff.not_allowed_now' })
    await expect(admin.leave({ id })).rejects.toMatchObject({ code: 'staff.not_allowed_now' })
    const late = admin.appoint({ id, postId: postId('steward'), estateId: stage.cast.estates.yunqi })
    await expect(late).rejects.toMatchObject({ code: 'staff.not_allowed_now' })
  })
  test('who comes back starts without posts and signs in as before', async () => {
    const admin = await as('admin')
    const back = await admin.rejoin({ id: stage.cast.people.zhou })
    expect(back).toMatchObject({ status: 'working', leftOn: null, posts: [] })
    await expect(admin.rejoin({ id: stage.cast.people.zhou })).rejects.toMatchObject({ code: 'staff.not_allowed_now' })
  })
  test('happens neither before the first day nor in days to come', async () => {
    const admin = await as('admin')
    const id = stage.cast.people.gu
    await expect(admin.leave({ id, leftOn: '2026-11-01' })).rejects.toMatchObject({ code: 'staff.days_reversed' })
    await expect(admin.leave({ id, leftOn: '2026-12-31' })).rejects.toMatchObject({ code: 'staff.leaves_later' })
    await expect((await as('zhao')).leave({ id })).rejects.toMatchObject({ code: 'access.not_granted' })
  })
  test('the last who could grant rights stays', async () => {
    const an = await as('an')
    await expect(an.leave({ id: stage.cast.people.an })).rejects.toMatchObject({ code: 'staff.last_key' })
    const { posts } = await an.get({ id: stage.cast.people.an })
    await an.relieve({ id: stage.cast.people.an, holdingId: posts[0]?.id ?? '' })
    const last = an.relieve({ id: stage.cast.people.an, holdingId: posts[1]?.id ?? '' })
    await expect(last).rejects.toMatchObject({ code: 'staff.last_key' })
  })
})

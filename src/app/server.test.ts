import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/support/app.ts'
import { permissions } from './rooms.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app?.close())

test('the receptionist is known with her post, her estate and what she may', async () => {
  const me = await app.as('fang').session.get({})
  expect(me).toMatchObject({
    user: { id: app.cast.people.fang, name: '方晓', phone: '13800010011' },
    company: { id: app.cast.companies.ours, name: '锦程物业' },
    mustChangePassword: false,
    everyEstate: false,
    estates: [{ id: app.cast.estates.yunqi, shortName: '云栖里' }],
    posts: [{ key: 'receptionist' }],
  })
  expect(me.permissions.map(({ permission }) => permission)).toContain('requests.create')
})

test('the manager works in every estate, the steward in the own area', async () => {
  const [manager, steward] = [await app.as('qian').session.get({}), await app.as('lin').session.get({})]
  expect(manager).toMatchObject({ everyEstate: true })
  expect(manager.estates.map(({ shortName }) => shortName)).toEqual(['锦程', '云栖里'])
  expect(steward.areaIds).toEqual([app.cast.areas.one])
})

test('a post taken away in one process takes effect with the next call', async () => {
  const before = await app.as('ye').session.get({})
  expect(before.posts).toHaveLength(1)
  const person = await app.as('admin').staff.get({ id: app.cast.people.ye })
  const [held] = person.posts
  await app.as('admin').staff.relieve({ id: app.cast.people.ye, holdingId: held?.id ?? '' })
  const after = await app.as('ye').session.get({})
  expect(after).toMatchObject({ posts: [], permissions: [] })
})

test('every permission that is granted exists', async () => {
  const me = await app.as('admin').session.get({})
  expect(me.permissions.every(({ permission }) => permissions.includes(permission))).toBe(true)
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ClonedDatabase, clonedDatabase } from '../../../test/support/database.ts'
import { makeCompany, openWorkplace, without } from '../../../test/support/workplace.ts'
import type { User } from '../access.ts'
import { change, create, list, remove, share } from './actions.ts'
import { savedViews } from './contract.ts'

let clone: ClonedDatabase
let toy: Awaited<ReturnType<typeof openWorkplace>>
beforeAll(async () => {
  clone = await clonedDatabase()
  toy = await openWorkplace(clone.url)
})
afterAll(async () => {
  await toy.close()
  await clone.drop()
})

const LIST = 'requests'
const save = (user: User, name: string, of = LIST) =>
  toy.as(user, (ctx) => create(ctx, { list: of, name, query: { status: ['new'], sort: '-dueAt' } }))
const namesOf = async (user: User, of = LIST) =>
  (await toy.as(user, (ctx) => list(ctx, { list: of }))).items.map(({ name }) => name)

describe('a saved view', () => {
  test('is kept for oneself, renamed, overwritten and removed', async () => {
    const { chen, wu } = toy.company
    const view = await save(chen, '今天到期')
    expect(view).toMatchObject({ own: true, shared: false, query: { status: ['new'], sort: '-dueAt' } })
    expect(await namesOf(chen)).toEqual(['今天到期'])
    expect(await namesOf(chen, 'work-orders')).toEqual([])
    expect(await namesOf(wu)).toEqual([])
    const changed = await toy.as(chen, (ctx) => change(ctx, { id: view.id, name: '到期', query: { status: ['held'] } }))
    expect(changed).toMatchObject({ name: '到期', query: { status: ['held'] } })
    await toy.as(chen, (ctx) => remove(ctx, { id: view.id }))
    expect(await namesOf(chen)).toEqual([])
  })

  test('that is shared is used by all and changed by its owner only', async () => {
    const { chen } = toy.company
    const wu = without(toy.company.wu, 'saved-views.share')
    const view = await save(chen, '全部投诉')
    await expect(toy.as(wu, (ctx) => change(ctx, { id: view.id, name: 'x' }))).rejects.toMatchObject({
      code: 'saved_view.not_found',
    })
    await toy.as(chen, (ctx) => share(ctx, { id: view.id, shared: true }))
    const [seen] = (await toy.as(wu, (ctx) => list(ctx, { list: LIST }))).items
    expect(seen).toMatchObject({ name: '全部投诉', own: false, byName: '陈晓', can: [] })
    await expect(toy.as(wu, (ctx) => remove(ctx, { id: view.id }))).rejects.toMatchObject({
      code: 'saved_view.not_yours',
    })
    await toy.as(toy.company.wu, (ctx) => share(ctx, { id: view.id, shared: false }))
    expect(await namesOf(wu)).toEqual([])
    expect(await namesOf(chen)).toEqual(['全部投诉'])
  })

  test('is one of at most fifty of a list, and not of another company', async () => {
    const other = await makeCompany(toy.place)
    for (let n = 1; n <= 50; n += 1) await save(other.chen, `v${n}`)
    await expect(save(other.chen, 'v51')).rejects.toMatchObject({ code: 'saved_view.too_many' })
    expect(await namesOf(toy.company.chen)).not.toContain('v1')
  })

  test('is refused when it is no size for a filter', () => {
    const { input } = savedViews.verbs.create
    expect(input.safeParse({ list: LIST, name: 'x', query: { text: 'x'.repeat(9000) } }).success).toBe(false)
    expect(input.safeParse({ list: '../etc', name: 'x', query: {} }).success).toBe(false)
  })
})

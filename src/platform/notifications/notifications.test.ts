import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ClonedDatabase, clonedDatabase } from '../../../test/support/database.ts'
import { makeCompany, openWorkplace } from '../../../test/support/workplace.ts'
import type { User } from '../access.ts'
import { newId } from '../ids.ts'
import { count, list, read, readAll } from './actions.ts'
import { notify, type Telling } from './notify.ts'

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

const tell = (telling: Telling, by: User = toy.company.chen) => toy.as(by, (ctx) => notify(ctx, telling))
const listOf = (user: User, more: { unread?: boolean; after?: string; limit?: number } = {}) =>
  toy.as(user, (ctx) => list(ctx, { limit: 20, ...more }))
const unreadOf = async (user: User) => (await toy.as(user, count)).unread

describe('a notification', () => {
  test('is one person’s own, read or not, newest first and page by page', async () => {
    const { chen, wu } = toy.company
    const record = { kind: 'toy', id: newId() }
    for (const n of [1, 2, 3]) await tell({ to: [wu.id], kind: 'toy.broken', params: { n }, record })
    await tell({ to: [chen.id, chen.id], kind: 'toy.mended' })
    expect(await unreadOf(wu)).toBe(3)
    expect(await unreadOf(chen)).toBe(1)
    const first = await listOf(wu, { limit: 2 })
    expect(first.items).toMatchObject([
      { params: { n: 3 }, recordId: record.id },
      { params: { n: 2 }, readAt: null },
    ])
    const rest = await listOf(wu, { limit: 2, after: first.next ?? '' })
    expect(rest).toMatchObject({ items: [{ params: { n: 1 } }], next: null })

    const [newest] = first.items
    if (!newest) throw new Error('none')
    await toy.as(wu, (ctx) => read(ctx, { id: newest.id }))
    expect(await unreadOf(wu)).toBe(2)
    expect((await listOf(wu, { unread: true })).items.map(({ params }) => params.n)).toEqual([2, 1])
    await expect(toy.as(chen, (ctx) => read(ctx, { id: newest.id }))).rejects.toMatchObject({
      code: 'notification.not_found',
    })
    expect(await toy.as(wu, readAll)).toEqual({ read: 2 })
    expect(await unreadOf(wu)).toBe(0)
    expect(await unreadOf(chen)).toBe(1)
  })

  test('with the same mark is told to the same person once', async () => {
    const { chen, wu } = toy.company
    expect(await tell({ to: [wu.id], kind: 'toy.late', dedupe: 'late 1' })).toBe(1)
    expect(await tell({ to: [wu.id, chen.id], kind: 'toy.late', dedupe: 'late 1' })).toBe(1)
    expect(await tell({ to: [], kind: 'toy.late' })).toBe(0)
  })

  test('wakes the pages of whom it is for, after commit', async () => {
    const heard: string[] = []
    const stop = toy.live.listen(({ changes }) => {
      for (const { noun, id } of changes) heard.push(`${noun} ${id}`)
    })
    await tell({ to: [toy.company.wu.id], kind: 'toy.found' })
    await expect.poll(() => heard).toContain(`notifications ${toy.company.wu.id}`)
    stop()
  })

  test('stays in its company', async () => {
    const other = await makeCompany(toy.place)
    await tell({ to: [toy.company.wu.id], kind: 'toy.secret' })
    const stranger = { ...other.wu, id: toy.company.wu.id }
    expect((await listOf(stranger)).items).toEqual([])
  })
})

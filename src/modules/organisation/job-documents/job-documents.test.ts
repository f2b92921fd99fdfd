import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../../../test/support/app.ts'
import type { Login } from '../../../../test/support/cast.ts'
import { MESSY_DOCUMENT } from '../../../../test/support/job-document.ts'
import { lifeTable } from '../../../../test/support/life-table.ts'
import type { JobDocument } from './contract.ts'
import { life, STATES } from './states.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())

const of = (login: Login) => app.as(login).jobDocuments
const brought = async (text = MESSY_DOCUMENT) => {
  const { id } = await of('su').create({ text })
  return of('su').get({ id })
}
const postAt = ({ posts }: JobDocument, at: number) => {
  const post = posts[at]
  if (!post) throw new Error(`no post ${at} was read`)
  return post
}
/** As the page sends a post that nobody has changed. */
const left = (document: JobDocument, at: number) => ({
  duties: postAt(document, at).duties.map(({ text, cadence, capability, code }) => {
    const standard = document.standardDuties.find((one) => one.code === code)
    return {
      ...{ text, cadence, code },
      capability: standard?.capability ?? (capability ? [capability] : []),
      measure: standard?.measure ?? '',
      proofs: standard?.proofs.map((proof) => proof.of) ?? [],
    }
  }),
})
const patroller = (title: string) => ({ title, departmentKind: 'customer_service', reportsToId: null }) as const

describe('the life of a job document', () => {
  test('is this table', () => {
    expect(lifeTable(life, STATES)).toBe(
      ['read       take→taken  discard→discarded', 'taken      (the end)', 'discarded  (the end)'].join('\n'),
    )
  })
})

describe('a text that is brought', () => {
  test('is read into posts and duties, each with the place where it stands', async () => {
    const document = await brought()
    expect(document).toMatchObject({ kind: 'pasted', status: 'read', can: ['take', 'discard'], readByName: '苏晴' })
    expect(document.posts.map(({ title, duties }) => [title, duties.length])).toEqual([
      ['客户服务部管家', 3],
      ['装修巡查员', 3],
    ])
    const [first] = postAt(document, 0).duties
    expect(first).toMatchObject({
      text: '负责责任区内业主的日常沟通，每季度对辖区业主至少走访一次，做好走访记录',
      cadence: 'quarterly',
      cadenceWords: ['每季度'],
    })
    const stretches = first?.source.map(({ from, until }) => document.text.slice(from, until)) ?? []
    expect(stretches.join('')).toContain('每季度对辖区\n业主至少走访一次')
  })

  test('has its posts recognised among those of the company, and its duties in the catalogue', async () => {
    const document = await brought()
    expect(postAt(document, 0)).toMatchObject({ postId: app.cast.posts.get('steward'), standardKey: 'steward' })
    expect(postAt(document, 1)).toMatchObject({ postId: null, standardKey: null })
    const codes = postAt(document, 0).duties.flatMap(({ code }) => code ?? [])
    expect(codes.length).toBeGreaterThan(0)
    expect(document.standardDuties.map(({ code }) => code).sort()).toEqual([...codes].sort())
  })

  test('stands in the list of those who draft sheets, and of nobody else', async () => {
    const document = await brought()
    const { items } = await of('zhao').list({ status: ['read'] })
    expect(items[0]).toMatchObject({ id: document.id, posts: 2, duties: 6 })
    await expect(of('lin').list({})).rejects.toMatchObject({ code: 'access.not_granted' })
    await expect(of('lin').create({ text: MESSY_DOCUMENT })).rejects.toMatchObject({ code: 'access.not_granted' })
    await expect(of('an').get({ id: document.id })).rejects.toMatchObject({ code: 'job_document.not_found' })
  })
})

describe('taking it over', () => {
  test('drafts a sheet that continues the duties in force, counts what can be counted, and binds nobody yet', async () => {
    const document = await brought()
    const postId = app.cast.posts.get('steward') ?? ''
    const before = await app.as('su').dutySheets.current({ postId })
    const taken = await of('su').take({ id: document.id, posts: [{ postId, ...left(document, 0) }] })
    expect(taken).toMatchObject({ status: 'taken', can: [], drafts: [{ postTitle: '客户服务部管家', isNew: false }] })
    const { sheet, draftId } = await app.as('su').dutySheets.current({ postId })
    expect(sheet?.id).toBe(before.sheet?.id)
    expect(draftId).toBe(taken.drafts[0]?.sheetId)
    const draft = await app.as('su').dutySheets.get({ id: draftId ?? '' })
    expect(draft).toMatchObject({ source: 'document', status: 'draft', can: ['change', 'submit', 'withdraw'] })
    const lines = new Set(before.sheet?.duties.map(({ lineId }) => lineId))
    expect(draft.duties.filter(({ lineId }) => lines.has(lineId))).toHaveLength(lines.size)
    const codes = postAt(document, 0).duties.flatMap(({ code }) => code ?? [])
    expect(draft.duties.slice(0, 3).filter(({ code }) => codes.includes(code))).toHaveLength(codes.length)
    expect(draft.duties[0]?.text).toBe(postAt(document, 0).duties[0]?.text)
    const next = await brought()
    expect(next.knownPosts.find(({ id }) => id === postId)?.draftId).toBe(draftId)
    const again = of('su').take({ id: next.id, posts: [{ postId, ...left(next, 0) }] })
    await expect(again).rejects.toMatchObject({ code: 'duty_sheet.draft_exists', details: { title: '客户服务部管家' } })
    expect(await of('su').get({ id: next.id })).toMatchObject({ status: 'read', drafts: [] })
  })

  test('drops what the document leaves out when a person says so', async () => {
    const document = await brought()
    const postId = app.cast.posts.get('archivist') ?? ''
    const taken = await of('su').take({ id: document.id, posts: [{ postId, keep: false, ...left(document, 0) }] })
    expect(taken.drafts).toMatchObject([{ duties: 3 }])
  })

  test('makes new posts, superiors first, for whoever may make posts', async () => {
    const document = await brought()
    const under = { ...patroller('装修巡查员'), reportsToPlace: 1 }
    const posts = [
      { newPost: under, ...left(document, 1) },
      { newPost: patroller('装修主管'), ...left(document, 0) },
    ]
    await expect(of('su').take({ id: document.id, posts })).rejects.toMatchObject({ code: 'access.not_granted' })
    const taken = await of('qian').take({ id: document.id, posts })
    expect(taken.drafts).toMatchObject([
      { postTitle: '装修巡查员', isNew: true },
      { postTitle: '装修主管', isNew: true },
    ])
    const [below, above] = taken.drafts
    const post = await app.as('qian').posts.get({ id: below?.postId ?? '' })
    expect(post).toMatchObject({
      reportsToId: above?.postId,
      reportsToTitle: '装修主管',
      departmentKind: 'customer_service',
    })
    const sheet = await app.as('qian').dutySheets.get({ id: below?.sheetId ?? '' })
    expect(sheet.duties.map(({ code }) => code)).toEqual(['1', '2', '3'])
  })

  test('does nothing at all when one of the posts cannot be taken', async () => {
    const document = await brought()
    const take = (posts: Parameters<ReturnType<typeof of>['take']>[0]['posts']) =>
      of('qian').take({ id: document.id, posts })
    const duties = left(document, 1)
    const circle = (title: string, reportsToPlace: number) => ({
      newPost: { ...patroller(title), reportsToPlace },
      ...duties,
    })
    const refused = async (posts: Parameters<typeof take>[0], code: string) =>
      expect(await take(posts).catch((error: unknown) => error)).toMatchObject({ code })
    const desk = app.cast.posts.get('frontDesk') ?? ''
    await refused([circle('甲岗', 1), circle('乙岗', 0)], 'job_document.superior_unknown')
    await refused([circle('甲岗', 7)], 'job_document.superior_unknown')
    await refused(
      [
        { postId: desk, ...duties },
        { postId: desk, ...duties },
      ],
      'job_document.post_twice',
    )
    await refused([{ postId: document.id, ...duties }], 'post.not_found')
    await refused([{ newPost: patroller('资料员'), ...duties }], 'post.title_taken')
    await refused([{ postId: desk, newPost: patroller('甲岗'), ...duties }], 'job_document.which_post')
    await refused([duties], 'job_document.which_post')
    await refused([{ postId: desk, duties: [] }], 'bad_input')
    const many = Array.from({ length: 80 }, (_, at) => ({ ...duties.duties[0], text: `巡查第 ${at} 号楼` }))
    await refused([{ postId: desk, duties: many as typeof duties.duties }], 'duty_sheet.too_many_duties') // reason: spread of one that is there
    expect(await of('qian').get({ id: document.id })).toMatchObject({ status: 'read', drafts: [] })
    const { items } = await app.as('qian').posts.list({ search: '甲岗' })
    expect(items).toEqual([])
  })

  test('is over once it is taken over or discarded', async () => {
    const document = await brought()
    expect(await of('zhao').discard({ id: document.id, reason: '旧版' })).toMatchObject({
      status: 'discarded',
      discardReason: '旧版',
      settledByName: '赵敏华',
      can: [],
    })
    const posts = [{ postId: app.cast.posts.get('frontDesk') ?? '', ...left(document, 0) }]
    await expect(of('su').take({ id: document.id, posts })).rejects.toMatchObject({
      code: 'job_document.not_allowed_now',
    })
    await expect(of('su').discard({ id: document.id, reason: '再来' })).rejects.toMatchObject({
      code: 'job_document.not_allowed_now',
    })
    await expect(of('lin').discard({ id: document.id, reason: '再来' })).rejects.toMatchObject({
      code: 'access.not_granted',
    })
  })
})

import { describe, expect, test } from 'vitest'
import type { JobDocument, KnownPost } from '../../contract.ts'
import { changed, countsOf, type Draft, draftOf, takenOf } from './draft.ts'
import { carriedOver, type Fault, faultsOf } from './faults.ts'
import { linesOf } from './lines.ts'
import { reviewed, reviewOf } from './reviewing.ts'

const STEWARD = '01900000-0000-7000-8000-000000000001'
const SUPERVISOR = '01900000-0000-7000-8000-000000000002'
const known = (id: string, title: string, more: Partial<KnownPost> = {}): KnownPost => ({
  ...{ id, title, titleEn: '', draftId: null, inForce: [] },
  ...more,
})
const duty = (text: string, code: string | null = null) => ({
  ...{
    text,
    code,
    cadence: 'daily' as const,
    capability: 'patrols',
    cadenceWords: ['每天'],
    capabilityWords: ['巡查'],
  },
  source: [{ from: 0, until: text.length }],
})
const post = (title: string, more: object) => ({
  ...{ title, department: null, kind: 'post' as const, reportsTo: null, supervises: [], authorities: [] },
  ...{ summary: null, source: [], standardKey: null, postId: null, duties: [duty('每天巡查')] },
  ...more,
})
const document: JobDocument = {
  ...{ id: SUPERVISOR, name: '职责', kind: 'pasted', status: 'read', readById: STEWARD, readByName: '苏晴' },
  ...{ readAt: '2026-11-23T02:00:00.000Z', settledByName: null, settledAt: null, can: ['take'], text: '', events: [] },
  ...{ attachmentId: null, models: [], drafts: [], discardReason: null },
  posts: [
    post('管家', { postId: STEWARD, duties: [duty('走访业主', 'A3.3'), duty('做好记录')] }),
    post('装修巡查员', { reportsTo: '装修主管' }),
    post('装修主管', { reportsTo: '客户服务部主管' }),
    post('工程部', { kind: 'department' }),
  ],
  knownPosts: [
    known(STEWARD, '管家', {
      inForce: [
        { code: 'A3.3', text: '回访' },
        { code: 'A3.4', text: '巡视' },
      ],
    }),
    known(SUPERVISOR, '客户服务部主管'),
  ],
  standardDuties: [
    {
      ...{ code: 'A3.3', text: '回访', textEn: 'Visit', capability: ['return-visits'], measure: '按时', measureEn: '' },
      proofs: [{ of: 'return-visits.madeInTime', zh: '按时回访', en: 'In time' }],
    },
  ],
}
const knowing = { known: new Map(document.knownPosts.map((one) => [one.id, one])), mayMakePosts: true }
const codes = (faults: readonly Fault[]) => faults.map(({ code, title }) => `${code} ${title}`)

describe('a draft of a reading', () => {
  const draft = draftOf(document, true)
  test('uses all that was read, but the duties of a whole department', () => {
    expect(draft.map(({ isUsed, postId, newPost }) => [isUsed, postId ?? newPost?.superior])).toEqual([
      [true, STEWARD],
      [true, 'p2'],
      [true, SUPERVISOR],
      [false, null],
    ])
    expect(draft[0]?.duties[0]).toMatchObject({
      capability: ['patrols', 'return-visits'],
      measure: '按时',
      proofs: ['return-visits.madeInTime'],
    })
    expect(countsOf(draft)).toEqual({ posts: 3, allPosts: 4, duties: 4, allDuties: 5, counted: 1 })
  })
  test('uses no new post of somebody who may not make any', () => {
    expect(draftOf(document, false).map(({ isUsed }) => isUsed)).toEqual([true, false, false, false])
  })
  test('is sent with the places of new superiors', () => {
    const { posts } = takenOf('x', changed(draft, { do: 'setPost', post: 'p0', to: { isUsed: false } }))
    expect(posts.map(({ newPost }) => [newPost?.title, newPost?.reportsToPlace, newPost?.reportsToId])).toEqual([
      ['装修巡查员', 1, null],
      ['装修主管', null, SUPERVISOR],
    ])
  })
})

describe('a change', () => {
  const draft = draftOf(document, true)
  test('makes one duty of two, which stands in both places', () => {
    const { draft: merged, marks } = reviewed(reviewOf(draft), { do: 'mergeDuty', duty: 'd0-1' })
    expect(merged[0]?.duties).toMatchObject([{ key: 'd0-0', text: '走访业主，做好记录', code: 'A3.3' }])
    expect(marks.find(({ key }) => key === 'd0-0')?.source).toHaveLength(2)
  })
  test('moves a duty to another post, or all of them', () => {
    const moved = changed(draft, { do: 'moveDuty', duty: 'd0-1', post: 'p1' })
    expect(moved.map(({ duties }) => duties.map(({ key }) => key))).toEqual([
      ['d0-0'],
      ['d1-0', 'd0-1'],
      ['d2-0'],
      ['d3-0'],
    ])
    const joined = changed(draft, { do: 'mergePost', post: 'p2' })
    expect(joined.map(({ duties }) => duties.map(({ key }) => key))).toEqual([
      ['d0-0', 'd0-1'],
      ['d1-0', 'd2-0'],
      ['d3-0'],
    ])
  })
  test('parts a duty from the one of the catalogue', () => {
    const [first] = changed(draft, { do: 'unlink', duty: 'd0-0' })
    expect(first?.duties[0]).toMatchObject({ code: null, measure: '', proofs: [] })
  })
})

describe('what stands in the way', () => {
  const draft = draftOf(document, true)
  const faultsAfter = (to: Draft, more: Partial<typeof knowing> = {}) => codes(faultsOf(to, { ...knowing, ...more }))
  test('is nothing when all is well', () => {
    expect(faultsAfter(draft)).toEqual([])
  })
  test('is said of each post', () => {
    const set = (key: string, to: Extract<Parameters<typeof changed>[1], { do: 'setPost' }>['to']) =>
      changed(draft, { do: 'setPost', post: key, to })
    expect(faultsAfter(set('p1', { newPost: null, postId: STEWARD }))).toEqual(['twice 管家'])
    expect(faultsAfter(set('p1', { newPost: null, postId: null }))).toEqual(['no_target 装修巡查员'])
    expect(faultsAfter(set('p1', { newPost: { title: '管家', departmentKind: 'other', superior: null } }))).toEqual([
      'title_taken 管家',
    ])
    expect(faultsAfter(draft, { mayMakePosts: false })).toEqual(['not_granted 装修巡查员', 'not_granted 装修主管'])
    expect(faultsAfter(draft.map((one) => ({ ...one, isUsed: false })))).toEqual(['nothing '])
    const empty = changed(draft, { do: 'setDuty', duty: 'd1-0', to: { text: ' ' } })
    expect(faultsAfter(empty)).toEqual(['bad_text 装修巡查员'])
    const none = changed(draft, { do: 'setDuty', duty: 'd1-0', to: { isUsed: false } })
    expect(faultsAfter(none)).toEqual(['no_duties 装修巡查员'])
    const drafting = known(STEWARD, '管家', { draftId: SUPERVISOR })
    expect(faultsAfter(draft, { known: new Map([...knowing.known, [STEWARD, drafting]]) })).toEqual([
      'draft_exists 管家',
    ])
  })
  test('counts what goes on of the sheet in force', () => {
    const [first] = draft
    expect(first && carriedOver(first, knowing.known)).toEqual({ all: 2, kept: 1, rest: 1 })
  })
})

describe('the text in lines', () => {
  test('marks a duty over its broken lines, and gives a character to one duty only', () => {
    const marks = [
      { key: 'a', source: [{ from: 2, until: 7 }] },
      { key: 'b', source: [{ from: 6, until: 9 }] },
    ]
    const lines = linesOf('一、巡查\n楼栋。好\n完', marks)
    expect(lines.map(({ pieces }) => pieces.map(({ text, key }) => `${key ?? ''}:${text}`))).toEqual([
      [':一、', 'a:巡查'],
      ['a:楼栋', 'b:。好'],
      [':完'],
    ])
  })
})

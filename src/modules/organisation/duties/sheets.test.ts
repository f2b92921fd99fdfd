import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { startTestApp, type TestApp } from '../../../../test/support/app.ts'
import { catchUp } from '../../../../test/support/hearing.ts'
import { Counted } from './contract/proof.ts'
import type { DutyDraft } from './contract/sheets.ts'
import { STATES, sheetLife } from './states.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())

const stewardPost = () => app.cast.posts.get('steward') ?? ''
const sheetsOf = (login: Parameters<TestApp['as']>[0]) => app.as(login).dutySheets
async function draftOf(login: Parameters<TestApp['as']>[0]) {
  const draft = await sheetsOf(login).create({ postId: stewardPost() })
  return { draft, lines: draft.duties.map(({ id: _, ...duty }) => duty) }
}
const rounds: z.input<typeof DutyDraft> = {
  code: 'A3.11',
  text: '每周核对一次辖区空置房',
  textEn: 'Check the vacant homes of the area once a week',
  cadence: 'weekly',
  capability: ['premises'],
  measure: '每周一次',
  measureEn: 'Once a week',
}

describe('the life of a duty sheet', () => {
  test('is this table', () => {
    const verbs = Object.keys(sheetLife.moves)
    const table = STATES.map(
      (state) =>
        `${state}: ${verbs.filter((verb) => sheetLife.can(state, verb as keyof typeof sheetLife.moves)).join(' ')}`, // reason: keys of the table itself
    )
    expect(table).toEqual([
      'draft: change submit withdraw',
      'in_review: return publish withdraw',
      'published: replace acknowledge',
      'replaced: ',
      'withdrawn: ',
    ])
  })
})

describe('a new version', () => {
  test('is drafted by one, reviewed by another, and acknowledged by whom it binds', async () => {
    const { draft, lines } = await draftOf('su')
    expect(draft).toMatchObject({ version: 2, status: 'draft', can: ['change', 'submit', 'withdraw'] })
    expect(draft.duties).toHaveLength(10)
    await expect(sheetsOf('zhao').create({ postId: stewardPost() })).rejects.toMatchObject({
      code: 'duty_sheet.draft_exists',
    })
    const { items } = await sheetsOf('su').measures({})
    const visits = items.find(({ of }) => of === 'return-visits.madeRegularly')?.proof
    if (visits?.kind !== 'cadence') throw new Error('no such measure')
    await sheetsOf('su').change({ id: draft.id, duties: [...lines, { ...rounds, proofs: [visits] }] })
    await sheetsOf('su').submit({ id: draft.id })
    await expect(sheetsOf('fang').publish({ id: draft.id })).rejects.toMatchObject({ code: 'access.not_granted' })
    await sheetsOf('zhao').return({ id: draft.id, reason: '编号再核一遍' })
    expect(await sheetsOf('su').get({ id: draft.id })).toMatchObject({ status: 'draft', returnReason: '编号再核一遍' })
    await sheetsOf('su').submit({ id: draft.id })
    const published = await sheetsOf('zhao').publish({ id: draft.id })
    expect(published).toMatchObject({
      status: 'published',
      toAcknowledge: 2,
      acknowledged: 0,
      effectiveOn: '2026-11-23',
    })
    await catchUp(app)

    const today = await app.as('lin').duties.today({})
    expect(today.toAcknowledge).toMatchObject([{ sheetId: draft.id, version: 2 }])
    expect(today.duties.find(({ code }) => code === 'A3.1')).toMatchObject({ state: 'due' })
    expect(today.duties.find(({ code }) => code === 'A3.11')?.parts).toMatchObject([{ have: 0, need: 5 }])
    await sheetsOf('lin').acknowledge({ id: draft.id })
    await sheetsOf('lin').acknowledge({ id: draft.id })
    await catchUp(app)
    const after = await app.as('lin').duties.today({})
    expect(after.toAcknowledge).toEqual([])
    expect(after.duties.find(({ code }) => code === 'A3.1')).toMatchObject({ state: 'done', parts: [{ have: 1 }] })
    await expect(sheetsOf('fang').acknowledge({ id: draft.id })).rejects.toMatchObject({ code: 'duty_sheet.not_bound' })
  })

  test('keeps each duty the same through versions, and asks nothing of days before a new one', async () => {
    const report = await app.as('lin').duties.report({ month: '2026-11' })
    expect(report.lines.find(({ code }) => code === 'A3.11')?.sum).toEqual({ due: 0, met: 0, late: 0, missed: 0 })
    const { items } = await sheetsOf('zhao').list({ postId: stewardPost() })
    expect(items.map(({ version, status }) => [version, status])).toEqual([
      [2, 'published'],
      [1, 'replaced'],
    ])
    const [now, before] = await Promise.all(items.map(({ id }) => sheetsOf('zhao').get({ id })))
    const lines = new Map(before?.duties.map(({ code, lineId }) => [code, lineId]))
    for (const duty of now?.duties.slice(0, 10) ?? []) expect(duty.lineId).toBe(lines.get(duty.code))
  })

  test('binds whoever is appointed later', async () => {
    await app
      .as('qian')
      .staff.appoint({ id: app.cast.people.tang, postId: stewardPost(), estateId: app.cast.estates.yunqi })
    await catchUp(app)
    expect((await app.as('tang').duties.today({})).toAcknowledge.map(({ postTitle }) => postTitle)).toContain(
      '客户服务部管家',
    )
  })
})

describe('a duty that comes to be counted', () => {
  test('is asked for from the day of that version on, whoever had it before', async () => {
    const { draft, lines } = await draftOf('su')
    const { items } = await sheetsOf('su').measures({})
    const visits = items.find(({ of }) => of === 'return-visits.madeRegularly')?.proof
    if (visits?.kind !== 'cadence') throw new Error('no such measure')
    const counted = lines.map((line) => (line.code === 'A3.2' ? { ...line, proofs: [visits] } : line))
    await sheetsOf('su').change({ id: draft.id, duties: counted })
    await sheetsOf('su').submit({ id: draft.id })
    app.clock.now = new Date(app.clock.now.getTime() + 8 * 86_400_000)
    await sheetsOf('zhao').publish({ id: draft.id })
    await catchUp(app)
    const { lines: reported } = await app.as('lin').duties.report({ month: '2026-11' })
    const dueOf = (code: string) => reported.find((line) => line.code === code)?.sum.due
    // The week that ended before was asked of the duty that was counted then, and not of the other.
    expect([dueOf('A3.11'), dueOf('A3.2')]).toEqual([1, 0])
  })
})

describe('what makes a sheet unsound', () => {
  test('is said in one sentence each', async () => {
    const { draft, lines } = await draftOf('zhao')
    const saving = (duties: Parameters<ReturnType<typeof sheetsOf>['change']>[0]['duties']) =>
      sheetsOf('zhao').change({ id: draft.id, duties })
    await expect(saving([...lines, { ...rounds, code: 'A3.1' }])).rejects.toMatchObject({
      code: 'duty_sheet.code_twice',
    })
    const [first] = lines
    if (!first) throw new Error('no duties')
    await expect(saving([first, { ...first, code: 'X.1' }])).rejects.toMatchObject({ code: 'duty_sheet.line_unknown' })
    const proof = Counted.parse({
      ...{ kind: 'cadence', of: 'made.up', credit: 'own', times: 1, per: 'day' },
      events: [{ event: 'never.happens' }],
    })
    await expect(saving([{ ...rounds, proofs: [proof] }])).rejects.toMatchObject({ code: 'duty_sheet.event_unknown' })
    await expect(saving([]).then(() => sheetsOf('zhao').submit({ id: draft.id }))).rejects.toMatchObject({
      code: 'duty_sheet.empty',
    })
    await saving(lines)
    await sheetsOf('zhao').submit({ id: draft.id })
    await expect(sheetsOf('zhao').publish({ id: draft.id })).rejects.toMatchObject({ code: 'duty_sheet.own_draft' })
    await expect(sheetsOf('qian').publish({ id: draft.id, effectiveOn: '2026-11-22' })).rejects.toMatchObject({
      code: 'duty_sheet.effective_in_past',
    })
    expect(await sheetsOf('zhao').withdraw({ id: draft.id, reason: '暂缓' })).toMatchObject({ status: 'withdrawn' })
    await expect(sheetsOf('zhao').change({ id: draft.id, note: '再来' })).rejects.toMatchObject({
      code: 'duty_sheet.not_allowed_now',
    })
  })
})

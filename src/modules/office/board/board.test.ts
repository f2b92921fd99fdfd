// The board against a small history counted by hand: its figures, whose they are, and that each opens what it counted.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Login } from '../../../../test/support/cast.ts'
import { openServiceStage, type ServiceStage } from '../../../../test/support/service-stage.ts'
import { readQuery, writeQuery } from '../../../ui/To.tsx'
import { givenIn, instantsOf } from '../../service/requests/web/narrowing.ts'
import { narrowedBy } from '../../service/return-visits/web/narrowing.ts'
import { Figure } from './contract.ts'

const PERIOD = { from: '2026-11-01', to: '2026-11-23' }
const ZONE = 'Asia/Shanghai'
let stage: ServiceStage
beforeAll(async () => {
  stage = await openServiceStage('2026-11-02T02:00:00.000Z')
  await history()
})
afterAll(() => stage?.close())

const asked = { way: 'phone', solved: true, onTime: true, polite: true } as const
async function visited(requestId: string, score: number) {
  await stage.as('luo').returnVisits.make({ id: await stage.visitOf(requestId), ...asked, score })
  await stage.hear()
}

/** Eight requests: seven of 云栖里小区, one of 锦程大厦; three ended, four open, one withdrawn. */
async function history() {
  await visited(await stage.bring('to_visit'), 5)
  const late = await stage.bring('taken')
  stage.at('2026-11-10T02:00:00.000Z')
  await stage.as('lin').requests.complete({ id: late, result: '已修好' })
  await stage.hear()
  await stage.bring('on_site', { kind: 'complaint', placeId: stage.home('5-1-101') })
  const call = { estateId: stage.cast.estates.jincheng }
  await stage.take({ kind: 'enquiry', placeText: '大堂' }, { by: 'ye', call })
  stage.at('2026-11-20T02:00:00.000Z')
  await stage.bring('new')
  await visited(await stage.bring('to_visit'), 4)
  await stage.bring('cancelled')
  await stage.bring('closed_undone')
  stage.at('2026-11-23T02:00:00.000Z')
  await stage.hear()
}

const figures = (login: Login, estateId?: string) =>
  stage.as(login).board.figures(estateId ? { ...PERIOD, estateId } : PERIOD)

describe('the figures', () => {
  test('of the whole company are those of the history', async () => {
    const shown = await figures('zhao')
    expect([shown.received.n, shown.closed.n, shown.finished.n, shown.open.open.n]).toEqual([8, 3, 3, 4])
    expect(new Map(shown.open.byKind.map(({ kind, open }) => [kind, open.n]))).toEqual(
      new Map([
        ['repair', 2],
        ['complaint', 1],
        ['enquiry', 1],
      ]),
    )
    const byArea = new Map(shown.open.byArea.map(({ name, open }) => [name, open.n]))
    expect(byArea).toEqual(
      new Map([
        ['一区', 2],
        ['二区', 1],
        [null, 1],
      ]),
    )
    expect(new Map(shown.open.byPerson.map(({ name, open }) => [name, open.n]))).toEqual(
      new Map([
        ['林芳', 2],
        [null, 2],
      ]),
    )
    expect(shown.onTime).toMatchObject({ rate: 66.7, onTime: { n: 2 }, late: { n: 1 } })
    expect(shown.onTime.byKind).toMatchObject([{ kind: 'repair', rate: 66.7 }])
    const { heat } = await stage.as('zhao').board.spread(PERIOD)
    expect(heat.map(({ n }) => n)).toEqual([6, 1])
  })

  test('of satisfaction and of return visits are those of the customers asked', async () => {
    const { satisfaction, coverage } = await figures('zhao')
    expect(satisfaction).toMatchObject({ average: 4.5, contentRate: 100, made: { n: 2 }, content: { n: 2 } })
    expect(satisfaction.scores.map(({ score, n }) => [score, n])).toEqual([
      [5, 1],
      [4, 1],
    ])
    expect(coverage).toMatchObject({ rate: 66.7, made: { n: 2 }, due: { n: 1 }, unreachable: { n: 0 } })
  })

  test('of each day add up to those of the period, and of a long period come by weeks', async () => {
    const { trend, received, closed, onTime } = await figures('zhao')
    const sum = (pick: 'received' | 'closed' | 'onTime' | 'late') =>
      trend.points.reduce((total, point) => total + point[pick].n, 0)
    expect([trend.per, trend.points.length]).toEqual(['day', 23])
    expect([sum('received'), sum('closed'), sum('onTime'), sum('late')]).toEqual([
      received.n,
      closed.n,
      onTime.onTime.n,
      onTime.late.n,
    ])
    expect(trend.points.filter((point) => point.received.n > 0).map((point) => [point.from, point.received.n])).toEqual(
      [
        ['2026-11-02', 2],
        ['2026-11-10', 2],
        ['2026-11-20', 4],
      ],
    )
    const year = await stage.as('zhao').board.figures({ from: '2026-01-01', to: '2026-11-23' })
    expect([year.trend.per, year.received.n]).toEqual(['week', 8])
    expect(year.trend.points.at(-1)).toMatchObject({ from: '2026-11-23', to: '2026-11-23' })
  })

  test('of the middle hours are between receiving and finishing', async () => {
    const { hours } = await stage.as('zhao').board.spread(PERIOD)
    expect(hours.finish).toBe(0)
    const late = await stage.as('zhao').board.spread({ from: '2026-11-10', to: '2026-11-10' })
    expect(late.hours.finish).toBe(192)
  })
})

describe('whose they are', () => {
  test('a supervisor of one estate sees that estate alone', async () => {
    const shown = await figures('chen')
    expect([shown.estateId, shown.mayAll, shown.estates.length]).toEqual([stage.cast.estates.yunqi, false, 1])
    expect([shown.received.n, shown.open.open.n]).toEqual([7, 3])
    await expect(figures('chen', stage.cast.estates.jincheng)).rejects.toMatchObject({ code: 'access.out_of_reach' })
    const { people } = await stage.as('chen').board.duties({ month: '2026-11' })
    expect(people.map(({ name }) => name)).not.toContain('叶青')
  })

  test('a manager of all of them looks at one of them too', async () => {
    const shown = await figures('zhao', stage.cast.estates.jincheng)
    expect([shown.mayAll, shown.received.n, shown.open.open.n]).toEqual([true, 1, 1])
  })

  test('nobody else sees any, and no other company theirs', async () => {
    await expect(figures('lin')).rejects.toMatchObject({ code: 'access.not_granted' })
    expect((await figures('an')).received.n).toBe(0)
  })

  test('a period is neither backwards nor longer than a year', async () => {
    const wrong = { code: 'board.period_wrong' }
    const { board } = stage.as('zhao')
    await expect(board.figures({ from: '2026-11-23', to: '2026-11-22' })).rejects.toMatchObject(wrong)
    await expect(board.figures({ from: '2025-01-01', to: '2026-11-22' })).rejects.toMatchObject(wrong)
  })
})

/** Every figure anywhere in an answer. */
function figuresIn(answer: unknown): Figure[] {
  const figure = Figure.safeParse(answer)
  const inside = typeof answer === 'object' && answer !== null ? Object.values(answer).flatMap(figuresIn) : []
  return [...(figure.success ? [figure.data] : []), ...inside]
}

const Page = z.object({ items: z.array(z.unknown()), next: z.string().nullable() })
/** How many the list shows that stands at this address, asked as its page asks. */
async function shownAt(login: Login, address: string) {
  const [path = '', text = ''] = address.split('?')
  const query = readQuery(text)
  const wide = { ...query, ...givenIn(query) }
  const input = path === '/requests' ? { ...wide, ...instantsOf(wide, ZONE) } : narrowedBy(query, ZONE)
  const visitor = await stage.browserOf(login)
  const url = `/api${path}${writeQuery({ ...input, limit: 200 })}`
  const { status, body } = await visitor.send({ method: 'GET', url, body: undefined, headers: {} })
  expect([address, status]).toEqual([address, 200])
  const page = Page.parse(body)
  expect(page.next).toBeNull()
  return page.items.length
}

describe('each figure opens what it counted', () => {
  test.each<Login>(['zhao', 'chen', 'qian'])('to %s', async (login) => {
    const all = figuresIn(await figures(login))
    expect(all.length).toBeGreaterThan(100)
    for (const { n, opens } of all) expect([opens, await shownAt(login, opens)]).toEqual([opens, n])
  })

  test('a person’s duties open the report with the same sums', async () => {
    const { people, total, posts } = await stage.as('zhao').board.duties({ month: '2026-11' })
    expect(total.sum.due).toBeGreaterThan(0)
    expect(posts.reduce((sum, post) => sum + post.sum.due, 0)).toBe(total.sum.due)
    for (const { opens, sum, rate } of people) {
      const query = readQuery(opens.split('?')[1] ?? '')
      const report = await stage
        .as('zhao')
        .duties.report({ staffId: String(query.staffId), month: String(query.month) })
      expect([report.total, report.rate]).toEqual([sum, rate])
    }
  })
})

// The figures of requests and return visits, gathered in a handful of grouped queries.
import { addDays } from '../../../../platform/calendar/days.ts'
import { startOfDay } from '../../../../platform/calendar/zones.ts'
import type { Ctx } from '../../../../platform/context.ts'
import * as requests from '../../../service/requests/module.ts'
import { cameDueByStatus, madeByScore } from '../../../service/return-visits/module.ts'
import type { BoardFigures, BoardFilter, BoardSpread } from '../contract.ts'
import { buildingNamesOf, namesOf } from '../queries/names.ts'
import { type Days, mustBePeriod, type Openers, openersFor, perOf, rateOf, spanAs, spansOf } from '../rules.ts'
import { scopeFor } from './scope.ts'

type Asked = Parameters<typeof requests.finishedFigures>[1]

export async function figures(ctx: Ctx, given: BoardFilter): Promise<BoardFigures> {
  const { asked, days, open, scope } = await askedBy(ctx, given)
  const finished = await requests.finishedFigures(ctx.tx, asked)
  const { all } = finished
  return {
    ...scope,
    at: ctx.now.toISOString(),
    estateId: asked.estateId ?? null,
    open: await openNow(ctx, asked, open),
    onTime: {
      ...inTime(all, open, spanAs('completed', days)),
      byKind: finished.byKind
        .toSorted((a, b) => b.n - a.n)
        .map((row) => ({ kind: row.kind, ...inTime(row, open, { kind: row.kind, ...spanAs('completed', days) }) })),
    },
    finished: open.requests(all.n, spanAs('completed', days)),
    satisfaction: await satisfaction(ctx, asked, open, days),
    coverage: await coverage(ctx, asked, open, days),
    ...(await trend(ctx, asked, open, { days, finishedByDay: finished.byDay })),
  }
}

/** How long it took and where it came from. */
export async function spread(ctx: Ctx, given: BoardFilter): Promise<BoardSpread> {
  const { asked, days, open } = await askedBy(ctx, given)
  const { answerHours, finishHours } = await requests.middleHours(ctx.tx, asked)
  return { hours: { answer: answerHours, finish: finishHours }, heat: await heat(ctx, asked, open, days) }
}

async function askedBy(ctx: Ctx, given: BoardFilter) {
  mustBePeriod(given)
  const { estateId, ...scope } = await scopeFor(ctx, given.estateId)
  const { user, now } = ctx
  const days = { from: given.from, to: given.to }
  const asked: Asked = {
    ...{ user, now, estateId, ...instantsIn(days, user.zone) },
    spans: spansOf(days).map((span) => ({ day: span.from, ...instantsIn(span, user.zone) })),
  }
  return { asked, days, scope, open: openersFor(estateId) }
}

const instantsIn = ({ from, to }: Days, zone: string) => ({
  from: startOfDay(from, zone).toISOString(),
  to: startOfDay(addDays(to, 1), zone).toISOString(),
})

type InTime = { onTime: number; late: number }
const inTime = ({ onTime, late }: InTime, { requests: opens }: Openers, words: Record<string, string>) => ({
  rate: rateOf(onTime, late),
  onTime: opens(onTime, { ...words, finish: 'on_time' }),
  late: opens(late, { ...words, finish: 'late' }),
})

async function openNow(ctx: Ctx, asked: Asked, { requests: opens }: Openers): Promise<BoardFigures['open']> {
  const found = await requests.countOpen(ctx.tx, asked)
  const areas = await namesOf(
    ctx.tx,
    'areaCard',
    found.byArea.map(({ areaId }) => areaId),
  )
  const people = await namesOf(
    ctx.tx,
    'staffCard',
    found.byPerson.map(({ handlerId }) => handlerId),
  )
  const standing = ({ open, overdue }: { open: number; overdue: number }, words: Record<string, string>) => ({
    open: opens(open, { open: 'true', ...words }),
    overdue: opens(overdue, { overdue: 'true', ...words }),
  })
  const most = (a: { open: number }, b: { open: number }) => b.open - a.open
  return {
    ...standing(found.all, {}),
    byKind: found.byKind.toSorted(most).map((row) => ({ kind: row.kind, ...standing(row, { kind: row.kind }) })),
    byArea: found.byArea.toSorted(most).map(({ areaId, ...row }) => ({
      ...{ areaId, name: areas.get(areaId ?? '') ?? null },
      ...standing(row, areaId === null ? { noArea: 'true' } : { areaId }),
    })),
    byPerson: found.byPerson.toSorted(most).map(({ handlerId, ...row }) => ({
      ...{ staffId: handlerId, name: people.get(handlerId ?? '') ?? null },
      ...standing(row, handlerId === null ? { unassigned: 'true' } : { handlerId }),
    })),
  }
}

async function satisfaction(ctx: Ctx, asked: Asked, { visits }: Openers, days: Days) {
  const scores = await madeByScore(ctx.tx, asked)
  const made = scores.reduce((sum, { n }) => sum + n, 0)
  const content = scores.reduce((sum, { score, n }) => (score >= 4 ? sum + n : sum), 0)
  const points = scores.reduce((sum, { score, n }) => sum + score * n, 0)
  const words = { tab: 'made', ...spanAs('made', days) }
  return {
    average: made === 0 ? null : Math.round((points / made) * 100) / 100,
    contentRate: rateOf(content, made - content),
    made: visits(made, words),
    content: visits(content, { ...words, score: ['4', '5'] }),
    scores: scores.map(({ score, n }) => ({ score, ...visits(n, { ...words, score: String(score) }) })),
  }
}

/** What was waived or fell away need not be made. */
async function coverage(ctx: Ctx, asked: Asked, { visits }: Openers, days: Days) {
  const found = new Map((await cameDueByStatus(ctx.tx, asked)).map(({ status, n }) => [status, n]))
  const of = (status: 'made' | 'due' | 'unreachable') => found.get(status) ?? 0
  return {
    rate: rateOf(of('made'), of('due') + of('unreachable')),
    made: visits(of('made'), { tab: 'made', ...days }),
    due: visits(of('due'), { tab: 'due', everybody: '1', ...days }),
    unreachable: visits(of('unreachable'), { tab: 'other', status: 'unreachable', ...days }),
  }
}

async function heat(ctx: Ctx, asked: Asked, { requests: opens }: Openers, days: Days) {
  const found = await requests.receivedByBuilding(ctx.tx, asked)
  const ids = found.map(({ buildingId }) => buildingId)
  const names = await buildingNamesOf(ctx.tx, ids, { inFull: asked.estateId === undefined })
  return found
    .toSorted((a, b) => b.n - a.n)
    .map(({ buildingId, n }) => ({
      ...{ buildingId, name: names.get(buildingId) ?? '' },
      ...opens(n, { buildingId, ...days }),
    }))
}

type Finished = { days: Days; finishedByDay: readonly ({ day: string } & InTime)[] }
async function trend(ctx: Ctx, asked: Asked, open: Openers, { days, finishedByDay }: Finished) {
  const received = countsByDay(await requests.receivedByDay(ctx.tx, asked))
  const closed = countsByDay(await requests.closedByDay(ctx.tx, asked))
  const passed = countsByDay(await requests.passedByDay(ctx.tx, asked))
  const finished = new Map(finishedByDay.map((row) => [row.day, row]))
  const came = (n: number, span: Days) => open.requests(n, span)
  const ended = (n: number, span: Days) =>
    open.requests(n, { status: ['closed', 'closed_undone'], ...spanAs('closed', span) })
  return {
    received: came(received.all, days),
    closed: ended(closed.all, days),
    trend: {
      per: perOf(days),
      points: spansOf(days).map((span) => ({
        ...span,
        received: came(received.on(span.from), span),
        closed: ended(closed.on(span.from), span),
        passed: open.requests(passed.on(span.from), spanAs('passed', span)),
        ...inTime(finished.get(span.from) ?? NONE, open, spanAs('completed', span)),
      })),
    },
  }
}
const NONE: InTime = { onTime: 0, late: 0 }

function countsByDay(counts: readonly { day: string; n: number }[]) {
  const byDay = new Map(counts.map(({ day, n }) => [day, n]))
  return { all: counts.reduce((sum, { n }) => sum + n, 0), on: (day: string) => byDay.get(day) ?? 0 }
}

// Figures of requests for the manager's board: counted by the conditions of the list, so that a list opened from one shows as many.
import { type Expression, type SqlBool, sql } from 'kysely'
import type { User } from '../../../../platform/access.ts'
import type { Tx } from '../../../../platform/database.ts'
import { KINDS, type Kind } from '../contract/shapes.ts'
import { late, OPEN, visible } from './list.ts'
import { hasPassed, within } from './measured.ts'

/** From the first instant on and before the second; called by the day it begins with. */
export type Span = { day: string; from: string; to: string }
/** Whose view of which estate, from the first instant on and before the second; the spans divide it. */
export type Asked = Omit<Span, 'day'> & { user: User; estateId: string | undefined; now: Date; spans: readonly Span[] }
export type DayCount = { day: string; n: number }

const seen = (tx: Pick<Tx, 'selectFrom'>, { user, estateId }: Pick<Asked, 'user' | 'estateId'>) =>
  tx
    .selectFrom('request')
    .where((eb) => visible(eb, user, estateId))
    .$if(estateId !== undefined, (query) => query.where('request.estateId', '=', estateId ?? ''))

/** All that is open now, by kind, by area and by person. */
export async function countOpen(tx: Tx, asked: Pick<Asked, 'user' | 'estateId' | 'now'>) {
  const rows = await seen(tx, asked)
    .where(OPEN)
    .select(['request.kind', 'request.areaId', 'request.handlerId'])
    .select([
      sql<number>`grouping(request.kind, request.area_id, request.handler_id)`.as('grouped'),
      sql<number>`count(*)`.as('open'),
      sql<number>`count(*) filter (where ${late(asked.now)})`.as('overdue'),
    ])
    .groupBy(sql`grouping sets ((request.kind), (request.area_id), (request.handler_id), ())`)
    .execute()
  // A bit is set for each column by which a row is not grouped.
  const by = (bits: number) => rows.filter(({ grouped }) => grouped === bits)
  return {
    all: by(0b111)[0] ?? { open: 0, overdue: 0 },
    byKind: by(0b011).map(({ kind, open, overdue }) => ({ kind, open, overdue })),
    byArea: by(0b101).map(({ areaId, open, overdue }) => ({ areaId, open, overdue })),
    byPerson: by(0b110).map(({ handlerId, open, overdue }) => ({ handlerId, open, overdue })),
  }
}

/** Each span is a stretch of an index and counted by itself: to ask of every single row on which day it lies costs more than to count it. */
const spansOf = ({ spans }: Asked) => sql`unnest(${spans.map(({ day }) => day)}::text[],
  ${spans.map(({ from }) => from)}::timestamptz[], ${spans.map(({ to }) => to)}::timestamptz[]) as span (day, from_at, to_at)`

async function countBySpan(tx: Tx, asked: Asked, column: Expression<unknown>, wanted?: Expression<SqlBool>) {
  const counted = seen(tx, asked)
    .where(sql<SqlBool>`${column} >= span.from_at and ${column} < span.to_at`)
    .$if(wanted !== undefined, (query) => query.where(wanted ?? sql<SqlBool>`true`))
    .select(sql<number>`count(*)`.as('n'))
  const { rows } = await sql<DayCount>`select span.day, (${counted}) as n from ${spansOf(asked)}`.execute(tx)
  return rows
}

export const receivedByDay = (tx: Tx, asked: Asked) => countBySpan(tx, asked, sql`request.received_at`)

export const closedByDay = (tx: Tx, asked: Asked) =>
  countBySpan(tx, asked, sql`request.closed_at`, sql`request.status in ('closed', 'closed_undone')`)

/** Those whose limit of finishing ran out that day: whether it ended since, or runs still. */
export async function passedByDay(tx: Tx, asked: Asked): Promise<DayCount[]> {
  const ended = await countBySpan(
    tx,
    asked,
    sql`request.finish_due_at`,
    sql`request.finish_outcome in ('late', 'overrun')`,
  )
  const running = new Map((await passedRunning(tx, asked)).map(({ day, n }) => [day, n]))
  return ended.map(({ day, n }) => ({ day, n: n + (running.get(day) ?? 0) }))
}

/**
 * The few limits that were missed are found first and their requests by id: joined in one, the planner takes the limits for many
 * and reads every request there is.
 */
async function passedRunning(tx: Tx, asked: Asked): Promise<DayCount[]> {
  const missed = sql`select span.day, request_clock.request_id, request_clock.cycle, request_clock.due_at, request_clock.met_at, request_clock.stopped_at
    from ${spansOf(asked)} join request_clock on request_clock.due_at >= span.from_at and request_clock.due_at < span.to_at
    where request_clock.kind = 'finish' and request_clock.met_at is null and request_clock.stopped_at is null and request_clock.due_at < ${asked.now}`
  const request = seen(tx, asked)
    .where(sql<SqlBool>`request.id = request_clock.request_id and request.cycle = request_clock.cycle`)
    .where(hasPassed(asked.now))
    .select('request.id')
    .limit(1)
  const { rows } = await sql<DayCount>`with missed as materialized (${missed})
    select request_clock.day, count(*) as n from missed as request_clock cross join lateral (${request}) as request group by 1`.execute(
    tx,
  )
  return rows
}

type Outcomes = { n: number; onTime: number; late: number }
/** What was finished in the span: in all, by kind, and by day. */
export async function finishedFigures(tx: Tx, asked: Asked) {
  const rows = await finishedByKindAndDay(tx, asked)
  const sumsBy = <Key>(keyOf: (row: (typeof rows)[number]) => Key) =>
    [...Map.groupBy(rows, keyOf)].map(([key, some]) => [key, sumOf(some)] as const)
  return {
    all: sumOf(rows),
    byKind: sumsBy(({ kind }) => kind).map(([kind, sum]) => ({ kind, ...sum })),
    byDay: sumsBy(({ day }) => day).map(([day, sum]) => ({ day, ...sum })),
  }
}

const sumOf = (rows: readonly Outcomes[]): Outcomes =>
  rows.reduce(
    (sum, { n, onTime, late: missed }) => ({ n: sum.n + n, onTime: sum.onTime + onTime, late: sum.late + missed }),
    {
      ...{ n: 0, onTime: 0, late: 0 },
    },
  )

async function finishedByKindAndDay(tx: Tx, asked: Asked) {
  const counted = seen(tx, asked)
    .where(sql<SqlBool>`request.kind = kind.kind`)
    .where(sql<SqlBool>`request.completed_at >= span.from_at and request.completed_at < span.to_at`)
    .select([
      sql<number>`count(*)`.as('n'),
      sql<number>`count(*) filter (where request.finish_outcome = 'on_time')`.as('onTime'),
      sql<number>`count(*) filter (where request.finish_outcome = 'late')`.as('late'),
    ])
  const { rows } = await sql<Outcomes & { kind: Kind; day: string }>`select kind.kind, span.day, counted.*
    from unnest(${[...KINDS]}::text[]) as kind (kind) cross join ${spansOf(asked)} cross join lateral (${counted}) as counted
    where counted.n > 0`.execute(tx)
  return rows
}

/** How long the middle one took of what was finished in the span. Every kind is named, so that the index, which goes by kind, serves. */
export const middleHours = (tx: Tx, asked: Asked) =>
  seen(tx, asked)
    .where(sql<SqlBool>`request.kind = any(${[...KINDS]}::text[])`)
    .where((eb) => eb.and(within(sql`request.completed_at`, asked.from, asked.to)))
    .select([
      sql<number | null>`percentile_cont(0.5) within group (order by request.answer_seconds) / 3600`.as('answerHours'),
      sql<number | null>`percentile_cont(0.5) within group (order by request.finish_seconds) / 3600`.as('finishHours'),
    ])
    .executeTakeFirstOrThrow()

/** What came in during the span, by the building it is about; what lies in none is left out. Places are fewer than requests, so these are counted first. */
export async function receivedByBuilding(tx: Tx, asked: Asked) {
  const byPlace = seen(tx, asked)
    .where((eb) => eb.and(within(sql`request.received_at`, asked.from, asked.to)))
    .where('request.placeId', 'is not', null)
    .select(['request.placeId', sql<number>`count(*)`.as('n')])
    .groupBy('request.placeId')
  return tx
    .with('counted', () => byPlace)
    .selectFrom('counted')
    .innerJoin('placeCard', 'placeCard.id', 'counted.placeId')
    .where((eb) => eb.or([eb('placeCard.buildingId', 'is not', null), eb('placeCard.kind', '=', 'building')]))
    .select([
      sql<string>`coalesce(place_card.building_id, place_card.id)`.as('buildingId'),
      sql<number>`sum(counted.n)::bigint`.as('n'),
    ])
    .groupBy(sql`1`)
    .execute()
}

// Figures of requests for the manager's board: counted by the conditions of the list, so that a list opened from one shows as many.
import { sql } from 'kysely'
import type { User } from '../../../../platform/access.ts'
import type { Tx } from '../../../../platform/database.ts'
import { late, OPEN, visible } from './list.ts'
import { FINISHED_IN_TIME, FINISHED_LATE, hasPassed, within } from './measured.ts'

/** Whose view of which estate, from the first instant on and before the second; days are those of the zone. */
export type Asked = { user: User; estateId: string | undefined; now: Date; from: string; to: string; zone: string }
export type DayCount = { day: string; n: number }

const seen = (tx: Pick<Tx, 'selectFrom'>, { user, estateId }: Pick<Asked, 'user' | 'estateId'>) =>
  tx
    .selectFrom('request')
    .where((eb) => visible(eb, user))
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

export const receivedByDay = (tx: Tx, asked: Asked): Promise<DayCount[]> =>
  seen(tx, asked)
    .where((eb) => eb.and(within(sql`request.received_at`, asked.from, asked.to)))
    .select([
      sql<string>`(request.received_at at time zone ${asked.zone})::date`.as('day'),
      sql<number>`count(*)`.as('n'),
    ])
    .groupBy(sql`1`)
    .execute()

export const closedByDay = (tx: Tx, asked: Asked): Promise<DayCount[]> =>
  seen(tx, asked)
    .where('request.status', 'in', ['closed', 'closed_undone'])
    .where((eb) => eb.and(within(sql`request.closed_at`, asked.from, asked.to)))
    .select([
      sql<string>`(request.closed_at at time zone ${asked.zone})::date`.as('day'),
      sql<number>`count(*)`.as('n'),
    ])
    .groupBy(sql`1`)
    .execute()

/**
 * Those whose limit of finishing ran out that day. The few limits that were missed are found first and their requests by id:
 * joined in one, the planner takes the limits for many and reads every request there is.
 */
export const passedByDay = (tx: Tx, asked: Asked): Promise<DayCount[]> =>
  tx
    .with(
      (cte) => cte('missed').materialized(),
      (from) =>
        from
          .selectFrom('requestClock')
          .select(['requestId', 'cycle', 'dueAt', 'metAt', 'stoppedAt'])
          .where('kind', '=', 'finish')
          .where((eb) => eb.and(within(sql`due_at`, asked.from, asked.to)))
          .where(sql<boolean>`due_at < coalesce(met_at, stopped_at, ${asked.now})`),
    )
    .selectFrom('missed as requestClock')
    .innerJoinLateral(
      (from) =>
        from
          .selectFrom('request')
          .selectAll()
          .where((eb) => visible(eb, asked.user))
          .$if(asked.estateId !== undefined, (query) => query.where('request.estateId', '=', asked.estateId ?? ''))
          .whereRef('request.id', '=', 'requestClock.requestId')
          .whereRef('request.cycle', '=', 'requestClock.cycle')
          .limit(1)
          .as('request'),
      (join) => join.onTrue(),
    )
    .where(hasPassed(asked.now))
    .select([
      sql<string>`(request_clock.due_at at time zone ${asked.zone})::date`.as('day'),
      sql<number>`count(*)`.as('n'),
    ])
    .groupBy(sql`1`)
    .execute()

export type Finished = {
  n: number
  onTime: number
  late: number
  answerHours: number | null
  finishHours: number | null
}
/** What was finished in the span: in all, by kind, and by day. Each limit is found by its key: the span is short, the history long. */
export async function finishedFigures(tx: Tx, asked: Asked) {
  const median = (column: string) =>
    sql<
      number | null
    >`(select percentile_cont(0.5) within group (order by extract(epoch from ${sql.ref(column)}))::float8 / 3600 from done)`
  const rows = await tx
    .with(
      (cte) => cte('done').materialized(),
      (from) =>
        seen(from, asked)
          .leftJoinLateral(
            (clocks) =>
              clocks
                .selectFrom('requestClock')
                .select(['requestClock.dueAt', 'requestClock.metAt'])
                .whereRef('requestClock.companyId', '=', 'request.companyId')
                .whereRef('requestClock.requestId', '=', 'request.id')
                .whereRef('requestClock.cycle', '=', 'request.cycle')
                .where('requestClock.kind', '=', 'finish')
                .limit(1)
                .as('requestClock'),
            (join) => join.onTrue(),
          )
          .where((eb) => eb.and(within(sql`request.completed_at`, asked.from, asked.to)))
          .select(['request.kind'])
          .select([
            sql<string>`(request.completed_at at time zone ${asked.zone})::date`.as('day'),
            sql<boolean | null>`${FINISHED_IN_TIME}`.as('onTime'),
            sql<boolean | null>`${FINISHED_LATE}`.as('late'),
            sql`request.answered_at - request.received_at`.as('answering'),
            sql`request.completed_at - request.received_at`.as('finishing'),
          ]),
    )
    .selectFrom('done')
    .select(['done.kind', 'done.day'])
    .select([
      sql<number>`grouping(done.kind, done.day)`.as('grouped'),
      sql<number>`count(*)`.as('n'),
      sql<number>`count(*) filter (where done.on_time)`.as('onTime'),
      sql<number>`count(*) filter (where done.late)`.as('late'),
      median('done.answering').as('answerHours'),
      median('done.finishing').as('finishHours'),
    ])
    .groupBy(sql`grouping sets ((done.kind), (done.day), ())`)
    .execute()
  const all: Finished = rows.find(({ grouped }) => grouped === 0b11) ?? NOTHING
  return {
    all,
    byKind: rows.filter(({ grouped }) => grouped === 0b01),
    byDay: rows.filter(({ grouped }) => grouped === 0b10),
  }
}
const NOTHING: Finished = { n: 0, onTime: 0, late: 0, answerHours: null, finishHours: null }

/** What came in during the span, by the building it is about; what lies in none is left out. */
export const receivedByBuilding = (tx: Tx, asked: Asked) =>
  seen(tx, asked)
    .innerJoin('placeCard', (join) =>
      join.onRef('placeCard.companyId', '=', 'request.companyId').onRef('placeCard.id', '=', 'request.placeId'),
    )
    .where((eb) => eb.and(within(sql`request.received_at`, asked.from, asked.to)))
    .where((eb) => eb.or([eb('placeCard.buildingId', 'is not', null), eb('placeCard.kind', '=', 'building')]))
    .select([
      sql<string>`coalesce(place_card.building_id, place_card.id)`.as('buildingId'),
      sql<number>`count(*)`.as('n'),
    ])
    .groupBy(sql`1`)
    .execute()

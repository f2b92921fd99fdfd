// Conditions of the list that ask when something was done and whether in time: what opens the cases behind a figure of the board.
import { type Expression, type SqlBool, sql } from 'kysely'
import type { RequestFilter } from '../contract/requests.ts'

/** The present cycle's limit of finishing. */
const FINISH = sql<SqlBool>`request_clock.company_id = request.company_id and request_clock.request_id = request.id
  and request_clock.cycle = request.cycle and request_clock.kind = 'finish'`
/** It ran out before it was met, and not while the clock stands still for a reason that stops it. */
export const hasPassed = (now: Date) => sql<SqlBool>`
  request_clock.due_at < coalesce(request_clock.met_at, request_clock.stopped_at, ${now})
  and (request.status <> 'on_hold' or not exists (
    select from request_pause p
    where p.request_id = request.id and p.to_at is null and p.stops_clock and p.from_at <= request_clock.due_at))`

const onClock = (condition: Expression<SqlBool>) =>
  sql<SqlBool>`exists (select from request_clock where ${FINISH} and ${condition})`

export function measured({ now, ...filter }: RequestFilter & { now: Date }): Expression<SqlBool>[] {
  const { buildingId, unassigned, noArea, finish } = filter
  return [
    ...(buildingId
      ? [
          sql<SqlBool>`exists (select from place_card p where p.company_id = request.company_id and p.id = request.place_id
            and ${buildingId}::uuid in (p.building_id, p.id))`,
        ]
      : []),
    ...(unassigned ? [sql<SqlBool>`request.handler_id is null`] : []),
    ...(noArea ? [sql<SqlBool>`request.area_id is null`] : []),
    ...within(sql`request.completed_at`, filter.completedFrom, filter.completedTo),
    ...within(sql`request.closed_at`, filter.closedFrom, filter.closedTo),
    ...(finish ? [sql<SqlBool>`request.completed_at is not null`] : []),
    ...(finish ? [sql<SqlBool>`request.finish_outcome = ${finish}`] : []),
    ...passedWithin(filter, now),
  ]
}

function passedWithin({ passedFrom, passedTo }: Pick<RequestFilter, 'passedFrom' | 'passedTo'>, now: Date) {
  const span = within(sql`request_clock.due_at`, passedFrom, passedTo)
  return span.length ? [onClock(sql<SqlBool>`${sql.join(span, sql` and `)} and ${hasPassed(now)}`)] : []
}

/** From the first instant on, before the second. */
export const within = (column: Expression<unknown>, from?: string, to?: string) => [
  ...(from ? [sql<SqlBool>`${column} >= ${from}`] : []),
  ...(to ? [sql<SqlBool>`${column} < ${to}`] : []),
]

// Figures of return visits for the manager's board, counted by the conditions of the list.
import { type SqlBool, sql } from 'kysely'
import type { User } from '../../../../platform/access.ts'
import type { Tx } from '../../../../platform/database.ts'
import { withinReach } from '../../../../platform/within-reach.ts'
import { STATES, type State } from '../states.ts'
import { REACH, wanted } from './visits.ts'

/** From the first instant on and before the second. */
type Asked = { user: User; estateId: string | undefined; now: Date; from: string; to: string }

const seen = (tx: Tx, user: User, { estateId, now }: Pick<Asked, 'estateId' | 'now'>) =>
  tx
    .selectFrom('returnVisit')
    .where((eb) => withinReach(eb, user, 'return-visits.read', { ...REACH, only: estateId }))
    .where((eb) => eb.and(wanted(user, { estateId, now })))

/** How often each score was given in the span. Each score is a stretch of an index, and counted by itself. */
export async function madeByScore(tx: Tx, { user, from, to, ...asked }: Asked) {
  const counted = seen(tx, user, asked)
    .where(sql<SqlBool>`return_visit.status = 'made' and return_visit.score = given.score`)
    .where(sql<SqlBool>`return_visit.made_at >= ${from} and return_visit.made_at < ${to}`)
    .select(sql<number>`count(*)`.as('n'))
  const { rows } = await sql<{ score: number; n: number }>`select given.score, counted.n
    from unnest(${[...SCORES]}::smallint[]) as given (score) cross join lateral (${counted}) as counted where counted.n > 0`.execute(
    tx,
  )
  return rows
}
const SCORES = [5, 4, 3, 2, 1] as const

/** What came due in the span, by what has become of it. */
export async function cameDueByStatus(tx: Tx, { user, from, to, ...asked }: Asked) {
  const counted = seen(tx, user, asked)
    .where(sql<SqlBool>`return_visit.status = given.status`)
    .where(sql<SqlBool>`return_visit.came_due_at >= ${from} and return_visit.came_due_at < ${to}`)
    .select(sql<number>`count(*)`.as('n'))
  const { rows } = await sql<{ status: State; n: number }>`select given.status, counted.n
    from unnest(${[...STATES]}::text[]) as given (status) cross join lateral (${counted}) as counted where counted.n > 0`.execute(
    tx,
  )
  return rows
}

// Figures of return visits for the manager's board, counted by the conditions of the list.
import { sql } from 'kysely'
import type { User } from '../../../../platform/access.ts'
import type { Tx } from '../../../../platform/database.ts'
import { withinReach } from '../../../../platform/within-reach.ts'
import type { State } from '../states.ts'
import { REACH, wanted } from './visits.ts'

/** From the first instant on and before the second. */
type Asked = { user: User; estateId: string | undefined; now: Date; from: string; to: string }

const seen = (tx: Tx, user: User, filter: Parameters<typeof wanted>[1]) =>
  tx
    .selectFrom('returnVisit')
    .where((eb) => withinReach(eb, user, 'return-visits.read', REACH))
    .where((eb) => eb.and(wanted(user, filter)))

/** How often each score was given in the span. */
export const madeByScore = (tx: Tx, { user, from, to, ...asked }: Asked): Promise<{ score: number; n: number }[]> =>
  seen(tx, user, { ...asked, status: ['made'], madeFrom: from, madeTo: to })
    .select([sql<number>`return_visit.score`.as('score'), sql<number>`count(*)`.as('n')])
    .groupBy('returnVisit.score')
    .orderBy('returnVisit.score', 'desc')
    .execute()

/** What came due in the span, by what has become of it. */
export const cameDueByStatus = (tx: Tx, { user, ...asked }: Asked): Promise<{ status: State; n: number }[]> =>
  seen(tx, user, asked)
    .select(['returnVisit.status', sql<number>`count(*)`.as('n')])
    .groupBy('returnVisit.status')
    .execute()

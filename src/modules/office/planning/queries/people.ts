// SQL of who works where, as far as tasks and logs ask.
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'
import { holding } from '../../../../platform/short-lists.ts'

/** People with the titles of the posts they hold, and the estate of the first of them (none: everywhere). */
export const listPeople = (tx: Tx, ids: readonly string[], on: string, search?: string) =>
  tx
    .selectFrom('staffCard')
    .leftJoin('staffPostCard as held', (join) =>
      join
        .onRef('held.companyId', '=', 'staffCard.companyId')
        .onRef('held.staffId', '=', 'staffCard.id')
        .on('held.fromOn', '<=', on)
        .on((eb) => eb.or([eb('held.toOn', 'is', null), eb('held.toOn', '>=', on)])),
    )
    .leftJoin('postCard', (join) =>
      join.onRef('postCard.companyId', '=', 'held.companyId').onRef('postCard.id', '=', 'held.postId'),
    )
    .select(['staffCard.id', 'staffCard.no', 'staffCard.name', 'staffCard.onDuty'])
    .select([
      sql<
        string[]
      >`coalesce(array_agg(post_card.title order by held.from_on, held.id) filter (where post_card.id is not null), '{}')`.as(
        'titles',
      ),
      sql<
        (string | null)[]
      >`coalesce(array_agg(held.estate_id order by held.from_on, held.id) filter (where held.id is not null), '{}')`.as(
        'estateIds',
      ),
    ])
    .where('staffCard.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where('staffCard.leftOn', 'is', null)
    .where(holding(['staffCard.name', 'staffCard.no'], search))
    .groupBy(['staffCard.id', 'staffCard.no', 'staffCard.name', 'staffCard.onDuty'])
    .orderBy('staffCard.no')
    .execute()

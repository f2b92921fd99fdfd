// SQL of deputies: who stands in for whom, and when.

import type { Insertable, Updateable } from 'kysely'
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Tables } from '../../../../db/types.gen.ts'
import { scopeOf, type User } from '../../../platform/access.ts'
import type { Tx } from '../../../platform/database.ts'
import { direction, holding, positionOf, type ShortListing, sorted } from '../../../platform/short-lists.ts'
import { withinReach } from '../../../platform/within-reach.ts'

const selection = (tx: Tx) =>
  tx
    .selectFrom('deputy')
    .innerJoin('staffCard as principal', 'principal.id', 'deputy.principalId')
    .innerJoin('staffCard as standIn', 'standIn.id', 'deputy.deputyId')
    .innerJoin('staffCard as namer', 'namer.id', 'deputy.namedById')
    .innerJoin('postCard', 'postCard.id', 'deputy.postId')
    .leftJoin('estateCard', 'estateCard.id', 'deputy.estateId')
    .selectAll('deputy')
    .select(['principal.name as principalName', 'standIn.name as deputyName', 'namer.name as namedByName'])
    .select(['postCard.title as postTitle', 'postCard.titleEn as postTitleEn', 'estateCard.name as estateName'])
export type DeputyLine = Awaited<ReturnType<ReturnType<typeof selection>['execute']>>[number]

const REACH = { estate: 'deputy.estateId', own: ['deputy.principalId', 'deputy.deputyId'] }
/** A post held everywhere concerns every estate. */
const readable = <DB, TB extends keyof DB>(eb: ExpressionBuilder<DB, TB>, user: User): Expression<SqlBool> =>
  scopeOf(user, 'deputies.read')?.estateIds.length
    ? sql<SqlBool>`(deputy.estate_id is null or ${withinReach(eb, user, 'deputies.read', REACH)})`
    : withinReach(eb, user, 'deputies.read', REACH)

type Listing = ShortListing & {
  estateId?: string | undefined
  principalId?: string | undefined
  deputyId?: string | undefined
  mine?: boolean | undefined
}
export async function listDeputies(tx: Tx, user: User, listing: Listing) {
  const { status, estateId, principalId, deputyId, mine } = listing
  const wanted = selection(tx)
    .where((eb) => readable(eb, user))
    .where(holding(['principal.name', 'standIn.name', 'postCard.title'], listing.search))
    .$if(Boolean(status?.length), (query) => query.where(sql<boolean>`deputy.status = any(${status ?? []}::text[])`))
    .$if(estateId !== undefined, (query) =>
      query.where((eb) => eb.or([eb('deputy.estateId', 'is', null), eb('deputy.estateId', '=', estateId ?? '')])),
    )
    .$if(principalId !== undefined, (query) => query.where('deputy.principalId', '=', principalId ?? ''))
    .$if(deputyId !== undefined, (query) => query.where('deputy.deputyId', '=', deputyId ?? ''))
    .$if(mine === true, (query) =>
      query.where((eb) => eb.or([eb('deputy.deputyId', '=', user.id), eb('deputy.principalId', '=', user.id)])),
    )
  const rows = await wanted
    .orderBy(sql.ref(`deputy.${sorted(listing.sort)}`), direction(listing.sort))
    .orderBy('deputy.id')
    .offset(positionOf(listing.after))
    .limit(listing.limit)
    .execute()
  const counted = await wanted
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirst()
  return { rows, total: counted?.n ?? 0 }
}

export const findDeputy = (tx: Tx, user: User, id: string) =>
  selection(tx)
    .where('deputy.id', '=', id)
    .where((eb) => readable(eb, user))
    .executeTakeFirst()

export const getDeputy = (tx: Tx, id: string) => selection(tx).where('deputy.id', '=', id).executeTakeFirstOrThrow()

export const lockDeputy = (tx: Tx, id: string) =>
  tx.selectFrom('deputy').select('id').where('id', '=', id).forUpdate().executeTakeFirst()

export const insertDeputy = (tx: Tx, row: Insertable<Tables['deputy']>) => tx.insertInto('deputy').values(row).execute()

export const updateDeputy = (tx: Tx, id: string, change: Updateable<Tables['deputy']>) =>
  tx.updateTable('deputy').set(change).where('id', '=', id).execute()

/** Planned and running ones of a post as it is held. */
export const listOpenOf = (tx: Tx, holdingId: string) =>
  selection(tx).where('deputy.holdingId', '=', holdingId).where('deputy.status', 'in', ['planned', 'active']).execute()

/** A first deputy who is at work keeps the second waiting. */
const isItsTurn = (now: Date) => sql<SqlBool>`(deputy.turn = 1 or not exists (
  select from deputy other join staff_card away on away.id = other.deputy_id
  where other.holding_id = deputy.holding_id and other.turn = 1 and other.status in ('planned', 'active')
    and other.from_at <= ${now} and other.to_at > ${now} and away.left_on is null and away.on_duty))`

/** What a person stands in for at this moment, by the clock: no schedule need have looked. */
export const listRunningBy = (tx: Tx, deputyId: string, now: Date) =>
  tx
    .selectFrom('deputy')
    .select(['deputy.id', 'deputy.holdingId', 'deputy.principalId', 'deputy.toAt', 'deputy.moneyLimitFen'])
    .where('deputy.deputyId', '=', deputyId)
    .where('deputy.status', 'in', ['planned', 'active'])
    .where('deputy.fromAt', '<=', sql<string>`${now}`)
    .where('deputy.toAt', '>', sql<string>`${now}`)
    .where(isItsTurn(now))
    .orderBy('deputy.fromAt')
    .orderBy('deputy.id')
    .execute()

/** Who stands in for a person at this moment. */
export const listRunningFor = (tx: Tx, principalId: string, now: Date) =>
  tx
    .selectFrom('deputy')
    .innerJoin('staffCard', 'staffCard.id', 'deputy.deputyId')
    .select(['deputy.deputyId', 'staffCard.name', 'deputy.postId', 'deputy.estateId', 'deputy.moneyLimitFen'])
    .where('deputy.principalId', '=', principalId)
    .where('deputy.status', 'in', ['planned', 'active'])
    .where('deputy.fromAt', '<=', sql<string>`${now}`)
    .where('deputy.toAt', '>', sql<string>`${now}`)
    .where('staffCard.leftOn', 'is', null)
    .where(isItsTurn(now))
    .orderBy('deputy.turn')
    .orderBy('deputy.fromAt')
    .execute()

export const listToStart = (tx: Tx, now: Date) =>
  selection(tx)
    .where('deputy.status', '=', 'planned')
    .where('deputy.fromAt', '<=', sql<string>`${now}`)
    .forUpdate('deputy')
    .execute()

/** Running ones whose time is over, whose post is no longer held by the principal, or whose deputy has left. */
export const listToEnd = (tx: Tx, now: Date, on: string) =>
  selection(tx)
    .leftJoin('staffPostCard as held', 'held.id', 'deputy.holdingId')
    .select([
      sql<'over' | 'post_lost' | 'left'>`case when deputy.to_at <= ${now} then 'over'
        when stand_in.left_on is not null then 'left' else 'post_lost' end`.as('why'),
    ])
    .where('deputy.status', '=', 'active')
    .where((eb) =>
      eb.or([
        eb('deputy.toAt', '<=', sql<string>`${now}`),
        eb('standIn.leftOn', 'is not', null),
        eb('held.id', 'is', null),
        eb('held.toOn', '<', on),
      ]),
    )
    .forUpdate('deputy')
    .execute()

/** Posts held on a day by these people. */
export const listHeldBy = (tx: Tx, staffIds: readonly string[], on: string, search: string | undefined) =>
  tx
    .selectFrom('staffPostCard')
    .innerJoin('staffCard', 'staffCard.id', 'staffPostCard.staffId')
    .innerJoin('postCard', 'postCard.id', 'staffPostCard.postId')
    .leftJoin('estateCard', 'estateCard.id', 'staffPostCard.estateId')
    .select(['staffPostCard.id as holdingId', 'staffPostCard.staffId', 'staffCard.name'])
    .select(['postCard.title as postTitle', 'postCard.titleEn as postTitleEn', 'estateCard.name as estateName'])
    .where('staffPostCard.staffId', '=', sql<string>`any(${[...staffIds]}::uuid[])`)
    .where('staffCard.leftOn', 'is', null)
    .where((eb) => eb.or([eb('staffPostCard.toOn', 'is', null), eb('staffPostCard.toOn', '>=', on)]))
    .where(holding(['staffCard.name', 'staffCard.no', 'postCard.title'], search))
    .orderBy('staffCard.no')
    .orderBy('staffPostCard.fromOn')
    .limit(200)
    .execute()

/** People at work with their posts; in these estates, or everywhere without a wish. */
export const listPeople = (tx: Tx, estateIds: readonly string[] | undefined, on: string, search: string | undefined) =>
  tx
    .selectFrom('staffCard')
    .innerJoin('staffPostCard', 'staffPostCard.staffId', 'staffCard.id')
    .innerJoin('postCard', 'postCard.id', 'staffPostCard.postId')
    .select(['staffCard.id', 'staffCard.no', 'staffCard.name'])
    .select(sql<string[]>`array_agg(distinct post_card.title)`.as('titles'))
    .where('staffCard.leftOn', 'is', null)
    .where((eb) => eb.or([eb('staffPostCard.toOn', 'is', null), eb('staffPostCard.toOn', '>=', on)]))
    .$if(estateIds !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('staffPostCard.estateId', 'is', null),
          eb('staffPostCard.estateId', '=', sql<string>`any(${[...(estateIds ?? [])]}::uuid[])`),
        ]),
      ),
    )
    .where(holding(['staffCard.name', 'staffCard.no', 'postCard.title'], search))
    .groupBy(['staffCard.id', 'staffCard.no', 'staffCard.name'])
    .orderBy('staffCard.no')
    .limit(50)
    .execute()

export const findPerson = (tx: Tx, id: string) =>
  tx.selectFrom('staffCard').select(['id', 'name']).where('id', '=', id).where('leftOn', 'is', null).executeTakeFirst()

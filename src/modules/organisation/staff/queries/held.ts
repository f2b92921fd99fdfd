// Posts held by people.
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'
import { newId } from '../../../../platform/ids.ts'

type NewHolding = { staffId: string; postId: string; estateId: string | null; fromOn: string; toOn: string | null }
export async function insertHolding(tx: Tx, holding: NewHolding, id = newId()) {
  await tx
    .insertInto('staffPost')
    .values({ ...holding, id })
    .execute()
  return id
}

export const endHoldings = (tx: Tx, ids: readonly string[], at: Date) =>
  tx
    .updateTable('staffPost')
    .set({ endedAt: at })
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()

const heldOn = (tx: Tx, on: string) =>
  tx
    .selectFrom('staffPost')
    .innerJoin('staff', (join) =>
      join.onRef('staff.companyId', '=', 'staffPost.companyId').onRef('staff.id', '=', 'staffPost.staffId'),
    )
    .innerJoin('postCard', 'postCard.id', 'staffPost.postId')
    .where('staff.leftOn', 'is', null)
    .where('postCard.archivedAt', 'is', null)
    .where('staffPost.endedAt', 'is', null)
    .where('staffPost.fromOn', '<=', on)
    .where((eb) => eb.or([eb('staffPost.toOn', 'is', null), eb('staffPost.toOn', '>=', on)]))

/** What one person holds on a day, oldest first. */
export const listHeldBy = (tx: Tx, staffId: string, on: string) =>
  heldOn(tx, on)
    .select(['staffPost.postId', 'staffPost.estateId', 'postCard.key', 'postCard.title'])
    .where('staffPost.staffId', '=', staffId)
    .orderBy('staffPost.fromOn')
    .orderBy('staffPost.id')
    .execute()

/** Who holds which post in an estate on a day; whoever works everywhere counts in each. */
export const listHeldIn = (tx: Tx, estateId: string | null, on: string) =>
  heldOn(tx, on)
    .select(['staffPost.staffId', 'staffPost.postId', 'staff.name', 'postCard.key', 'staffPost.estateId'])
    .$if(estateId !== null, (query) =>
      query.where((eb) => eb.or([eb('staffPost.estateId', 'is', null), eb('staffPost.estateId', '=', estateId)])),
    )
    .orderBy('staff.no')
    .execute()

/** Everybody at work, with the superior named for each. */
export const listWorking = (tx: Tx) =>
  tx
    .selectFrom('staff')
    .select(['id as staffId', 'no', 'name', 'superiorId'])
    .where('leftOn', 'is', null)
    .orderBy('no')
    .execute()

/** One post as a person holds it on a day. */
export const findHeld = (tx: Tx, holdingId: string, on: string) =>
  heldOn(tx, on)
    .select(['staffPost.id', 'staffPost.staffId', 'staffPost.postId', 'staffPost.estateId'])
    .select(['postCard.key', 'postCard.title', 'staff.name'])
    .where('staffPost.id', '=', holdingId)
    .executeTakeFirst()

/** Who may do something in an estate, by post and grant, however far the grant reaches. */
export const listGrantedIn = (tx: Tx, permission: string, estateId: string | null, on: string) =>
  heldOn(tx, on)
    .innerJoin('postGrantCard', 'postGrantCard.postId', 'staffPost.postId')
    .select(['staffPost.staffId', 'staff.name', 'postGrantCard.reach'])
    .where('postGrantCard.permission', '=', permission)
    .$if(estateId !== null, (query) =>
      query.where((eb) =>
        eb.or([
          eb('staffPost.estateId', 'is', null),
          eb('staffPost.estateId', '=', estateId),
          eb('postGrantCard.reach', '=', 'company'),
        ]),
      ),
    )
    .orderBy('staff.no')
    .execute()

/** To which post each post reports. */
export async function reportingLines(tx: Tx): Promise<Map<string, string | null>> {
  const rows = await tx.selectFrom('postCard').select(['id', 'reportsToId']).execute()
  return new Map(rows.map(({ id, reportsToId }): [string, string | null] => [id, reportsToId]))
}

/** Of the person's account and employment, what decides whether and how he or she works today. */
export const findSignIn = (tx: Tx, id: string) =>
  tx
    .selectFrom('staff')
    .innerJoin('account', (join) =>
      join.onRef('account.companyId', '=', 'staff.companyId').onRef('account.id', '=', 'staff.id'),
    )
    .innerJoin('company', 'company.id', 'staff.companyId')
    .select(['staff.name', 'company.zone', 'account.locale', 'account.passwordInitial'])
    .where('staff.id', '=', id)
    .where('staff.leftOn', 'is', null)
    .where('account.disabledAt', 'is', null)
    .executeTakeFirst()

// SQL of one request with everything its page shows, and of what stands beside the intake.
import { type SqlBool, sql } from 'kysely'
import type { User } from '../../../../platform/access.ts'
import type { Tx } from '../../../../platform/database.ts'
import type { Kind, Related } from '../contract/shapes.ts'
import { OPEN, rowSelection, visible } from './list.ts'

const relatedSelection = (tx: Tx) =>
  tx.selectFrom('request').select(['id', 'no', 'subject', 'status', 'kind', 'receivedAt'])

/** What is about the reader is not there. */
const relatedTo = (tx: Tx, user: User) =>
  relatedSelection(tx).where(sql<SqlBool>`request.about_staff_id is distinct from ${user.id}::uuid`)

export const listParts = (tx: Tx, user: User, parentId: string): Promise<Related[]> =>
  relatedTo(tx, user).where('parentId', '=', parentId).orderBy('id').execute()

/** The other requests of the same group: the master and whatever names it. */
export const listGroup = (tx: Tx, user: User, id: string, masterId: string | null): Promise<Related[]> =>
  relatedTo(tx, user)
    .where((eb) => eb.or([eb('masterId', '=', masterId ?? id), eb('id', '=', masterId ?? id)]))
    .where('id', '<>', id)
    .orderBy('receivedAt')
    .limit(100)
    .execute()

export const openOfCaller = (
  tx: Tx,
  user: User,
  caller: { customerId?: string | undefined; phone?: string | undefined },
) =>
  rowSelection(tx)
    .where((eb) => visible(eb, user))
    .where(OPEN)
    .where((eb) =>
      eb.or([
        ...(caller.customerId ? [eb('request.customerId', '=', caller.customerId)] : []),
        ...(caller.phone ? [eb('request.contactPhone', '=', caller.phone)] : []),
      ]),
    )
    .orderBy('request.receivedAt', 'desc')
    .limit(20)
    .execute()

export const historyOfPlace = (tx: Tx, user: User, placeId: string) =>
  rowSelection(tx)
    .where((eb) => visible(eb, user))
    .where('request.placeId', '=', placeId)
    .orderBy('request.receivedAt', 'desc')
    .limit(20)
    .execute()

/** Open requests on the same place and, where it is known, of the same category. */
export const openOnPlace = (
  tx: Tx,
  user: User,
  placeId: string,
  matter: { kind?: Kind | undefined; categoryId?: string | undefined },
) =>
  rowSelection(tx)
    .where((eb) => visible(eb, user))
    .where(OPEN)
    .where('request.placeId', '=', placeId)
    .$if(matter.kind !== undefined, (query) => query.where(sql<SqlBool>`request.kind = ${matter.kind ?? ''}`))
    .$if(matter.categoryId !== undefined, (query) =>
      query.where((eb) =>
        eb.or([eb('request.categoryId', '=', matter.categoryId ?? ''), eb('request.categoryId', 'is', null)]),
      ),
    )
    .orderBy('request.receivedAt', 'desc')
    .limit(10)
    .execute()

type Complained = { id: string; estateId: string; categoryId: string; placeId: string }
/** Complaints of the last days on the same matter: same category in the same building, or outside all buildings of the estate. */
export const listSameMatter = (tx: Tx, request: Complained, since: Date) =>
  tx
    .selectFrom('request')
    .innerJoin('placeCard', (join) =>
      join.onRef('placeCard.companyId', '=', 'request.companyId').onRef('placeCard.id', '=', 'request.placeId'),
    )
    .select([
      'request.id',
      'request.no',
      'request.placeId',
      'request.masterId',
      'request.customerId',
      'request.receivedAt',
      'request.level',
    ])
    .where('request.kind', '=', 'complaint')
    .where('request.estateId', '=', request.estateId)
    .where('request.categoryId', '=', request.categoryId)
    .where('request.receivedAt', '>=', since.toISOString())
    .where('request.status', '<>', 'cancelled')
    .where(
      sql<SqlBool>`place_card.building_id is not distinct from (select building_id from place_card p where p.id = ${request.placeId}::uuid)`,
    )
    .orderBy('request.receivedAt')
    .orderBy('request.id')
    .limit(200)
    .execute()

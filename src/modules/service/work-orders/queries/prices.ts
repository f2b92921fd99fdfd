// SQL of the price list of paid repairs.
import { type Insertable, sql, type Updateable } from 'kysely'
import type { Tables } from '../../../../../db/types.gen.ts'
import type { Tx } from '../../../../platform/database.ts'

export const listPrices = (
  tx: Tx,
  { estateId, trade }: { estateId?: string | undefined; trade?: string | undefined },
) =>
  tx
    .selectFrom('priceItem')
    .selectAll()
    .where('archivedAt', 'is', null)
    .$if(estateId !== undefined, (query) =>
      query.where((eb) => eb.or([eb('estateId', 'is', null), eb('estateId', '=', estateId ?? '')])),
    )
    .$if(trade !== undefined, (query) => query.where(sql<boolean>`trade = ${trade ?? ''}`))
    .orderBy('trade')
    .orderBy('name')
    .execute()

export const insertPrice = (tx: Tx, row: Insertable<Tables['priceItem']>) =>
  tx.insertInto('priceItem').values(row).execute()

export const updatePrice = (tx: Tx, id: string, change: Updateable<Tables['priceItem']>) =>
  tx
    .updateTable('priceItem')
    .set(change)
    .where('id', '=', id)
    .where('archivedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()

export const countPrices = (tx: Tx, ids: readonly string[]) =>
  tx
    .selectFrom('priceItem')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('id', 'in', [...ids])
    .executeTakeFirstOrThrow()

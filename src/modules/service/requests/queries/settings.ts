// SQL of the settings: categories, limits, reasons to wait, ladder, numbers.
import type { Insertable, Updateable } from 'kysely'
import type { Tables } from '../../../../../db/types.gen.ts'
import type { Tx } from '../../../../platform/database.ts'

export const listCategories = (tx: Tx) =>
  tx
    .selectFrom('requestCategory')
    .select([
      'id',
      'estateId',
      'parentId',
      'kind',
      'code',
      'name',
      'nameEn',
      'trade',
      'defaultUrgency',
      'outsideParty',
      'sort',
    ])
    .where('archivedAt', 'is', null)
    .orderBy('kind')
    .orderBy('sort')
    .orderBy('id')
    .execute()

export const listLimits = (tx: Tx) => tx.selectFrom('requestLimit').selectAll().orderBy('kind').orderBy('id').execute()

export const listReasons = (tx: Tx) =>
  tx
    .selectFrom('holdReason')
    .select(['id', 'code', 'name', 'nameEn', 'stopsClock', 'sort'])
    .where('archivedAt', 'is', null)
    .orderBy('sort')
    .execute()

export const listSteps = async (tx: Tx) => {
  const rows = await tx.selectFrom('escalationStep').selectAll().orderBy('critical').orderBy('ratio').execute()
  return rows.map((row) => ({ ...row, ratio: Number(row.ratio) }))
}

export const listNumbers = (tx: Tx) => tx.selectFrom('requestSetting').select(['estateId', 'key', 'value']).execute()

export const listEstateHours = (tx: Tx) =>
  tx
    .selectFrom('estateCard')
    .select(['id', 'name', 'code', 'zone', 'serviceOpens', 'serviceCloses', 'serviceEveryDay', 'archivedAt'])
    .execute()

type Table = 'requestCategory' | 'requestLimit' | 'holdReason' | 'escalationStep'
export const insertCategory = (tx: Tx, row: Insertable<Tables['requestCategory']>) =>
  tx
    .insertInto('requestCategory')
    .values(row)
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()
export const insertReason = (tx: Tx, row: Insertable<Tables['holdReason']>) =>
  tx
    .insertInto('holdReason')
    .values(row)
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()
export const insertStep = (tx: Tx, row: Insertable<Tables['escalationStep']>) =>
  tx
    .insertInto('escalationStep')
    .values(row)
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()

export const updateCategory = (tx: Tx, id: string, change: Updateable<Tables['requestCategory']>) =>
  tx
    .updateTable('requestCategory')
    .set(change)
    .where('id', '=', id)
    .where('archivedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
export const updateReason = (tx: Tx, id: string, change: Updateable<Tables['holdReason']>) =>
  tx
    .updateTable('holdReason')
    .set(change)
    .where('id', '=', id)
    .where('archivedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()

/** One row per estate, kind and urgency: written over when it is there. */
export const saveLimit = (tx: Tx, row: Insertable<Tables['requestLimit']>) =>
  tx
    .insertInto('requestLimit')
    .values(row)
    .onConflict((c) =>
      c.columns(['companyId', 'estateId', 'kind', 'urgency']).doUpdateSet({
        answerMinutes: row.answerMinutes ?? null,
        arriveMinutes: row.arriveMinutes ?? null,
        feedbackMinutes: row.feedbackMinutes ?? null,
        finishMinutes: row.finishMinutes ?? null,
        clock: row.clock,
        finishClock: row.finishClock,
      }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()

export const findLimit = (tx: Tx, id: string) =>
  tx.selectFrom('requestLimit').selectAll().where('id', '=', id).executeTakeFirst()

export const removeSetting = (tx: Tx, table: Extract<Table, 'requestLimit' | 'escalationStep'>, id: string) =>
  tx.deleteFrom(table).where('id', '=', id).returning('id').executeTakeFirst()

export const saveNumber = (tx: Tx, row: Insertable<Tables['requestSetting']>) =>
  tx
    .insertInto('requestSetting')
    .values(row)
    .onConflict((c) => c.columns(['companyId', 'estateId', 'key']).doUpdateSet({ value: row.value }))
    .returning('id')
    .executeTakeFirstOrThrow()

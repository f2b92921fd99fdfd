// SQL of the rules by which visits come due.
import type { Tx } from '../../../../platform/database.ts'
import { newId } from '../../../../platform/ids.ts'
import type { Rule } from '../contract.ts'

export const listRules = (tx: Tx): Promise<Rule[]> =>
  tx
    .selectFrom('returnVisitRule')
    .select(['id', 'estateId', 'kind', 'urgency', 'categoryCode', 'needed', 'withinHours', 'againAfterDays'])
    .orderBy('kind')
    .orderBy('id')
    .execute()

export const saveRule = (tx: Tx, rule: Omit<Rule, 'id'>) =>
  tx
    .insertInto('returnVisitRule')
    .values({ ...rule, id: newId() })
    .onConflict((conflict) =>
      conflict
        .columns(['companyId', 'estateId', 'kind', 'urgency', 'categoryCode'])
        .doUpdateSet({ needed: rule.needed, withinHours: rule.withinHours, againAfterDays: rule.againAfterDays }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()

export const findRule = (tx: Tx, id: string) =>
  tx.selectFrom('returnVisitRule').selectAll().where('id', '=', id).executeTakeFirst()

export const removeRule = (tx: Tx, id: string) => tx.deleteFrom('returnVisitRule').where('id', '=', id).execute()

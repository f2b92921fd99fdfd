// The reach of a grant as a condition for a list: the same decision as `reaches`, made by the database.
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import { ownersIn, type User } from './access.ts'

export type ScopeColumns = {
  estate?: string
  area?: string
  own?: readonly string[]
  /** All rows asked for are of this estate: where the whole of it is within reach, none is asked about by itself. */
  only?: string | undefined
}
/**
 * The same decision as a condition for a list. Columns are written as the query names them, for example
 * `{ estate: 'request.estateId', area: 'request.areaId', own: ['request.handlerId'] }`.
 */
export function withinReach<DB, TB extends keyof DB>(
  eb: ExpressionBuilder<DB, TB>,
  user: User,
  permission: string,
  columns: ScopeColumns,
): Expression<SqlBool> {
  const scope = user.grants.get(permission)
  if (!scope) return sql<SqlBool>`false`
  if (scope.company || (columns.only !== undefined && scope.estateIds.includes(columns.only))) return sql<SqlBool>`true`
  const ways = [
    ...(scope.everyEstate ? isSomewhere(columns.estate) : isAmong(columns.estate, scope.estateIds)),
    ...isAmong(columns.area, scope.areaIds),
    ...(scope.own ? (columns.own ?? []) : []).flatMap((column) => isAmong(column, ownersIn(scope, user))),
  ]
  return ways.length ? eb.or(ways) : sql<SqlBool>`false`
}

const isSomewhere = (column: string | undefined) => (column ? [sql<SqlBool>`${sql.ref(column)} is not null`] : [])
const isAmong = (column: string | undefined, ids: readonly string[]) =>
  column && ids.length ? [sql<SqlBool>`${sql.ref(column)} = any(${[...ids]}::uuid[])`] : []

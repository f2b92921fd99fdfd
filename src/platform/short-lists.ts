// Lists of tens or hundreds of rows: paged by position, searched by reading. A list that grows with the years is paged by key instead.
import { type RawBuilder, type SqlBool, sql } from 'kysely'

export type ShortListing = {
  search?: string | undefined
  status?: readonly string[] | undefined
  sort: string
  limit: number
  after?: string | undefined
}

/** Where a page begins, from the `next` of the page before. */
export const positionOf = (after: string | undefined): number => {
  const position = Number(after)
  return Number.isSafeInteger(position) && position > 0 ? position : 0
}

export function pageAt<T>(items: T[], after: string | undefined, total: number) {
  const end = positionOf(after) + items.length
  return { items, next: items.length > 0 && end < total ? String(end) : null, total, more: false }
}

/** Whether a record is archived, as its list is filtered; without a wish only those in use. */
export function inArchiving(column: string, wanted: readonly string[] | undefined): RawBuilder<SqlBool> {
  const states = wanted?.length ? wanted : ['in_use']
  const archived = sql.ref(column)
  if (states.includes('in_use') && states.includes('archived')) return sql`true`
  return states.includes('archived') ? sql`${archived} is not null` : sql`${archived} is null`
}

/** Whether one of the columns holds what was typed, whatever its case. */
export const holding = (columns: readonly string[], typed: string | undefined): RawBuilder<SqlBool> =>
  typed
    ? sql`position(lower(${typed}) in lower(concat_ws(' ', ${sql.join(columns.map((column) => sql.ref(column)))}))) > 0`
    : sql`true`

export const direction = (sort: string) => (sort.startsWith('-') ? 'desc' : 'asc')
export const sorted = (sort: string) => sort.replace(/^-/, '')

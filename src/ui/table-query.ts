// What a list asks the server for, kept in the address: search, filters, sort and place.
import { useState } from 'react'
import { type FieldSet, fieldOf } from './fields.tsx'
import type { Query } from './To.tsx'
import { manyIn, oneIn, useUrlState } from './url-state.ts'

export type TableQuery = {
  search: string
  sort: string | undefined
  /** The inputs that the filters make. */
  filters: Query
  after: string | undefined
  page: number
  setSearch(text: string): void
  setSort(sort: string | undefined): void
  setFilters(filters: Query): void
  clear(): void
  /** Exactly these, and nothing that was set before. */
  restore(kept: Query): void
  forward(next: string): void
  backward(): void
  /** How many filters are set, the search not counted. */
  active: number
}

/** The names of inputs that the filters of these fields use. */
export const filterNames = (fields: FieldSet, keys: readonly string[]): string[] =>
  keys.flatMap((key) => {
    const { filter } = fieldOf(fields, key)
    if (!filter) return []
    return filter.kind === 'days' ? [filter.from, filter.to] : [key]
  })

export function useTableQuery(fields: FieldSet, keys: readonly string[]): TableQuery {
  const { query, change } = useUrlState()
  // Where each page seen begins; after a reload only the way to the first is left.
  const [begins, setBegins] = useState<Readonly<Record<number, string | undefined>>>({})
  const names = filterNames(fields, keys)
  const filters: Query = {}
  for (const name of names) {
    const values = manyIn(query, name)
    if (values.length > 0) filters[name] = isMany(fields, name) ? values : values[0]
  }
  const after = oneIn(query, 'after')
  const nothing: Query = { search: undefined, ...Object.fromEntries(names.map((name) => [name, undefined])) }
  const page = after ? Number(oneIn(query, 'page') ?? 1) : 1
  const fromStart = (next: Query, replace = false) => {
    setBegins({})
    change({ ...next, after: undefined, page: undefined }, { replace })
  }
  return {
    search: oneIn(query, 'search') ?? '',
    sort: oneIn(query, 'sort'),
    filters,
    after,
    page,
    active: Object.keys(filters).length,
    setSearch: (text) => fromStart({ search: text }, true),
    setSort: (sort) => fromStart({ sort }),
    setFilters: (next) => fromStart(next),
    clear: () => fromStart(nothing),
    restore: (kept) => fromStart({ ...nothing, sort: undefined, ...kept }),
    forward(next) {
      setBegins({ ...begins, [page]: after })
      change({ after: next, page: String(page + 1) })
    },
    backward() {
      const before = begins[page - 1]
      change({ after: before, page: before ? String(page - 1) : undefined })
    },
  }
}
function isMany(fields: FieldSet, name: string) {
  const { filter } = fieldOf(fields, name)
  return filter?.kind === 'any' || (filter?.kind === 'custom' && filter.many === true)
}

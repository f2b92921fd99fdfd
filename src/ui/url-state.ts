// What a page remembers in its address: filters, search, sort, place in a list.
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Query } from './To.tsx'

export function useUrlState() {
  const search: Query = useSearch({ strict: false })
  const navigate = useNavigate()
  /** Undefined removes; `replace` leaves no trace in the history. */
  const change = (next: Query, { replace = false }: { replace?: boolean } = {}) => {
    // Merged when it happens: two changes in one moment must not undo each other.
    void navigate({ to: '.', search: (now: Query) => merged(now, next), replace })
  }
  return { query: search, change }
}

function merged(now: Query, next: Query): Query {
  const all = Object.entries({ ...now, ...next })
  return Object.fromEntries(all.filter(([, value]) => value !== undefined && value !== ''))
}

export const oneIn = (query: Query, name: string): string | undefined => {
  const value = query[name]
  return Array.isArray(value) ? value[0] : value
}
export const manyIn = (query: Query, name: string): string[] => {
  const value = query[name]
  return value === undefined ? [] : Array.isArray(value) ? value : [value]
}

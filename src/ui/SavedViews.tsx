// Filters kept under a name.
import type { TableQuery } from './table-query.ts'

export function SavedViews(_: { name: string; query: TableQuery }) {
  return null
}

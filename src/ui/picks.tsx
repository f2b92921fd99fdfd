// The two picks that stand on many pages: a person and a place.
import type { Endpoint } from '../platform/contract.ts'
import type { Verb } from './api.ts'
import { type PickItem, SearchPick, type SearchPickProps } from './SearchPick.tsx'

type Named = { id: string; name: string; title?: string | null; path?: string | null }
const isNamed = (row: unknown): row is Named =>
  typeof row === 'object' && row !== null && 'id' in row && 'name' in row && typeof row.name === 'string'

const itemOf =
  (hintOf: (row: Named) => string | null | undefined) =>
  (row: unknown): PickItem => {
    if (!isNamed(row)) throw new Error('a pick needs rows of { id, name }')
    const hint = hintOf(row)
    return { value: row.id, label: row.name, ...(hint ? { hint } : {}) }
  }
type PickProps<E extends Endpoint> = Omit<SearchPickProps<E>, 'itemOf'> & { read: Verb<E> }

/** Rows of `{ id, name, title? }`. */
export const PersonPick = <E extends Endpoint>(props: PickProps<E>) => (
  <SearchPick<E> {...props} itemOf={itemOf((row) => row.title)} />
)

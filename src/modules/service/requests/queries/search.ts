// SQL of the request list when words are looked for: newest first, within reach.
import { sql } from 'kysely'
import { ownersIn, scopeOf, type User } from '../../../../platform/access.ts'
import { orNull } from '../../../../platform/contract.ts'
import type { Tx } from '../../../../platform/database.ts'
import { keyOf, pageFrom } from '../../../../platform/keyset.ts'
import { searchQueryOf } from '../../../../platform/search/search.ts'
import { type Filter, listRequests } from './list.ts'

type Paging = { limit: number; after?: string | undefined }

/** Words, and with them the filters that an index can serve; the others narrow the page that was found. */
export async function listMatching(tx: Tx, user: User, filter: Filter & { q: string }, { limit, after }: Paging) {
  const query = searchQueryOf(filter.q)
  if (!query) return { items: [], next: null, total: 0, more: false }
  const key = keyOf(after, 2)
  const found = await findIds(tx, user, filter, query, key, limit + 1)
  const page = pageFrom(found, limit, ({ id, receivedAt }) => [receivedAt, id])
  const ids = page.items.map(({ id }) => id)
  const narrowed = { ...filter, q: undefined, ids, sort: 'newest' as const }
  const { items } = ids.length ? await listRequests(tx, user, narrowed, { limit }) : { items: [] }
  return { items, next: page.next, total: null, more: page.next !== null }
}

async function findIds(tx: Tx, user: User, filter: Filter, query: string, key: ReturnType<typeof keyOf>, most: number) {
  const scope = scopeOf(user, 'requests.read')
  if (!scope) return []
  const at = key ?? [null, null]
  const { rows } = await sql<{ id: string; receivedAt: string }>`
    select id, received_at from request_search(${query}::tsquery, ${scope.company}::boolean, ${[...scope.estateIds]}::uuid[],
      ${[...scope.areaIds]}::uuid[], ${scope.own ? [...ownersIn(scope, user)] : []}::uuid[], ${user.id}::uuid, ${Boolean(filter.open)}::boolean,
      ${orNull(filter.estateId)}::uuid, ${anyOf(filter.status)}::text[],
      ${anyOf(filter.kind)}::text[], ${at[0]}::timestamptz, ${at[1]}::uuid, ${most}::int)`.execute(tx)
  return rows
}

const anyOf = (values: readonly string[] | undefined) => (values?.length ? [...values] : null)

// What each company has been given once of what the program brings along: posts, permissions, the defaults of rooms.
import { sql } from 'kysely'
import type { Tx } from './database.ts'

export type Bringing = 'post' | 'permission' | 'defaults'

/**
 * Which of these this company was never given; from now on it was, so that what it takes away stays away. Of two processes at
 * once the second waits for the first and finds nothing left.
 */
export async function takeNew(tx: Tx, kind: Bringing, keys: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`
    insert into company_brought (kind, key) select ${kind}, key from unnest(${[...keys]}::text[]) as given (key)
    on conflict do nothing returning key`.execute(tx)
  return new Set(rows.map(({ key }) => key))
}

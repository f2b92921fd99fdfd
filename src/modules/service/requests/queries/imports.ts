// SQL of taking over requests kept elsewhere.
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'

export async function listKnownRefs(tx: Tx, source: string, refs: readonly string[]): Promise<Set<string>> {
  if (refs.length === 0) return new Set()
  const rows = await tx
    .selectFrom('request')
    .select('sourceRef')
    .where('source', '=', source)
    .where(sql<boolean>`source_ref = any(${[...refs]}::text[])`)
    .execute()
  return new Set(rows.flatMap(({ sourceRef }) => sourceRef ?? []))
}

/** Two imports of one company at once would both find a row missing. */
export const lockImports = (tx: Tx) =>
  sql`select pg_advisory_xact_lock(hashtextextended('import requests ' || current_company()::text, 0))`.execute(tx)

// Tells people something. The words are the page's, made from the kind and its params in the language of the reader.
import { sql } from 'kysely'
import type { Ctx } from '../context.ts'
import { newId } from '../ids.ts'

export type Telling = {
  to: readonly string[]
  /** `<record kind>.<what happened>`; the page has words for it. */
  kind: string
  params?: Record<string, unknown>
  /** Where a click leads. */
  record?: { kind: string; id: string }
  /** The same to the same person is told once. */
  dedupe?: string
}

/** How many were told. */
export async function notify(ctx: Ctx, { to, kind, params = {}, record, dedupe }: Telling): Promise<number> {
  const people = [...new Set(to)].map((accountId) => ({ id: newId(), accountId }))
  if (people.length === 0) return 0
  const { rows } = await sql<{ accountId: string }>`
    insert into notification (id, account_id, kind, params, record_kind, record_id, created_at, dedupe)
    select told.id, told.account_id, ${kind}, ${JSON.stringify(params)}::jsonb, ${record?.kind ?? null}, ${record?.id ?? null}::uuid,
      ${ctx.now}::timestamptz, ${dedupe ?? null}
    from unnest(${people.map(({ id }) => id)}::uuid[], ${people.map(({ accountId }) => accountId)}::uuid[]) told (id, account_id)
    on conflict do nothing returning account_id`.execute(ctx.tx)
  // The id is the person's: pages listen for their own.
  for (const { accountId } of rows) ctx.changes.push({ noun: 'notifications', id: accountId, event: kind })
  return rows.length
}

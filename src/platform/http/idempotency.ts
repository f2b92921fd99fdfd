// A write sent twice with one key happens once: the second sender gets the first one's answer.
import { createHash } from 'node:crypto'
import type { Ctx } from '../context.ts'
import { type Database, named } from '../database.ts'
import { Refusal } from '../refusal.ts'

export type Keyed = { key: string; call: string; inputHash: string }
export const hashOf = (input: unknown) =>
  createHash('sha256')
    .update(JSON.stringify(input) ?? '')
    .digest('base64url')

/** Raised inside the transaction when another call with the same key has committed first; rolls this one back. */
export class AlreadyAnswered extends Error {}

/** Called last in the transaction: the unique key makes the slower of two equal calls wait for the faster, then give way. */
export async function keepAnswer(ctx: Ctx, { key, call, inputHash }: Keyed, answer: unknown) {
  const kept = await named(
    ctx.tx,
    'idempotency.insert',
    `insert into idempotency (account_id, key, call, input_hash, status, answer) values ($1, $2, $3, $4, 200, $5)
     on conflict do nothing returning 1 as one`,
    [ctx.user.id, key, call, inputHash, JSON.stringify(answer ?? null)],
  )
  if (kept.length === 0) throw new AlreadyAnswered()
}

/** The kept answer, or undefined when the key is new. Refuses a key that was used for something else. */
export async function answerOf(database: Database, companyId: string, accountId: string, keyed: Keyed) {
  const row = await database.inCompany(companyId, (tx) =>
    tx
      .selectFrom('idempotency')
      .select(['call', 'inputHash', 'answer'])
      .where('accountId', '=', accountId)
      .where('key', '=', keyed.key)
      .executeTakeFirst(),
  )
  if (!row) return undefined
  if (row.call !== keyed.call || row.inputHash !== keyed.inputHash)
    throw new Refusal('call.key_reused', { key: keyed.key })
  return { answer: row.answer }
}

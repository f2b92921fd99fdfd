// Sessions in the database: opened, found by secret, seen, ended.
import type { Database, Tx } from '../database.ts'
import { newId } from '../ids.ts'
import { hashOfSecret, makeSessionSecret } from './secrets.ts'

const HOUR_MS = 3_600_000
/** Without a call for this long a session is over. */
export const IDLE_MS = 12 * HOUR_MS
/** However busy, a session ends after this. */
export const LONGEST_MS = 7 * 24 * HOUR_MS
/** `seen_at` is written at most this often. */
export const SEEN_EVERY_MS = 60_000

export type From = { address: string | null; device: string | null }

export async function openSession(tx: Tx, accountId: string, now: Date, from: From) {
  const id = newId()
  const secret = makeSessionSecret()
  await tx
    .insertInto('session')
    .values({
      id,
      accountId,
      tokenHash: hashOfSecret(secret),
      createdAt: now,
      seenAt: now,
      expiresAt: new Date(now.getTime() + LONGEST_MS),
      address: from.address,
      device: from.device?.slice(0, 300) ?? null,
    })
    .execute()
  return { id, secret }
}

/** What stands behind a secret, before any company is known. */
export type Found = {
  companyId: string
  id: string
  accountId: string
  /** Absolute end, and last sign of life, in milliseconds. */
  expiresAt: number
  seenAt: number
  /** Of an API token: at most these. */
  permissions?: readonly string[]
}
type Row = { companyId: string; id: string; accountId: string; expiresAt: string; seenAt: string | null }

export async function findSession({ pool }: Pick<Database, 'pool'>, hash: Buffer): Promise<Found | undefined> {
  const { rows } = await pool.query<Row>({
    name: 'session.find',
    text: `select company_id as "companyId", id, account_id as "accountId", expires_at as "expiresAt", seen_at as "seenAt"
           from door_session($1)`,
    values: [hash],
  })
  return rows[0] && foundOf(rows[0])
}

export async function findToken({ pool }: Pick<Database, 'pool'>, hash: Buffer): Promise<Found | undefined> {
  const { rows } = await pool.query<Row & { permissions: string[] }>({
    name: 'token.find',
    text: `select company_id as "companyId", id, account_id as "accountId", permissions, expires_at as "expiresAt", seen_at as "seenAt"
           from door_token($1)`,
    values: [hash],
  })
  return rows[0] && { ...foundOf(rows[0]), permissions: rows[0].permissions }
}

const foundOf = ({ companyId, id, accountId, expiresAt, seenAt }: Row): Found => ({
  companyId,
  id,
  accountId,
  expiresAt: Date.parse(expiresAt),
  seenAt: seenAt ? Date.parse(seenAt) : 0,
})

/** A token has no idle end: programs may call once a month. */
export const isOver = (found: Found, now: Date) =>
  now.getTime() >= found.expiresAt || (!found.permissions && now.getTime() >= found.seenAt + IDLE_MS)

export const noteSeen = (tx: Tx, found: Found, now: Date) =>
  tx
    .updateTable(found.permissions ? 'apiToken' : 'session')
    .set({ seenAt: now })
    .where('id', '=', found.id)
    // Another process may have written it a moment ago.
    .where((eb) =>
      eb.or([eb('seenAt', 'is', null), eb('seenAt', '<=', new Date(now.getTime() - SEEN_EVERY_MS).toISOString())]),
    )
    .execute()

export const listOpenSessions = (tx: Tx, accountId: string, now: Date) =>
  tx
    .selectFrom('session')
    .select(['id', 'device', 'address', 'createdAt', 'seenAt', 'expiresAt'])
    .where('accountId', '=', accountId)
    .where('endedAt', 'is', null)
    .where('expiresAt', '>', now.toISOString())
    .where('seenAt', '>', new Date(now.getTime() - IDLE_MS).toISOString())
    .orderBy('seenAt', 'desc')
    .execute()

/** Ids of those ended. */
export async function endSessions(
  tx: Tx,
  accountId: string,
  now: Date,
  which: { only?: string; except?: string } = {},
): Promise<string[]> {
  const { only, except } = which
  const ended = await tx
    .updateTable('session')
    .set({ endedAt: now })
    .where('accountId', '=', accountId)
    .where('endedAt', 'is', null)
    .$if(only !== undefined, (query) => query.where('id', '=', only ?? ''))
    .$if(except !== undefined, (query) => query.where('id', '<>', except ?? ''))
    .returning('id')
    .execute()
  return ended.map(({ id }) => id)
}

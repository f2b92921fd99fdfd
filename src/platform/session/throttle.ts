// Failed tries counted in the database, so that a lock holds in every server process: per sign-in name and per address.
import { createHash } from 'node:crypto'
import type { Database } from '../database.ts'
import { Refusal } from '../refusal.ts'

type Limit = { free: number; firstLockSeconds: number; longestLockSeconds: number }
export const LIMITS = {
  /** One person mistyping. Ten guesses in the first quarter of an hour, then four an hour. */
  login: { free: 5, firstLockSeconds: 30, longestLockSeconds: 900 },
  /** A whole office stands behind one address. */
  address: { free: 30, firstLockSeconds: 30, longestLockSeconds: 900 },
} as const satisfies Record<string, Limit>
export type ThrottleKind = keyof typeof LIMITS
export type Throttled = { kind: ThrottleKind; of: string }

/** A failure is forgotten when none has followed it for this long. */
const FORGOTTEN_AFTER = '6 hours'

/** Names are hashed: people type passwords into the wrong field. */
const keyOf = ({ kind, of }: Throttled) => `${kind} ${createHash('sha256').update(of).digest('base64url')}`

export type Throttle = {
  /** Refuses while locked. */
  mustBeOpen(throttled: Throttled, now: Date): Promise<void>
  /** Counts a try as failed before it is known how it ends, so that a hundred tries at once are not a hundred free guesses. */
  begin(throttled: Throttled, now: Date): Promise<void>
  fail(throttled: Throttled, now: Date): Promise<void>
  clear(throttled: Throttled): Promise<void>
}

export function openThrottle({ pool }: Pick<Database, 'pool'>): Throttle {
  const fail = async (throttled: Throttled, now: Date) => {
    const { free, firstLockSeconds, longestLockSeconds } = LIMITS[throttled.kind]
    const { rowCount } = await pool.query({
      name: 'throttle.fail',
      text: FAIL,
      values: [keyOf(throttled), now, free, firstLockSeconds, longestLockSeconds],
    })
    return rowCount === 1
  }
  const lockOf = async (throttled: Throttled, now: Date) => {
    const { rows } = await pool.query<{ until: string }>({
      name: 'throttle.find',
      text: 'select locked_until as until from sign_in_failure where key = $1 and locked_until > $2',
      values: [keyOf(throttled), now],
    })
    return rows[0]?.until
  }
  const mustBeOpen = async (throttled: Throttled, now: Date) => {
    const until = await lockOf(throttled, now)
    if (until) throw tooManyTries(until, now)
  }
  return {
    mustBeOpen,
    async begin(throttled, now) {
      if (await fail(throttled, now)) return
      throw tooManyTries((await lockOf(throttled, now)) ?? new Date(now.getTime() + 1000).toISOString(), now)
    },
    async fail(throttled, now) {
      await fail(throttled, now)
    },
    async clear(throttled) {
      await pool.query({
        name: 'throttle.clear',
        text: 'delete from sign_in_failure where key = $1',
        values: [keyOf(throttled)],
      })
    },
  }
}

const tooManyTries = (until: string, now: Date) =>
  new Refusal('session.too_many_tries', {
    retryAfterSeconds: Math.max(1, Math.ceil((Date.parse(until) - now.getTime()) / 1000)),
  })

/**
 * One row per key. The lock starts with the last free failure and doubles with each one after it; a locked key counts
 * nothing and answers no row. Every call also takes away some keys that are long forgotten.
 */
const FAIL = `
  with old as (
    delete from sign_in_failure where key in (
      select key from sign_in_failure where last_at < $2::timestamptz - interval '1 day' and key <> $1 limit 20 for update skip locked)
  )
  insert into sign_in_failure as f (key, failures, last_at, locked_until)
  values ($1, 1, $2::timestamptz, case when $3 <= 1 then $2::timestamptz + make_interval(secs => $4) end)
  on conflict (key) do update set
    failures = case when f.last_at < $2 - interval '${FORGOTTEN_AFTER}' then 1 else f.failures + 1 end,
    last_at = $2,
    locked_until = case
      when f.last_at < $2 - interval '${FORGOTTEN_AFTER}' or f.failures + 1 < $3 then null
      else $2 + make_interval(secs => least($5::float8, $4::float8 * power(2, least(f.failures + 1 - $3, 20))))
    end
  where f.locked_until is null or f.locked_until <= $2
  returning 1`

// Users kept in this process for a short while, so that most calls ask the database nothing.
import type { User } from '../access.ts'
import { hashOfSecret } from './secrets.ts'
import { type Found, isOver } from './sessions.ts'

/** What a caller shows: the secret of a session or of a token. */
export type Presented = { secret: string; isToken: boolean }
export type Signed = { found: Found; user: User }
export type KeptUsers = {
  get(presented: Presented, now: Date): Promise<Signed | undefined>
  /** The name under which a user is kept; undefined when it is not. */
  nameOf(presented: Presented): string | undefined
  forget(companyId: string, who: 'all' | ReadonlySet<string>): void
}

/** The longest that a process goes on with what it kept when a message to forget did not reach it. */
const KEPT_MS = 30_000
const MOST_KEPT = 20_000

export function keepUsers(load: (hash: Buffer, isToken: boolean) => Promise<Signed | undefined>): KeptUsers {
  const kept = new Map<string, Signed & { until: number }>()
  const loading = new Map<string, Promise<Signed | undefined>>()

  const loadAndKeep = async (name: string, hash: Buffer, isToken: boolean, now: Date) => {
    const task = load(hash, isToken)
    loading.set(name, task)
    try {
      const signed = await task
      // Told to forget while it was being read: perhaps read before the change, so good for this call only.
      if (signed && loading.get(name) === task) keep(name, { ...signed, until: now.getTime() + KEPT_MS })
      return signed
    } finally {
      if (loading.get(name) === task) loading.delete(name)
    }
  }
  const keep = (name: string, entry: Signed & { until: number }) => {
    kept.delete(name)
    kept.set(name, entry)
    const [oldest] = kept.keys()
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  }
  return {
    async get({ secret, isToken }, now) {
      const hash = hashOfSecret(secret)
      const name = nameFrom(hash)
      const known = kept.get(name)
      const signed =
        known && known.until > now.getTime()
          ? known
          : await (loading.get(name) ?? loadAndKeep(name, hash, isToken, now))
      return signed && !isOver(signed.found, now) ? signed : undefined
    },
    nameOf({ secret }) {
      const name = nameFrom(hashOfSecret(secret))
      return kept.has(name) ? name : undefined
    },
    forget(companyId, who) {
      if (who !== 'all' && who.size === 0) return
      loading.clear()
      for (const [name, { found }] of kept) {
        if (found.companyId === companyId && (who === 'all' || who.has(found.accountId))) kept.delete(name)
      }
    },
  }
}

const nameFrom = (hash: Buffer) => hash.toString('base64url')

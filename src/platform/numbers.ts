// Numbers people read, for example WX-20261123-0007: a counter per company, kind and day. Gaps may appear; doubles cannot.
import { type Database, named } from './database.ts'

export type Numbers = { take(companyId: string, kind: string, day: string): Promise<string> }

type Waiting = { resolve(number: string): void; reject(error: unknown): void }

const TAKE = `insert into counter (kind, day, n) values ($1, $2, $3)
  on conflict (company_id, kind, day) do update set n = counter.n + excluded.n returning n`

/**
 * Calls that wait at the same time share one statement, in a short transaction of their own: a counter row locked until the
 * caller's commit would let only one caller of a company commit at a time. That commit need not be durable: the caller's
 * own later commit writes the log up to and beyond it.
 */
export function openNumbers(database: Database): Numbers {
  const queues = new Map<string, Waiting[]>()
  const drain = async (companyId: string, kind: string, day: string, waiting: Waiting[]) => {
    try {
      const last = await database.inCompany(companyId, async (tx) => {
        await named(tx, 'counter.lazy', 'set local synchronous_commit = off', [])
        const rows = await named<{ n: number }>(tx, 'counter.take', TAKE, [kind, day, waiting.length])
        return rows[0]?.n ?? 0
      })
      for (const [place, { resolve }] of waiting.entries())
        resolve(numberOf(kind, day, last - waiting.length + 1 + place))
    } catch (error) {
      for (const { reject } of waiting) reject(error)
    }
  }
  const pump = async (key: string, companyId: string, kind: string, day: string) => {
    for (let waiting = queues.get(key); waiting?.length; waiting = queues.get(key)) {
      queues.set(key, [])
      await drain(companyId, kind, day, waiting)
    }
    queues.delete(key)
  }
  return {
    take: (companyId, kind, day) =>
      new Promise((resolve, reject) => {
        const key = `${companyId} ${kind} ${day}`
        const waiting = queues.get(key)
        if (waiting) {
          waiting.push({ resolve, reject })
        } else {
          queues.set(key, [{ resolve, reject }])
          void pump(key, companyId, kind, day)
        }
      }),
  }
}

export const numberOf = (kind: string, day: string, n: number) =>
  `${kind}-${day.replaceAll('-', '')}-${String(n).padStart(4, '0')}`

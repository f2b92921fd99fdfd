// Work of one key, one after the other.
import { Refusal } from '../refusal.ts'

/** Whoever stands further back than this is guessing. */
const LONGEST_QUEUE = 50
const queues = new Map<string, { last: Promise<unknown>; length: number }>()

export async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const queue = queues.get(key) ?? { last: Promise.resolve(), length: 0 }
  if (queue.length >= LONGEST_QUEUE) throw new Refusal('session.too_many_tries', { retryAfterSeconds: 1 })
  queues.set(key, queue)
  queue.length += 1
  const mine = queue.last.then(work)
  queue.last = mine.catch(() => undefined)
  try {
    return await mine
  } finally {
    queue.length -= 1
    if (queue.length === 0) queues.delete(key)
  }
}

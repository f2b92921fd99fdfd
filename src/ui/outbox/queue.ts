// What waits for signal, as a queue: what is added, what is sent next, and what an answer does to it. Pure.

export type Entry = {
  /** The idempotency key of the call, so that it happens once however often it is sent. */
  key: string
  noun: string
  verb: string
  recordId: string
  /** Where it goes, by the contract. */
  method: string
  url: string
  /** Files may stand in it by the ids under which the phone keeps them. */
  input: Readonly<Record<string, unknown>>
  at: string
  tries: number
  /** The form's own memory of what was typed, given up once it is sent. */
  draft?: string
  /** The server's no, in its own code; without one the entry waits. */
  no?: { status: number; code: string; details: Readonly<Record<string, unknown>> }
}
export type Queue = readonly Entry[]

export const isWaiting = ({ no }: Entry) => no === undefined
/** A second press of the same button is the same entry, also when each press made a key of its own. */
export function added(queue: Queue, entry: Entry): Queue {
  const before = queue.findLast(({ recordId, noun }) => recordId === entry.recordId && noun === entry.noun)
  const again = before && isWaiting(before) && before.verb === entry.verb && isSame(before.input, entry.input)
  return again || queue.some(({ key }) => key === entry.key) ? queue : [...queue, entry]
}
const isSame = (a: Entry['input'], b: Entry['input']) => JSON.stringify(a) === JSON.stringify(b)
export const nextOf = (queue: Queue): Entry | undefined => queue.find(isWaiting)
export const without = (queue: Queue, key: string): Queue => queue.filter((entry) => entry.key !== key)
const replaced = (queue: Queue, key: string, change: (entry: Entry) => Entry): Queue =>
  queue.map((entry) => (entry.key === key ? change(entry) : entry))
/** With the ids that the server gave to its files. */
export const withInput = (queue: Queue, key: string, input: Entry['input']): Queue =>
  replaced(queue, key, (entry) => ({ ...entry, input }))
export const again = (queue: Queue, key: string): Queue =>
  replaced(queue, key, ({ no: _no, ...entry }) => ({ ...entry, tries: 0 }))

type Failure = { status: number; code: string; details: Readonly<Record<string, unknown>> }
/** No signal, a proxy without its server, a server that is busy, or nobody signed in: the same call may go through later. */
const PASSING = [0, 401, 408, 429, 502, 503, 504]
export const isPassing = ({ status }: Pick<Failure, 'status'>) => PASSING.includes(status)

export function failed(queue: Queue, key: string, { status, code, details }: Failure): Queue {
  if (isPassing({ status })) return replaced(queue, key, (entry) => ({ ...entry, tries: entry.tries + 1 }))
  return replaced(queue, key, (entry) => ({ ...entry, no: { status, code, details } }))
}

const FIRST_PAUSE_MS = 2_000
const LONGEST_PAUSE_MS = 60_000
export const pauseAfter = (tries: number) => Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(tries, 10))

/** The input with every text, at any depth, exchanged where there is something for it. */
export const inputWith = (input: Entry['input'], by: ReadonlyMap<string, string>): Entry['input'] =>
  Object.fromEntries(Object.entries(input).map(([name, value]) => [name, exchanged(value, by)]))
function exchanged(value: unknown, by: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return by.get(value) ?? value
  if (Array.isArray(value)) return value.map((one) => exchanged(one, by))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, exchanged(one, by)]))
}
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** What was kept is read back as it was; anything else is no entry. */
export function readQueue(text: string | null): Queue {
  try {
    const kept: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(kept) ? kept.filter(isEntry) : []
  } catch {
    return []
  }
}
const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' &&
  value !== null &&
  ['key', 'noun', 'verb', 'recordId', 'method', 'url', 'at'].every(
    (name) => typeof Reflect.get(value, name) === 'string',
  ) &&
  typeof Reflect.get(value, 'input') === 'object' &&
  typeof Reflect.get(value, 'tries') === 'number'

// Pages of lists that grow with the years: each page begins after the key of the last row, so page one thousand costs what page one does.
import { Refusal } from './refusal.ts'

type Key = readonly (string | number | null)[]

export const cursorOf = (key: Key): string => Buffer.from(JSON.stringify(key)).toString('base64url')

/** Undefined for the first page. Refuses what this program did not write. */
export function keyOf(cursor: string | undefined, parts: number): Key | undefined {
  if (!cursor) return undefined
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (isKey(key) && key.length === parts) return key
  } catch {
    // Falls through: text that is no JSON is refused like any other foreign cursor.
  }
  throw new Refusal('call.bad_cursor')
}
const isKey = (value: unknown): value is Key =>
  Array.isArray(value) && value.every((one) => one === null || typeof one === 'string' || typeof one === 'number')

/** `rows` holds one more than a page when there is another page. */
export function pageFrom<T>(rows: readonly T[], limit: number, keyOfRow: (row: T) => Key) {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last !== undefined ? cursorOf(keyOfRow(last)) : null }
}

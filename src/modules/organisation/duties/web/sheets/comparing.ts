// What differs between two versions of a duty sheet: duties that are new, changed or gone.
import type { Duty } from '../../contract/sheets.ts'

export type Written = Omit<Duty, 'id' | 'lineId'> & { lineId?: string | null | undefined }
export const COMPARED = [
  'code',
  'text',
  'textEn',
  'cadence',
  'capability',
  'measure',
  'measureEn',
  'proofs',
  'shown',
] as const
export type Compared = (typeof COMPARED)[number]

export type Comparison<T> = {
  added: readonly T[]
  changed: readonly { before: Duty; after: T; fields: readonly Compared[] }[]
  gone: readonly Duty[]
}

/** A duty is the same one as long as its line is; its number and words may change. */
export function compared<T extends Written>(before: readonly Duty[], after: readonly T[]): Comparison<T> {
  const known = new Map(before.map((duty) => [duty.lineId, duty]))
  const kept = new Set(after.map(({ lineId }) => lineId))
  const pairs = after.flatMap((duty) => {
    const earlier = duty.lineId ? known.get(duty.lineId) : undefined
    return earlier ? [{ before: earlier, after: duty, fields: fieldsChanged(earlier, duty) }] : []
  })
  return {
    added: after.filter(({ lineId }) => !lineId || !known.has(lineId)),
    changed: pairs.filter(({ fields }) => fields.length > 0),
    gone: before.filter(({ lineId }) => !kept.has(lineId)),
  }
}

export const isSame = ({ added, changed, gone }: Comparison<unknown>) =>
  added.length + changed.length + gone.length === 0

const fieldsChanged = (before: Written, after: Written) =>
  COMPARED.filter((field) => textOf(before[field]) !== textOf(after[field]))

/** Keys in one order: the database gives them back in its own. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(textOf).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? ''
  const pairs = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return `{${pairs
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([key, inner]) => `${key}:${textOf(inner)}`)
    .join()}}`
}

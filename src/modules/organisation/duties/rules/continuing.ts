// How the duties of a document continue those of the version in force.
import { Refusal } from '../../../../platform/refusal.ts'
import type { DutyDraft } from '../contract/sheets.ts'

/** What was brought of one duty; its code, its line and its proofs are worked out. */
export type Brought = Pick<DutyDraft, 'text' | 'cadence' | 'capability' | 'measure'> & {
  /** The duty of the catalogue that says the same. */
  code: string | null
}
type InForce = { code: string; text: string }

/** A sheet holds so many. */
export const MOST_DUTIES = 80

const signs = /[\s,.;:!?，。；：！？、（）()]/g
const plain = (text: string) => text.replace(signs, '')

/**
 * For each duty brought the one in force that it continues: the one of the same words, else the one of the same code.
 * Each is continued once.
 */
export function continued<T extends InForce>(
  brought: readonly Pick<Brought, 'text' | 'code'>[],
  inForce: readonly T[],
) {
  const left = new Set(inForce)
  const take = (fits: (one: T) => boolean) => {
    const found = [...left].find(fits)
    if (found) left.delete(found)
    return found
  }
  const bySaying = brought.map(({ text }) => take((one) => plain(one.text) === plain(text)))
  const lines = brought.map(
    ({ code }, at) => bySaying[at] ?? (code === null ? undefined : take((one) => one.code === code)),
  )
  return { lines, rest: [...left] }
}

/** Codes for duties that continue none: the numbers of the sheet go on. */
export function nextCodes(inForce: readonly string[]): () => string {
  const prefix = /^(.*?)\d+$/.exec(inForce[0] ?? '')?.[1] ?? ''
  let last = Math.max(0, ...inForce.filter((code) => code.startsWith(prefix)).map(numberIn(prefix)))
  return () => {
    last += 1
    return `${prefix}${last}`
  }
}

const numberIn = (prefix: string) => (code: string) => Number(code.slice(prefix.length)) || 0

export function mustBeFewEnough(duties: readonly unknown[], title: string) {
  if (duties.length > MOST_DUTIES) throw new Refusal('duty_sheet.too_many_duties', { title, most: MOST_DUTIES })
}

// What the board decides without looking anything up: rates, the points of a trend, and the address that opens the cases of a figure.
import { addDays, dayNumberOf, weekdayOf } from '../../../platform/calendar/days.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { type Figure, LONGEST_DAYS } from './contract.ts'

export type Days = { from: string; to: string }

export function mustBePeriod({ from, to }: Days) {
  const days = dayNumberOf(to) - dayNumberOf(from) + 1
  if (days < 1 || days > LONGEST_DAYS) throw new Refusal('board.period_wrong', { days: LONGEST_DAYS })
}

/** In percent, to one decimal. */
export const rateOf = (part: number, rest: number): number | null =>
  part + rest === 0 ? null : Math.round((part / (part + rest)) * 1000) / 10

const MOST_DAYS = 62
export const perOf = ({ from, to }: Days): 'day' | 'week' =>
  dayNumberOf(to) - dayNumberOf(from) < MOST_DAYS ? 'day' : 'week'

/** Each day, or each week from Monday on; the first and the last are cut to the period. */
export function spansOf(period: Days): Days[] {
  const spans: Days[] = []
  const step = perOf(period)
  for (let from = period.from; from <= period.to; ) {
    const [to = from] = [step === 'day' ? from : addDays(from, 7 - weekdayOf(from)), period.to].toSorted()
    spans.push({ from, to })
    from = addDays(to, 1)
  }
  return spans
}

type Words = Readonly<Record<string, string | readonly string[] | undefined>>
/** Days in an address are meant whole, as the filters of lists write them. */
export function addressOf(path: string, words: Words): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(words)) {
    for (const one of value === undefined ? [] : [value].flat()) params.append(name, one)
  }
  return `${path}?${params}`
}

export const spanAs = (name: string, { from, to }: Days) => ({ [`${name}From`]: from, [`${name}To`]: to })

/** Figures of one estate, or of `all`: said in the address, since a list would otherwise take the estate chosen in the header. */
export const openersFor = (estateId: string | undefined) => {
  const where = { estateId: estateId ?? 'all' }
  return {
    requests: (n: number, words: Words): Figure => ({ n, opens: addressOf('/requests', { ...words, ...where }) }),
    visits: (n: number, words: Words): Figure => ({ n, opens: addressOf('/return-visits', { ...words, ...where }) }),
  }
}
export type Openers = ReturnType<typeof openersFor>

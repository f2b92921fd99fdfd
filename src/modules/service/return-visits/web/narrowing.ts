// What an address asks of the lists of visits: the tab, and the span and scores of a figure that opens its cases.
import { instantOf } from '../../../../ui/moments.ts'
import type { Query } from '../../../../ui/To.tsx'
import { manyIn, oneIn } from '../../../../ui/url-state.ts'
import type { State } from '../states.ts'

export const TABS = ['due', 'made', 'other'] as const
export type Tab = (typeof TABS)[number]
const STATUSES: Record<Tab, readonly State[]> = {
  due: ['due'],
  made: ['made'],
  other: ['unreachable', 'waived', 'cancelled'],
}

const SPANS = [
  ['from', 'to'],
  ['madeFrom', 'madeTo'],
] as const
export const NARROWING_WORDS = [...SPANS.flat(), 'score', 'status', 'estateId'] as const

const tabIn = (query: Query): Tab => TABS.find((one) => one === oneIn(query, 'tab')) ?? 'due'

/** Days become instants, the last of a span meant whole; `estateId=all` says that the estate chosen in the header is not meant. */
export function narrowedBy(query: Query, zone: string | undefined): Record<string, unknown> {
  const tab = tabIn(query)
  const one = STATUSES[tab].find((status) => status === oneIn(query, 'status'))
  const scores = manyIn(query, 'score')
  const estateId = oneIn(query, 'estateId')
  const instants = SPANS.flatMap(([from, to]) => [
    [from, oneIn(query, from)] as const,
    [to, dayAfter(oneIn(query, to))] as const,
  ]).flatMap(([word, day]) => (day ? [[word, instantOf(day, '00:00', zone)] as const] : []))
  return {
    status: one ? [one] : STATUSES[tab],
    ...(tab === 'due' && oneIn(query, 'everybody') === undefined ? { forMe: true } : {}),
    ...(scores.length > 0 ? { score: scores } : {}),
    ...(estateId ? { estateId: estateId === 'all' ? undefined : estateId } : {}),
    ...Object.fromEntries(instants),
  }
}
const dayAfter = (day: string | undefined) =>
  day ? new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10) : undefined

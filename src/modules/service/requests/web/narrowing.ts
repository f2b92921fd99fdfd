// What an address asks of the list beyond its filters: a figure of another page opens exactly its cases by it.
import { instantOf } from '../../../../ui/moments.ts'
import type { Query } from '../../../../ui/To.tsx'
import { oneIn } from '../../../../ui/url-state.ts'

const SPANS = ['completed', 'closed', 'passed'] as const
/** In the order in which the page names them. */
export const NARROWINGS = [
  'mine',
  'customerId',
  'placeId',
  'buildingId',
  'unassigned',
  'noArea',
  'finish',
  ...SPANS,
  'estateId',
] as const
export type Narrowing = (typeof NARROWINGS)[number]

/** The words of an address that one of them goes by. */
export const wordsBehind = (narrowing: Narrowing): readonly string[] =>
  SPANS.some((span) => span === narrowing) ? [`${narrowing}From`, `${narrowing}To`] : [narrowing]

const EVERY_WORD = NARROWINGS.flatMap(wordsBehind)

/** `estateId=all` says that the estate chosen in the header is not meant. */
export function givenIn(query: Query): Record<string, string | undefined> {
  const said = EVERY_WORD.flatMap((word) => {
    const value = oneIn(query, word)
    return value ? [[word, value === 'all' ? undefined : value] as const] : []
  })
  return Object.fromEntries(said)
}

/** Days become instants; the last of a span is meant whole. */
export function instantsOf(asked: Readonly<Record<string, unknown>>, zone: string | undefined) {
  const spans = [['from', 'to'], ...SPANS.map((span) => [`${span}From`, `${span}To`])]
  const said = spans.flatMap(([from = '', to = '']) => [
    [from, asked[from], (day: string) => day] as const,
    [to, asked[to], dayAfter] as const,
  ])
  return Object.fromEntries(
    said.flatMap(([word, day, of]) => (typeof day === 'string' ? [[word, instantOf(of(day), '00:00', zone)]] : [])),
  )
}
const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)

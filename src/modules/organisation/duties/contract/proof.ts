// Proofs: by what it is seen that a duty is done, as data. Counted ones are read from the ledger; shown ones are kept by the program itself.
import { z } from 'zod'

/** Whose the count is: the person's own doing, what happened in the areas held, in the estate, in the whole company. */
export const CREDITS = ['own', 'area', 'estate', 'company'] as const
export type Credit = (typeof CREDITS)[number]

export const SPELLS = ['working_day', 'day', 'week', 'month', 'quarter', 'half_year', 'year'] as const
export type Spell = (typeof SPELLS)[number]

/** An event of the ledger by its name, and where needed by what its details say or where it led. */
export const EventMatch = z.object({
  event: z.string().regex(/^[a-z][a-z_]*\.[a-z][a-z_]*$/),
  where: z.record(z.string(), z.union([z.string(), z.array(z.string())])).optional(),
  /** The states to which it led. */
  to: z.array(z.string()).optional(),
})
export type EventMatch = z.output<typeof EventMatch>

/** By when something that opened must be answered. */
const Limit = z.union([
  /** The room says so itself: where in the details of its events the instant stands, for example `limits.finish`; null there stops it. */
  z.object({ detail: z.string().max(60) }),
  z.object({ hours: z.number().positive().max(9000) }),
  /** By the end of that working day; 0 is the same day. */
  z.object({ workingDays: z.int().min(0).max(366) }),
])
export type Limit = z.output<typeof Limit>

/** Where the work is done from Today, and what permission it takes. */
export const Way = z.object({ page: z.string().regex(/^\//).max(200), needs: z.string().max(80).nullable() })
export type Way = z.output<typeof Way>

const counted = {
  /** The measure of a room that it was made from, for its name on pages. */
  of: z.string().max(80),
  credit: z.enum(CREDITS),
  /** Whose own doing it is: whoever acted, or the person that the details name under this key. */
  owner: z.string().max(60).default('actor'),
  way: Way.nullable().default(null),
}
/** Of all that opened, what was answered in time. */
export const Coverage = z.object({
  kind: z.literal('coverage'),
  ...counted,
  opens: z.array(EventMatch).min(1).max(12),
  answers: z.array(EventMatch).min(1).max(12),
  /** What takes the matter off the table without an answer. */
  drops: z.array(EventMatch).max(12).default([]),
  /** What only moves it: another limit, another area, another person. */
  moves: z.array(EventMatch).max(12).default([]),
  limit: Limit.nullable(),
})
export type Coverage = z.output<typeof Coverage>
/** So many times in each spell. */
export const Cadenced = z.object({
  kind: z.literal('cadence'),
  ...counted,
  events: z.array(EventMatch).min(1).max(12),
  /** What takes back the last one on the same record. */
  undone: z.array(EventMatch).max(12).default([]),
  /** Where the details say for which day it counts; else the day on which it was done. */
  day: z.string().max(60).optional(),
  times: z.int().min(1).max(999),
  per: z.enum(SPELLS),
})
export type Cadenced = z.output<typeof Cadenced>
export const Counted = z.discriminatedUnion('kind', [Coverage, Cadenced])
export type Counted = z.output<typeof Counted>

/** The program keeps the rule, shows the board, or finds the answer; there is nothing to count. */
export const Shown = z.object({
  kind: z.enum(['rule', 'board', 'lookup']),
  of: z.string().max(80),
  way: Way.nullable().default(null),
})
export type Shown = z.output<typeof Shown>
export type Proof = Counted | Shown
export const isCounted = (proof: Proof): proof is Counted => proof.kind === 'coverage' || proof.kind === 'cadence'

/** A room's ways of proving duties, by name; `<room>.<name>` is how sheets refer to them. */
export type Measures = Readonly<Record<string, Measure>>
export type Measure = { zh: string; en: string; proof: DraftOf<Counted> | Omit<Shown, 'of'> }
type DraftOf<T> = T extends Counted
  ? Omit<T, 'of' | 'owner' | 'way' | 'drops' | 'moves' | 'undone'> & {
      owner?: string
      way?: Way
      drops?: readonly EventMatch[]
      moves?: readonly EventMatch[]
      undone?: readonly EventMatch[]
    }
  : never

/** A measure of a room, by `<room>.<name>`, and what differs from it for this duty. */
export type ProofUse = { of: string; credit?: Credit } & Partial<Pick<Cadenced, 'times' | 'per'>> &
  Partial<Pick<Coverage, 'limit'>>

/** Measures by `<room>.<name>`. */
export type Known = ReadonlyMap<string, { zh: string; en: string; proof: Proof }>

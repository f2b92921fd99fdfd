// Reads what the standings of several people need in a handful of queries, whoever and however many they are.
import { dayOf } from '../../../../platform/calendar/zones.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Counted } from '../contract/proof.ts'
import * as sql from '../queries/standings.ts'
import { type Bound, type DayTally, type OpenCount, spellOf } from '../rules/standing.ts'
import { type Binding, boundsOf, estatesOfCompany } from './bindings.ts'

/** `whos`: everybody named by the bounds, once. */
export type Use = { key: string; proof: Counted; bounds: readonly Bound[]; whos: readonly string[] }
/** Enough to sum days. */
export type Tallied = { today: string; tallies(use: Use): DayTally[] }
export type Figures = Tallied & { opens(use: Use): OpenCount[] }

/** Of each binding: each way in which each duty is counted, with whom it counts to and when, by the line of the duty. */
export async function usesOf(ctx: Ctx, bindings: readonly Binding[]): Promise<Map<string, Use[]>[]> {
  const estateIds = await estatesOfCompany(ctx)
  const { companyId } = ctx.user
  return bindings.map(
    (binding) =>
      new Map(
        binding.duties.map(({ lineId, proofs, sinceOn }) => [
          lineId,
          proofs.map(({ key, proof }) => {
            const bounds = boundsOf(proof, binding, { companyId, estateIds, sinceOn })
            return { key, proof, bounds, whos: [...new Set(bounds.map(({ who }) => who))] }
          }),
        ]),
      ),
  )
}

/** `from` and `to`: the days that will be summed; spells that reach further back are read whole. */
export async function figuresOf(ctx: Ctx, uses: readonly Use[], days: { from: string; to: string }): Promise<Figures> {
  const { today, tallies } = await talliesOf(ctx, uses, days)
  const opens = new Map((await sql.listOpenCounts(ctx.tx, pairsOf(uses), ctx.now)).map((row) => [placeOf(row), row]))
  return {
    today,
    tallies,
    opens: ({ key, whos }) => whos.flatMap((who) => opens.get(placeOf({ proofKey: key, who })) ?? []),
  }
}

export async function talliesOf(ctx: Ctx, uses: readonly Use[], days: { from: string; to: string }): Promise<Tallied> {
  const today = dayOf(ctx.now, ctx.user.zone)
  const proofs = new Map(uses.map(({ key, proof }) => [key, proof]))
  const starts = new Map([...proofs].map(([key, proof]) => [key, earliest(proof, [days.from, today])]))
  const pairs = pairsOf(uses).map((pair) => ({ ...pair, from: starts.get(pair.key) ?? days.from }))
  const to = [days.to, today].toSorted().at(-1) ?? today
  const tallies = Map.groupBy(await sql.listTallies(ctx.tx, pairs, to), placeOf)
  return {
    today,
    tallies: ({ key, whos }) => whos.flatMap((who) => tallies.get(placeOf({ proofKey: key, who })) ?? []),
  }
}

/** Two duties that are counted alike for the same person ask once. */
const pairsOf = (uses: readonly Use[]): sql.Pair[] => [
  ...new Map(
    uses.flatMap(({ key, whos }) => whos.map((who) => [placeOf({ proofKey: key, who }), { key, who }] as const)),
  ).values(),
]

const placeOf = ({ proofKey, who }: { proofKey: string; who: string }) => `${proofKey} ${who}`

function earliest(proof: Counted, days: readonly string[]): string {
  const starts = days.map((day) => (proof.kind === 'cadence' ? spellOf(proof.per, day).firstOn : day))
  return starts.toSorted()[0] ?? ''
}

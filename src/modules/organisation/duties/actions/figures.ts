// Reads what the standings of several people need in a handful of queries, whoever and however many they are.
import { dayOf } from '../../../../platform/calendar/zones.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Counted } from '../contract/proof.ts'
import * as sql from '../queries/standings.ts'
import { type Bound, type DayTally, type OpenCount, spellOf } from '../rules/standing.ts'
import { type Binding, boundsOf, estatesOfCompany } from './bindings.ts'

export type Use = { key: string; proof: Counted; bounds: readonly Bound[] }
/** Enough to sum days. */
export type Tallied = { today: string; tallies(use: Use): DayTally[] }
export type Figures = Tallied & { opens(use: Use): OpenCount[] }
export const whosOf = ({ bounds }: Pick<Use, 'bounds'>) => [...new Set(bounds.map(({ who }) => who))]

/** Of each binding: each way in which each duty is counted, with whom it counts to and when, by the line of the duty. */
export async function usesOf(ctx: Ctx, bindings: readonly Binding[]): Promise<Map<string, Use[]>[]> {
  const estateIds = await estatesOfCompany(ctx)
  const { companyId } = ctx.user
  return bindings.map(
    (binding) =>
      new Map(
        binding.duties.map(({ lineId, proofs, sinceOn }) => [
          lineId,
          proofs.map(({ key, proof }) => ({
            key,
            proof,
            bounds: boundsOf(proof, binding, { companyId, estateIds, sinceOn }),
          })),
        ]),
      ),
  )
}

/** `from` and `to`: the days that will be summed; spells that reach further back are read whole. */
export async function figuresOf(ctx: Ctx, uses: readonly Use[], days: { from: string; to: string }): Promise<Figures> {
  const { today, tallies } = await talliesOf(ctx, uses, days)
  const whos = [...new Set(uses.flatMap(whosOf))]
  const asked = { keys: [...new Set(uses.map(({ key }) => key))], whos }
  const opens = new Map((await sql.listOpenCounts(ctx.tx, asked, ctx.now)).map((row) => [placeOf(row), row]))
  const each = <T>(use: Use, pick: (place: string) => T) => whosOf(use).map((who) => pick(`${use.key} ${who}`))
  return {
    today,
    tallies,
    opens: (use) => each(use, (place) => opens.get(place) ?? []).flat(),
  }
}

export async function talliesOf(ctx: Ctx, uses: readonly Use[], days: { from: string; to: string }): Promise<Tallied> {
  const today = dayOf(ctx.now, ctx.user.zone)
  const proofs = new Map(uses.map(({ key, proof }) => [key, proof]))
  const spans = [...proofs].map(([key, proof]) => ({ key, from: earliest(proof, [days.from, today]) }))
  const whos = [...new Set(uses.flatMap(whosOf))]
  const to = [days.to, today].toSorted().at(-1) ?? today
  const tallies = Map.groupBy(await sql.listTallies(ctx.tx, { spans, whos, to }), placeOf)
  return { today, tallies: (use) => whosOf(use).flatMap((who) => tallies.get(`${use.key} ${who}`) ?? []) }
}

const placeOf = ({ proofKey, who }: { proofKey: string; who: string }) => `${proofKey} ${who}`

function earliest(proof: Counted, days: readonly string[]): string {
  const starts = days.map((day) => (proof.kind === 'cadence' ? spellOf(proof.per, day).firstOn : day))
  return starts.toSorted()[0] ?? ''
}

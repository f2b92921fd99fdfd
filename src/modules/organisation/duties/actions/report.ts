// The fulfilment report (履职报告) of one person and month, and the evidence behind each of its figures.
import { endOfMonth } from '../../../../platform/calendar/days.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import type { duties, Report } from '../contract/duties.ts'
import * as sql from '../queries/standings.ts'
import { type Bound, spellsDecided, sumOf } from '../rules/standing.ts'
import { rateOf, totalOf, verdictOf } from '../rules/verdict.ts'
import { type Binding, bindingsOf, titlesOf } from './bindings.ts'
import { type Tallied, talliesOf, type Use, usesOf } from './figures.ts'
import { lookedAt } from './superiors.ts'

type Verbs = (typeof duties)['verbs']

export async function report(ctx: Ctx, { staffId, month }: Input<Verbs['report']>): Promise<Report> {
  const { id, name } = await lookedAt(ctx, staffId)
  const from = `${month}-01`
  const days = { from, to: endOfMonth(from) }
  const bindings = await bindingsOf(ctx, { ...days, staffIds: [id] })
  const uses = await usesOf(ctx, bindings)
  const figures = await talliesOf(
    ctx,
    uses.flatMap((byLine) => [...byLine.values()].flat()),
    days,
  )
  const lines = bindings.flatMap((binding, at) => linesOf(binding, uses[at] ?? new Map(), figures, days))
  const total = totalOf(lines.map(({ sum }) => sum))
  return {
    person: { id, name, posts: titlesOf(bindings) },
    month,
    lines,
    total,
    rate: rateOf(total),
    checks: await sql.listChecks(ctx.tx, id, days.from, days.to),
  }
}

function linesOf(
  { duties: bound, postTitle, postTitleEn }: Binding,
  uses: ReadonlyMap<string, readonly Use[]>,
  figures: Tallied,
  days: { from: string; to: string },
): Report['lines'] {
  return bound.map(({ lineId, code, text, textEn, cadence, measure, measureEn, shown }) => {
    const ways = uses.get(lineId) ?? []
    const sum = totalOf(
      ways.map((use) => sumOf(use.proof, figures.tallies(use), use.bounds, { ...days, today: figures.today })),
    )
    const verdict = verdictOf(sum, ways.length > 0, shown !== null)
    return { lineId, code, text, textEn, cadence, postTitle, postTitleEn, measure, measureEn, verdict, sum }
  })
}

export async function evidence(ctx: Ctx, { lineId, staffId, from, to, state, limit, after }: Input<Verbs['evidence']>) {
  const { id } = await lookedAt(ctx, staffId)
  const bindings = await bindingsOf(ctx, { from, to, staffIds: [id] })
  if (!bindings.some(({ duties: bound }) => bound.some((duty) => duty.lineId === lineId))) {
    throw new Refusal('duty.not_found', { id: lineId })
  }
  const ways = (await usesOf(ctx, bindings)).flatMap((byLine) => byLine.get(lineId) ?? [])
  const figures = await talliesOf(ctx, ways, { from, to })
  const spans = withoutOverlap(ways.flatMap((use) => spansOf(use, figures, { from, to, state })))
  const offset = Number(after ?? 0)
  const { today } = figures
  const rows = await sql.listEvidence(ctx.tx, { spans, state, today, now: ctx.now, limit: limit + 1, offset })
  const now = ctx.now.toISOString()
  const names = new Map(ways.map(({ key, proof }) => [key, proof.of]))
  return {
    items: rows.slice(0, limit).map((row) => ({
      ...row,
      of: names.get(row.proofKey) ?? '',
      overdue: row.state === 'open' && row.dueAt !== null && row.dueAt < now,
    })),
    next: rows.length > limit ? String(offset + limit) : null,
    total: null,
    more: rows.length > limit,
  }
}

type Asked = { from: string; to: string; state: sql.EvidenceState }
/** The very days that the figures of the report were summed over. */
function spansOf(use: Use, figures: Tallied, { from, to, state }: Asked): sql.EvidenceSpan[] {
  const { key, proof, bounds } = use
  const { today } = figures
  if (proof.kind === 'coverage') return bounds.flatMap((bound) => spanWithin({ key, bound, from, to }))
  const spells = spellsDecided(proof, figures.tallies(use), bounds, { from, to, today })
  return spells
    .filter(({ met }) => OUTCOMES[state].includes(met))
    .map(({ who, firstOn, lastOn }) => ({ key, who, fromOn: firstOn, toOn: lastOn, deeds: true }))
}

/** Of a spell: met or not; it is never open, nor late. */
const OUTCOMES: Record<sql.EvidenceState, readonly boolean[]> = {
  ...{ met: [true], missed: [false], due: [true, false], all: [true, false] },
  ...{ open: [], overdue: [], late: [] },
}

function spanWithin({ key, bound, from, to }: { key: string; bound: Bound; from: string; to: string }) {
  const fromOn = bound.fromOn > from ? bound.fromOn : from
  const toOn = bound.toOn !== null && bound.toOn < to ? bound.toOn : to
  return fromOn <= toOn ? [{ key, who: bound.who, fromOn, toOn, deeds: false }] : []
}

/** Whoever is bound twice on the same day answers for its records once. */
function withoutOverlap(spans: readonly sql.EvidenceSpan[]): sql.EvidenceSpan[] {
  return [...Map.groupBy(spans, ({ key, who }) => `${key} ${who}`).values()].flatMap((same) => {
    const merged: sql.EvidenceSpan[] = []
    for (const span of same.toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1))) {
      const last = merged.at(-1)
      if (!last || span.fromOn > last.toOn) merged.push({ ...span })
      else if (span.toOn > last.toOn) last.toOn = span.toOn
    }
    return merged
  })
}

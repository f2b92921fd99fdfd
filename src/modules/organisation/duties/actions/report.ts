// The fulfilment report (履职报告) of one person and month, and the evidence behind each of its figures.
import { endOfMonth } from '../../../../platform/calendar/days.ts'

import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import type { duties, Report } from '../contract/duties.ts'
import * as sql from '../queries/standings.ts'
import { sumOf } from '../rules/standing.ts'
import { rateOf, totalOf, verdictOf } from '../rules/verdict.ts'
import { type Binding, bindingsOf } from './bindings.ts'
import { type Figures, figuresOf, type Use, usesOf, whosOf } from './figures.ts'
import { lookedAt } from './superiors.ts'

type Verbs = (typeof duties)['verbs']

export async function report(ctx: Ctx, { staffId, month }: Input<Verbs['report']>): Promise<Report> {
  const { id, name } = await lookedAt(ctx, staffId)
  const from = `${month}-01`
  const days = { from, to: endOfMonth(from) }
  const bindings = await bindingsOf(ctx, { ...days, staffIds: [id] })
  const uses = await usesOf(ctx, bindings)
  const figures = await figuresOf(
    ctx,
    uses.flatMap((byLine) => [...byLine.values()].flat()),
    days,
  )
  const lines = bindings.flatMap((binding, at) => linesOf(binding, uses[at] ?? new Map(), figures, days))
  const total = totalOf(lines.map(({ sum }) => sum))
  return {
    person: { id, name, posts: [...new Set(bindings.map(({ postTitle }) => postTitle))] },
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
  figures: Figures,
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
  const bindings = await bindingsOf(ctx, {
    from,
    to,
    staffIds: [id, ...ctx.user.actingFor.map((one) => one.principalId)],
  })
  const ways = (await usesOf(ctx, bindings)).flatMap((byLine) => byLine.get(lineId) ?? [])
  if (!bindings.some(({ duties: bound }) => bound.some((duty) => duty.lineId === lineId))) {
    throw new Refusal('duty.not_found', { id: lineId })
  }
  const offset = Number(after ?? 0)
  const asked = { keys: [...new Set(ways.map(({ key }) => key))], whos: [...new Set(ways.flatMap(whosOf))] }
  const rows = await sql.listEvidence(ctx.tx, { ...asked, from, to, state, now: ctx.now, limit: limit + 1, offset })
  const now = ctx.now.toISOString()
  return {
    items: rows.slice(0, limit).map((row) => ({
      ...row,
      overdue: row.state === 'open' && row.dueAt !== null && row.dueAt < now,
    })),
    next: rows.length > limit ? String(offset + limit) : null,
    total: null,
    more: rows.length > limit,
  }
}

// A month of duties of everybody below somebody, summed for each person and post: the same sums as the reports that open from them.
import { endOfMonth } from '../../../../platform/calendar/days.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { type Sum, sumOf } from '../rules/standing.ts'
import { totalOf } from '../rules/verdict.ts'
import { type Binding, bindingsOf } from './bindings.ts'
import { talliesOf, usesOf } from './figures.ts'
import { teamOf } from './superiors.ts'

/** One post of one person. */
export type Fulfilment = {
  staffId: string
  name: string
  postId: string
  postTitle: string
  postTitleEn: string
  sum: Sum
}

/** With an estate: whoever holds a post there, or one for the whole company; their other posts count too, as in the report. */
export async function fulfilmentBelow(ctx: Ctx, month: string, estateId?: string): Promise<Fulfilment[]> {
  const names = new Map((await teamOf(ctx)).map(({ staffId, name }) => [staffId, name]))
  if (names.size === 0) return []
  const days = { from: `${month}-01`, to: endOfMonth(`${month}-01`) }
  const all = await bindingsOf(ctx, { ...days, staffIds: [...names.keys()] })
  const here = new Set(all.filter((one) => isIn(one, estateId)).map(({ staffId }) => staffId))
  const bindings = all.filter(({ staffId }) => here.has(staffId))
  const uses = await usesOf(ctx, bindings)
  const figures = await talliesOf(
    ctx,
    uses.flatMap((byLine) => [...byLine.values()].flat()),
    days,
  )
  return bindings.map(({ staffId, postId, postTitle, postTitleEn }, at) => ({
    ...{ staffId, postId, postTitle, postTitleEn, name: names.get(staffId) ?? '' },
    sum: totalOf(
      [...(uses[at]?.values() ?? [])]
        .flat()
        .map((use) => sumOf(use.proof, figures.tallies(use), use.bounds, { ...days, today: figures.today })),
    ),
  }))
}

const isIn = ({ spans }: Binding, estateId: string | undefined) =>
  estateId === undefined || spans.some((span) => span.estateId === null || span.estateId === estateId)

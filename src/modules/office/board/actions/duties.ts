// How a month of duties was fulfilled by everybody below the caller, by post and by person.
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { type DutySum, dutyRateOf, fulfilmentBelow, totalOfDuties } from '../../../organisation/duties/module.ts'
import type { BoardDuties, board } from '../contract.ts'
import { addressOf } from '../rules.ts'
import { scopeFor } from './scope.ts'

type Given = Input<(typeof board)['verbs']['duties']>

export async function duties(ctx: Ctx, { estateId: asked, month }: Given): Promise<BoardDuties> {
  const { estateId } = await scopeFor(ctx, asked)
  const lines = await fulfilmentBelow(ctx, month, estateId)
  const together = (sums: readonly DutySum[]) => {
    const sum = totalOfDuties(sums)
    return { sum, rate: dutyRateOf(sum) }
  }
  const sumsOf = (some: typeof lines) => together(some.map(({ sum }) => sum))
  const posts = [...Map.groupBy(lines, ({ postId }) => postId)].map(([postId, some]) => ({
    ...{ postId, title: some[0]?.postTitle ?? '', titleEn: some[0]?.postTitleEn ?? '' },
    ...{ people: new Set(some.map(({ staffId }) => staffId)).size, ...sumsOf(some) },
  }))
  const people = [...Map.groupBy(lines, ({ staffId }) => staffId)].map(([staffId, some]) => ({
    ...{ staffId, name: some[0]?.name ?? '', postIds: some.map(({ postId }) => postId), ...sumsOf(some) },
    opens: addressOf('/duties/report', { staffId, month }),
  }))
  return { month, total: sumsOf(lines), posts: posts.toSorted(leastFirst), people: people.toSorted(leastFirst) }
}

/** Who needs looking at stands first; who was asked nothing, last. */
const leastFirst = (a: { rate: number | null }, b: { rate: number | null }) => (a.rate ?? 101) - (b.rate ?? 101)

// Which estate a person looks at: the one asked for, if it is within reach; the first where not all may be looked at together.
import { estatesWithin } from '../../../../platform/access.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { listEstates } from '../../../organisation/estates/module.ts'

export async function scopeFor(ctx: Ctx, asked: string | undefined) {
  const within = estatesWithin(ctx.user, 'board.read')
  const all = await listEstates(ctx.tx)
  const estates = all.filter(({ id }) => within === undefined || within.includes(id))
  if (asked !== undefined && !estates.some(({ id }) => id === asked)) {
    throw new Refusal('access.out_of_reach', { permission: 'board.read' })
  }
  const mayAll = estates.length === all.length
  const estateId = asked ?? (mayAll ? undefined : estates[0]?.id)
  if (estateId === undefined && !mayAll) throw new Refusal('access.out_of_reach', { permission: 'board.read' })
  return { estateId, mayAll, estates: estates.map(({ id, name }) => ({ id, name })) }
}

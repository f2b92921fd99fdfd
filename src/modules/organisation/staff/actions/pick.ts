// People to choose from, for dispatch and for handing over.
import { mustReach, scopeOf } from '../../../../platform/access.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import type { staff } from '../contract.ts'
import { listGrantedIn, listHeldIn } from '../queries/held.ts'
import { pickPeople } from '../queries/people.ts'
import { today } from './shown.ts'

export const pick = async (ctx: Ctx, { estateId, permission, ...wanted }: Input<typeof staff.verbs.pick>) => {
  const staffIds = new Set<string>()
  for (const place of placesWanted(ctx, estateId)) {
    const people = permission
      ? await listGrantedIn(ctx.tx, permission, place, today(ctx))
      : await listHeldIn(ctx.tx, place, today(ctx))
    for (const person of people) staffIds.add(person.staffId)
  }
  const rows = await pickPeople(ctx.tx, today(ctx), { ...wanted, staffIds: [...staffIds] })
  const items = rows.map(({ id, no, name, phone, trades, onDuty, posts }) => ({
    id,
    no,
    name,
    phone,
    trades,
    onDuty,
    posts: posts.map(({ title, titleEn }) => ({ title, titleEn })),
  }))
  return { items }
}

/** Without a wish: everywhere the grant reaches. */
function placesWanted({ user }: Ctx, estateId: string | undefined): (string | null)[] {
  const scope = scopeOf(user, 'staff.pick')
  if (estateId) {
    mustReach(user, 'staff.pick', { estateId })
    return [estateId]
  }
  return scope?.company ? [null] : [...(scope?.estateIds ?? [])]
}

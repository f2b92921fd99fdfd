// Whose duties a person may look at: one's own, those stood in for, and those of everybody below.
import { dayOf } from '../../../../platform/calendar/zones.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { getStaff, subordinatesOf } from '../../staff/module.ts'

/** Subordinates of the person and of whoever the person stands in for. */
export const teamOf = (ctx: Ctx) =>
  subordinatesOf(
    ctx.tx,
    [ctx.user.id, ...ctx.user.actingFor.map(({ principalId }) => principalId)],
    dayOf(ctx.now, ctx.user.zone),
  )

export async function isAbove(ctx: Ctx, staffId: string) {
  return (await teamOf(ctx)).some((one) => one.staffId === staffId)
}

/** The person asked for; refused unless it is oneself, somebody stood in for, or somebody below. */
export async function lookedAt(ctx: Ctx, staffId: string | undefined) {
  const id = staffId ?? ctx.user.id
  const person = await getStaff(ctx.tx, id)
  const near = id === ctx.user.id || ctx.user.actingFor.some(({ principalId }) => principalId === id)
  const above = !near && (await isAbove(ctx, id))
  if (!near && !above) throw new Refusal('duty.not_superior')
  return { id, name: person.name, above }
}

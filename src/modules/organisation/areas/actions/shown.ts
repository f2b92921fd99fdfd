// An area as its verbs find it and as answers show it.
import { canOf, mustReach, reaches, type User } from '../../../../platform/access.ts'
import { archivingOf } from '../../../../platform/archiving.ts'
import { dayOf } from '../../../../platform/calendar/zones.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { lockCompany } from '../../estates/module.ts'
import { type AreaLine, findArea, lockArea } from '../queries.ts'
import { areaLife } from '../states.ts'

const VERBS = ['change', 'assign', 'release', 'archive', 'restore'] as const
type Verb = (typeof VERBS)[number]

export const today = ({ now, user }: Ctx) => dayOf(now, user.zone)
const placeOf = ({ id, estateId }: AreaLine) => ({ areaId: id, estateId })
/** To assign and to release is to change the area. */
const moveOf = (verb: Verb) => (verb === 'assign' || verb === 'release' ? 'change' : verb)

export async function readable(ctx: Ctx, id: string): Promise<AreaLine> {
  const area = await findArea(ctx.tx, today(ctx), id)
  if (!area || !reaches(ctx.user, 'areas.read', placeOf(area))) throw new Refusal('area.not_found', { id })
  return area
}

export async function locked(ctx: Ctx, id: string, verb: Verb) {
  await lockCompany(ctx.tx)
  await lockArea(ctx.tx, id)
  const area = await readable(ctx, id)
  mustReach(ctx.user, `areas.${verb}`, placeOf(area))
  areaLife.next(archivingOf(area), moveOf(verb))
  return area
}

export const shown = (user: User, row: AreaLine) => ({
  ...row,
  status: archivingOf(row),
  can: canOf(
    VERBS,
    (verb) =>
      areaLife.can(archivingOf(row), moveOf(verb)) &&
      reaches(user, `areas.${verb}`, placeOf(row)) &&
      ((verb !== 'archive' && verb !== 'release') || row.holders.length > 0 === (verb === 'release')),
  ),
})

export const shownNow = async (ctx: Ctx, id: string) => shown(ctx.user, await readable(ctx, id))

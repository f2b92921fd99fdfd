// A deputyship as answers show it.
import { canOf, reaches } from '../../../../platform/access.ts'
import { dayOf } from '../../../../platform/calendar/zones.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { ladderOf } from '../../staff/module.ts'
import { type DeputyRow, VERBS } from '../contract.ts'
import type { DeputyLine } from '../queries.ts'
import { maySpeakFor } from '../rules.ts'
import { life } from '../states.ts'

export async function rowShown(ctx: Ctx, line: DeputyLine): Promise<DeputyRow> {
  const { user, tx, now } = ctx
  const { principalId, estateId, status } = line
  const possible = canOf(
    VERBS,
    (verb) => life.can(status, verb) && reaches(user, `deputies.${verb}`, { estateId, ownerIds: [principalId] }),
  )
  if (possible.length === 0) return { ...line, can: [] }
  const above = (await ladderOf(tx, principalId, estateId, dayOf(now, user.zone))).flat()
  return { ...line, can: maySpeakFor(user, principalId, above) ? possible : [] }
}

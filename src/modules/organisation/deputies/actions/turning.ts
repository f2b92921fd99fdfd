// What the clock brings about: deputyships begin and end.
import { dayOf } from '../../../../platform/calendar/zones.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { listToEnd, listToStart } from '../queries.ts'
import { finish, start, tell } from './naming.ts'

export async function turn(ctx: Ctx) {
  for (const line of await listToStart(ctx.tx, ctx.now)) {
    await start(ctx, line)
    await tell(ctx, line, 'deputy.started', [line.deputyId, line.principalId])
  }
  for (const line of await listToEnd(ctx.tx, ctx.now, dayOf(ctx.now, ctx.user.zone))) await finish(ctx, line, line.why)
}

// Tells both sides once that a task is overdue.
import type { Ctx } from '../../../../platform/context.ts'
import { notify } from '../../../../platform/notifications/notify.ts'
import { listOverdue } from '../queries/tasks.ts'

/** What has been overdue for longer was told before. */
const LOOK_BACK_MS = 2 * 86_400_000

export async function remind(ctx: Ctx) {
  const since = new Date(ctx.now.getTime() - LOOK_BACK_MS)
  for (const { id, no, title, assigneeId, assignedById, dueAt } of await listOverdue(ctx.tx, ctx.now, since)) {
    await notify(ctx, {
      to: [assigneeId, assignedById],
      kind: 'task.overdue',
      params: { no, title, dueAt },
      record: { kind: 'task', id },
      dedupe: `overdue ${id} ${dueAt}`,
    })
  }
}

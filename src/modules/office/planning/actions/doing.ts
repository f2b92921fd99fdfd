// Verbs of whoever was given something to do: start and finish.
import { linkAttachments } from '../../../../platform/attachments/linking.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import type { tasks } from '../contract/tasks.ts'
import { updateTask } from '../queries/tasks.ts'
import { isLate } from '../rules.ts'
import { life } from '../states.ts'
import { locked, recorded, rowShown, tell } from './shown.ts'

type Verbs = typeof tasks.verbs

export async function start(ctx: Ctx, { id }: Input<Verbs['start']>) {
  const task = await locked(ctx, id, 'start')
  const status = life.next(task.status, 'start')
  await updateTask(ctx.tx, id, { status, startedAt: ctx.now })
  return rowShown(ctx.user, await recorded(ctx, id, { name: 'task.started', from: task.status }))
}

export async function finish(ctx: Ctx, { id, note, photoIds }: Input<Verbs['finish']>) {
  const task = await locked(ctx, id, 'finish')
  const status = life.next(task.status, 'finish')
  await linkAttachments(ctx, { recordKind: 'task', recordId: id, ids: photoIds, label: 'finished' })
  await updateTask(ctx.tx, id, { status, finishedAt: ctx.now, finishNote: note })
  const late = isLate(task.dueAt, ctx.now)
  const details = { note, late, photos: photoIds.length }
  const next = await recorded(ctx, id, { name: 'task.finished', from: task.status, details })
  await tell(ctx, next, 'task.finished', [task.assignedById])
  return rowShown(ctx.user, next)
}

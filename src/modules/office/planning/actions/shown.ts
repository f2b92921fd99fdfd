// A task as its verbs find it and as answers show it.
import { mustReach, reaches, type User } from '../../../../platform/access.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { recordEvent } from '../../../../platform/ledger.ts'
import { notify } from '../../../../platform/notifications/notify.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import type { TaskRow, VERBS } from '../contract/tasks.ts'
import { findTask, getTask, lockTask, type SelectedTask } from '../queries/tasks.ts'
import { locateFor, verbsFor } from '../rules.ts'

export const rowShown = (user: User, row: SelectedTask): TaskRow => {
  const { aboutKind, aboutId, aboutNo } = row
  const about = aboutKind && aboutId ? { kind: aboutKind, id: aboutId, no: aboutNo ?? '' } : null
  return { ...row, about, can: verbsFor(user, row) }
}

export async function readable(ctx: Ctx, id: string): Promise<SelectedTask> {
  const task = await findTask(ctx.tx, id)
  if (!task || !reaches(ctx.user, 'tasks.read', locateFor('read', task))) throw new Refusal('task.not_found', { id })
  return task
}

export async function locked(ctx: Ctx, id: string, verb: (typeof VERBS)[number]): Promise<SelectedTask> {
  await lockTask(ctx.tx, id)
  const task = await readable(ctx, id)
  mustReach(ctx.user, `tasks.${verb}`, locateFor(verb, task))
  return task
}

/** Whom and what a task concerns, as each of its events says it. */
const detailsOf = (task: SelectedTask) => ({
  no: task.no,
  title: task.title,
  assigneeId: task.assigneeId,
  assignee: task.assigneeName,
  assignedById: task.assignedById,
  dueAt: task.dueAt,
  ...(task.forDay ? { forDay: task.forDay } : {}),
})

type Said = { name: string; from?: string; details?: Record<string, unknown> }
/** Records what was done with a task that is written already, and answers with it. */
export async function recorded(ctx: Ctx, id: string, { name, from, details }: Said): Promise<SelectedTask> {
  const task = await getTask(ctx.tx, id)
  const { estateId, areaId, status } = task
  await recordEvent(ctx, {
    name,
    recordId: id,
    estateId,
    areaId,
    to: status,
    ...(from ? { from } : {}),
    details: { ...detailsOf(task), ...details },
  })
  return task
}

export const tell = (ctx: Ctx, task: SelectedTask, kind: string, to: readonly string[]) =>
  notify(ctx, {
    to: to.filter((id) => id !== ctx.user.id),
    kind,
    params: { no: task.no, title: task.title, by: ctx.user.name, assignee: task.assigneeName },
    record: { kind: 'task', id: task.id },
  })

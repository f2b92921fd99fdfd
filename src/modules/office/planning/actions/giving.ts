// Verbs of whoever gives something to do: assign, change, check, return, cancel.
import { actFor, mustReach } from '../../../../platform/access.ts'
import { dayOf } from '../../../../platform/calendar/zones.ts'
import { changedOf } from '../../../../platform/changed.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { newId } from '../../../../platform/ids.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { getArea } from '../../../organisation/areas/module.ts'
import { findEstateInUse } from '../../../organisation/estates/module.ts'
import { subordinatesOf } from '../../../organisation/staff/module.ts'
import type { tasks } from '../contract/tasks.ts'
import { listPeople } from '../queries/people.ts'
import { insertTask, updateTask } from '../queries/tasks.ts'
import { mustBeAhead, mustBeAnother } from '../rules.ts'
import { life } from '../states.ts'
import { locked, recorded, rowShown, tell } from './shown.ts'

type Verbs = typeof tasks.verbs
type Given<V extends keyof Verbs> = Input<Verbs[V]>

/** Before a number is taken: RW 任务. */
const PREFIX = 'RW'

export async function assign(ctx: Ctx, { assigneeIds, about, ...draft }: Given<'assign'>) {
  const { tx, user, now } = ctx
  const today = dayOf(now, user.zone)
  mustReach(user, 'tasks.assign', { ownerIds: [user.id, ...user.actingFor.map(({ principalId }) => principalId)] })
  mustBeAhead(draft.dueAt, now)
  const wanted = [...new Set(assigneeIds)]
  await mustBeBelow(ctx, wanted, today)
  const people = await listPeople(tx, wanted, today)
  const batchId = wanted.length > 1 ? newId() : null
  const made = []
  for (const person of people) {
    const id = newId()
    const place = await placeFor(ctx, draft, person.estateIds[0] ?? null)
    await insertTask(tx, {
      id,
      no: await ctx.numbers.take(user.companyId, PREFIX, today),
      title: draft.title,
      text: draft.text,
      assigneeId: person.id,
      assignedById: user.id,
      ...place,
      dueAt: draft.dueAt,
      forDay: draft.forDay,
      batchId,
      ...(about ? { aboutKind: about.kind, aboutId: about.id, aboutNo: about.no } : {}),
      status: 'assigned',
      assignedAt: now,
    })
    const details = about ? { aboutKind: about.kind, aboutId: about.id, about: about.no } : {}
    const task = await recorded(ctx, id, { name: 'task.assigned', details })
    await tell(ctx, task, 'task.assigned', [person.id])
    made.push(rowShown(user, task))
  }
  return { tasks: made }
}

/** Tasks go down the reporting line: from oneself, or from whoever is stood in for. */
async function mustBeBelow({ tx, user }: Ctx, wanted: readonly string[], today: string) {
  for (const head of [user.id, ...user.actingFor.map(({ principalId }) => principalId)]) {
    const below = new Set((await subordinatesOf(tx, [head], today)).map(({ staffId }) => staffId))
    if (wanted.every((id) => below.has(id))) return actFor(user, head)
  }
  throw new Refusal('task.not_subordinate')
}

/** Where nothing is said, the estate in which the person works. */
async function placeFor(ctx: Ctx, { estateId, areaId }: Partial<Given<'assign'>>, worksIn: string | null) {
  const area = areaId ? await areaIn(ctx, areaId, estateId) : undefined
  const at = estateId ?? area?.estateId ?? worksIn
  await mustBeInUse(ctx, at)
  return { estateId: at, areaId: area?.id ?? null }
}

async function areaIn({ tx }: Ctx, areaId: string, estateId: string | null | undefined) {
  const area = await getArea(tx, areaId)
  if (estateId && area.estateId !== estateId) throw new Refusal('task.area_elsewhere', { areaId })
  return area
}

async function mustBeInUse({ tx }: Ctx, estateId: string | null) {
  if (estateId && !(await findEstateInUse(tx, estateId))) throw new Refusal('task.estate_not_found', { estateId })
}

export async function change(ctx: Ctx, { id, ...given }: Given<'change'>) {
  const task = await locked(ctx, id, 'change')
  life.next(task.status, 'change', task.status)
  mustBeAhead(given.dueAt, ctx.now)
  const { title = task.title, text, dueAt = task.dueAt } = given
  const changed = changedOf<{ title: string; text: string | null; dueAt: string }>(task, { title, text, dueAt })
  if (!changed) return rowShown(ctx.user, task)
  await updateTask(ctx.tx, id, { title, text, dueAt })
  const next = await recorded(ctx, id, { name: 'task.changed', details: { changed } })
  await tell(ctx, next, 'task.changed', [task.assigneeId])
  return rowShown(ctx.user, next)
}

export async function check(ctx: Ctx, { id, remark }: Given<'check'>) {
  const task = await locked(ctx, id, 'check')
  const status = life.next(task.status, 'check')
  mustBeAnother(ctx.user, task)
  await updateTask(ctx.tx, id, { status, remark, checkedAt: ctx.now, checkedById: ctx.user.id })
  const said = { name: 'task.checked', from: task.status, details: remark ? { remark } : {} }
  return rowShown(ctx.user, await recorded(ctx, id, said))
}

async function returnTask(ctx: Ctx, { id, remark, dueAt }: Given<'return'>) {
  const task = await locked(ctx, id, 'return')
  const status = life.next(task.status, 'return')
  mustBeAnother(ctx.user, task)
  mustBeAhead(dueAt, ctx.now)
  await updateTask(ctx.tx, id, { status, remark, returns: task.returns + 1, ...(dueAt ? { dueAt } : {}) })
  const next = await recorded(ctx, id, { name: 'task.returned', from: task.status, details: { remark } })
  await tell(ctx, next, 'task.returned', [task.assigneeId])
  return rowShown(ctx.user, next)
}

export { returnTask as return }

export async function cancel(ctx: Ctx, { id, remark }: Given<'cancel'>) {
  const task = await locked(ctx, id, 'cancel')
  const status = life.next(task.status, 'cancel')
  await updateTask(ctx.tx, id, { status, remark })
  const next = await recorded(ctx, id, { name: 'task.cancelled', from: task.status, details: { remark } })
  await tell(ctx, next, 'task.cancelled', [task.assigneeId])
  return rowShown(ctx.user, next)
}

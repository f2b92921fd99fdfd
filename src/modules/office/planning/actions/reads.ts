// What is read of tasks: lists, one task, and the screen on which a day's work is placed.

import { reaches } from '../../../../platform/access.ts'
import { listAttachments } from '../../../../platform/attachments/linking.ts'
import { addDays } from '../../../../platform/calendar/days.ts'
import { dayOf, startOfDay } from '../../../../platform/calendar/zones.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { historyOf } from '../../../../platform/history.ts'
import { subordinatesOf } from '../../../organisation/staff/module.ts'
import type { tasks } from '../contract/tasks.ts'
import { listPeople } from '../queries/people.ts'
import { countTasks, findTask, listOfDay, listTasks } from '../queries/tasks.ts'
import { locateFor } from '../rules.ts'
import { readable, rowShown } from './shown.ts'

type Verbs = typeof tasks.verbs
const todayOf = ({ now, user }: Ctx) => dayOf(now, user.zone)

export async function list(ctx: Ctx, given: Input<Verbs['list']>) {
  const { items, next } = await listTasks(ctx.tx, ctx.user, { ...given, now: ctx.now })
  return { items: items.map((row) => rowShown(ctx.user, row)), next, total: null }
}

export async function get(ctx: Ctx, { id }: Input<Verbs['get']>) {
  const task = await readable(ctx, id)
  const photos = await listAttachments(ctx.tx, [id])
  const events = await historyOf(ctx.tx, 'task', id)
  return { ...task, ...rowShown(ctx.user, task), photos: photos.map((photo) => photo.id), events }
}

export const counts = (ctx: Ctx) => countTasks(ctx.tx, ctx.user, ctx.now)

const belowOf = (ctx: Ctx) => {
  const heads = [ctx.user.id, ...ctx.user.actingFor.map(({ principalId }) => principalId)]
  return subordinatesOf(ctx.tx, heads, todayOf(ctx))
}

export async function people(ctx: Ctx, { search }: Input<Verbs['people']>) {
  const below = await belowOf(ctx)
  const ids = below.map(({ staffId }) => staffId)
  const rows = new Map((await listPeople(ctx.tx, ids, todayOf(ctx), search)).map((row) => [row.id, row]))
  const items = ids.flatMap((id) => {
    const row = rows.get(id)
    return row ? [{ id, name: row.name, titles: row.titles }] : []
  })
  return { items: items.slice(0, 200) }
}

export async function day(ctx: Ctx, { day: wanted, deep, estateId }: Input<Verbs['day']>) {
  const { tx, user } = ctx
  const day = wanted ?? todayOf(ctx)
  const below = (await belowOf(ctx)).filter(({ level }) => deep || level === 1)
  const rows = await listPeople(
    tx,
    below.map(({ staffId }) => staffId),
    todayOf(ctx),
  )
  const people = rows.filter(({ estateIds }) => !estateId || estateIds.includes(estateId) || estateIds.includes(null))
  const found = await listOfDay(
    tx,
    people.map(({ id }) => id),
    day,
    startOfDay(addDays(day, 1), user.zone),
  )
  return {
    day,
    people: people.map(({ id: staffId, name, titles, onDuty }) => ({
      staffId,
      name,
      titles,
      onDuty,
      level: below.find((one) => one.staffId === staffId)?.level ?? 1,
      tasks: found.filter(({ assigneeId }) => assigneeId === staffId).map((row) => rowShown(user, row)),
    })),
  }
}

export async function mayRead(ctx: Ctx, id: string): Promise<boolean> {
  const task = await findTask(ctx.tx, id)
  return task !== undefined && reaches(ctx.user, 'tasks.read', locateFor('read', task))
}

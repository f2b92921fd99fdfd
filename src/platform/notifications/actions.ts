// The verbs of notifications: everybody deals with their own.
import type { Ctx } from '../context.ts'
import type { Input } from '../contract.ts'
import { Refusal } from '../refusal.ts'
import { Notification, type notifications } from './contract.ts'
import { countUnread, findOwn, listOf, markRead } from './queries.ts'

export async function list(ctx: Ctx, { limit, after, unread }: Input<(typeof notifications)['verbs']['list']>) {
  const rows = await listOf(ctx.tx, ctx.user.id, { limit: limit + 1, after, unread })
  const items = rows.slice(0, limit).map((row) => Notification.parse(row))
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null, total: null, more: false }
}

export const count = async (ctx: Ctx) => ({ unread: await countUnread(ctx.tx, ctx.user.id) })

export async function read(ctx: Ctx, { id }: { id: string }) {
  if (!(await findOwn(ctx.tx, ctx.user.id, id))) throw new Refusal('notification.not_found', { id })
  if (await markRead(ctx.tx, ctx.user.id, ctx.now, id)) tellOwnPages(ctx)
  return { ok: true as const }
}

export async function readAll(ctx: Ctx) {
  const marked = await markRead(ctx.tx, ctx.user.id, ctx.now)
  if (marked) tellOwnPages(ctx)
  return { read: marked }
}

/** The other windows of the same person. */
const tellOwnPages = (ctx: Ctx) =>
  ctx.changes.push({ noun: 'notifications', id: ctx.user.id, event: 'notification.read' })

// What can be done with a post itself.
import { mustReach } from '../../../../platform/access.ts'
import { archivingOf } from '../../../../platform/archiving.ts'
import { changedOf } from '../../../../platform/changed.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { historyOf } from '../../../../platform/history.ts'
import { newId } from '../../../../platform/ids.ts'
import { recordEvent } from '../../../../platform/ledger.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { forgetEverybody } from '../../../../platform/session/forgetting.ts'
import { pageAt } from '../../../../platform/short-lists.ts'
import { lockCompany } from '../../estates/module.ts'
import type { PostDraft, posts } from '../contract.ts'
import { findPost, hasTitleTwin, insertPost, listPosts, listSuperiorPosts, updatePost } from '../queries.ts'
import { mustBeHoldable, mustNotReportInCircle } from '../rules.ts'
import { locked, rowShown, shown, today } from './shown.ts'

type Verbs = typeof posts.verbs

export const list = async (ctx: Ctx, listing: Input<Verbs['list']>) => {
  const { rows, total } = await listPosts(ctx.tx, today(ctx), listing)
  return pageAt(
    rows.map((row) => rowShown(ctx.user, row)),
    listing.after,
    total,
  )
}

export const get = async (ctx: Ctx, { id }: Input<Verbs['get']>) => ({
  ...(await shown(ctx, id)),
  events: await historyOf(ctx.tx, 'post', id),
})

export const create = async (ctx: Ctx, draft: Input<Verbs['create']>) => {
  mustReach(ctx.user, 'posts.create', {})
  await lockCompany(ctx.tx)
  const id = newId()
  await mustStandRight(ctx, id, draft)
  await insertPost(ctx.tx, { ...draft, id, key: keyFor(id) })
  await recordEvent(ctx, { name: 'post.created', recordId: id, to: 'in_use', details: { title: draft.title } })
  return shown(ctx, id)
}

export const change = async (ctx: Ctx, { id, ...given }: Input<Verbs['change']>) => {
  const post = await locked(ctx, id, 'change')
  const changed = changedOf<PostDraft>(post, given)
  if (!changed) return shown(ctx, id)
  await mustStandRight(ctx, id, given)
  await updatePost(ctx.tx, id, given)
  await recordEvent(ctx, { name: 'post.changed', recordId: id, details: { changed } })
  forgetEverybody(ctx)
  return shown(ctx, id)
}

export const archive = async (ctx: Ctx, { id, reason }: Input<Verbs['archive']>) => {
  const { system, holders } = await locked(ctx, id, 'archive')
  if (system) throw new Refusal('post.standard')
  if (holders > 0) throw new Refusal('post.still_held', { holders })
  await updatePost(ctx.tx, id, { archivedAt: ctx.now })
  const details = reason ? { reason } : {}
  await recordEvent(ctx, { name: 'post.archived', recordId: id, from: 'in_use', to: 'archived', details })
  return shown(ctx, id)
}

export const restore = async (ctx: Ctx, { id }: Input<Verbs['restore']>) => {
  const { title } = await locked(ctx, id, 'restore')
  if (await hasTitleTwin(ctx.tx, title, id)) throw new Refusal('post.title_taken', { title })
  await updatePost(ctx.tx, id, { archivedAt: null })
  await recordEvent(ctx, { name: 'post.restored', recordId: id, from: 'archived', to: 'in_use' })
  return shown(ctx, id)
}

/** Keys of the company's own posts only have to differ from those the program knows. */
const keyFor = (id: string) => `own${id.replaceAll('-', '')}`

async function mustStandRight(ctx: Ctx, id: string, { title, reportsToId }: Partial<PostDraft>) {
  if (title && (await hasTitleTwin(ctx.tx, title, id))) throw new Refusal('post.title_taken', { title })
  if (!reportsToId) return
  const superior = await findPost(ctx.tx, today(ctx), reportsToId)
  if (!superior || archivingOf(superior) === 'archived') throw new Refusal('post.superior_not_found', { reportsToId })
  mustBeHoldable(superior)
  mustNotReportInCircle(id, await listSuperiorPosts(ctx.tx, reportsToId))
}

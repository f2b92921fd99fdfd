// The verbs of saved views: one's own to keep and change, shared ones to use.
import { holds } from '../access.ts'
import type { Ctx } from '../context.ts'
import type { Input } from '../contract.ts'
import { newId } from '../ids.ts'
import { recordEvent } from '../ledger.ts'
import { Refusal } from '../refusal.ts'
import { SavedView, type savedViews } from './contract.ts'
import { countOwn, deleteView, findView, insertView, listViews, updateView } from './queries.ts'

type Verbs = (typeof savedViews)['verbs']
type Row = NonNullable<Awaited<ReturnType<typeof findView>>>

const MOST_PER_LIST = 50

export async function list(ctx: Ctx, { list: name }: Input<Verbs['list']>) {
  const rows = await listViews(ctx.tx, name, ctx.user.id)
  return { items: rows.map((row) => shown(ctx, row)) }
}

export async function create(ctx: Ctx, { list: of, name, query }: Input<Verbs['create']>): Promise<SavedView> {
  if ((await countOwn(ctx.tx, of, ctx.user.id)) >= MOST_PER_LIST)
    throw new Refusal('saved_view.too_many', { most: MOST_PER_LIST })
  const id = newId()
  const accountId = ctx.user.id
  await insertView(ctx.tx, { id, accountId, list: of, name, query: JSON.stringify(query), createdAt: ctx.now })
  await recordEvent(ctx, { name: 'saved_view.created', recordId: id, details: { list: of, name } })
  return shown(ctx, await mustBeThere(ctx, id))
}

export async function change(ctx: Ctx, { id, name, query }: Input<Verbs['change']>): Promise<SavedView> {
  await mustBeOwn(ctx, id)
  const changed = { ...(name ? { name } : {}), ...(query ? { query: JSON.stringify(query) } : {}) }
  if (Object.keys(changed).length > 0) {
    await updateView(ctx.tx, id, changed)
    await recordEvent(ctx, { name: 'saved_view.changed', recordId: id, details: { ...(name ? { name } : {}) } })
  }
  return shown(ctx, await mustBeThere(ctx, id))
}

export async function share(ctx: Ctx, { id, shared }: Input<Verbs['share']>): Promise<SavedView> {
  const row = await mustBeThere(ctx, id)
  await updateView(ctx.tx, id, { shared })
  await recordEvent(ctx, { name: 'saved_view.shared', recordId: id, details: { shared } })
  return shown(ctx, { ...row, shared })
}

export async function remove(ctx: Ctx, { id }: Input<Verbs['remove']>) {
  const { list: of, name } = await mustBeOwn(ctx, id)
  await deleteView(ctx.tx, id)
  await recordEvent(ctx, { name: 'saved_view.removed', recordId: id, details: { list: of, name } })
  return { ok: true as const }
}

/** Somebody else's is there only when it is shared. */
async function mustBeThere(ctx: Ctx, id: string): Promise<Row> {
  const row = await findView(ctx.tx, id)
  if (!row || !(row.shared || row.accountId === ctx.user.id)) throw new Refusal('saved_view.not_found', { id })
  return row
}

async function mustBeOwn(ctx: Ctx, id: string): Promise<Row> {
  const row = await mustBeThere(ctx, id)
  if (row.accountId !== ctx.user.id) throw new Refusal('saved_view.not_yours', { id })
  return row
}

function shown(ctx: Ctx, row: Row): SavedView {
  const own = row.accountId === ctx.user.id
  const mayShare = holds(ctx.user, 'saved-views.share')
  const can = [...(own ? ['change', 'remove'] : []), ...(mayShare ? ['share'] : [])]
  return SavedView.parse({ ...row, own, can })
}

// Takes over what a person left of a reading: new posts, and a draft of a duty sheet for each.
import { mustReach } from '../../../../platform/access.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { recordEvent } from '../../../../platform/ledger.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { draftFromDocument, type KnownMeasures } from '../../duties/module.ts'
import { createPost, findPostInUse } from '../../posts/module.ts'
import type { jobDocuments, TakenPost } from '../contract.ts'
import { lockDocument, updateDocument } from '../queries.ts'
import { mustBePostsOnce, superiorsFirst } from '../rules/posts.ts'
import { life, type State } from '../states.ts'
import { shown } from './shown.ts'

type Verbs = typeof jobDocuments.verbs

export const take =
  (known: KnownMeasures) =>
  async (ctx: Ctx, { id, posts }: Input<Verbs['take']>) => {
    const { status, name } = await locked(ctx, id, 'take')
    const next = life.next(status, 'take')
    mustBePostsOnce(posts)
    const made = await postsMade(ctx, posts)
    const drafts = []
    for (const [place, { keep, duties, newPost }] of posts.entries()) {
      const post = made[place]
      if (!post) continue
      const brought = duties.map(({ code, ...duty }) => ({ ...duty, code: code ?? null }))
      const sheet = await draftFromDocument(known)(ctx, { postId: post.id, title: post.title, duties: brought, keep })
      drafts.push({
        sheetId: sheet.id,
        postId: post.id,
        postTitle: post.title,
        duties: sheet.duties.length,
        isNew: Boolean(newPost),
      })
    }
    await settle(ctx, id, { status: next, drafts: JSON.stringify(drafts) })
    await recordEvent(ctx, {
      name: 'job_document.taken',
      recordId: id,
      from: status,
      to: next,
      details: { name, drafts: drafts.length, newPosts: drafts.filter(({ isNew }) => isNew).length },
    })
    return shown(known, ctx, id)
  }

export const discard =
  (known: KnownMeasures) =>
  async (ctx: Ctx, { id, reason }: Input<Verbs['discard']>) => {
    const { status, name } = await locked(ctx, id, 'discard')
    const next = life.next(status, 'discard')
    await settle(ctx, id, { status: next, discardReason: reason })
    await recordEvent(ctx, {
      name: 'job_document.discarded',
      recordId: id,
      from: status,
      to: next,
      details: { name, reason },
    })
    return shown(known, ctx, id)
  }

/** In the order of the choice: those that are there, and new ones, made superiors first. */
async function postsMade(ctx: Ctx, posts: readonly TakenPost[]) {
  const made: ({ id: string; title: string } | undefined)[] = []
  for (const [place, { postId }] of posts.entries()) {
    if (!postId) continue
    const post = await findPostInUse(ctx.tx, postId)
    if (!post) throw new Refusal('post.not_found', { id: postId })
    made[place] = post
  }
  for (const place of superiorsFirst(posts)) {
    const draft = posts[place]?.newPost
    if (!draft) continue
    const { title, departmentKind, reportsToId, reportsToPlace } = draft
    const above = typeof reportsToPlace === 'number' ? made[reportsToPlace]?.id : reportsToId
    made[place] = await createPost(ctx, { title, departmentKind, reportsToId: above ?? null })
  }
  return made
}

/** Documents belong to the company, so only a grant for the whole company moves them. */
async function locked(ctx: Ctx, id: string, verb: 'take' | 'discard') {
  const document = await lockDocument(ctx.tx, id)
  if (!document) throw new Refusal('job_document.not_found', { id })
  mustReach(ctx.user, `job-documents.${verb}`, {})
  return document
}

type Settled = { status: State; drafts?: string; discardReason?: string }
const settle = (ctx: Ctx, id: string, settled: Settled) =>
  updateDocument(ctx.tx, id, { ...settled, settledAt: ctx.now, settledByName: ctx.user.name })

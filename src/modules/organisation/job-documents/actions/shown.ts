// Documents as people see them: in a list, and whole with what was read in them.
import { canOf, reaches } from '../../../../platform/access.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { historyOf } from '../../../../platform/history.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { pageAt } from '../../../../platform/short-lists.ts'
import { isSameTitle, type KnownMeasures, sheetsOfPosts, standardDuty } from '../../duties/module.ts'
import { Drafts, type JobDocument, type jobDocuments, Reading } from '../contract.ts'
import { type DocumentLine, findDocument, listDocuments, listPostsInUse } from '../queries.ts'
import { recognised } from '../rules/posts.ts'
import { life } from '../states.ts'

type Verbs = typeof jobDocuments.verbs

const canDo = (ctx: Ctx, { status }: Pick<DocumentLine, 'status'>) =>
  canOf(['take', 'discard'], (verb) => life.can(status, verb) && reaches(ctx.user, `job-documents.${verb}`, {}))

export const rowShown = (ctx: Ctx, row: DocumentLine) => ({ ...row, can: canDo(ctx, row) })

export async function list(ctx: Ctx, listing: Input<Verbs['list']>) {
  const { rows, total } = await listDocuments(ctx.tx, listing)
  return pageAt(
    rows.map((row) => rowShown(ctx, row)),
    listing.after,
    total,
  )
}

export const get =
  (known: KnownMeasures) =>
  (ctx: Ctx, { id }: Input<Verbs['get']>) =>
    shown(known, ctx, id)

export async function shown(known: KnownMeasures, ctx: Ctx, id: string): Promise<JobDocument> {
  const document = await findDocument(ctx.tx, id)
  if (!document) throw new Refusal('job_document.not_found', { id })
  const { reading, drafts, posts: _, duties: __, ...row } = document
  const { posts, models } = Reading.parse(reading)
  const inUse = await listPostsInUse(ctx.tx)
  const sheets = await sheetsOfPosts(ctx)
  const postIds = recognised(posts, inUse, isSameTitle)
  const codes = [...new Set(posts.flatMap(({ duties }) => duties.flatMap(({ code }) => code ?? [])))]
  return {
    ...row,
    posts: posts.map((post, at) => ({ ...post, postId: postIds[at] ?? null })),
    models,
    knownPosts: inUse.map(({ id: postId, title, titleEn }) => ({
      ...{ id: postId, title, titleEn },
      draftId: sheets.drafts.get(postId) ?? null,
      inForce: (sheets.inForce.get(postId) ?? []).map(({ code, text }) => ({ code, text })),
    })),
    standardDuties: codes.flatMap((code) => standardDuty(known, code) ?? []),
    drafts: Drafts.parse(drafts),
    events: await historyOf(ctx.tx, 'job_document', id),
    can: canDo(ctx, document),
  }
}

/** For the file that was brought. */
export async function mayRead(ctx: Ctx, id: string): Promise<boolean> {
  return reaches(ctx.user, 'job-documents.read', {}) && (await findDocument(ctx.tx, id)) !== undefined
}

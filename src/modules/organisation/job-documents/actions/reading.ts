// Reads a document that somebody brings. What cannot be read is refused, and nothing of it is kept.
import { buffer } from 'node:stream/consumers'
import { mustReach } from '../../../../platform/access.ts'
import { linkAttachments, maySee } from '../../../../platform/attachments/linking.ts'
import { findAttachment } from '../../../../platform/attachments/queries.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import type { Store } from '../../../../platform/files/store.ts'
import { newId } from '../../../../platform/ids.ts'
import { recordEvent } from '../../../../platform/ledger.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { type ReadAndMatched, readApart } from '../../duties/module.ts'
import { standardPosts } from '../../posts/module.ts'
import type { jobDocuments, KINDS, Reading } from '../contract.ts'
import { insertDocument } from '../queries.ts'
import { readingOf } from '../rules/reading.ts'
import { rowShown } from './shown.ts'

type Given = Input<(typeof jobDocuments.verbs)['create']>
type Brought = {
  kind: (typeof KINDS)[number]
  name: string
  text: string
  reading: Reading
  attachmentId: string | null
}

export const create = (store: Store) => async (ctx: Ctx, given: Given) => {
  mustReach(ctx.user, 'job-documents.create', {})
  const { reading, ...brought } = await broughtBy(store, ctx, given)
  const row = {
    ...brought,
    id: newId(),
    posts: reading.posts.length,
    duties: reading.posts.reduce((sum, { duties }) => sum + duties.length, 0),
    status: 'read' as const,
    readById: ctx.user.id,
    readByName: ctx.user.name,
  }
  await insertDocument(ctx.tx, { ...row, readAt: ctx.now, reading: JSON.stringify(reading) })
  const { id, name, kind, posts, duties, attachmentId } = row
  if (attachmentId) {
    await linkAttachments(ctx, { recordKind: 'job_document', recordId: id, ids: [attachmentId], label: 'source' })
  }
  await recordEvent(ctx, {
    name: 'job_document.created',
    recordId: id,
    to: 'read',
    details: { name, kind, posts, duties },
  })
  return rowShown(ctx, { ...row, readAt: ctx.now.toISOString(), settledAt: null, settledByName: null })
}

async function broughtBy(store: Store, ctx: Ctx, { text, name, attachmentId }: Given): Promise<Brought> {
  if (attachmentId !== undefined) return fromFile(store, ctx, attachmentId)
  const read = await readApart({ source: (text ?? '').replaceAll('\r\n', '\n'), name, catalogue })
  const reading = kept(read)
  return { kind: 'pasted', name: name || titleOf(reading), text: read.text, reading, attachmentId: null }
}

async function fromFile(store: Store, ctx: Ctx, attachmentId: string): Promise<Brought> {
  const attachment = await findAttachment(ctx.tx, attachmentId)
  // Only what one has uploaded oneself: somebody else's file would show itself in the text.
  if (!attachment || !(await maySee(ctx, attachment, {}))) throw new Refusal('attachment.not_found')
  const { name, sha256 } = attachment
  const source = new Uint8Array(await buffer(await store.get({ companyId: ctx.user.companyId, sha256 })))
  const read = await readApart({ source, name, catalogue })
  return { kind: read.kind ?? 'txt', name, text: read.text, reading: kept(read), attachmentId }
}

const catalogue = Object.values(standardPosts).map(({ key, title, duties }) => ({
  key,
  title,
  duties: duties.map(({ code, by, zh }) => ({ code, by, zh })),
}))
const kept = ({ posts, models }: ReadAndMatched): Reading => readingOf(posts, models)

/** A text without a name is called after the posts in it. */
function titleOf({ posts }: Reading): string {
  const [first, second] = posts.map(({ title }) => title)
  return second === undefined ? (first ?? '') : `${first}、${second}${posts.length > 2 ? '…' : ''}`
}

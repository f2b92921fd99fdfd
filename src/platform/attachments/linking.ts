// How rooms put files to their records, and who may therefore see them.
import { isProgram } from '../access.ts'
import type { Ctx } from '../context.ts'
import type { Tx } from '../database.ts'
import { Refusal } from '../refusal.ts'
import { type AttachmentRow, insertLinks, listLinked, listLinks, ownAmong } from './queries.ts'

/** By record kind: whether this person may read that record, and with it the files put to it. */
export type AttachmentReaders = Readonly<Record<string, (ctx: Ctx, recordId: string) => Promise<boolean>>>

export type Linking = {
  recordKind: string
  recordId: string
  ids: readonly string[]
  /** What the files are to the record, where it has several kinds: before, after, signature. */
  label?: string
}

/**
 * A file is put to a record by whoever uploaded it: a number guessed or seen elsewhere would otherwise open it.
 * Refuses `attachment.not_found`.
 */
export async function linkAttachments(ctx: Ctx, { recordKind, recordId, ids, label = '' }: Linking) {
  if (ids.length === 0) return
  if (!isProgram(ctx.user)) {
    const own = await ownAmong(ctx.tx, ids, ctx.user.id)
    const foreign = ids.find((id) => !own.has(id))
    if (foreign) throw new Refusal('attachment.not_found', { id: foreign })
  }
  const linkedAt = ctx.now
  await insertLinks(
    ctx.tx,
    ids.map((attachmentId) => ({ recordKind, recordId, attachmentId, label, linkedAt })),
  )
}

/** The files of these records, in the order in which they were put there. */
export const listAttachments = async (tx: Tx, recordIds: readonly string[]) =>
  recordIds.length === 0 ? [] : listLinked(tx, recordIds)

export async function maySee(ctx: Ctx, attachment: AttachmentRow, readers: AttachmentReaders): Promise<boolean> {
  if (attachment.uploadedBy === ctx.user.id) return true
  for (const { recordKind, recordId } of await listLinks(ctx.tx, attachment.id)) {
    if (await readers[recordKind]?.(ctx, recordId)) return true
  }
  return false
}

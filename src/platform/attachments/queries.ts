// All SQL about attachments and what they are linked to.
import { sql } from 'kysely'
import type { Tx } from '../database.ts'

export type AttachmentRow = {
  id: string
  sha256: string
  name: string
  type: string
  bytes: number
  uploadedBy: string | null
  uploadedAt: string
}

export const findAttachment = (tx: Tx, id: string): Promise<AttachmentRow | undefined> =>
  tx
    .selectFrom('attachment')
    .select(['id', 'sha256', 'name', 'type', 'bytes', 'uploadedBy', 'uploadedAt'])
    .where('id', '=', id)
    .executeTakeFirst()

export type AttachmentDraft = Omit<AttachmentRow, 'uploadedAt'> & { uploadedAt: Date }
export const insertAttachment = (tx: Tx, draft: AttachmentDraft) => tx.insertInto('attachment').values(draft).execute()

export const listLinks = (tx: Tx, attachmentId: string) =>
  tx.selectFrom('attachmentLink').select(['recordKind', 'recordId']).where('attachmentId', '=', attachmentId).execute()

/** Which of these were uploaded by this person. */
export async function ownAmong(tx: Tx, ids: readonly string[], accountId: string): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('attachment')
    .select('id')
    .where('id', 'in', [...ids])
    .where('uploadedBy', '=', accountId)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

type Link = { recordKind: string; recordId: string; attachmentId: string; label: string; linkedAt: Date }
export const insertLinks = (tx: Tx, links: readonly Link[]) =>
  tx
    .insertInto('attachmentLink')
    .values([...links])
    .onConflict((conflict) => conflict.doNothing())
    .execute()

export const listLinked = (tx: Tx, recordIds: readonly string[]) =>
  tx
    .selectFrom('attachmentLink')
    .innerJoin('attachment', (join) =>
      join
        .onRef('attachment.companyId', '=', 'attachmentLink.companyId')
        .onRef('attachment.id', '=', 'attachmentLink.attachmentId'),
    )
    .select(['attachmentLink.recordId', 'attachmentLink.label', 'attachmentLink.linkedAt'])
    .select(['attachment.id', 'attachment.name', 'attachment.type', 'attachment.bytes', 'attachment.uploadedAt'])
    .where('attachmentLink.recordId', 'in', [...recordIds])
    .orderBy('attachmentLink.linkedAt')
    .orderBy('attachment.id')
    .execute()

/** How many were forgotten. */
export async function deleteUnlinked(tx: Tx, uploadedBefore: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from attachment a where uploaded_at < ${uploadedBefore}
    and not exists (select from attachment_link l where l.company_id = a.company_id and l.attachment_id = a.id)`.execute(
    tx,
  )
  return Number(numAffectedRows ?? 0)
}

export async function keptAmong(tx: Tx, sha256s: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('attachment')
    .select('sha256')
    .distinct()
    .where('sha256', 'in', [...sha256s])
    .execute()
  return rows.map(({ sha256 }) => sha256)
}

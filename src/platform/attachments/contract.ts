// Files that people put to records: photos, signatures, tables, letters.
import { z } from 'zod'
import { ById, Count, file, Id, Instant, read, resource, write } from '../contract.ts'

export const Attachment = z.object({
  id: Id,
  name: z.string(),
  /** Told from the content, whatever the name says. */
  type: z.string(),
  bytes: Count,
  uploadedAt: Instant,
})
export type Attachment = z.output<typeof Attachment>

// No answer tells whether a file exists that one may not see.
const unseen = ['attachment.not_found'] as const

export const attachments = resource('attachments', {
  get: read({ input: ById, output: Attachment, access: 'signed-in', refuses: unseen }),
  content: file({ input: ById, access: 'signed-in', refuses: unseen, summary: 'The bytes as they were uploaded' }),
  thumbnail: file({
    input: ById,
    access: 'signed-in',
    refuses: [...unseen, 'attachment.no_picture'],
    summary: 'A small WebP picture',
  }),
})

/** Not JSON but multipart/form-data with one part named `file`; therefore bound by hand. */
export const upload = write({
  input: z.object({}),
  output: Attachment,
  access: 'signed-in',
  refuses: ['attachment.no_file', 'file.too_large', 'file.empty', 'file.type_not_allowed', 'file.broken'],
  summary: 'Upload one file as multipart/form-data, in a part named file; its type is told from its content',
})

// Attachments over HTTP: showing them by contract, taking them in as multipart.
import multipart, { type MultipartFile } from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Ctx, perform } from '../context.ts'
import { isFileType } from '../files/file-types.ts'
import { DEFAULT_LIMIT_BYTES, type Store, type StoredFile } from '../files/store.ts'
import { describedOf, isMeantForAnother, type Served, type Serving, served } from '../http/serve.ts'
import { newId } from '../ids.ts'
import { recordEvent } from '../ledger.ts'
import { Refusal } from '../refusal.ts'
import { SHEET_LIMITS } from '../sheets/limits.ts'
import { type Attachment, attachments, upload } from './contract.ts'
import { type AttachmentReaders, maySee } from './linking.ts'
import { type AttachmentRow, findAttachment, insertAttachment } from './queries.ts'

export function attachmentsServed(store: Store, readers: AttachmentReaders): Served {
  const seen = async (ctx: Ctx, id: string): Promise<AttachmentRow> => {
    const found = await findAttachment(ctx.tx, id)
    if (!found || !(await maySee(ctx, found, readers))) throw new Refusal('attachment.not_found', { id })
    return found
  }
  return served(attachments, {
    get: (ctx, { id }) => seen(ctx, id),
    async content(ctx, { id }) {
      const { name, type, sha256 } = await seen(ctx, id)
      const bytes = await store.get({ companyId: ctx.user.companyId, sha256 })
      return { type, name, bytes, inline: SHOWN_IN_PLACE.test(type), unchanging: true }
    },
    async thumbnail(ctx, { id }) {
      const { name, type, sha256 } = await seen(ctx, id)
      const { companyId } = ctx.user
      const picture = isFileType(type) ? await store.thumbnail({ companyId, sha256, type }) : undefined
      if (!picture) throw new Refusal('attachment.no_picture', { id })
      return { type: picture.type, name: `${name}.webp`, bytes: picture.stream, inline: true, unchanging: true }
    },
  })
}

/** What a browser shows without running anything in it. */
const SHOWN_IN_PLACE = /^(image|audio|video)\/|^application\/pdf$/

/** The one route that takes in bytes. */
export const takeUploads = (store: Store) => async (app: FastifyInstance, serving: Serving) => {
  await app.register(async (part) => {
    // The store refuses what is too large; the bound here only keeps a part from being endless.
    await part.register(multipart, { limits: { fileSize: SHEET_LIMITS.fileBytes + 1, files: 1, fields: 5, parts: 6 } })
    part.route({
      method: 'POST',
      url: '/api/attachments',
      config: { described: describedOf('attachments', 'create', upload) },
      bodyLimit: SHEET_LIMITS.fileBytes + 1024 * 1024,
      handler: (request) => takeUpload(store, serving, request),
    })
  })
}

async function takeUpload(store: Store, serving: Serving, request: FastifyRequest): Promise<Attachment> {
  const user = await serving.userOf(request)
  if (!user || isMeantForAnother(request, user)) throw new Refusal('session.required')
  const part = request.isMultipart() ? await request.file() : undefined
  if (!part) throw new Refusal('attachment.no_file')
  const stored = await putPart(store, user.companyId, part)
  const { now, equipment, database, announce } = serving
  const seed = { user, now: now(), callId: request.id, log: request.log, equipment }
  return perform(database, seed, announce, (ctx) => keepAttachment(ctx, stored))
}

/** A refusal is read by the sender only when the rest of what it sends is taken off its hands. */
async function putPart(store: Store, companyId: string, { file, filename }: MultipartFile): Promise<StoredFile> {
  const limitBytes = SHEET.test(filename) ? SHEET_LIMITS.fileBytes : DEFAULT_LIMIT_BYTES
  try {
    return await store.put(file.iterator({ destroyOnReturn: false }), { companyId, name: filename, limitBytes })
  } finally {
    file.resume()
  }
}

const SHEET = /\.(xlsx|csv|txt)$/i

/** The row of a file whose bytes the store has. */
export async function keepAttachment(ctx: Ctx, { sha256, name, type, bytes }: StoredFile): Promise<Attachment> {
  const id = newId()
  await insertAttachment(ctx.tx, { id, sha256, name, type, bytes, uploadedBy: ctx.user.id, uploadedAt: ctx.now })
  await recordEvent(ctx, { name: 'attachment.uploaded', recordId: id, details: { name, type, bytes } })
  return { id, name, type, bytes, uploadedAt: ctx.now.toISOString() }
}

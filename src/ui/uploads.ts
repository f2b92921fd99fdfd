// Sends files to the attachments of the company; large photos are made smaller first, since phones take them far larger than anybody looks at them.
import { CallError } from '../platform/client.ts'
import { reach } from './api.ts'

const LONGEST_EDGE = 2000
const SMALL_ENOUGH_BYTES = 700_000
const JPEG_QUALITY = 0.82

export const attachmentUrl = (id: string) => `/api/attachments/${id}/content`
export const thumbnailUrl = (id: string) => `/api/attachments/${id}/thumbnail`

type Way = { headers?: Record<string, string>; signal?: AbortSignal }
/** The id under which the file is kept. With headers where it must be said for whom. */
export async function upload(file: File, way: Way = {}): Promise<string> {
  const smaller = await shrunk(file)
  const body = new FormData()
  body.append('file', smaller, smaller.name)
  const response = await reach('/api/attachments', { method: 'POST', credentials: 'same-origin', body, ...way })
  const answer: unknown = await response.json().catch(() => undefined)
  // The server answers in JSON; anything else came from the net on the way.
  if (answer === undefined) throw new CallError(0, { code: 'unreachable' })
  if (!response.ok || !hasId(answer)) throw new CallError(response.status, answer)
  return answer.id
}
const hasId = (answer: unknown): answer is { id: string } =>
  typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'string'

/** The same file when it is small, no picture, or of a kind this browser cannot read. */
async function shrunk(file: File): Promise<File> {
  if (!file.type.startsWith('image/') || file.type === 'image/gif' || file.size <= SMALL_ENOUGH_BYTES) return file
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined)
  if (!picture) return file
  const scale = Math.min(1, LONGEST_EDGE / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', JPEG_QUALITY))
  if (!blob || blob.size >= file.size) return file
  return new File([blob], `${file.name.replace(/\.[^.]*$/, '')}.jpg`, { type: 'image/jpeg' })
}

// Which kinds of file are taken in, told from their content and never from their name.
import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { isText } from './text-sniffing.ts'

/** Each type with the endings its names may carry; the first is added where a name has none of them. */
export const FILE_TYPES = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
  'image/gif': ['gif'],
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'text/plain': ['txt', 'text', 'log'],
  'text/csv': ['csv'],
  'audio/mpeg': ['mp3'],
  'audio/mp4': ['m4a'],
  'video/mp4': ['mp4'],
} as const

export type FileType = keyof typeof FILE_TYPES

/** What phones call the same thing. */
const SAME_AS: Record<string, FileType> = {
  'image/heif': 'image/heic',
  'image/heic-sequence': 'image/heic',
  'audio/x-m4a': 'audio/mp4',
  'video/x-m4v': 'video/mp4',
}

const SNIFFED_BYTES = 65_536

/** The type of what the file holds; `found` names a type that is not taken in, where one was recognised. */
export async function typeOfFile(path: string, name: string): Promise<{ type?: FileType; found?: string }> {
  const told = await fileTypeFromFile(path)
  if (told) {
    const type = SAME_AS[told.mime] ?? told.mime
    return isFileType(type) ? { type } : { found: told.mime }
  }
  if (!isText(await beginningOf(path))) return {}
  return { type: /\.csv$/i.test(name.trim()) ? 'text/csv' : 'text/plain' }
}

export const endingsOf = (type: FileType): readonly string[] => FILE_TYPES[type]

export const isFileType = (type: string): type is FileType => Object.hasOwn(FILE_TYPES, type)

export const ALL_TYPES = Object.keys(FILE_TYPES).filter(isFileType)

async function beginningOf(path: string): Promise<Buffer> {
  await using file = await open(path)
  const { buffer, bytesRead } = await file.read(Buffer.alloc(SNIFFED_BYTES), 0, SNIFFED_BYTES, 0)
  return buffer.subarray(0, bytesRead)
}

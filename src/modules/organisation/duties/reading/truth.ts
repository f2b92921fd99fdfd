// What a person marked in documents that are not part of the program, found again by what the file holds.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { CAPABILITIES } from '../../posts/contract.ts'
import { CADENCES } from './job-document.ts'

/** From, up to but not including, in characters of the text: nothing of the text is repeated here. */
const Range = z.tuple([z.int().min(0), z.int().min(0)])
const TrueDuty = z.object({
  at: z.array(Range).min(1),
  /** The right one first; behind it others that somebody of the trade would accept. */
  capability: z.array(z.enum(CAPABILITIES).nullable()).min(1),
  /** Where the text says how often. */
  cadence: z.enum(CADENCES).optional(),
})
const TruePost = z.object({
  key: z.string(),
  /** Where the title stands; absent when the text names no post. */
  title: Range.optional(),
  duties: z.array(TrueDuty),
})
const TrueDocument = z.object({
  document: z.string(),
  sha256: z.string(),
  /** Competency models beside the posts. */
  models: z.int(),
  posts: z.array(TruePost),
})
export type TrueDuty = z.output<typeof TrueDuty>
export type TruePost = z.output<typeof TruePost>
export type TrueDocument = z.output<typeof TrueDocument>

const folder = new URL('./truth/', import.meta.url)

export const markedDocuments = (): TrueDocument[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => TrueDocument.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))))

export const isMarkedIn = ({ sha256 }: TrueDocument, bytes: Uint8Array): boolean =>
  createHash('sha256').update(bytes).digest('hex') === sha256

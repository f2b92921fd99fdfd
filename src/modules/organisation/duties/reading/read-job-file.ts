// From a file to what it says of posts; whoever brings something else is told so.
import { extractText } from './extraction/extract-text.ts'
import type { Extracted } from './extraction/extracted.ts'
import { documentFault } from './faults.ts'
import type { JobDocument } from './job-document.ts'
import { readJobDocument } from './read-job-document.ts'
import { tellsDuty } from './sentences.ts'

export type ReadFile = Extracted & { document: JobDocument }

/** Refuses, beside what `extractText` refuses, `document.not_job_document`. */
export async function readJobFile(bytes: Uint8Array, name: string): Promise<ReadFile> {
  const extracted = await extractText(bytes)
  return { ...extracted, document: readJobText(extracted.text, name) }
}

/** The same for text that was pasted. */
export function readJobText(text: string, name = ''): JobDocument {
  if (text.trim() === '') throw documentFault('document.empty')
  const document = readJobDocument(text, { name })
  if (!isJobDocument(document, text)) throw documentFault('document.not_job_document')
  return document
}

const SAYS_SO = /职责|職責|岗位|崗位|职位|職位|职务|職務|工作内容|工作內容|任职|招聘|诚聘|上级|下属/

/** Rules, contracts and letters have numbered sentences as well; duties begin with what is done, or are headed as such. */
function isJobDocument({ posts, models }: JobDocument, text: string): boolean {
  const duties = posts.flatMap((post) => post.duties)
  if (duties.length === 0) return posts.length > 0 || models.length > 0
  const opening = duties.filter((duty) => tellsDuty(duty.text) || duty.capability !== null).length
  return SAYS_SO.test(text) && opening >= Math.min(duties.length * 0.4, Math.max(3, duties.length * 0.25))
}

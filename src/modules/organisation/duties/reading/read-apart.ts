// Reads a document and matches it to the catalogue in a thread of its own: a long one takes seconds, in which everybody else works on.
import { Worker } from 'node:worker_threads'
import { Refusal } from '../../../../platform/refusal.ts'
import type { FileKind } from './extraction/extracted.ts'
import { type DocumentFault, documentFault, isDocumentFault } from './faults.ts'
import type { ReadCompetencyModel } from './job-document.ts'
import { type CataloguePost, type MatchedPost, matchToCatalogue } from './match-to-catalogue.ts'
import { readJobFile, readJobText } from './read-job-file.ts'

export type Given = { source: Uint8Array | string; name: string; catalogue: readonly CataloguePost[] }
export type ReadAndMatched = {
  /** None for a text. */
  kind: FileKind | null
  text: string
  posts: MatchedPost[]
  models: ReadCompetencyModel[]
}
export type Answer = ReadAndMatched | { fault: DocumentFault }

/** A text of a page or two is read sooner than a thread begins. */
const SHORT = 4000
const MOST_MILLISECONDS = 45_000
const MOST_MEGABYTES = 512

export const readApart = async (given: Given): Promise<ReadAndMatched> =>
  typeof given.source === 'string' && given.source.length <= SHORT ? read(given) : inThread(given)

export async function read({ source, name, catalogue }: Given): Promise<ReadAndMatched> {
  if (typeof source === 'string') {
    const { posts, models } = readJobText(source, name)
    return { kind: null, text: source, posts: matchToCatalogue(posts, catalogue), models }
  }
  const { kind, text, document } = await readJobFile(source, name)
  return { kind, text, posts: matchToCatalogue(document.posts, catalogue), models: document.models }
}

/** What the thread answers: refusals do not travel between threads as they are. */
export const answered = (given: Given): Promise<Answer> =>
  read(given).catch((error: unknown) => {
    if (error instanceof Refusal && isDocumentFault(error.code)) return { fault: error.code }
    throw error
  })

function inThread(given: Given): Promise<ReadAndMatched> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
      workerData: given,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    })
    const end = (settle: () => void) => {
      clearTimeout(timer)
      void worker.terminate()
      settle()
    }
    const timer = setTimeout(() => end(() => reject(documentFault('document.too_long'))), MOST_MILLISECONDS)
    worker.once('message', (answer: Answer) =>
      end(() => ('fault' in answer ? reject(documentFault(answer.fault)) : resolve(answer))),
    )
    // Out of memory, or a defect of the reading: the document was more than it can take.
    worker.once('error', (cause) => end(() => reject(documentFault('document.too_long', {}, cause))))
    worker.once('exit', () => end(() => reject(documentFault('document.too_long'))))
  })
}

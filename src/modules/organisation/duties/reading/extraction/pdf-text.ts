// The text of a PDF, read in a thread of its own, so that a hostile file costs some seconds and some memory but no process.
import { Worker } from 'node:worker_threads'
import { type DocumentFault, documentFault } from '../faults.ts'
import { LIMITS } from './extracted.ts'

export type PdfAnswer = { pages: string[]; pictures: boolean } | { fault: DocumentFault }

/** One text for each page. */
export function pdfText(
  bytes: Uint8Array,
  milliseconds: number = LIMITS.pdfMilliseconds,
): Promise<{ pages: string[]; pictures: boolean }> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), {
      workerData: { bytes: Uint8Array.from(bytes), pages: LIMITS.pages, characters: LIMITS.characters },
      resourceLimits: { maxOldGenerationSizeMb: LIMITS.pdfMegabytes },
      stdout: true,
      stderr: true,
    })
    const end = (settle: () => void) => {
      clearTimeout(timer)
      void worker.terminate()
      settle()
    }
    const timer = setTimeout(() => end(() => reject(documentFault('document.too_long'))), milliseconds)
    worker.once('message', (answer: PdfAnswer) =>
      end(() => ('fault' in answer ? reject(documentFault(answer.fault)) : resolve(answer))),
    )
    worker.once('error', (cause) => end(() => reject(documentFault('document.broken', {}, cause))))
    worker.once('exit', () => end(() => reject(documentFault('document.broken'))))
  })
}

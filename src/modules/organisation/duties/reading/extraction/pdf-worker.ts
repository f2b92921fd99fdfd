// The thread that takes a PDF apart: places of the characters on the page become lines, with wide gaps between columns.
import { fileURLToPath } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { getDocument, OPS, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { z } from 'zod'
import { linesOnPage, type Placed } from './page-lines.ts'
import type { PdfAnswer } from './pdf-text.ts'

const Given = z.object({ bytes: z.instanceof(Uint8Array), pages: z.number(), characters: z.number() })
const Item = z.object({
  str: z.string(),
  transform: z.array(z.number()).length(6),
  width: z.number(),
  height: z.number(),
})
const within = (folder: string) =>
  fileURLToPath(new URL(`../../${folder}/`, import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')))

async function read(): Promise<PdfAnswer> {
  const given = Given.parse(workerData)
  const loading = getDocument({
    data: given.bytes,
    // Without these tables the Chinese of many older files is unreadable.
    cMapUrl: within('cmaps'),
    standardFontDataUrl: within('standard_fonts'),
    cMapPacked: true,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  })
  const document = await loading.promise
  if (document.numPages > given.pages) return { fault: 'document.too_long' }
  const pages: string[] = []
  let length = 0
  for (let number = 1; number <= document.numPages; number += 1) {
    const text = await pageText(document, number)
    length += text.length
    if (length > given.characters) return { fault: 'document.too_long' }
    pages.push(text)
  }
  return { pages, pictures: length === 0 && (await hasPictures(document)) }
}

async function pageText(document: PDFDocumentProxy, number: number): Promise<string> {
  const page = await document.getPage(number)
  const { items } = await page.getTextContent()
  const placed = items.flatMap((item): Placed[] => {
    const { data } = Item.safeParse(item)
    // Blanks are told by the places of the words around them.
    if (!data || data.str.trim() === '') return []
    const [, , , , x = 0, y = 0] = data.transform
    return [{ text: data.str, x, y, width: data.width, height: data.height || Math.abs(data.transform[3] ?? 10) }]
  })
  page.cleanup()
  return linesOnPage(placed).join('\n')
}

async function hasPictures(document: PDFDocumentProxy): Promise<boolean> {
  const page = await document.getPage(1)
  const { fnArray } = await page.getOperatorList()
  const images: number[] = [OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]
  return fnArray.some((operation) => images.includes(operation))
}

function faultOf(error: unknown): PdfAnswer {
  const name = error instanceof Error ? error.name : ''
  return { fault: name === 'PasswordException' ? 'document.encrypted' : 'document.broken' }
}

parentPort?.postMessage(await read().catch(faultOf))

// Documents made for the tests: Word files part by part, PDFs with Chinese text, pictures or a password.

import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import { zipOf } from '../../../../../platform/sheets/zip-writing.ts'

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

export const paragraph = (text: string, properties = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
export const numbering = (id: number, level = 0) =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`
export const row = (...cells: string[][]) =>
  `<w:tr>${cells.map((lines) => `<w:tc>${lines.map((line) => paragraph(line)).join('')}</w:tc>`).join('')}</w:tr>`

/** The body as XML; any other part beside it. */
export function wordFile(body: string, more: Record<string, Iterable<string>> = {}): Promise<Buffer> {
  const document = `<?xml version="1.0"?><w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`
  const parts: [string, Iterable<string>][] = [['word/document.xml', [document]], ...Object.entries(more)]
  return buffer(Readable.from(zipOf(parts.map(([name, content]) => ({ name, content })))))
}

const FONT = join(
  dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')),
  '../fonts/NotoSansHans-Regular.otf',
)

export type PaperLine = { text: string; x?: number; y: number }

/** One list of lines for each page; `picture` draws one in the place of text. */
export function pdfFile(
  pages: readonly PaperLine[][],
  options: { password?: string; picture?: boolean } = {},
): Promise<Buffer> {
  const paper = new PDFDocument({ autoFirstPage: false, ...(options.password && { userPassword: options.password }) })
  const read = buffer(paper)
  for (const lines of pages) {
    paper.addPage({ size: 'A4' })
    if (options.picture) paper.image(ONE_PIXEL, 50, 50, { width: 400 })
    if (lines.length > 0) paper.font(FONT).fontSize(11)
    for (const { text, x = 60, y } of lines) paper.text(text, x, y, { lineBreak: false })
  }
  paper.end()
  return read
}

const ONE_PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

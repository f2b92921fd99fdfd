// Prints forms as PDF.
import { buffer } from 'node:stream/consumers'
import { drawBlock, labelWidthFor } from './blocks.ts'
import { type PrintFonts, printFonts } from './fonts.ts'
import type { PrintedForm } from './form.ts'
import { drawEdges, startDocument, takePaper } from './paper.ts'
import { type PaperPictures, paperPictures } from './pictures.ts'

export const printForm = (form: PrintedForm): Promise<Buffer> => printForms([form])

/** Several forms in one file, each from a page of its own and with its own count of pages. */
export async function printForms(forms: readonly PrintedForm[]): Promise<Buffer> {
  const [first] = forms
  if (!first) throw new RangeError('there is nothing to print')
  const [fonts, pictures] = await Promise.all([printFonts(), paperPictures(forms)])
  const doc = startDocument(first)
  const printed = buffer(doc)
  for (const form of forms) drawForm(doc, form, fonts, pictures)
  doc.end()
  return printed
}

function drawForm(doc: PDFKit.PDFDocument, form: PrintedForm, fonts: PrintFonts, pictures: PaperPictures): void {
  for (const copy of form.copies?.length ? form.copies : [undefined]) {
    const { start, count } = doc.bufferedPageRange()
    const paper = takePaper(doc, form, fonts)
    paper.labelWidth = labelWidthFor(paper, form.blocks)
    for (const block of form.blocks) drawBlock(paper, block, pictures)
    drawEdges(paper, form, copy, start + count)
  }
}

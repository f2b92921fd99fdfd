// The sheet of paper under the pen: how big, where the pen is, when a new one begins, and what stands on the edge of each.
import PDFDocument from 'pdfkit'
import { DEFAULT_ZONE } from '../calendar/zones.ts'
import type { PrintFonts, Weight } from './fonts.ts'
import type { PaperSize, PrintedForm } from './form.ts'
import { type Language, printable } from './printable.ts'
import { PRINT_WORDS, type PrintWords } from './words.ts'

export const INK = '#1f2329'
export const FAINT = '#646a73'
export const LINE = '#51565d'
export const SHADE = '#f2f4f7'

export type Paper = {
  doc: PDFKit.PDFDocument
  fonts: PrintFonts
  words: PrintWords
  language: Language
  /** Of the body text, in points; all distances follow it. */
  size: number
  left: number
  right: number
  /** Nothing of the body below it. */
  bottom: number
  y: number
  /** For the labels at the left of all blocks of the form. */
  labelWidth: number
  turnPage(): void
}
export type TextLook = { weight?: Weight; size?: number; color?: string; spacing?: number }
export type TextPlace = { x: number; baseline: number; width?: number; align?: 'left' | 'center' | 'right' }

const FORMATS: Record<
  PaperSize,
  { size: 'A4' | 'A5'; layout: 'portrait' | 'landscape'; text: number; margin: number }
> = {
  A4: { size: 'A4', layout: 'portrait', text: 10, margin: 45 },
  A5: { size: 'A5', layout: 'portrait', text: 8.5, margin: 30 },
  'A5 landscape': { size: 'A5', layout: 'landscape', text: 8.5, margin: 30 },
}
/** Of the em box of a Chinese character, what is above the line it stands on. */
const ABOVE_BASELINE = 0.88

export function startDocument(form: PrintedForm): PDFKit.PDFDocument {
  const format = FORMATS[form.paper ?? 'A4']
  return new PDFDocument({
    size: format.size,
    layout: format.layout,
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    lang: form.language === 'zh' ? 'zh-CN' : 'en',
    displayTitle: true,
    info: {
      Title: form.number ? `${form.title} ${form.number}` : form.title,
      Author: form.company,
      CreationDate: form.printedAt,
    },
  })
}

export function takePaper(doc: PDFKit.PDFDocument, form: PrintedForm, fonts: PrintFonts): Paper {
  const format = FORMATS[form.paper ?? 'A4']
  doc.addPage()
  const paper: Paper = {
    doc,
    fonts,
    words: PRINT_WORDS[form.language],
    language: form.language,
    size: format.text,
    left: format.margin,
    right: doc.page.width - format.margin,
    bottom: doc.page.height - format.margin - 6,
    y: format.margin,
    labelWidth: 0,
    turnPage() {
      doc.addPage()
      paper.y = format.margin
      drawContinuedHeading(paper, form)
    },
  }
  drawHeading(paper, form)
  return paper
}

export const widthOf = (paper: Paper) => paper.right - paper.left
export const lineHeightOf = (paper: Paper) => paper.size * 1.5

export function measured(paper: Paper, text: string, { weight = 'regular', size = paper.size }: TextLook = {}): number {
  return paper.fonts[weight].widthOf(text, size)
}

export const written = (paper: Paper, text: string) => printable(text, paper.fonts.regular, paper.language)

/** One line, already broken and printable. */
export function drawText(paper: Paper, text: string, place: TextPlace, look: TextLook = {}): void {
  if (text === '') return
  const { weight = 'regular', size = paper.size, color = INK, spacing = 0 } = look
  const wide = measured(paper, text, look) + spacing * (Array.from(text).length - 1)
  const room = (place.width ?? wide) - wide
  const x = place.x + (place.align === 'right' ? room : place.align === 'center' ? room / 2 : 0)
  // Its types know fonts by path and bytes only; pdfkit also takes one that is open.
  const font = paper.fonts[weight].font as unknown as Uint8Array // see above
  paper.doc
    .font(font, size)
    .fillColor(color)
    .text(text, x, place.baseline, { lineBreak: false, baseline: 'alphabetic', characterSpacing: spacing })
}

/** Where text has to stand so that it is in the middle of a line that begins at `top`. */
export const baselineIn = (top: number, height: number, size: number) =>
  top + (height - size) / 2 + size * ABOVE_BASELINE

function drawHeading(paper: Paper, form: PrintedForm): void {
  const { size, left } = paper
  const width = widthOf(paper)
  drawText(
    paper,
    written(paper, form.company),
    { x: left, baseline: paper.y + size, width, align: 'center' },
    { color: FAINT },
  )
  paper.y += size * 1.7
  const title = written(paper, form.title)
  // A short Chinese title is spread, as it is on every printed form.
  const spacing = form.language === 'zh' && Array.from(title).length <= 6 ? size * 0.6 : 0
  const look = { weight: 'medium', size: size * 1.9, spacing } as const
  drawText(paper, title, { x: left, baseline: paper.y + size * 1.75, width, align: 'center' }, look)
  paper.y += size * 2.9
  const edge = { x: left, baseline: paper.y + size, width }
  if (form.subtitle) drawText(paper, written(paper, form.subtitle), edge)
  const number = numberText(paper, form)
  if (number) drawText(paper, number, { ...edge, align: 'right' })
  if (form.subtitle || number) paper.y += size * 1.7
}

function drawContinuedHeading(paper: Paper, form: PrintedForm): void {
  const place = { x: paper.left, baseline: paper.y + paper.size, width: widthOf(paper) }
  drawText(paper, written(paper, form.title) + paper.words.continued, place, { weight: 'medium' })
  drawText(paper, numberText(paper, form), { ...place, align: 'right' }, { color: FAINT })
  paper.y += paper.size * 1.8
}

const numberText = (paper: Paper, form: PrintedForm) =>
  form.number ? `${paper.words.number}${paper.words.colon}${written(paper, form.number)}` : ''

/** Afterwards, when it is known how many pages the copy has. */
export function drawEdges(paper: Paper, form: PrintedForm, copy: string | undefined, first: number): void {
  const { doc, words } = paper
  const { start, count } = doc.bufferedPageRange()
  const pages = start + count - first
  const by = words.printed(wallClock(form), written(paper, form.printedBy))
  for (let page = 0; page < pages; page += 1) {
    doc.switchToPage(first + page)
    const size = paper.size * 0.8
    const top = paper.bottom + paper.size * 0.6
    doc.lineWidth(0.4).strokeColor('#c3c7cc').moveTo(paper.left, top).lineTo(paper.right, top).stroke()
    const place = { x: paper.left, baseline: top + size * 1.5, width: widthOf(paper) }
    drawText(paper, by, place, { size, color: FAINT })
    drawText(paper, words.page(page + 1, pages), { ...place, align: 'right' }, { size, color: FAINT })
    if (copy) drawCopyName(paper, written(paper, copy))
    if (form.stamp) drawStamp(paper, written(paper, form.stamp))
  }
}

/** Down the right edge: character under character in Chinese, turned in English. */
function drawCopyName(paper: Paper, name: string): void {
  const { doc, right, language } = paper
  const size = paper.size * 0.9
  const middle = doc.page.height / 2
  const x = right + size * 0.8
  if (language === 'en') {
    const length = measured(paper, name, { size })
    doc.save().rotate(90, { origin: [x, middle] })
    drawText(paper, name, { x: x - length / 2, baseline: middle - size * 0.1 }, { size, color: FAINT })
    doc.restore()
    return
  }
  const characters = Array.from(name.replace(/\s+/g, '　'))
  let baseline = middle - (characters.length * size * 1.3) / 2 + size
  for (const character of characters) {
    drawText(paper, character, { x, baseline, width: size, align: 'center' }, { size, color: FAINT })
    baseline += character === '　' ? size * 0.7 : size * 1.3
  }
}

function drawStamp(paper: Paper, stamp: string): void {
  const { doc } = paper
  const [x, y] = [doc.page.width / 2, doc.page.height / 2]
  const size = Math.min(110, (doc.page.width * 0.6) / Math.max(1, measured(paper, stamp, { size: 1 })))
  doc
    .save()
    .rotate(-30, { origin: [x, y] })
    .opacity(0.12)
  drawText(
    paper,
    stamp,
    { x: 0, baseline: y + size / 3, width: doc.page.width, align: 'center' },
    { size, weight: 'medium', color: '#c00' },
  )
  doc.restore().opacity(1)
}

function wallClock({ printedAt, zone = DEFAULT_ZONE }: PrintedForm): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: zone }).format(printedAt)
}

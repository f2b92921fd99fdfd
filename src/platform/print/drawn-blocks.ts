// The blocks that hold more than text: boxes to tick, pictures, signatures.
import type { Block, Picture, Signature } from './form.ts'
import { baselineIn, drawText, FAINT, INK, lineHeightOf, measured, type Paper, widthOf, written } from './paper.ts'
import type { PaperPictures } from './pictures.ts'
import { type Box, besideLabel, type Cell, paddingOf, placeRow } from './rows.ts'
import { wrap } from './wrapping.ts'

type BlockOf<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>

export function drawChoices(paper: Paper, { label, options }: BlockOf<'choices'>): void {
  const mark = paper.size * 0.95
  const lineHeight = lineHeightOf(paper)
  const cells = besideLabel(paper, label, (width) => {
    const room = width - 2 * paddingOf(paper).x
    const places: { text: string; chosen: boolean; x: number; line: number }[] = []
    let [x, line] = [0, 0]
    for (const { label: option, chosen } of options) {
      const text = written(paper, option)
      const wide = mark * 1.35 + measured(paper, text)
      if (x > 0 && x + wide > room) [x, line] = [0, line + 1]
      places.push({ text, chosen, x, line })
      x += wide + paper.size * 1.6
    }
    const paint = (inside: Box) => {
      const top = inside.y + (inside.height - (line + 1) * lineHeight) / 2
      for (const place of places) {
        const at = { x: inside.x + place.x, y: top + place.line * lineHeight }
        drawMark(paper, { x: at.x, y: at.y + (lineHeight - mark) / 2, width: mark, height: mark }, place.chosen)
        drawText(paper, place.text, { x: at.x + mark * 1.35, baseline: baselineIn(at.y, lineHeight, paper.size) })
      }
    }
    return { width, text: '', draw: { height: (line + 1) * lineHeight, paint } }
  })
  placeRow(paper, { cells })
}

/** The font has no ticked box. */
function drawMark({ doc }: Paper, { x, y, width }: Box, chosen: boolean): void {
  doc.lineWidth(0.8).strokeColor(INK).rect(x, y, width, width).stroke()
  if (!chosen) return
  doc.lineWidth(1.3).lineCap('round').lineJoin('round')
  doc
    .moveTo(x + width * 0.2, y + width * 0.52)
    .lineTo(x + width * 0.43, y + width * 0.76)
    .lineTo(x + width * 0.83, y + width * 0.24)
    .stroke()
  doc.lineCap('butt').lineJoin('miter')
}

export function drawPictures(
  paper: Paper,
  { label, pictures: shown, perRow = 2 }: BlockOf<'pictures'>,
  pictures: PaperPictures,
): void {
  if (shown.length === 0) {
    placeRow(paper, { cells: besideLabel(paper, label, (width) => ({ width, text: paper.words.noPicture })) })
    return
  }
  const gap = paper.size * 0.8
  const caption = shown.some((picture) => picture.caption) ? paper.size * 1.6 : 0
  const room = widthOf(paper) - paper.labelWidth - 2 * paddingOf(paper).x
  const width = (room - gap * (perRow - 1)) / perRow
  const height = Math.min(width * 0.72, paper.doc.page.height * 0.45) + caption
  for (let at = 0; at < shown.length; at += perRow) {
    const row = shown.slice(at, at + perRow)
    const paint = (inside: Box) => {
      for (const [place, picture] of row.entries()) {
        const box = { x: inside.x + place * (width + gap), y: inside.y, width, height: height - caption }
        drawPicture(paper, picture, box, pictures)
      }
    }
    placeRow(paper, {
      cells: besideLabel(paper, label, (cell) => ({ width: cell, text: '', draw: { height, paint } })),
    })
  }
}

function drawPicture(paper: Paper, { bytes, caption = '' }: Picture, box: Box, pictures: PaperPictures): void {
  const picture = pictures.get(bytes)
  const lineHeight = lineHeightOf(paper)
  const middle = { x: box.x, width: box.width, align: 'center' as const }
  if (picture) {
    paper.doc.image(picture.bytes, box.x, box.y, { fit: [box.width, box.height], align: 'center', valign: 'center' })
  } else {
    paper.doc
      .lineWidth(0.5)
      .dash(2, { space: 2 })
      .strokeColor(FAINT)
      .rect(box.x, box.y, box.width, box.height)
      .stroke()
      .undash()
    const baseline = baselineIn(box.y + (box.height - lineHeight) / 2, lineHeight, paper.size)
    drawText(paper, paper.words.brokenPicture, { ...middle, baseline }, { color: FAINT })
  }
  const size = paper.size * 0.85
  const [text = ''] = wrap(written(paper, caption), box.width, (part) => measured(paper, part, { size }))
  drawText(paper, text, { ...middle, baseline: box.y + box.height + paper.size * 1.3 }, { size, color: FAINT })
}

export function drawSignatures(paper: Paper, signatures: readonly Signature[], pictures: PaperPictures): void {
  const width = widthOf(paper) / signatures.length
  const cells = signatures.map((signature): Cell => {
    const paint = (inside: Box) => drawSignature(paper, signature, inside, pictures)
    return { width, text: '', draw: { height: paper.size * 6, paint } }
  })
  placeRow(paper, { cells })
}

function drawSignature(
  paper: Paper,
  { label, name = '', picture, on }: Signature,
  inside: Box,
  pictures: PaperPictures,
): void {
  const { words, size } = paper
  const lineHeight = lineHeightOf(paper)
  drawText(paper, written(paper, label) + words.colon, {
    x: inside.x,
    baseline: baselineIn(inside.y, lineHeight, size),
  })
  const drawn = picture && pictures.get(picture)
  const box = {
    x: inside.x + size * 2,
    y: inside.y + lineHeight * 0.9,
    width: inside.width - size * 2.5,
    height: size * 2.9,
  }
  if (drawn)
    paper.doc.image(drawn.bytes, box.x, box.y, { fit: [box.width, box.height], align: 'center', valign: 'center' })
  else {
    const baseline = baselineIn(box.y, box.height, size * 1.1)
    drawText(paper, written(paper, name), { ...box, baseline, align: 'center' }, { size: size * 1.1 })
  }
  const date = on ? written(paper, on) : words.emptyDate
  const baseline = baselineIn(inside.y + inside.height - lineHeight, lineHeight, size)
  drawText(
    paper,
    `${words.date}${words.colon}${date}`,
    { ...inside, baseline, align: 'right' },
    { size: size * 0.9, color: FAINT },
  )
}

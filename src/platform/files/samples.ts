// One small file of each kind for tests, made on the spot.
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import { sheetBytes } from '../sheets/write-sheet.ts'
import { zipOf } from '../sheets/zip-writing.ts'
import type { FileType } from './file-types.ts'

/** 40 by 20, blue with a red left half: which way up it is can be seen. */
export function picture(width = 40, height = 20) {
  const half = { width: Math.floor(width / 2), height, channels: 3 as const, background: '#d22' }
  return sharp({ create: { width, height, channels: 3, background: '#22d' } }).composite([
    { input: { create: half }, left: 0, top: 0 },
  ])
}

export async function samples(): Promise<Record<FileType, Buffer>> {
  return {
    'image/jpeg': await picture().jpeg().toBuffer(),
    'image/png': await picture().png().toBuffer(),
    'image/webp': await picture().webp().toBuffer(),
    'image/gif': await picture().gif().toBuffer(),
    'image/heic': isoMedia('heic'),
    'application/pdf': await pdf(),
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document': await docx(),
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': await buffer(
      Readable.from(sheetBytes({ sheetName: '表', columns: [{ key: 'a', label: '甲', kind: 'text' }], rows: [] })),
    ),
    'text/plain': Buffer.from('电梯困人\n'),
    'text/csv': Buffer.from('编号,内容\n1,电梯困人\n'),
    'audio/mpeg': Buffer.concat([
      Buffer.from('ID3\x04\x00\x00\x00\x00\x00\x00', 'latin1'),
      Buffer.from('fffb9064', 'hex'),
      Buffer.alloc(500),
    ]),
    'audio/mp4': isoMedia('M4A '),
    'video/mp4': isoMedia('isom'),
  }
}

/** The box that tells the kind, and nothing to play. */
const isoMedia = (brand: string) =>
  Buffer.concat([Buffer.from([0, 0, 0, 20]), Buffer.from(`ftyp${brand}\0\0\0\0${brand}`), Buffer.alloc(64)])

async function pdf(): Promise<Buffer> {
  const document = new PDFDocument()
  document.text('hello').end()
  return buffer(document)
}

async function docx(): Promise<Buffer> {
  const kind = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  const types = `<Types><Override PartName="/word/document.xml" ContentType="${kind}"/></Types>`
  const parts = { 'word/document.xml': '<w:document/>', '[Content_Types].xml': types }
  return buffer(Readable.from(zipOf(Object.entries(parts).map(([name, content]) => ({ name, content: [content] })))))
}

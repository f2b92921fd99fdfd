// Takes the text out of a file that somebody brings, told apart by content and not by name.

import { Refusal } from '../../../../../platform/refusal.ts'
import { openBytes } from '../../../../../platform/sheets/byte-source.ts'
import { SHEET_LIMITS } from '../../../../../platform/sheets/limits.ts'
import { openZip } from '../../../../../platform/sheets/zip-reading.ts'
import { type DocumentFault, documentFault } from '../faults.ts'
import { docxText, WORD_PART } from './docx-text.ts'
import { type Extracted, LIMITS } from './extracted.ts'
import { pdfText } from './pdf-text.ts'
import { plainText } from './plain-text.ts'
import { xlsxText } from './xlsx-text.ts'

/** Refuses `document.too_large`, `.too_long`, `.encrypted`, `.broken`, `.old_format`, `.unknown_kind`, `.no_text`, `.empty`. */
export async function extractText(bytes: Uint8Array): Promise<Extracted> {
  if (bytes.byteLength > LIMITS.fileBytes) throw documentFault('document.too_large')
  if (bytes.byteLength === 0) throw documentFault('document.empty')
  const extracted = await extractedBy(kindOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)), bytes)
  if (extracted.text.trim() === '') throw documentFault('document.empty')
  if (extracted.text.length > LIMITS.characters) throw documentFault('document.too_long')
  return extracted
}

const OLD_OFFICE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')

function kindOf(bytes: Buffer): 'zip' | 'pdf' | 'txt' {
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04') return 'zip'
  if (bytes.subarray(0, 1024).includes('%PDF-')) return 'pdf'
  if (bytes.subarray(0, 8).equals(OLD_OFFICE)) {
    throw documentFault(bytes.includes(ENCRYPTED) ? 'document.encrypted' : 'document.old_format')
  }
  return 'txt'
}

async function extractedBy(kind: 'zip' | 'pdf' | 'txt', bytes: Uint8Array): Promise<Extracted> {
  if (kind === 'txt') return { kind, text: plainText(bytes) }
  if (kind === 'pdf') return fromPdf(bytes)
  try {
    return await fromArchive(bytes)
  } catch (error) {
    throw error instanceof Refusal && error.code.startsWith('sheet.') ? inOurWords(error) : error
  }
}

async function fromArchive(bytes: Uint8Array): Promise<Extracted> {
  const archive = await openZip(await openBytes(bytes), { ...SHEET_LIMITS, unfoldedBytes: LIMITS.unfoldedBytes })
  if (!archive.has(WORD_PART)) return { kind: 'xlsx', text: await xlsxText(bytes) }
  const { text, pictures } = await docxText(archive)
  if (text.trim() === '' && pictures) throw documentFault('document.no_text')
  return { kind: 'docx', text }
}

const OUR_WORDS: Readonly<Record<string, DocumentFault>> = {
  'sheet.encrypted': 'document.encrypted',
  'sheet.too_large': 'document.too_long',
  'sheet.empty': 'document.empty',
}
const inOurWords = (refusal: Refusal) => documentFault(OUR_WORDS[refusal.code] ?? 'document.broken', {}, refusal)

async function fromPdf(bytes: Uint8Array): Promise<Extracted> {
  const { pages, pictures } = await pdfText(bytes)
  const starts: { page: number; start: number }[] = []
  let text = ''
  for (const [at, page] of pages.entries()) {
    starts.push({ page: at + 1, start: text.length })
    text += `${page}\n`
  }
  if (text.trim() === '' && pictures) throw documentFault('document.no_text')
  return { kind: 'pdf', text, pages: starts }
}

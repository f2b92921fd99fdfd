import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../../../test/support/app.ts'
import { MESSY_DOCUMENT } from '../../../../test/support/job-document.ts'
import { sendFile, uploadFile } from '../../../../test/support/uploads.ts'
import { zipOf } from '../../../platform/sheets/zip-writing.ts'
import { MOST_CHARACTERS } from './contract.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())

const documents = () => app.as('su').jobDocuments
const total = async () => (await documents().list({})).total
const bring = async (bytes: Buffer, name: string) => {
  const attachmentId = await uploadFile(await app.browserOf('su'), bytes, name)
  return documents().create({ attachmentId, name })
}
const refusedFor = async (bringing: () => Promise<unknown>) => {
  const before = await total()
  const error: unknown = await bringing().catch((caught: unknown) => caught)
  expect(await total()).toBe(before)
  return error
}

async function pdf(draw: (page: PDFKit.PDFDocument) => void, options: PDFKit.PDFDocumentOptions = {}) {
  const page = new PDFDocument(options)
  draw(page)
  page.end()
  return buffer(page)
}

const docx = (paragraphs: readonly string[]) => {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')
  const xml = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`
  const types = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
  const entries = [
    { name: '[Content_Types].xml', content: [types] },
    { name: 'word/document.xml', content: [xml] },
  ]
  return buffer(Readable.from(zipOf(entries)))
}

describe('a file', () => {
  test('is read like a text, and keeps the file beside it for those who may see the reading', async () => {
    const read = await bring(await docx(MESSY_DOCUMENT.split('\n')), '岗位职责.docx')
    expect(read).toMatchObject({ kind: 'docx', name: '岗位职责.docx', posts: 2, duties: 6 })
    const { attachmentId } = await app.as('zhao').jobDocuments.get({ id: read.id })
    const path = `/api/attachments/${attachmentId}/content`
    expect((await (await app.browserOf('zhao')).call({ method: 'GET', url: path })).statusCode).toBe(200)
    expect((await (await app.browserOf('lin')).call({ method: 'GET', url: path })).statusCode).toBe(404)
  })

  test('cannot be one that somebody else uploaded', async () => {
    const attachmentId = await uploadFile(await app.browserOf('zhao'), Buffer.from(MESSY_DOCUMENT), '职责.txt')
    expect(await refusedFor(() => documents().create({ attachmentId }))).toMatchObject({ code: 'attachment.not_found' })
  })
})

describe('what cannot be read is refused with a reason, and nothing of it is kept', () => {
  test('an empty text, and one of blanks', async () => {
    expect(await refusedFor(() => documents().create({ text: '' }))).toMatchObject({ code: 'document.empty' })
    expect(await refusedFor(() => documents().create({ text: ' \n　' }))).toMatchObject({ code: 'document.empty' })
  })
  test('a text that is no job document', async () => {
    const text = '各位业主：本小区定于周六停水检修，请提前储水，给您带来不便敬请谅解。'
    expect(await refusedFor(() => documents().create({ text }))).toMatchObject({ code: 'document.not_job_document' })
    expect(await refusedFor(() => bring(Buffer.from(text), '通知.txt'))).toMatchObject({
      code: 'document.not_job_document',
    })
  })
  test('neither text nor file, or both', async () => {
    expect(await refusedFor(() => documents().create({}))).toMatchObject({ code: 'bad_input' })
  })
  test('a pasted text that is too long', async () => {
    const text = `${MESSY_DOCUMENT}${'巡'.repeat(MOST_CHARACTERS)}`
    expect(await refusedFor(() => documents().create({ text }))).toMatchObject({
      code: 'bad_input',
      fields: [{ path: 'text', message: 'document.too_long' }],
    })
  })
  test('a docx that is broken', async () => {
    const whole = await docx(MESSY_DOCUMENT.split('\n'))
    const damaged = Buffer.from(whole)
    damaged.fill(0, whole.length - 60)
    expect(await refusedFor(() => bring(damaged, '坏.docx'))).toMatchObject({ code: 'document.broken' })
  })
  test('a docx behind a password, already at the door', async () => {
    const before = await total()
    const locked = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(1024),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ])
    const answer = await sendFile(await app.browserOf('su'), locked, '加密.docx')
    expect(answer.statusCode).toBe(415)
    expect(answer.json()).toMatchObject({ code: 'file.type_not_allowed', details: { found: 'application/x-cfb' } })
    expect(await total()).toBe(before)
  })
  test('a pdf behind a password', async () => {
    const locked = await pdf((page) => page.text('job duties'), { userPassword: 'secret', pdfVersion: '1.7' })
    expect(await refusedFor(() => bring(locked, '加密.pdf'))).toMatchObject({ code: 'document.encrypted' })
  })
  test('a pdf that is broken', async () => {
    expect(await refusedFor(() => bring(Buffer.from('%PDF-1.7\nnothing of a pdf\n%%EOF'), '坏.pdf'))).toMatchObject({
      code: 'document.broken',
    })
  })
  test('a pdf of pictures only', async () => {
    const photo = await sharp({ create: { width: 60, height: 80, channels: 3, background: '#ddd' } })
      .png()
      .toBuffer()
    const scanned = await pdf((page) => page.image(photo, 40, 40))
    expect(await refusedFor(() => bring(scanned, '扫描.pdf'))).toMatchObject({ code: 'document.no_text' })
  })
  test('a file of 50 MB', async () => {
    const before = await total()
    const heavy = Buffer.alloc(50 * 1024 * 1024, 'a')
    const answer = await sendFile(await app.browserOf('su'), heavy, '岗位职责.docx')
    expect(answer.statusCode).toBe(413)
    expect(answer.json()).toMatchObject({ code: 'file.too_large' })
    expect(await total()).toBe(before)
    // A text may be larger where it is a table to import; as a document it is still too large.
    expect(await refusedFor(() => bring(heavy, '岗位职责.txt'))).toMatchObject({ code: 'document.too_large' })
  })
})

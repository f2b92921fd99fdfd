import { describe, expect, test } from 'vitest'
import { handMadeWorkbook, textRow } from '../../../../../platform/sheets/made-by-hand.ts'
import { faultWords, isDocumentFault } from '../faults.ts'
import { readJobFile } from '../read-job-file.ts'
import { extractText } from './extract-text.ts'
import { numbering, paragraph, pdfFile, row, wordFile } from './made-by-hand.ts'
import { pdfText } from './pdf-text.ts'

const DUTIES = '保洁员岗位职责\n1、每天清扫楼道；\n2、清运垃圾；\n3、完成主管交办的其他工作。'
const utf16 = (text: string, mark: boolean) => Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le')
/** 保洁员岗位职责, as Windows wrote it for decades. */
const GBK = Buffer.from('b1a3bde0d4b1b8dacebbd6b0d4f00d0a31a1a2c3bfccecc7e5c9a8c2a5b5c0a3bb', 'hex')
const textsOf = async (bytes: Uint8Array, name = '') =>
  (await readJobFile(bytes, name)).document.posts.map(({ title, duties }) => [title, ...duties.map(({ text }) => text)])

describe('text is taken out of', () => {
  test.each([
    ['UTF-8', Buffer.from(DUTIES)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${DUTIES}`)],
    ['UTF-16 with a mark', utf16(DUTIES, true)],
    ['UTF-16 without one', utf16(DUTIES, false)],
    ['UTF-16 the other way round', utf16(DUTIES, true).swap16()],
  ])('a text file in %s', async (_encoding, bytes) => {
    expect((await extractText(bytes)).text.replace('\ufeff', '')).toBe(DUTIES)
  })
  test('a text file in GBK', async () => {
    expect((await extractText(GBK)).text).toBe('保洁员岗位职责\n1、每天清扫楼道；')
  })
  test('a Word file, whose lists are numbered apart from the text', async () => {
    const bytes = await wordFile(
      [
        paragraph('绿化工岗位职责'),
        paragraph('按计划浇水、', numbering(4)).replace('</w:t></w:r>', '</w:t><w:t>修剪；</w:t></w:r>'),
        paragraph('每周除草一次；', numbering(4)),
        paragraph('保管园艺工具。', numbering(4)),
      ].join(''),
    )
    expect((await extractText(bytes)).text).toBe(
      '绿化工岗位职责\n1、按计划浇水、修剪；\n2、每周除草一次；\n3、保管园艺工具。',
    )
    expect(await textsOf(bytes)).toEqual([['绿化工', '按计划浇水、修剪', '每周除草一次', '保管园艺工具']])
  })
  test('a Word table, a form of labels and values', async () => {
    const bytes = await wordFile(
      `<w:tbl>${row(['岗位名称'], ['监控员'], ['直接上级'], ['安保主管'])}${row(['岗位职责'], ['1、看守监控画面', '2、每班填写值班记录'])}${row(['任职要求'], ['1、视力良好'])}</w:tbl>`,
    )
    const { posts } = (await readJobFile(bytes, '')).document
    expect(posts).toMatchObject([{ title: '监控员', reportsTo: '安保主管' }])
    expect(posts[0]?.duties.map(({ text }) => text)).toEqual(['看守监控画面', '每班填写值班记录'])
  })
  test('a workbook with a post in each row', async () => {
    const bytes = await handMadeWorkbook({
      sheets: [textRow('岗位', '岗位职责', '任职要求') + textRow('电工', '1、检查配电室&#10;2、抢修停电', '电工证')],
    })
    expect(await textsOf(bytes)).toEqual([['电工', '检查配电室', '抢修停电']])
  })
  test('a PDF, page by page and column by column', async () => {
    const left = ['客服专员岗位职责', '1、接听来电并登记；', '2、每周整理业主档案；', '3、派发缴费通知单。']
    const right = ['收费员岗位职责', '1、收取物业费；', '2、每日核对账款；', '3、催缴欠费。']
    const columns = left.flatMap((text, at) => [
      { text, y: 80 + at * 20 },
      { text: right[at] ?? '', x: 330, y: 80 + at * 20 },
    ])
    const bytes = await pdfFile([columns, [{ text: '第 2 页', y: 780 }]])
    const { kind, pages } = await extractText(bytes)
    expect({ kind, pages: pages?.map(({ page }) => page) }).toEqual({ kind: 'pdf', pages: [1, 2] })
    expect(await textsOf(bytes)).toEqual([
      ['客服专员', '接听来电并登记', '每周整理业主档案', '派发缴费通知单'],
      ['收费员', '收取物业费', '每日核对账款', '催缴欠费'],
    ])
  })
})

describe('what cannot be read says so', () => {
  const oldOffice = (inside: string) =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512), Buffer.from(inside, 'utf16le')])
  const bomb = function* () {
    yield '<w:document><w:body>'
    for (let megabyte = 0; megabyte < 80; megabyte += 1)
      yield `<w:p><w:r><w:t>${'责'.repeat(350_000)}</w:t></w:r></w:p>`
  }
  const emptyTags = function* () {
    yield '<w:document><w:body>'
    for (let megabyte = 0; megabyte < 16; megabyte += 1) yield '<w:p></w:p>'.repeat(95_000)
  }
  const cases: [string, string, () => Uint8Array | Promise<Uint8Array>][] = [
    ['a file of 50 MB', 'document.too_large', () => Buffer.alloc(50 * 1024 * 1024, 0x20)],
    [
      'a small archive that unfolds without end',
      'document.too_long',
      () => wordFile('', { 'word/document.xml': bomb() }),
    ],
    ['one that unfolds to nothing', 'document.too_long', () => wordFile('', { 'word/document.xml': emptyTags() })],
    ['a Word file with a password', 'document.encrypted', () => oldOffice('EncryptedPackage')],
    [
      'a PDF with a password',
      'document.encrypted',
      () => pdfFile([[{ text: '岗位职责', y: 80 }]], { password: 'secret' }),
    ],
    ['a Word file cut off', 'document.broken', async () => (await wordFile(paragraph(DUTIES))).subarray(0, 300)],
    ['a PDF cut off', 'document.broken', async () => (await pdfFile([[{ text: DUTIES, y: 80 }]])).subarray(0, 200)],
    ['a Word file of former times', 'document.old_format', () => oldOffice('WordDocument')],
    ['a scanned page', 'document.no_text', () => pdfFile([[]], { picture: true })],
    ['a Word file with a picture only', 'document.no_text', () => wordFile('<w:p><w:r><w:drawing/></w:r></w:p>')],
    ['an empty file', 'document.empty', () => new Uint8Array()],
    ['nothing but blanks', 'document.empty', () => Buffer.from(' \n\t\n')],
    ['a picture', 'document.unknown_kind', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['a web page', 'document.unknown_kind', () => Buffer.from('<!doctype html><p>岗位职责</p>')],
    [
      'a poem',
      'document.not_job_document',
      () => Buffer.from('床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。'),
    ],
    [
      'a contract',
      'document.not_job_document',
      () => Buffer.from('租赁合同\n1、甲方将房屋出租给乙方。\n2、租期一年，自签字之日起算。\n3、本合同一式两份。'),
    ],
  ]
  test.each(cases)('%s: %s', async (_what, code, bytes) => {
    await expect(readJobFile(await bytes(), '')).rejects.toMatchObject({ code })
    expect(isDocumentFault(code) && faultWords.zh[code] && faultWords.en[code]).toBeTruthy()
  })
  test('a PDF that takes too long', async () => {
    await expect(pdfText(await pdfFile([[{ text: DUTIES, y: 80 }]]), 1)).rejects.toMatchObject({
      code: 'document.too_long',
    })
  })
})

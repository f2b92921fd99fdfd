// Excel workbooks: what different programs write, and what is no workbook at all.
import { randomBytes } from 'node:crypto'
import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import type { Cell } from './cells.ts'
import { collected, handMadeWorkbook, textRow } from './made-by-hand.ts'
import { openSheet, type ReadOptions, readSheet } from './read-sheet.ts'

async function rowsOf(source: Uint8Array, options?: ReadOptions): Promise<Cell[][]> {
  return (await collected(readSheet(source, options))).map((row) => row.cells)
}

const HEADER = textRow('编号', '内容')

describe('a workbook written by a library of its own', () => {
  async function written(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Buffer> {
    const workbook = new ExcelJS.Workbook()
    fill(workbook.addWorksheet('投诉'))
    return Buffer.from(await workbook.xlsx.writeBuffer())
  }

  test('gives texts, numbers, truths and times as the person sees them', async () => {
    const at = new Date('2019-02-28T11:25:05Z')
    const workbook = await written((sheet) => {
      sheet.addRow(['编号', '时间', '日期', '中文日期', '是否'])
      sheet.addRow([188006, at, new Date('2019-02-28T00:00:00Z'), at, true])
      sheet.getCell('B2').numFmt = 'yyyy/m/d h:mm:ss'
      sheet.getCell('C2').numFmt = 'yyyy-mm-dd'
      sheet.getCell('D2').numFmt = 'yyyy"年"m"月"d"日"'
    })
    const [, row] = await rowsOf(workbook)
    expect(row).toEqual([188006, '2019-02-28 11:25:05', '2019-02-28', '2019-02-28 11:25:05', true])
  })

  test('gives rich texts whole, the words of links, and the results of formulas', async () => {
    const workbook = await written((sheet) => {
      sheet.addRow(['标题', '链接', '合计', '到期'])
      sheet.addRow([
        { richText: [{ text: '电梯' }, { text: '困人', font: { bold: true } }] },
        { text: '工单', hyperlink: 'https://example.com/1' },
        { formula: '1+2', result: 3 },
        { formula: 'TODAY()', result: new Date('2026-11-23T00:00:00Z') },
      ])
      sheet.getCell('D2').numFmt = 'yyyy-mm-dd'
    })
    const [, row] = await rowsOf(workbook)
    expect(row).toEqual(['电梯困人', '工单', 3, '2026-11-23'])
  })

  test('gives a merged cell once, in the first of its places', async () => {
    const workbook = await written((sheet) => {
      sheet.addRow(['房号', '联系方式', ''])
      sheet.mergeCells('B1:C1')
      sheet.addRow(['3-201', '王女士', '138****0001'])
    })
    await using sheet = await openSheet(workbook)
    expect(sheet.headers).toEqual(['房号', '联系方式', ''])
    const [row] = await collected(sheet.rows)
    expect(row?.cells).toEqual(['3-201', '王女士', '138****0001'])
  })

  test('may carry a title above its header', async () => {
    const workbook = await written((sheet) => {
      sheet.addRow(['悦湖花园业主登记表'])
      sheet.mergeCells('A1:C1')
      sheet.addRow(['房号', '姓名', '电话'])
      sheet.addRow(['3-201', '王女士'])
    })
    await using sheet = await openSheet(workbook)
    expect(sheet).toMatchObject({ headers: ['房号', '姓名', '电话'], headerRow: 2 })
    expect(await collected(sheet.rows)).toEqual([{ rowNumber: 3, cells: ['3-201', '王女士', null] }])
  })

  test('keeps line breaks and tabs inside cells, and passes over rows of blanks', async () => {
    const workbook = await written((sheet) => {
      sheet.addRow(['编号', '内容'])
      sheet.addRow([1, '第一行\n\t第二行\u3000'])
      sheet.addRow(['\u3000', ' \t\n'])
      sheet.addRow([2, '<b>&amp;'])
      for (let row = 0; row < 50; row += 1) sheet.addRow(['', null])
    })
    const rows = await collected(readSheet(workbook))
    expect(rows.map((row) => row.rowNumber)).toEqual([1, 2, 4])
    expect(rows[1]?.cells).toEqual([1, '第一行\n\t第二行\u3000'])
    expect(rows[2]?.cells).toEqual([2, '<b>&amp;'])
  })
})

describe('a workbook as other programs write it', () => {
  test('is read in the order of its sheets, the hidden and the empty ones passed over', async () => {
    const workbook = await handMadeWorkbook({
      sheets: [textRow('隐藏'), '', HEADER + textRow('1', '漏水')],
      sheetAttributes: ['state="hidden"'],
    })
    expect(await rowsOf(workbook)).toEqual([
      ['编号', '内容'],
      ['1', '漏水'],
    ])
    expect(await rowsOf(workbook, { sheet: '表1' })).toEqual([['隐藏']])
    await expect(rowsOf(workbook, { sheet: '表9' })).rejects.toMatchObject({
      code: 'sheet.broken',
      details: { why: 'no_such_sheet', sheets: ['表1', '表2', '表3'] },
    })
  })

  test('may put its own prefix before every tag', async () => {
    const workbook = await handMadeWorkbook({ sheets: [HEADER + textRow('1', '漏水')], prefix: 'x' })
    expect(await rowsOf(workbook)).toEqual([
      ['编号', '内容'],
      ['1', '漏水'],
    ])
  })

  test('may leave out the places of cells, or leave cells out', async () => {
    const workbook = await handMadeWorkbook({
      sheets: [`${HEADER}<row r="7"><c r="C7"><v>1.5</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>`],
    })
    const rows = await collected(readSheet(workbook))
    expect(rows.slice(1)).toEqual([
      { rowNumber: 7, cells: [null, null, 1.5, 2] },
      { rowNumber: 8, cells: [3] },
    ])
  })

  test('does not lose runs of inline text, nor take the pronunciation for the text', async () => {
    const phonetic = '<rPh sb="0" eb="1"><t>diàn</t></rPh>'
    const workbook = await handMadeWorkbook({
      sheets: [
        `<row><c t="s"><v>0</v></c><c t="inlineStr"><is><r><t>富</t></r><r><t>文本</t></r>${phonetic}</is></c><c t="s"><v>1</v></c></row>`,
      ],
      sharedStrings: `<si><t>电梯</t>${phonetic}</si><si><t xml:space="preserve">甲_x000D_\n乙&#x20BB7;&#38;</t></si>`,
    })
    expect(await rowsOf(workbook)).toEqual([['电梯', '富文本', '甲\r\n乙𠮷&']])
  })

  test('shows times by the built-in Chinese formats, and codes with their zeros', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="170" formatCode="0000"/><numFmt numFmtId="171" formatCode="[Red]0.00"/></numFmts>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="31"/><xf numFmtId="58"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="20"/></cellXfs>'
    const cells = [1, 2, 3, 4].map((style) => `<c s="${style}"><v>43524</v></c>`).join('')
    const row = `<row>${cells}<c s="3"><v>301</v></c><c s="5"><v>0.4375</v></c><c s="1"><f>A1</f><v>43524.5</v></c></row>`
    const workbook = await handMadeWorkbook({ sheets: [row], styles })
    expect(await rowsOf(workbook)).toEqual([
      ['2019-02-28', '2019-02-28', '43524', 43524, '0301', '10:30:00', '2019-02-28 12:00:00'],
    ])
  })

  test('counts days from 1904 when it says so', async () => {
    const styles = '<cellXfs><xf numFmtId="14"/></cellXfs>'
    const row = '<row><c s="0"><v>42062</v></c></row>'
    const workbook = await handMadeWorkbook({ sheets: [row], styles, workbookPr: '<workbookPr date1904="1"/>' })
    expect(await rowsOf(workbook)).toEqual([['2019-02-28']])
  })
})

describe('what cannot be taken', () => {
  const refusalOf = (source: Uint8Array, options?: ReadOptions) =>
    rowsOf(source, options).catch((error: unknown) => error)

  test('an empty file and an empty sheet are empty', async () => {
    expect(await refusalOf(Buffer.alloc(0))).toMatchObject({ code: 'sheet.empty' })
    expect(await refusalOf(await handMadeWorkbook({ sheets: [textRow(' ', '　')] }))).toMatchObject({
      code: 'sheet.empty',
    })
    const headerOnly = await handMadeWorkbook({ sheets: [HEADER] })
    await expect(openSheet(headerOnly)).rejects.toMatchObject({ code: 'sheet.empty' })
  })

  test('a workbook with a password is encrypted, one of old Excel is broken and says so', async () => {
    const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)])
    expect(await refusalOf(compound)).toMatchObject({ code: 'sheet.broken', details: { why: 'old_excel' } })
    const encrypted = Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')])
    expect(await refusalOf(encrypted)).toMatchObject({ code: 'sheet.encrypted' })
  })

  test('a web page, a picture and another archive are no sheets', async () => {
    const page = Buffer.from('<html><body><table><tr><td>编号</td></tr></table></body></html>')
    expect(await refusalOf(page)).toMatchObject({ code: 'sheet.broken', details: { why: 'html' } })
    const noise = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0]), randomBytes(500)])
    expect(await refusalOf(noise)).toMatchObject({ code: 'sheet.broken', details: { why: 'not_a_sheet' } })
    const letter = await handMadeWorkbook({ sheets: [], more: { '_rels/.rels': '<Relationships/>' } })
    expect(await refusalOf(letter)).toMatchObject({ code: 'sheet.broken', details: { why: 'not_a_sheet' } })
  })

  test('a file that was cut off or damaged anywhere is broken, never half read', async () => {
    const rows = Array.from({ length: 400 }, (_, at) => textRow(String(at), randomBytes(20).toString('hex'))).join('')
    const whole = await handMadeWorkbook({ sheets: [HEADER + rows] })
    for (const part of [0.1, 0.5, 0.9, 0.99]) {
      const cut = whole.subarray(0, Math.floor(whole.byteLength * part))
      expect(await refusalOf(cut)).toMatchObject({ code: 'sheet.broken' })
    }
    for (const place of [100, 5000, 9000]) {
      const damaged = Buffer.from(whole)
      damaged.fill(0x55, place, place + 40)
      expect(await refusalOf(damaged)).toMatchObject({ code: 'sheet.broken' })
    }
    const unclosed = await handMadeWorkbook({ sheets: [`${HEADER}<row>`] })
    expect(await refusalOf(unclosed)).toMatchObject({ code: 'sheet.broken', details: { why: 'xml' } })
  })

  test('entities of its own and endless archives come to nothing', async () => {
    const entities = await handMadeWorkbook({
      sheets: [HEADER],
      more: { 'xl/workbook.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' },
    })
    expect(await refusalOf(entities)).toMatchObject({ code: 'sheet.broken', details: { why: 'xml' } })
    const bomb = await handMadeWorkbook({ sheets: [HEADER + '<row/>'.repeat(3_000_000)] })
    expect(bomb.byteLength).toBeLessThan(200_000)
    expect(await refusalOf(bomb, { limits: { unfoldedBytes: 10_000_000 } })).toMatchObject({
      code: 'sheet.too_large',
      details: { what: 'unfoldedBytes' },
    })
  })

  test('too many rows and too big a file are too large', async () => {
    const rows = await handMadeWorkbook({ sheets: [HEADER + textRow('1', '漏水').repeat(11)] })
    expect(await refusalOf(rows, { limits: { rows: 10 } })).toMatchObject({
      code: 'sheet.too_large',
      details: { what: 'rows', limit: 10 },
    })
    expect(await refusalOf(rows, { limits: { fileBytes: 100 } })).toMatchObject({ details: { what: 'fileBytes' } })
  })
})

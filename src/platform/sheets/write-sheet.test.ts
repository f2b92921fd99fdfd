// Lists written as workbooks, read back by a library of its own and by ourselves.
import { PassThrough, Readable, Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { collected } from './made-by-hand.ts'
import { openSheet, readSheet } from './read-sheet.ts'
import { rejectsWorkbook } from './rejects-workbook.ts'
import type { SheetColumn } from './sheet-xml.ts'
import { type SheetDraft, type SheetRecord, sheetBytes, writeSheet } from './write-sheet.ts'

const COLUMNS: SheetColumn[] = [
  { key: 'no', label: '编号', kind: 'text', width: 18 },
  { key: 'receivedAt', label: '受理时间', kind: 'instant' },
  { key: 'dueOn', label: '到期日', kind: 'day' },
  { key: 'feeFen', label: '金额', kind: 'money' },
  { key: 'visits', label: '回访次数', kind: 'number' },
]
const ROW: SheetRecord = {
  no: 'TS-20261123-0007',
  receivedAt: '2026-11-23T04:05:06.000Z',
  dueOn: '2026-11-25',
  feeFen: 12_345,
  visits: 2,
}

const written = (draft: Partial<SheetDraft>) =>
  buffer(Readable.from(sheetBytes({ sheetName: '请求', columns: COLUMNS, rows: [ROW], ...draft })))

async function asExcelReadsIt(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  return workbook
}

describe('a list written as a workbook', () => {
  test('has real times, days, amounts and numbers, a frozen header and filters', async () => {
    const workbook = await asExcelReadsIt(await written({}))
    const [sheet] = workbook.worksheets
    expect(sheet?.name).toBe('请求')
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(sheet?.autoFilter).toBe('A1:E2')
    expect(sheet?.getRow(2).values).toEqual([
      undefined,
      'TS-20261123-0007',
      new Date('2026-11-23T12:05:06Z'),
      new Date('2026-11-25T00:00:00Z'),
      123.45,
      2,
    ])
    expect(sheet?.getCell('D2').numFmt).toBe('#,##0.00')
  })

  test('shows the clock of the zone asked for', async () => {
    const [, row] = await collected(readSheet(await written({ zone: 'UTC' })))
    expect(row?.cells[1]).toBe('2026-11-23 04:05:06')
  })

  test('holds text as text, however much it looks like a formula, and nothing that XML cannot hold', async () => {
    const texts = [
      '=1+2',
      '+86',
      '-5',
      '@SUM(A1)',
      '=HYPERLINK("http://x")',
      '<b>&"\'',
      '0012',
      '_x0041_',
      'a\u0000\u0008b\ud800c',
      '一\r\n二',
    ]
    const bytes = await written({
      columns: [{ key: 'text', label: '=文本', kind: 'text' }],
      rows: texts.map((text) => ({ text })),
    })
    const workbook = await asExcelReadsIt(bytes)
    const cells = texts.map((_, at) => workbook.worksheets[0]?.getCell(`A${at + 2}`))
    expect(cells.every((cell) => cell?.type === ExcelJS.ValueType.String)).toBe(true)
    const own = (await collected(readSheet(bytes))).slice(1).map((row) => row.cells[0])
    expect(own).toEqual([...texts.slice(0, 8), 'abc', '一\n二'])
  })

  test('leaves out what is not there and cuts what no cell can hold', async () => {
    const rows = [{ no: null, receivedAt: undefined, dueOn: '', feeFen: 0, visits: 0 }, { no: '长'.repeat(40_000) }]
    const [, first, second] = await collected(readSheet(await written({ rows })))
    expect(first?.cells).toEqual([null, null, null, 0, 0])
    expect(String(second?.cells[0]).length).toBe(32_767)
  })

  test('goes on in another sheet when one is full', async () => {
    const rows = Array.from({ length: 5 }, (_, at) => ({ no: String(at + 1) }))
    const workbook = await asExcelReadsIt(await written({ rows, rowsPerSheet: 3, sheetName: '请求/[2026]' }))
    expect(workbook.worksheets.map((sheet) => [sheet.name, sheet.rowCount])).toEqual([
      ['请求  2026', 3],
      ['请求  2026 (2)', 3],
      ['请求  2026 (3)', 2],
    ])
  })

  test('without rows is a header', async () => {
    expect(await collected(readSheet(await written({ rows: [] })))).toHaveLength(1)
  })

  test('a value of the wrong kind is a defect that fails the writing', async () => {
    await expect(written({ rows: [{ receivedAt: '昨天' }] })).rejects.toThrow('not an instant')
    await expect(written({ rows: [{ visits: '两次' }] })).rejects.toThrow('not a number')
  })
})

describe('the taker sets the pace', () => {
  const endless = (counted: { given: number; closed: boolean }) =>
    (async function* () {
      try {
        for (;;) {
          counted.given += 1
          yield { ...ROW, no: `TS-${Math.random()}-${Math.random()}` }
        }
      } finally {
        counted.closed = true
      }
    })()

  test('rows are fetched only as far as they are taken, and no further when the taker leaves', async () => {
    const counted = { given: 0, closed: false }
    const stalled = new PassThrough({ highWaterMark: 1000 })
    const writing = writeSheet(stalled, { sheetName: '请求', columns: COLUMNS, rows: endless(counted) })
    const ended = writing.catch((error: unknown) => error)
    await expect.poll(() => counted.given).toBeGreaterThan(0)
    let before = -1
    while (counted.given > before) {
      before = counted.given
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    expect(counted.given).toBeLessThan(20_000)
    stalled.destroy(new Error('the customer closed the page'))
    expect(await ended).toMatchObject({ message: 'the customer closed the page' })
    expect(counted.closed).toBe(true)
  })

  test('a source that fails fails the writing', async () => {
    async function* rows() {
      yield ROW
      throw new Error('the connection is gone')
    }
    const sink = new Writable({ write: (_chunk, _encoding, done) => done() })
    await expect(writeSheet(sink, { sheetName: '请求', columns: COLUMNS, rows: rows() })).rejects.toThrow('connection')
  })
})

test('rejected rows come back as they were, with the reasons in front', async () => {
  const rejected = [
    { cells: ['007', 13_800_138_000, null, '第一行\n第二行'], reasons: ['缺少受理时间', '电话不对'] },
    { cells: [188_006], reasons: ['重复'] },
  ]
  const headers = ['编号', '电话', '时间', '内容']
  const bytes = await buffer(Readable.from(rejectsWorkbook({ headers, rejected, language: 'zh' })))
  await using sheet = await openSheet(bytes)
  expect(sheet.headers).toEqual(['退回原因', ...headers])
  expect((await collected(sheet.rows)).map((row) => row.cells)).toEqual([
    ['缺少受理时间；电话不对', '007', '13800138000', null, '第一行\n第二行'],
    ['重复', '188006', null, null, null],
  ])
})

// Text files with values in them: encodings, separators, quotes.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cell } from './cells.ts'
import { collected } from './made-by-hand.ts'
import { readSheet } from './read-sheet.ts'

async function rowsOf(source: string | Uint8Array): Promise<Cell[][]> {
  const bytes = typeof source === 'string' ? Buffer.from(source) : source
  return (await collected(readSheet(bytes))).map((row) => row.cells)
}

// 编号,内容 / 1,电梯困人 as Chinese Excel saves it.
const GBK = Buffer.from('b1e0bac52cc4dac8dd0d0a312cb5e7ccddc0a7c8cb0d0a', 'hex')
const TABLE = [
  ['编号', '内容'],
  ['1', '电梯困人'],
]

test('UTF-8 with and without its mark, UTF-16 and GBK give the same rows', async () => {
  const text = '编号,内容\r\n1,电梯困人\r\n'
  expect(await rowsOf(text)).toEqual(TABLE)
  expect(await rowsOf(`\ufeff${text}`)).toEqual(TABLE)
  expect(await rowsOf(Buffer.from(`\ufeff${text}`, 'utf16le'))).toEqual(TABLE)
  expect(await rowsOf(GBK)).toEqual(TABLE)
})

test('a file that turns out to be GBK only near its end is read as GBK', async () => {
  const rows = await rowsOf(Buffer.concat([Buffer.from('id,text\n'), Buffer.from('1,plain\n'.repeat(40_000)), GBK]))
  expect(rows.at(-1)).toEqual(['1', '电梯困人'])
})

test('tabs, semicolons and a named separator part values too', async () => {
  expect(await rowsOf('编号\t内容\n1\t电梯,困人')).toEqual([TABLE[0], ['1', '电梯,困人']])
  expect(await rowsOf('编号;内容\n1;电梯困人')).toEqual(TABLE)
  expect(await rowsOf('sep=|\n编号|内容\n1|电梯困人')).toEqual(TABLE)
  expect(await rowsOf('"编,号";内容\n1;电梯困人')).toEqual([['编,号', '内容'], TABLE[1]])
})

test('quotes hold separators, line breaks and doubled quotes, and stand for themselves inside a plain value', async () => {
  expect(await rowsOf('a,b\n"x,1","第一行\r\n第二行"\n"他说""漏水""",5" 管\n')).toEqual([
    ['a', 'b'],
    ['x,1', '第一行\n第二行'],
    ['他说"漏水"', '5" 管'],
  ])
  expect(await rowsOf('房号\n="0301"\n')).toEqual([['房号'], ['0301']])
})

test('rows without anything in them are passed over but counted', async () => {
  const rows = await collected(readSheet(Buffer.from('a,b\n,\n\n　,\t\n1,\n')))
  expect(rows).toEqual([
    { rowNumber: 1, cells: ['a', 'b'] },
    { rowNumber: 5, cells: ['1'] },
  ])
})

test('a quote that never closes is broken and says where it was opened', async () => {
  await expect(rowsOf('a,b\n1,2\n3,"四\n5,6\n')).rejects.toMatchObject({
    code: 'sheet.broken',
    details: { why: 'open_quote', row: 3 },
  })
})

test('whatever stands in quoted values comes back as it was, however the file falls into pieces', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sheets-'))
  const value = fc
    .string({ unit: fc.constantFrom('a', '电', '"', ',', '\n', '𠮷', ' '), maxLength: 9 })
    .map((text) => `x${text}x`)
  const table = fc.array(fc.array(value, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 })
  try {
    await fc.assert(
      fc.asyncProperty(table, fc.nat(300_000), async (rows, filler) => {
        const long = ['x'.repeat(filler), 'y']
        const path = join(folder, 'table.csv')
        const lines = [long, ...rows].map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(','))
        await writeFile(path, lines.join('\r\n'))
        const read = (await collected(readSheet(path))).map((row) => row.cells)
        expect(read.slice(1)).toEqual(rows)
      }),
      { numRuns: 60 },
    )
  } finally {
    await rm(folder, { recursive: true })
  }
})

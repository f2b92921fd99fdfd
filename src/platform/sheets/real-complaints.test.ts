// Four thousand complaints as another system exported them, where this machine has them.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { collected } from './made-by-hand.ts'
import { parseInstant, parseText } from './parse-cells.ts'
import { openSheet } from './read-sheet.ts'

const FILE = join(import.meta.dirname, '../../../../shared/data/complaints/hot-topics-4326.xlsx')
const there = existsSync(FILE)

describe.skipIf(!there)(`complaints of another system${there ? '' : ' (skipped: ../shared/data is not here)'}`, () => {
  test('are read to the last row, and each time is understood', async () => {
    const startedAt = performance.now()
    await using sheet = await openSheet(FILE)
    const { headers, rows } = sheet
    const read = await collected(rows)
    const ms = performance.now() - startedAt
    expect(headers).toHaveLength(7)
    expect(read).toHaveLength(4326)
    expect(read.at(-1)?.rowNumber).toBe(4327)

    const times = read.map((row) => parseInstant(row.cells[3] ?? null))
    expect(times.filter((time) => time.value === undefined)).toEqual([])
    const slashes = read.findIndex((row) => row.cells[3] === '2019/2/28 11:25:05')
    expect(times[slashes]).toEqual({ value: '2019-02-28T03:25:05.000Z' })
    const dashes = read.findIndex((row) => row.cells[3] === '2017-06-08 17:31:20')
    expect(times[dashes]).toEqual({ value: '2017-06-08T09:31:20.000Z' })

    const texts = read.map((row) => parseText(row.cells[4] ?? null, { lines: true }).value ?? '')
    expect(texts.filter((text) => text === '' || text !== text.trim() || text.includes('\t'))).toEqual([])
    expect(new Set(read.map((row) => row.cells[0])).size).toBe(4326)
    console.log(`4,326 rows read in ${Math.round(ms)} ms`)
  })
})

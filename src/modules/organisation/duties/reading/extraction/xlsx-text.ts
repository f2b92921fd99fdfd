// The text of a workbook: one line for each row, its cells parted by tabs.
import { readSheet } from '../../../../../platform/sheets/read-sheet.ts'
import { documentFault } from '../faults.ts'
import { CELL_LINE, LIMITS } from './extracted.ts'

export async function xlsxText(bytes: Uint8Array): Promise<string> {
  const lines: string[] = []
  let length = 0
  const limits = { fileBytes: LIMITS.fileBytes, unfoldedBytes: LIMITS.unfoldedBytes, rows: LIMITS.rows, columns: 200 }
  for await (const { cells } of readSheet(bytes, { limits })) {
    const line = cells
      .map((cell) =>
        String(cell ?? '')
          .replace(/\r\n?|\n/g, CELL_LINE)
          .replace(/\t/g, ' '),
      )
      .join('\t')
    length += line.length
    if (length > LIMITS.characters) throw documentFault('document.too_long')
    lines.push(line)
  }
  return lines.join('\n')
}

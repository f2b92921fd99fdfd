// The rows that could not be taken, as a file like the one they came in, with the reasons in front; corrected, it can be brought again.
import type { Cell } from './cells.ts'
import { REASON_HEADER } from './mapping.ts'
import type { SheetColumn } from './sheet-xml.ts'
import { type SheetDraft, type SheetRecord, sheetBytes } from './write-sheet.ts'

/** Reasons are worded by the caller, in the language of who will read them. */
export type RejectedRow = { cells: readonly Cell[]; reasons: readonly string[] }
export type Rejects = {
  headers: readonly string[]
  rejected: Iterable<RejectedRow> | AsyncIterable<RejectedRow>
  language: 'zh' | 'en'
}

export const rejectsWorkbook = (rejects: Rejects): AsyncGenerator<Buffer> => sheetBytes(draftOf(rejects))

function draftOf({ headers, rejected, language }: Rejects): SheetDraft {
  const reason: SheetColumn = { key: 'reason', label: REASON_HEADER[language], kind: 'text', width: 40 }
  const columns = headers.map((label, at): SheetColumn => ({ key: String(at), label, kind: 'text', width: 20 }))
  return { sheetName: REASON_HEADER[language], columns: [reason, ...columns], rows: records(rejected, language) }
}

/** All as text, just as it was read: a long number keeps its digits, a phone its zeros. */
async function* records(rejected: Rejects['rejected'], language: 'zh' | 'en'): AsyncGenerator<SheetRecord> {
  for await (const { cells, reasons } of rejected) {
    const record: Record<string, string | null> = { reason: reasons.join(language === 'zh' ? '；' : '; ') }
    for (const [at, cell] of cells.entries()) record[at] = asText(cell)
    yield record
  }
}

const asText = (cell: Cell) =>
  typeof cell === 'number' && Number.isInteger(cell) ? BigInt(cell).toString() : cell === null ? null : String(cell)

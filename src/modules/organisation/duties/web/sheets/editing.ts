// The rows of a draft while they are written.
import type { Limit } from '../../contract/proof.ts'
import type { Duty, DutyDraft } from '../../contract/sheets.ts'
import type { MeasureItem } from '../calls.ts'

/** `key` stays the same while the row is written, moved and saved. */
export type Row = DutyDraft & { key: string }

export const rowsOf = (duties: readonly Duty[], keys: readonly string[] = []): Row[] =>
  duties.map(({ id: _, ...duty }, at) => ({ ...duty, key: keys[at] ?? duty.lineId }))

export const inputOf = (rows: readonly Row[]): DutyDraft[] =>
  rows.map(({ key: _, ...row }) => ({ ...row, code: row.code.trim(), text: row.text.trim() }))

let made = 0
export function newRow(rows: readonly Row[]): Row {
  made += 1
  return {
    key: `new ${made}`,
    lineId: null,
    code: nextCode(rows),
    text: '',
    textEn: '',
    cadence: 'on_demand',
    capability: [],
    measure: '',
    measureEn: '',
    proofs: [],
    shown: null,
  }
}

/** A3.9 is followed by A3.10; where the last one has no figure, there is nothing to guess. */
export function nextCode(rows: readonly { code: string }[]): string {
  const codes = new Set(rows.map(({ code }) => code))
  const [, stem, figure] = /^(.*?)(\d+)$/.exec(rows.at(-1)?.code ?? '0') ?? []
  if (stem === undefined) return ''
  let next = Number(figure) + 1
  while (codes.has(`${stem}${next}`)) next += 1
  return `${stem}${next}`
}

export function moved(rows: readonly Row[], from: number, by: 1 | -1): Row[] {
  const row = rows[from]
  const to = from + by
  if (!row || to < 0 || to >= rows.length) return [...rows]
  return rows.toSpliced(from, 1).toSpliced(to, 0, row)
}

export type RowProblem = { key: string; at: number; why: 'codeMissing' | 'textMissing' | 'codeTwice'; code: string }
/** The first thing that keeps the draft from being saved. */
export function problemIn(rows: readonly Row[]): RowProblem | undefined {
  const seen = new Set<string>()
  for (const [at, row] of rows.entries()) {
    const code = row.code.trim()
    const why =
      code === '' ? 'codeMissing' : row.text.trim() === '' ? 'textMissing' : seen.has(code) ? 'codeTwice' : undefined
    if (why) return { key: row.key, at: at + 1, why, code }
    seen.add(code)
  }
  return undefined
}

/** Adds a way of counting; one that the program keeps itself stands alone. */
export function withMeasure(row: Row, { proof }: MeasureItem): Row {
  return proof.kind === 'coverage' || proof.kind === 'cadence'
    ? { ...row, proofs: [...row.proofs, proof], shown: null }
    : { ...row, proofs: [], shown: proof }
}

export const LIMITS = ['own', 'hours', 'workingDays', 'none'] as const
export type LimitKind = (typeof LIMITS)[number]
export function limitKindOf(limit: Limit | null): LimitKind {
  if (limit === null) return 'none'
  if ('hours' in limit) return 'hours'
  return 'workingDays' in limit ? 'workingDays' : 'own'
}
/** Back to the matter's own limit only where its measure knows one. */
export function limitOf(kind: LimitKind, usual: Limit | null): Limit | null {
  switch (kind) {
    case 'hours':
      return { hours: 24 }
    case 'workingDays':
      return { workingDays: 1 }
    case 'own':
      return usual
    default:
      return null
  }
}

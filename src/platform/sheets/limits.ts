// How big a sheet may be that is read in, and how it is refused when it cannot be.
import { Refusal } from '../refusal.ts'

export type SheetLimits = {
  /** Of the file as it lies on disk. */
  fileBytes: number
  /** Of all parts unfolded: a small archive can hold an endless one. */
  unfoldedBytes: number
  /** Rows with something in them, without the header. */
  rows: number
  columns: number
}

export const SHEET_LIMITS: SheetLimits = {
  fileBytes: 50 * 1024 * 1024,
  unfoldedBytes: 1024 * 1024 * 1024,
  rows: 200_000,
  columns: 1000,
}

/** What is wrong with a file that should be a sheet. */
export type WhyBroken =
  | 'archive'
  | 'xml'
  | 'not_a_sheet'
  | 'old_excel'
  | 'binary_excel'
  | 'html'
  | 'no_such_sheet'
  | 'open_quote'

export const brokenSheet = (why: WhyBroken, details: Record<string, unknown> = {}, cause?: unknown) =>
  new Refusal('sheet.broken', { why, ...details }, cause)

export const tooLargeSheet = (what: keyof SheetLimits, limits: SheetLimits) =>
  new Refusal('sheet.too_large', { what, limit: limits[what] })

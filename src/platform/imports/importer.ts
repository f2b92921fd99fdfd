// What a room says about the tables it takes in: its fields, and how rows become records.
import type { z } from 'zod'
import type { Ctx } from '../context.ts'
import type { MappedField } from '../sheets/mapping.ts'

export type Both = { zh: string; en: string }

/** How the cell is read: one line, text of several lines, an instant in the reader's zone, a day, a whole number. */
export type FieldKind = 'line' | 'text' | 'instant' | 'day' | 'integer'
export type ImportField<K extends string = string> = MappedField<K> & {
  kind: FieldKind
  /** Of a text; of a number its bounds. */
  longest?: number
  min?: number
  max?: number
}

/** Asked once for the whole file. `estate` is one of the estates the person works in. */
export type ImportOption = {
  key: string
  label: Both
  required: boolean
} & ({ kind: 'estate' | 'line' | 'flag' } | { kind: 'choice'; choices: readonly { value: string; label: Both }[] })

export type Value = string | number | null
export type MappedRow<K extends string = string> = {
  /** As the person sees it in the sheet. */
  row: number
  /** Parsed; null where the cell is empty or the field has no column. */
  values: Readonly<Record<K, Value>>
}

/** Why a row is not taken: a code of the importer's `reasons` or of those for cells, with what its words need. */
export type Reason = { code: string; field?: string; params?: Record<string, string | number> }
export type Judged<D> =
  | { verdict: 'take'; key: string; draft: D }
  /** It is there already, perhaps from an earlier run of the same file. */
  | { verdict: 'same' }
  | { verdict: 'reject'; reasons: readonly Reason[] }
export type Take<D> = { row: number; key: string; draft: D }

/**
 * Rows that cannot be parsed or lack a required field never reach it. The same key in one file is taken once. Original author and
 * time are the importer's to keep (`byName` and `at` of an event).
 */
export type Importer<K extends string = string, O extends z.ZodType = z.ZodType, D = unknown> = {
  /** The noun of what is taken in: requests. */
  readonly kind: string
  readonly label: Both
  /** Held by whoever may import this, beside imports.create. */
  readonly permission?: string
  readonly fields: readonly ImportField<K>[]
  readonly options: O
  readonly optionFields: readonly ImportOption[]
  /** Words for its own reasons; `{{text}}` stands for a param. */
  readonly reasons: Readonly<Record<string, Both>>
  /** One verdict for each row, in their order. Writes nothing: a dry run ends here. */
  prepare(ctx: Ctx, rows: readonly MappedRow<K>[], options: z.output<O>): Promise<readonly Judged<D>[]>
  /** The keys that were written; one that somebody else wrote in between is left out and counts as there already. */
  write(ctx: Ctx, takes: readonly Take<D>[], options: z.output<O>): Promise<Iterable<string>>
}
export const importer = <K extends string, O extends z.ZodType, D>(definition: Importer<K, O, D>): Importer<K, O, D> =>
  definition

export type Importers = readonly Importer[]

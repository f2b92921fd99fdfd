// What a printed form says: its heading, its blocks, how many copies of it there are.
import type { Language } from './printable.ts'

export type LabelledValue = {
  label: string
  value: string
  /** Over how many pairs of columns the value runs. */
  span?: number
}
export type TableColumn = {
  label: string
  /** Relative to the others. */
  width: number
  align?: 'left' | 'center' | 'right'
}
export type Picture = { bytes: Buffer; caption?: string }
export type Signature = {
  label: string
  /** Drawn by hand on a screen. */
  picture?: Buffer
  name?: string
  /** As it is to be read; without it a line to fill in by hand. */
  on?: string
}

export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'grid'; columns?: 1 | 2 | 3 | 4; cells: readonly LabelledValue[] }
  | {
      kind: 'table'
      columns: readonly TableColumn[]
      rows: readonly (readonly string[])[]
      /** Rows left empty for a pen. */
      blankRows?: number
      /** Under the last column. */
      totals?: readonly LabelledValue[]
    }
  | {
      kind: 'text'
      label: string
      text: string
      /** Room left for a pen, in lines. */
      minLines?: number
    }
  | { kind: 'choices'; label: string; options: readonly { label: string; chosen: boolean }[] }
  | { kind: 'pictures'; label: string; pictures: readonly Picture[]; perRow?: 1 | 2 | 3 | 4 }
  | { kind: 'signatures'; signatures: readonly Signature[] }
  | { kind: 'note'; text: string }

export type PaperSize = 'A4' | 'A5' | 'A5 landscape'
export type PrintedForm = {
  title: string
  company: string
  number?: string
  /** Stands opposite the number, such as the estate. */
  subtitle?: string
  /** One full print for each, named at its edge: 第一联 客户中心存. */
  copies?: readonly string[]
  blocks: readonly Block[]
  /** Large and pale across each page, such as 作废. */
  stamp?: string
  paper?: PaperSize
  language: Language
  printedAt: Date
  printedBy: string
  zone?: string
}

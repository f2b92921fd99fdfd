// What a room says about the lists it gives out: columns, and the rows for a query.
import type { z } from 'zod'
import type { Ctx } from '../context.ts'
import type { SheetColumn } from '../sheets/sheet-xml.ts'
import type { SheetRecord } from '../sheets/write-sheet.ts'

type Both = { zh: string; en: string }
export type ExportColumn = Omit<SheetColumn, 'label'> & { label: Both }

export type Exporter<Q extends z.ZodType = z.ZodType> = {
  /** The noun of the list: requests. */
  readonly kind: string
  readonly label: Both
  /** Held by whoever may give this out; how far it reaches is the query's business. */
  readonly permission: string
  /** The filters of the list, as its contract takes them, without the page. */
  readonly query: Q
  readonly columns: readonly ExportColumn[]
  /** Read page by page while they are written, so that memory stays flat. */
  rows(ctx: Ctx, query: z.output<Q>): AsyncIterable<SheetRecord>
}
export const exporter = <Q extends z.ZodType>(definition: Exporter<Q>): Exporter<Q> => definition

export type Exporters = readonly Exporter[]

// A list from the server: filters and place in the address, columns and density as the person likes them, export of what is shown.
import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import type { Endpoint, Schema } from '../platform/contract.ts'
import { type InputOf, useRead, type Verb } from './api.ts'
import { EmptyState, type EmptyStateProps } from './EmptyState.tsx'
import { ExportButton } from './ExportButton.tsx'
import { Filters } from './Filters.tsx'
import type { FieldSet } from './fields.tsx'
import { takes } from './form-problems.ts'
import { Loaded, Waiting } from './Loaded.tsx'
import { useEstate } from './me.tsx'
import { usePhone } from './phone.ts'
import { RowsTable } from './RowsTable.tsx'
import { SavedViews } from './SavedViews.tsx'
import { TableSettings } from './TableSettings.tsx'
import { type TableLayout, useTableLayout } from './table-layout.ts'
import { type TableQuery, useTableQuery } from './table-query.ts'
import { useKit } from './words.ts'

type ListAnswer = { items: readonly object[]; next?: string | null; total?: number | null; more?: boolean }
export type ListEndpoint = Endpoint<Schema, Schema<ListAnswer>>
export type RowIn<E extends ListEndpoint> = z.output<E['output']>['items'][number]

export type EntityTableProps<E extends ListEndpoint, K extends string> = {
  /** Keeps density, columns and saved views apart from those of other tables. */
  name: string
  read: Verb<E>
  fields: FieldSet<RowIn<E>, K>
  columns: readonly NoInfer<K>[]
  filters?: readonly NoInfer<K>[]
  /** Inputs that do not change with the filters. */
  given?: Readonly<Record<string, unknown>>
  open?(row: RowIn<E>): string
  /** The kind of the exporter that gives this list out. */
  exportAs?: string
  selection?(rows: RowIn<E>[], clear: () => void): ReactNode
  rowActions?(row: RowIn<E>): ReactNode
  empty?: EmptyStateProps
  /** Sort until the person chooses one. */
  sort?: string
  limit?: number
  /** What the list is, for screen readers; the heading of the page says it to everybody else. */
  label?: string
  /** Right of the filters. */
  extra?: ReactNode
  /** Turns what the filters say into the input, where the list words it differently. */
  inputOf?(asked: Record<string, unknown>): Record<string, unknown>
}

/** What a list calls the text that it looks for. */
const searchName = (endpoint: Endpoint) => ['search', 'q'].find((name) => takes(endpoint, name))

export function EntityTable<E extends ListEndpoint, K extends string>(props: EntityTableProps<E, K>) {
  const { name, read, fields, columns, filters = [] } = props
  const query = useTableQuery(fields, filters)
  const { layout, ...layoutVerbs } = useTableLayout(name)
  const input = useListInput(props, query)
  const list = useRead(read, input as InputOf<E>, { keep: true }) // reason: names come from the address; the server checks them
  const visible = visibleOf(fields, columns, layout)
  return (
    <div className="kit-table">
      <div className="kit-toolbar">
        <Filters fields={fields} of={filters} query={query} searchable={searchName(read.endpoint) !== undefined} />
        <div className="kit-toolbar-end">
          {props.extra}
          <SavedViews name={name} query={query} />
          {props.exportAs ? <ExportOf kind={props.exportAs} input={input} /> : null}
          <TableSettings fields={fields} columns={columns} visible={visible} layout={layout} {...layoutVerbs} />
        </div>
      </div>
      <Loaded of={list} waiting={<Waiting rows={8} />}>
        {(answer) => (
          <>
            <Rows
              table={props}
              query={query}
              rows={answer.items}
              visible={visible}
              stale={list.isPlaceholderData}
              relaxed={layout.relaxed ?? false}
            />
            <Pager answer={answer} query={query} />
          </>
        )}
      </Loaded>
    </div>
  )
}

const visibleOf = <K extends string>(fields: FieldSet<never, K>, columns: readonly K[], layout: TableLayout) =>
  columns.filter((key) => (layout.columns ? layout.columns.includes(key) : !fields.of[key].column?.hidden))

type RowsProps<E extends ListEndpoint, K extends string> = {
  table: EntityTableProps<E, K>
  query: TableQuery
  rows: readonly RowIn<E>[]
  visible: readonly K[]
  stale: boolean
  relaxed: boolean
}
function Rows<E extends ListEndpoint, K extends string>({
  table,
  query,
  rows,
  visible,
  stale,
  relaxed,
}: RowsProps<E, K>) {
  const [selected, setSelected] = useState<string[]>([])
  const chosen = rows.filter((row) => selected.includes(String(Reflect.get(row, 'id'))))
  const { selection } = table
  return (
    <>
      {chosen.length > 0 && selection ? (
        <SelectionBar count={chosen.length}>{selection(chosen, () => setSelected([]))}</SelectionBar>
      ) : null}
      <RowsTable
        label={table.label}
        fields={table.fields}
        columns={visible}
        rows={rows}
        loading={stale}
        relaxed={relaxed}
        sort={query.sort ?? table.sort}
        onSort={query.setSort}
        empty={<EmptyList query={query} empty={table.empty} />}
        open={table.open}
        rowActions={table.rowActions}
        selected={selected}
        onSelect={selection ? setSelected : undefined}
      />
    </>
  )
}

function useListInput<E extends ListEndpoint, K extends string>(
  { read: { endpoint }, given, sort, limit = 20, inputOf = (asked) => asked }: EntityTableProps<E, K>,
  query: TableQuery,
): Record<string, unknown> {
  const { estateId } = useEstate()
  return inputOf({
    limit: takes(endpoint, 'limit') ? limit : undefined,
    estateId: takes(endpoint, 'estateId') ? estateId : undefined,
    ...query.filters,
    ...given,
    [searchName(endpoint) ?? 'search']: query.search || undefined,
    sort: query.sort ?? sort,
    after: query.after,
  })
}

function ExportOf({ kind, input }: { kind: string; input: Record<string, unknown> }) {
  const phone = usePhone()
  if (phone) return null
  // All that matches, not the page in view.
  const { limit: _, after: __, ...query } = input
  return <ExportButton kind={kind} query={query} />
}

function EmptyList({ query, empty }: { query: TableQuery; empty: EmptyStateProps | undefined }) {
  const t = useKit()
  if (query.active > 0 || query.search)
    return (
      <EmptyState
        title={t('table.nothing')}
        hint={t('table.nothingHint')}
        action={<Button onClick={query.clear}>{t('table.clearFilters')}</Button>}
      />
    )
  return <EmptyState title={t('table.empty')} {...empty} />
}

const SelectionBar = ({ count, children }: { count: number; children: ReactNode }) => {
  const t = useKit()
  return (
    <div className="kit-selection" role="status">
      <span>{t('table.selected', { count })}</span>
      {children}
    </div>
  )
}

function Pager({ answer, query }: { answer: ListAnswer; query: TableQuery }) {
  const t = useKit()
  const { next, total, more } = answer
  if (!next && !query.after && !total) return null
  return (
    <nav className="kit-pager" aria-label={t('table.following')}>
      <span className="quiet">
        {typeof total === 'number' ? t(more ? 'table.totalMore' : 'table.total', { total }) : null}
      </span>
      {next || query.after ? (
        <span className="kit-pager-steps">
          <Button
            icon={<LeftOutlined />}
            disabled={!query.after}
            aria-label={t('table.previous')}
            onClick={query.backward}
          />
          <span className="kit-pager-page">{query.page}</span>
          <Button
            icon={<RightOutlined />}
            disabled={!next}
            aria-label={t('table.following')}
            onClick={() => next && query.forward(next)}
          />
        </span>
      ) : null}
    </nav>
  )
}

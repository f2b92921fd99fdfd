// A list from the server: filters and place in the address, columns and density as the person likes them, export of what is shown.
import { ColumnHeightOutlined, LeftOutlined, RightOutlined, SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover, Segmented } from 'antd'
import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import type { Endpoint } from '../platform/contract.ts'
import { type InputOf, useRead, type Verb } from './api.ts'
import { DownloadButton } from './DownloadButton.tsx'
import { EmptyState, type EmptyStateProps } from './EmptyState.tsx'
import { Filters } from './Filters.tsx'
import { type FieldSet, fieldOf, labelOf } from './fields.tsx'
import { takes } from './form-problems.ts'
import { Failure, Waiting } from './Loaded.tsx'
import { useEstate } from './me.tsx'
import { usePhone } from './phone.ts'
import { RowsTable } from './RowsTable.tsx'
import { SavedViews } from './SavedViews.tsx'
import { type TableLayout, useTableLayout } from './table-layout.ts'
import { type TableQuery, useTableQuery } from './table-query.ts'
import { useKit } from './words.ts'

type ListAnswer = { items: readonly object[]; next?: string | null; total?: number | null; more?: boolean }
export type ListEndpoint = Endpoint<z.ZodType, z.ZodType<ListAnswer>>
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
  exportAs?: Verb<Endpoint>
  selection?(rows: RowIn<E>[], clear: () => void): ReactNode
  rowActions?(row: RowIn<E>): ReactNode
  empty?: EmptyStateProps
  /** Sort until the person chooses one. */
  sort?: string
  limit?: number
  /** Right of the filters. */
  extra?: ReactNode
}

export function EntityTable<E extends ListEndpoint, K extends string>(props: EntityTableProps<E, K>) {
  const { name, read, fields, columns, filters = [], given = {}, open, limit = 20 } = props
  const query = useTableQuery(fields, filters)
  const { layout, change, reset } = useTableLayout(name)
  const [selected, setSelected] = useState<string[]>([])
  const input = useListInput(props, query, limit)
  const list = useRead(read, input as InputOf<E>, { keep: true }) // reason: names come from the address; the server checks them
  const rows = list.data?.items ?? []
  const visible = columns.filter((key) =>
    layout.columns ? layout.columns.includes(key) : !fieldOf(fields, key).column?.hidden,
  )
  const chosen = rows.filter((row) => selected.includes(String(Reflect.get(row, 'id'))))
  return (
    <div className="kit-table">
      <div className="kit-toolbar">
        <Filters fields={fields} of={filters} query={query} searchable={takes(read.endpoint, 'search')} />
        <div className="kit-toolbar-end">
          {props.extra}
          <SavedViews name={name} query={query} />
          {props.exportAs ? <ExportOf file={props.exportAs} input={{ ...given, ...input }} /> : null}
          <TableSettings fields={fields} columns={columns} visible={visible} layout={layout} change={change} reset={reset} />
        </div>
      </div>
      {chosen.length > 0 && props.selection ? (
        <SelectionBar count={chosen.length}>{props.selection(chosen, () => setSelected([]))}</SelectionBar>
      ) : null}
      {list.error && !list.data ? (
        <Failure of={list.error} retry={() => void list.refetch()} />
      ) : list.data ? (
        <RowsTable
          label={name}
          fields={fields}
          columns={visible}
          rows={rows}
          loading={list.isPlaceholderData}
          relaxed={layout.relaxed ?? false}
          sort={query.sort ?? props.sort}
          onSort={query.setSort}
          empty={<EmptyList query={query} empty={props.empty} />}
          {...(open ? { open } : {})}
          {...(props.rowActions ? { rowActions: props.rowActions } : {})}
          {...(props.selection ? { selected, onSelect: setSelected } : {})}
        />
      ) : (
        <Waiting rows={8} />
      )}
      <Pager answer={list.data} query={query} />
    </div>
  )
}

function useListInput<E extends ListEndpoint, K extends string>(
  { read, given, sort }: EntityTableProps<E, K>,
  query: TableQuery,
  limit: number,
): Record<string, unknown> {
  const { estateId } = useEstate()
  const { endpoint } = read
  return {
    ...(takes(endpoint, 'limit') ? { limit } : {}),
    ...(takes(endpoint, 'estateId') && estateId ? { estateId } : {}),
    ...query.filters,
    ...given,
    ...(query.search ? { search: query.search } : {}),
    ...((query.sort ?? sort) ? { sort: query.sort ?? sort } : {}),
    ...(query.after ? { after: query.after } : {}),
  }
}

function ExportOf({ file, input }: { file: Verb<Endpoint>; input: object }) {
  const t = useKit()
  const phone = usePhone()
  if (phone) return null
  const { limit: _limit, after: _after, ...rest } = { limit: 0, after: '', ...input }
  return (
    <DownloadButton file={file} input={rest} title={t('table.exportHint')}>
      {t('do.export')}
    </DownloadButton>
  )
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

function Pager({ answer, query }: { answer: ListAnswer | undefined; query: TableQuery }) {
  const t = useKit()
  const { next, total, more } = answer ?? {}
  if (!next && !query.after && (total ?? 0) === 0) return null
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

type SettingsProps = {
  fields: FieldSet
  columns: readonly string[]
  visible: readonly string[]
  layout: TableLayout
  change(next: TableLayout): void
  reset(): void
}
function TableSettings({ fields, columns, visible, layout, change, reset }: SettingsProps) {
  const t = useKit()
  const phone = usePhone()
  if (phone) return null
  const content = (
    <div className="kit-table-settings">
      <div className="kit-table-settings-head">{t('table.density')}</div>
      <Segmented
        size="small"
        value={layout.relaxed ? 'relaxed' : 'dense'}
        options={[
          { value: 'dense', label: t('table.dense'), icon: <ColumnHeightOutlined /> },
          { value: 'relaxed', label: t('table.relaxed') },
        ]}
        onChange={(density) => change({ relaxed: density === 'relaxed' })}
      />
      <div className="kit-table-settings-head">{t('table.columns')}</div>
      <Checkbox.Group
        value={[...visible]}
        options={columns.map((key) => ({ value: key, label: labelOf(fields, key) }))}
        onChange={(keys) => keys.length > 0 && change({ columns: keys.map(String) })}
      />
      <Button type="link" size="small" onClick={reset}>
        {t('table.resetColumns')}
      </Button>
    </div>
  )
  return (
    <Popover content={content} trigger="click" placement="bottomRight">
      <Button icon={<SettingOutlined />} aria-label={t('table.settings')} title={t('table.settings')} />
    </Popover>
  )
}

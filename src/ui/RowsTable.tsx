// Rows of records: a table on desks, cards on phones. Says nothing about where the rows come from.
import { Checkbox, Table, type TableColumnType } from 'antd'
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react'
import { type FieldSet, fieldOf, labelOf, shown } from './fields.tsx'
import { usePhone } from './phone.ts'
import { useGo } from './pages.ts'
import { To } from './To.tsx'
import { useKit } from './words.ts'

export type RowsTableProps<T, K extends string> = {
  fields: FieldSet<T, K>
  columns: readonly NoInfer<K>[]
  rows: readonly T[]
  /** The page of one row. */
  open?(row: T): string
  loading?: boolean
  relaxed?: boolean
  sort?: string | undefined
  onSort?(sort: string | undefined): void
  empty?: ReactNode
  selected?: readonly string[]
  onSelect?(ids: string[]): void
  /** Verbs or links at the end of each row. */
  rowActions?(row: T): ReactNode
  label?: string
}

const idOf = (row: object, at: number): string => {
  const id: unknown = Reflect.get(row, 'id')
  return typeof id === 'string' ? id : String(at)
}

export function RowsTable<T extends object, K extends string>(props: RowsTableProps<T, K>) {
  const phone = usePhone()
  return phone ? <RowCards {...props} /> : <RowGrid {...props} />
}

function RowGrid<T extends object, K extends string>(props: RowsTableProps<T, K>) {
  const { rows, open, loading = false, relaxed = false, onSort, empty, selected, onSelect, rowActions, label } = props
  useKit()
  const go = useGo()
  const keys = new Map(rows.map((row, at) => [row, idOf(row, at)]))
  const columns = columnsOf(props)
  if (rowActions) columns.push({ key: '-actions', title: '', align: 'right', render: (_, row) => rowActions(row) })
  const visit = (row: T, event: MouseEvent<HTMLElement>) => {
    if (!open || isInteractive(event)) return
    if (event.ctrlKey || event.metaKey) window.open(open(row), '_blank')
    else go(open(row))
  }
  return (
    <div className="kit-grid" onKeyDown={walkRows}>
      <Table<T>
        aria-label={label}
        size={relaxed ? 'medium' : 'small'}
        rowKey={(row) => keys.get(row) ?? ''}
        columns={columns}
        dataSource={[...rows]}
        loading={{ spinning: loading, delay: 250 }}
        pagination={false}
        scroll={{ x: 'max-content' }}
        sticky
        showSorterTooltip={false}
        locale={{ emptyText: empty }}
        onRow={(row) => ({ onClick: (event) => visit(row, event), ...(open ? { className: 'kit-row-open' } : {}) })}
        onChange={(_pages, _filters, sorter) => {
          const { columnKey, order } = Array.isArray(sorter) ? (sorter[0] ?? {}) : sorter
          const name = sortName(props.fields, String(columnKey ?? ''))
          onSort?.(order ? `${order === 'descend' ? '-' : ''}${name}` : undefined)
        }}
        {...(onSelect
          ? {
              rowSelection: {
                selectedRowKeys: [...(selected ?? [])],
                onChange: (ids) => onSelect(ids.map(String)),
                columnWidth: 36,
              },
            }
          : {})}
      />
    </div>
  )
}

function columnsOf<T extends object, K extends string>(props: RowsTableProps<T, K>): TableColumnType<T>[] {
  const { fields, columns, open, sort, onSort } = props
  const linked = columns.find((key) => fieldOf(fields, key).column?.phone === 'title') ?? columns[0]
  return columns.map((key) => {
    const { column = {} } = fieldOf(fields, key)
    const name = sortName(fields, key)
    return {
      key,
      title: labelOf(fields, key),
      ...(column.width && !column.grow ? { width: column.width } : {}),
      ...(column.grow ? { ellipsis: true, width: column.width ?? 280 } : {}),
      ...(column.align ? { align: column.align } : {}),
      ...(column.fixed ? { fixed: column.fixed } : {}),
      ...(column.sort && onSort
        ? { sorter: true, sortOrder: sort === name ? 'ascend' : sort === `-${name}` ? 'descend' : null }
        : {}),
      render: (_: unknown, row: T) => {
        const content = shown(fields, key, row)
        return open && key === linked ? (
          <To href={open(row)} className="kit-row-link">
            {content}
          </To>
        ) : (
          content
        )
      },
    }
  })
}
const sortName = (fields: FieldSet, key: string) => {
  const sort = fieldOf(fields, key).column?.sort
  return typeof sort === 'string' ? sort : key
}

const isInteractive = ({ target }: MouseEvent) =>
  target instanceof Element && target.closest('a,button,input,label,[role="button"],.ant-select') !== null

/** Up and down walk along the links of the rows. */
function walkRows(event: KeyboardEvent<HTMLElement>) {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0 || !(event.target instanceof HTMLElement) || !event.target.matches('.kit-row-link')) return
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('.kit-row-link')]
  links[links.indexOf(event.target) + step]?.focus()
  event.preventDefault()
}

function RowCards<T extends object, K extends string>(props: RowsTableProps<T, K>) {
  const { fields, columns, rows, open, empty, selected, onSelect, rowActions, label } = props
  const t = useKit()
  if (rows.length === 0) return <>{empty}</>
  const places = placesOf(fields, columns)
  const toggle = (id: string, on: boolean) =>
    onSelect?.(on ? [...(selected ?? []), id] : (selected ?? []).filter((one) => one !== id))
  return (
    <ul className="kit-cards" {...(label ? { 'aria-label': label } : {})}>
      {rows.map((row, at) => {
        const id = idOf(row, at)
        const title = places.title.map((key) => <span key={key}>{shown(fields, key, row)}</span>)
        return (
          <li key={id} className="kit-card">
            <div className="kit-card-head">
              {onSelect ? (
                <Checkbox
                  aria-label={t('do.open')}
                  checked={selected?.includes(id) ?? false}
                  onChange={({ target }) => toggle(id, target.checked)}
                />
              ) : null}
              {open ? (
                <To href={open(row)} className="kit-card-link">
                  {title}
                </To>
              ) : (
                <strong>{title}</strong>
              )}
              <span className="kit-card-aside">
                {places.aside.map((key) => (
                  <span key={key}>{shown(fields, key, row)}</span>
                ))}
              </span>
            </div>
            <dl className="kit-card-lines">
              {places.line.map((key) => (
                <div key={key}>
                  <dt>{labelOf(fields, key)}</dt>
                  <dd>{shown(fields, key, row)}</dd>
                </div>
              ))}
            </dl>
            {rowActions ? <div className="kit-card-actions">{rowActions(row)}</div> : null}
          </li>
        )
      })}
    </ul>
  )
}

function placesOf(fields: FieldSet, columns: readonly string[]) {
  const places = { title: new Array<string>(), line: new Array<string>(), aside: new Array<string>() }
  for (const key of columns) {
    const place = fieldOf(fields, key).column?.phone ?? 'line'
    if (place !== 'hide') places[place].push(key)
  }
  if (places.title.length === 0) {
    const first = places.line.shift()
    if (first) places.title.push(first)
  }
  return places
}

// Rows of records: a table on desks, cards on phones. Says nothing about where the rows come from.
import { Checkbox, Table, type TableColumnType } from 'antd'
import { type KeyboardEvent, type MouseEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { type FieldSet, fieldOf, labelOf, shown } from './fields.tsx'
import { useGo } from './pages.ts'
import { usePhone } from './phone.ts'
import { To } from './To.tsx'
import { useKit } from './words.ts'

export type RowsTableProps<T, K extends string> = {
  fields: FieldSet<T, K>
  columns: readonly NoInfer<K>[]
  rows: readonly T[]
  /** The page of one row. */
  open?: ((row: T) => string) | undefined
  loading?: boolean
  relaxed?: boolean
  sort?: string | undefined
  onSort?(sort: string | undefined): void
  empty?: ReactNode
  selected?: readonly string[]
  onSelect?: ((ids: string[]) => void) | undefined
  /** Verbs or links at the end of each row. */
  rowActions?: ((row: T) => ReactNode) | undefined
  label?: string | undefined
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
  const t = useKit()
  const go = useGo()
  const keys = new Map(rows.map((row, at) => [row, idOf(row, at)]))
  const columns = columnsOf(props)
  if (rowActions)
    columns.push({
      key: '-actions',
      title: <span className="sr-only">{t('do.more')}</span>,
      align: 'right',
      render: (_, row) => rowActions(row),
    })
  const visit = (row: T, event: MouseEvent<HTMLElement>) => {
    if (!open || isInteractive(event)) return
    if (event.ctrlKey || event.metaKey) window.open(open(row), '_blank')
    else go(open(row))
  }
  return (
    <div className="kit-grid">
      <Table<T>
        aria-label={label}
        size={relaxed ? 'medium' : 'small'}
        rowKey={(row) => keys.get(row) ?? ''}
        columns={columns}
        dataSource={[...rows]}
        loading={{ spinning: loading, delay: 250 }}
        pagination={false}
        tableLayout="fixed"
        scroll={{ x: leastWidth(props) }}
        // Below the header of the shell.
        sticky={{ offsetHeader: 48 }}
        showSorterTooltip={false}
        locale={{ emptyText: empty }}
        onRow={(row) => ({
          onClick: (event) => visit(row, event),
          onKeyDown: walkRows,
          className: open ? 'kit-row-open' : '',
        })}
        onChange={(_pages, _filters, sorter) => {
          const { columnKey, order } = Array.isArray(sorter) ? (sorter[0] ?? {}) : sorter
          const name = sortName(props.fields, String(columnKey ?? ''))
          onSort?.(order ? `${order === 'descend' ? '-' : ''}${name}` : undefined)
        }}
        rowSelection={
          onSelect
            ? {
                selectedRowKeys: [...(selected ?? [])],
                onChange: (ids) => onSelect(ids.map(String)),
                columnWidth: BOXES_WIDTH,
                columnTitle: (box) => <SelectAll>{box}</SelectAll>,
              }
            : undefined
        }
      />
    </div>
  )
}

function columnsOf<T extends object, K extends string>(props: RowsTableProps<T, K>): TableColumnType<T>[] {
  const { fields, columns, open, sort, onSort } = props
  const linked = columns.find((key) => fieldOf(fields, key).column?.phone === 'title') ?? columns[0]
  return columns.map((key) => {
    const { column = {} } = fieldOf(fields, key)
    return {
      key,
      title: labelOf(fields, key),
      width: column.grow ? undefined : (column.width ?? PLAIN_WIDTH),
      ellipsis: column.grow && !column.wrap,
      align: column.align,
      fixed: column.fixed,
      ...sorterOf(fields, key, onSort && column.sort ? (sort ?? '') : undefined),
      render: (_: unknown, row: T) => (
        <Cell fields={fields} name={key} row={row} href={key === linked ? open?.(row) : undefined} />
      ),
    }
  })
}
const GROWN_WIDTH = 200
const PLAIN_WIDTH = 120
const ACTIONS_WIDTH = 120
const BOXES_WIDTH = 36
/** Narrower than this the table scrolls sideways; wider, what grows takes what is left. */
function leastWidth<T, K extends string>({ fields, columns, rowActions, onSelect }: RowsTableProps<T, K>) {
  const widths = columns.map((key) => {
    const { width, grow } = fieldOf(fields, key).column ?? {}
    return width ?? (grow ? GROWN_WIDTH : PLAIN_WIDTH)
  })
  const rest = (rowActions ? ACTIONS_WIDTH : 0) + (onSelect ? BOXES_WIDTH : 0)
  return widths.reduce((sum, width) => sum + width, rest)
}

function sorterOf(fields: FieldSet, key: string, sort: string | undefined) {
  if (sort === undefined) return {}
  const name = sortName(fields, key)
  const order = sort === name ? 'ascend' : sort === `-${name}` ? 'descend' : null
  return { sorter: true, sortOrder: order } as const
}

/** The table draws its head a second time, hidden, to measure it; a box one can tab to has no place there. */
function SelectAll({ children }: { children: ReactNode }) {
  const place = useRef<HTMLSpanElement>(null)
  const [measured, setMeasured] = useState(false)
  useLayoutEffect(() => setMeasured(place.current?.closest('.ant-table-measure-row') != null), [])
  return <span ref={place}>{measured ? null : children}</span>
}

type CellProps = { fields: FieldSet; name: string; row: object; href: string | undefined }
function Cell({ fields, name, row, href }: CellProps) {
  const { wrap, grow } = fieldOf(fields, name).column ?? {}
  const drawn = shown(fields, name, row)
  const content = wrap || grow ? drawn : <span className="kit-cell">{drawn}</span>
  if (href === undefined) return content
  return (
    <To href={href} className="kit-row-link">
      {content}
    </To>
  )
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
  const table = event.currentTarget.closest('table')
  const links = [...(table?.querySelectorAll<HTMLElement>('.kit-row-link') ?? [])]
  links[links.indexOf(event.target) + step]?.focus()
  event.preventDefault()
}

function RowCards<T extends object, K extends string>(props: RowsTableProps<T, K>) {
  const { fields, columns, rows, empty, label } = props
  useKit()
  if (rows.length === 0) return empty
  const places = placesOf(fields, columns)
  return (
    <ul className="kit-cards" aria-label={label}>
      {rows.map((row, at) => (
        <RowCard key={idOf(row, at)} id={idOf(row, at)} row={row} places={places} table={props} />
      ))}
    </ul>
  )
}

type CardProps<T, K extends string> = { id: string; row: T; places: Places; table: RowsTableProps<T, K> }
function RowCard<T extends object, K extends string>({ id, row, places, table }: CardProps<T, K>) {
  const { fields, open, selected = [], onSelect, rowActions } = table
  const piece = (key: string) => <span key={key}>{shown(fields, key, row)}</span>
  const toggle = (on: boolean) => onSelect?.(on ? [...selected, id] : selected.filter((one) => one !== id))
  return (
    <li className="kit-card">
      <div className="kit-card-head">
        {onSelect ? (
          <Checkbox aria-label={id} checked={selected.includes(id)} onChange={({ target }) => toggle(target.checked)} />
        ) : null}
        {open ? (
          <To href={open(row)} className="kit-card-link">
            {places.title.map(piece)}
          </To>
        ) : (
          <strong>{places.title.map(piece)}</strong>
        )}
        <span className="kit-card-aside">{places.aside.map(piece)}</span>
      </div>
      <dl className="kit-card-lines">
        {places.line
          .filter((key) => !Reflect.has(row, key) || !isBlank(Reflect.get(row, key)))
          .map((key) => (
            <div key={key}>
              <dt>{labelOf(fields, key)}</dt>
              <dd>{shown(fields, key, row)}</dd>
            </div>
          ))}
      </dl>
      {rowActions ? <div className="kit-card-actions">{rowActions(row)}</div> : null}
    </li>
  )
}

/** A card has no columns to keep straight, so what is empty takes no line; a field of its own making shows what it likes. */
const isBlank = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

type Places = ReturnType<typeof placesOf>
function placesOf(fields: FieldSet, columns: readonly string[]) {
  const places = { title: [] as string[], line: [] as string[], aside: [] as string[] }
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

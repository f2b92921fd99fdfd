// The filters of a list, as small controls in one line; on a phone behind one button.
import { CloseOutlined, FilterOutlined, SearchOutlined } from '@ant-design/icons'
import { Badge, Button, DatePicker, Input, type InputRef, Popover } from 'antd'
import dayjs from 'dayjs'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { choice, choices } from './controls.tsx'
import { Drawer } from './Drawer.tsx'
import { type Control, ControlOf, type FieldSet, type Filter, fieldOf, labelOf } from './fields.tsx'
import { usePhone } from './phone.ts'
import { Keys, useShortcut } from './shortcuts.tsx'
import { filterNames, type TableQuery } from './table-query.ts'
import { manyIn, oneIn } from './url-state.ts'
import { kit, say, useKit } from './words.ts'

export type FiltersProps = { fields: FieldSet; of: readonly string[]; query: TableQuery; searchable: boolean }
export function Filters({ fields, of, query, searchable }: FiltersProps) {
  const t = useKit()
  const phone = usePhone()
  const [opened, setOpened] = useState(false)
  const controlsOf = (keys: readonly string[]) =>
    keys.map((key) => <FilterControl key={key} name={key} fields={fields} query={query} />)
  const set = query.active > 0 || query.search !== ''
  const clear = set ? (
    <Button type="text" size="small" icon={<CloseOutlined />} onClick={query.clear}>
      {t('table.clearFilters')}
    </Button>
  ) : null
  return (
    <search className="kit-filters">
      {searchable ? <SearchBox query={query} /> : null}
      {phone && of.length > 0 ? (
        <Badge count={query.active} size="small">
          <Button
            icon={<FilterOutlined />}
            aria-label={t('table.filters')}
            title={t('table.filters')}
            onClick={() => setOpened(true)}
          />
        </Badge>
      ) : (
        <>
          {controlsOf(of.slice(0, BESIDE))}
          {of.length > BESIDE ? (
            <MoreFilters fields={fields} of={of.slice(BESIDE)} query={query}>
              {controlsOf(of.slice(BESIDE))}
            </MoreFilters>
          ) : null}
          {clear}
        </>
      )}
      {phone ? (
        <Drawer title={t('table.filters')} open={opened} onClose={() => setOpened(false)} extra={clear}>
          <div className="kit-filters-stack">{controlsOf(of)}</div>
        </Drawer>
      ) : null}
    </search>
  )
}

/** What fits beside the search box on a small desk; the rest opens below a button that counts what is set there. */
const BESIDE = 4

type MoreProps = Omit<FiltersProps, 'searchable'> & { children: ReactNode }
function MoreFilters({ fields, of, query, children }: MoreProps) {
  const t = useKit()
  const names = filterNames(fields, of)
  const set = names.filter((name) => query.filters[name] !== undefined).length
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      content={<div className="kit-filters-stack kit-filters-more">{children}</div>}
    >
      <Badge count={set} size="small">
        <Button icon={<FilterOutlined />}>{t('table.moreFilters')}</Button>
      </Badge>
    </Popover>
  )
}

function SearchBox({ query }: { query: TableQuery }) {
  const t = useKit()
  // While somebody types, the box holds what is typed; otherwise what the address says.
  const [draft, setDraft] = useState<string>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const box = useRef<InputRef>(null)
  useShortcut('/', () => box.current?.focus())
  useEffect(() => () => clearTimeout(timer.current), [])
  const typed = draft ?? query.search
  const look = (text: string) => {
    clearTimeout(timer.current)
    if (text.trim() !== query.search) query.setSearch(text.trim())
  }
  const type = (text: string) => {
    setDraft(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => look(text), PAUSE_MS)
  }
  return (
    <Input
      ref={box}
      className="kit-search"
      value={typed}
      allowClear
      prefix={<SearchOutlined className="quiet" />}
      suffix={typed ? null : <Keys of="/" />}
      placeholder={t('do.search')}
      aria-label={t('do.search')}
      onChange={(event) => type(event.target.value)}
      onPressEnter={() => look(typed)}
      onBlur={() => {
        look(typed)
        setDraft(undefined)
      }}
    />
  )
}
/** Chinese is typed in bursts; a search for each half-typed word would only flicker. */
const PAUSE_MS = 350

function FilterControl({ name, fields, query }: { name: string; fields: FieldSet; query: TableQuery }): ReactNode {
  const { filter } = fieldOf(fields, name)
  if (!filter) return null
  const label = labelOf(fields, name)
  return (
    <div className="kit-filter">
      <DrawnFilter filter={filter} name={name} label={label} query={query} />
    </div>
  )
}

type Drawn<F extends Filter = Filter> = { filter: F; name: string; label: string; query: TableQuery }
function DrawnFilter({ filter, name, label, query }: Drawn): ReactNode {
  if (filter.kind === 'days') return <DaysFilter filter={filter} name={name} label={label} query={query} />
  const { control, many } = controlOfFilter(filter, label)
  return (
    <ControlOf
      control={control}
      aria-label={label}
      value={many ? manyIn(query.filters, name) : oneIn(query.filters, name)}
      onChange={(next) => query.setFilters({ [name]: textsOf(next) })}
    />
  )
}

type SimpleFilter = Exclude<Filter, { kind: 'days' }>
function controlOfFilter(filter: SimpleFilter, label: string): { control: Control; many: boolean } {
  switch (filter.kind) {
    case 'any':
      return { control: choices(filter.options), many: true }
    case 'one':
      return { control: choice(filter.options), many: false }
    case 'flag':
      return { control: choice(yesOrNo(label)), many: false }
    case 'custom':
      return { control: filter.control, many: filter.many ?? false }
  }
}
const yesOrNo = (label: string) => () => [
  { value: 'true', label: `${label}: ${say(kit, 'form.yes')}` },
  { value: 'false', label: `${label}: ${say(kit, 'form.no')}` },
]
const textsOf = (value: unknown): string | string[] | undefined =>
  Array.isArray(value) ? value.map(String) : typeof value === 'string' && value !== '' ? value : undefined

function DaysFilter({ filter, label, query }: Drawn<Extract<Filter, { kind: 'days' }>>) {
  const t = useKit()
  const from = oneIn(query.filters, filter.from)
  const to = oneIn(query.filters, filter.to)
  return (
    <DatePicker.RangePicker
      value={[from ? dayjs(from) : null, to ? dayjs(to) : null]}
      allowEmpty={[true, true]}
      placeholder={[`${label} ${t('table.from')}`, t('table.to')]}
      aria-label={label}
      onChange={(range) =>
        query.setFilters({
          [filter.from]: range?.[0]?.format('YYYY-MM-DD'),
          [filter.to]: range?.[1]?.format('YYYY-MM-DD'),
        })
      }
    />
  )
}

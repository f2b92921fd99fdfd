// The filters of a list, as small controls in one line; on a phone behind one button.
import { CloseOutlined, FilterOutlined, SearchOutlined } from '@ant-design/icons'
import { Badge, Button, DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { type ReactNode, useEffect, useState } from 'react'
import { Drawer } from './Drawer.tsx'
import { ControlOf, type FieldSet, type Filter, fieldOf, labelOf } from './fields.tsx'
import { usePhone } from './phone.ts'
import { useSettled } from './settled.ts'
import { Keys, useShortcut } from './shortcuts.tsx'
import type { TableQuery } from './table-query.ts'
import { manyIn, oneIn } from './url-state.ts'
import { useKit } from './words.ts'

export type FiltersProps = { fields: FieldSet; of: readonly string[]; query: TableQuery; searchable: boolean }
export function Filters({ fields, of, query, searchable }: FiltersProps) {
  const t = useKit()
  const phone = usePhone()
  const [opened, setOpened] = useState(false)
  const controls = of.map((key) => <FilterControl key={key} name={key} fields={fields} query={query} />)
  const set = query.active > 0 || query.search !== ''
  const clear = set ? (
    <Button type="text" size="small" icon={<CloseOutlined />} onClick={query.clear}>
      {t('table.clearFilters')}
    </Button>
  ) : null
  return (
    <div className="kit-filters" role="search">
      {searchable ? <SearchBox query={query} /> : null}
      {phone && of.length > 0 ? (
        <Badge count={query.active} size="small">
          <Button icon={<FilterOutlined />} onClick={() => setOpened(true)}>
            {t('table.filters')}
          </Button>
        </Badge>
      ) : (
        <>
          {controls}
          {clear}
        </>
      )}
      {phone ? (
        <Drawer title={t('table.filters')} open={opened} onClose={() => setOpened(false)} extra={clear}>
          <div className="kit-filters-stack">{controls}</div>
        </Drawer>
      ) : null}
    </div>
  )
}

function SearchBox({ query }: { query: TableQuery }) {
  const t = useKit()
  const [typed, setTyped] = useState(query.search)
  const [box, setBox] = useState<{ focus(): void } | null>(null)
  const settled = useSettled(typed, 300)
  useShortcut('/', () => box?.focus())
  // The address may change without the box: a saved view, the way back.
  useEffect(() => setTyped(query.search), [query.search])
  useEffect(() => {
    if (settled !== query.search && settled === typed) query.setSearch(settled.trim())
    // Only what was typed starts a search; a query changed elsewhere must not.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [settled])
  return (
    <Input
      ref={setBox}
      className="kit-search"
      value={typed}
      allowClear
      prefix={<SearchOutlined className="quiet" />}
      suffix={typed ? null : <Keys of="/" />}
      placeholder={t('do.search')}
      aria-label={t('do.search')}
      onChange={(event) => setTyped(event.target.value)}
      onPressEnter={() => query.setSearch(typed.trim())}
    />
  )
}

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
  const t = useKit()
  const { filters, setFilters } = query
  switch (filter.kind) {
    case 'any':
    case 'one':
      return (
        <Select
          {...(filter.kind === 'any'
            ? { mode: 'multiple' as const, value: manyIn(filters, name), maxTagCount: 1 as const }
            : { value: oneIn(filters, name) ?? null })}
          options={[...filter.options()]}
          allowClear
          placeholder={label}
          aria-label={label}
          showSearch={filter.options().length > 8 ? { optionFilterProp: 'label' } : false}
          popupMatchSelectWidth={false}
          onChange={(next: string | string[] | null) => setFilters({ [name]: next ?? undefined })}
        />
      )
    case 'flag':
      return (
        <Select
          value={oneIn(filters, name) ?? null}
          allowClear
          placeholder={label}
          aria-label={label}
          options={[
            { value: 'true', label: `${label}: ${t('form.yes')}` },
            { value: 'false', label: `${label}: ${t('form.no')}` },
          ]}
          popupMatchSelectWidth={false}
          onChange={(next: string | null) => setFilters({ [name]: next ?? undefined })}
        />
      )
    case 'days':
      return <DaysFilter filter={filter} name={name} label={label} query={query} />
    case 'custom':
      return (
        <ControlOf
          control={filter.control}
          aria-label={label}
          value={filter.many ? manyIn(filters, name) : oneIn(filters, name)}
          onChange={(next) => setFilters({ [name]: textsOf(next) })}
        />
      )
  }
}
const textsOf = (value: unknown): string | string[] | undefined => {
  if (value === null || value === undefined || value === '') return undefined
  return Array.isArray(value) ? value.map(String) : String(value)
}

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

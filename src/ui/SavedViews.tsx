// Filters of a list kept under a name: one click brings them back.
import { DeleteOutlined, FolderOpenOutlined } from '@ant-design/icons'
import { Button, Input, Popover, Tooltip } from 'antd'
import { useState } from 'react'
import { type SavedView, savedViews } from '../platform/saved-views/contract.ts'
import { apiOf, useRead, useWrite } from './api.ts'
import type { Query } from './To.tsx'
import type { TableQuery } from './table-query.ts'
import { tell } from './tell.ts'
import { useKit } from './words.ts'

const api = apiOf(savedViews)

export function SavedViews({ name, query }: { name: string; query: TableQuery }) {
  const t = useKit()
  const [opened, setOpened] = useState(false)
  const views = useRead(api.list, { list: name }, { enabled: opened })
  const use = (view: SavedView) => {
    query.restore(queryIn(view.query))
    setOpened(false)
  }
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={opened}
      onOpenChange={setOpened}
      title={t('views.saved')}
      content={
        <div className="kit-views">
          {(views.data?.items ?? []).map((view) => (
            <ViewLine key={view.id} of={view} onUse={() => use(view)} />
          ))}
          {views.data?.items.length === 0 ? <p className="quiet">{t('views.none')}</p> : null}
          <NewView list={name} query={query} />
        </div>
      }
    >
      <Button icon={<FolderOpenOutlined />} aria-label={t('views.saved')} title={t('views.saved')} />
    </Popover>
  )
}

function ViewLine({ of, onUse }: { of: SavedView; onUse(): void }) {
  const t = useKit()
  const remove = useWrite(api.remove)
  return (
    <div className="kit-view">
      <button type="button" className="kit-view-name" onClick={onUse}>
        {of.name}
        {of.own ? null : <span className="quiet"> · {of.byName}</span>}
      </button>
      {of.can.includes('remove') ? (
        <Tooltip title={t('views.remove')}>
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined />}
            loading={remove.running}
            aria-label={`${t('views.remove')}: ${of.name}`}
            onClick={() => void remove.run({ id: of.id })}
          />
        </Tooltip>
      ) : null}
    </div>
  )
}

function NewView({ list, query }: { list: string; query: TableQuery }) {
  const t = useKit()
  const [name, setName] = useState('')
  const create = useWrite(api.create)
  const kept = { ...query.filters, search: query.search, sort: query.sort }
  const isEmpty = query.active === 0 && !query.search && !query.sort
  const save = async () => {
    if (!name.trim() || isEmpty) return
    if (!(await create.run({ list, name: name.trim(), query: kept }))) return
    setName('')
    tell.done(t('views.kept'))
  }
  return (
    <div className="kit-view-new">
      <Input
        value={name}
        maxLength={40}
        placeholder={t('views.name')}
        aria-label={t('views.name')}
        disabled={isEmpty}
        onChange={({ target }) => setName(target.value)}
        onPressEnter={() => void save()}
      />
      <Button disabled={isEmpty || !name.trim()} loading={create.running} onClick={() => void save()}>
        {t('views.save')}
      </Button>
    </div>
  )
}

function queryIn(kept: Readonly<Record<string, unknown>>): Query {
  const query: Query = {}
  for (const [name, value] of Object.entries(kept)) {
    if (typeof value === 'string') query[name] = value
    if (Array.isArray(value)) query[name] = value.filter((one) => typeof one === 'string')
  }
  return query
}

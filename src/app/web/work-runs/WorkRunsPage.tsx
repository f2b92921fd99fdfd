// What takes a while: how far it is, and what came of it.
import { Segmented } from 'antd'
import { EntityTable } from '../../../ui/EntityTable.tsx'
import { useMay } from '../../../ui/me.tsx'
import { PageHeader } from '../../../ui/Panel.tsx'
import { oneIn, useUrlState } from '../../../ui/url-state.ts'
import { useWords } from '../../../ui/words.ts'
import { api, fields } from './fields.tsx'
import { words } from './words.ts'

const COLUMNS = ['title', 'kind', 'state', 'progress', 'createdAt', 'endedAt'] as const

export function WorkRunsPage() {
  const t = useWords(words)
  const oversees = useMay('work-runs.oversee')
  const { query, change } = useUrlState()
  const everybody = oversees && oneIn(query, 'whose') === 'all'
  const switcher = oversees ? (
    <Segmented
      aria-label={t('list')}
      value={everybody ? 'all' : 'mine'}
      options={[
        { value: 'mine', label: t('mine') },
        { value: 'all', label: t('everybody') },
      ]}
      onChange={(whose) => change({ whose: whose === 'all' ? 'all' : undefined, after: undefined }, { replace: true })}
    />
  ) : null
  const shared = {
    label: t('list'),
    fields,
    open: (row: { id: string }) => `/work-runs/${row.id}`,
    empty: { title: t('empty.title'), hint: t('empty.hint') },
  }
  return (
    <>
      <PageHeader title={t('list')} actions={switcher} />
      {everybody ? (
        <EntityTable {...shared} name="work-runs-all" read={api.all} columns={[...COLUMNS, 'startedByName']} />
      ) : (
        <EntityTable {...shared} name="work-runs" read={api.list} columns={COLUMNS} />
      )}
    </>
  )
}

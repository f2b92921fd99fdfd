// Tasks: those I am to do, those I gave, and all within reach.
import { PlusOutlined } from '@ant-design/icons'
import { useRead } from '../../../../ui/api.ts'
import { EntityTable } from '../../../../ui/EntityTable.tsx'
import { GoButton } from '../../../../ui/GoButton.tsx'
import { useMay } from '../../../../ui/me.tsx'
import { PageHeader } from '../../../../ui/Panel.tsx'
import { Tabs, useTab } from '../../../../ui/Tabs.tsx'
import { useWords } from '../../../../ui/words.ts'
import type { State } from '../states.ts'
import { api } from './calls.ts'
import { fields } from './fields.tsx'
import { words } from './words.ts'

const TABS = ['mine', 'given', 'all'] as const
const TO_DO: State[] = ['assigned', 'started', 'returned']
const COLUMNS = [
  'title',
  'dueAt',
  'status',
  'assigneeName',
  'assignedByName',
  'about',
  'forDay',
  'areaName',
  'no',
] as const

export function TasksPage() {
  const t = useWords(words)
  const mayGive = useMay('tasks.assign')
  const tab = useTab(TABS, 'mine')
  const counts = useRead(api.counts, {}, { keep: true }).data
  const tabs = mayGive ? TABS : TABS.slice(0, 1)
  const numbers = { mine: counts?.mine, given: counts?.toCheck, all: undefined }
  const give = mayGive ? (
    <GoButton href="/tasks/new" type="primary" icon={<PlusOutlined />}>
      {t('verbs.assign')}
    </GoButton>
  ) : null
  return (
    <>
      <PageHeader title={t('page.list')} actions={give} />
      {mayGive ? (
        <Tabs
          label={t('page.list')}
          of={tabs.map((key) => ({ key, label: t(`tabs.${key}`), count: numbers[key] }))}
          now={tab}
          usual="mine"
        />
      ) : null}
      <EntityTable
        key={tab}
        name={`tasks-${tab}`}
        label={t(`tabs.${tab}`)}
        read={api.list}
        fields={fields}
        columns={COLUMNS.filter(
          (key) => key !== (tab === 'mine' ? 'assigneeName' : tab === 'given' ? 'assignedByName' : ''),
        )}
        filters={['status', 'overdue']}
        given={tab === 'mine' ? { mine: true } : tab === 'given' ? { given: true } : {}}
        inputOf={(asked) => (tab === 'mine' && !('status' in asked) ? { ...asked, status: TO_DO } : asked)}
        sort={tab === 'mine' ? 'due' : 'newest'}
        open={({ id }) => `/tasks/${id}`}
        empty={
          tab === 'mine'
            ? { title: t('empty.mine'), hint: t('empty.mineHint') }
            : { title: t('empty.given'), hint: t('empty.givenHint'), action: give }
        }
      />
    </>
  )
}

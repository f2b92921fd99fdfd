// What waits for my answer, what I asked for, what I have answered.
import { useRead } from '../../../../ui/api.ts'
import { EntityTable } from '../../../../ui/EntityTable.tsx'
import { PageHeader } from '../../../../ui/Panel.tsx'
import { Tabs, useTab } from '../../../../ui/Tabs.tsx'
import { useWords } from '../../../../ui/words.ts'
import './approvals.css'
import { api, fields } from './fields.tsx'
import { words } from './words.ts'

const TABS = ['mine_to_answer', 'asked', 'answered', 'all'] as const
const EMPTY = { mine_to_answer: 'empty.mine', asked: 'empty.asked', answered: 'empty.all', all: 'empty.all' } as const

export function QueuePage() {
  const t = useWords(words)
  const tab = useTab(TABS, 'mine_to_answer')
  const counts = useRead(api.counts, {}, { keep: true }).data
  const numbers = { mine_to_answer: counts?.toAnswer, asked: counts?.asked, answered: 0, all: 0 }
  return (
    <>
      <PageHeader title={t('page.list')} />
      <Tabs
        label={t('page.list')}
        of={TABS.map((key) => ({ key, label: t(`tabs.${key}`), count: numbers[key] }))}
        now={tab}
        usual="mine_to_answer"
      />
      <EntityTable
        key={tab}
        name={`approvals-${tab}`}
        label={t(`tabs.${tab}`)}
        read={api.list}
        fields={fields}
        columns={[
          'title',
          'kind',
          'amountFen',
          'days',
          'askedByName',
          'waitingFor',
          'openedAt',
          'dueAt',
          'status',
          'decidedAt',
        ]}
        filters={tab === 'mine_to_answer' ? ['kind'] : ['kind', 'status']}
        given={{ whose: tab }}
        open={({ id }) => `/approvals/${id}`}
        empty={{ title: t(EMPTY[tab]) }}
      />
    </>
  )
}

// Work plans: one's own, and those of the people below.
import { PlusOutlined } from '@ant-design/icons'
import { EntityTable } from '../../../../ui/EntityTable.tsx'
import { GoButton } from '../../../../ui/GoButton.tsx'
import { useMay } from '../../../../ui/me.tsx'
import { PageHeader } from '../../../../ui/Panel.tsx'
import { Tabs, useTab } from '../../../../ui/Tabs.tsx'
import { useWords } from '../../../../ui/words.ts'
import { planApi, planFields } from './plan-fields.tsx'
import { planWords } from './words.ts'

const TABS = ['mine', 'all'] as const

export function PlansPage() {
  const t = useWords(planWords)
  const isSuperior = useMay('tasks.assign')
  const tab = useTab(isSuperior ? TABS : TABS.slice(0, 1), 'mine')
  const write = (
    <GoButton href="/work-plans/new" type="primary" icon={<PlusOutlined />}>
      {t('verbs.create')}
    </GoButton>
  )
  return (
    <>
      <PageHeader title={t('page.list')} line={t('page.line')} actions={write} />
      {isSuperior ? (
        <Tabs
          label={t('page.list')}
          of={TABS.map((key) => ({ key, label: t(`tabs.${key}`) }))}
          now={tab}
          usual="mine"
        />
      ) : null}
      <EntityTable
        key={tab}
        name={`work-plans-${tab}`}
        label={t('page.list')}
        read={planApi.list}
        fields={planFields}
        columns={[
          'title',
          'period',
          'cadence',
          'staffName',
          'itemsDone',
          'status',
          'submittedAt',
          'approvedAt',
          'estateName',
        ]}
        filters={['status', 'cadence']}
        given={tab === 'mine' ? { mine: true } : {}}
        open={({ id }) => `/work-plans/${id}`}
        empty={{ title: t('empty.title'), hint: t('empty.hint'), action: write }}
      />
    </>
  )
}

// Work logs: those a superior has still to read, all within reach, one's own.
import { EditOutlined } from '@ant-design/icons'
import { EntityTable } from '../../../../ui/EntityTable.tsx'
import { GoButton } from '../../../../ui/GoButton.tsx'
import { useMay } from '../../../../ui/me.tsx'
import { PageHeader } from '../../../../ui/Panel.tsx'
import { Tabs, useTab } from '../../../../ui/Tabs.tsx'
import { useWords } from '../../../../ui/words.ts'
import type { LogState } from '../states.ts'
import { logApi } from './calls.ts'
import { logFields } from './fields.tsx'
import { logWords } from './words.ts'

const TABS = ['mine', 'read', 'all'] as const
const UNREAD: LogState[] = ['written']

export function LogsPage() {
  const t = useWords(logWords)
  const maySign = useMay('work-logs.sign')
  const usual = maySign ? 'read' : 'mine'
  const tab = useTab(maySign ? TABS : TABS.slice(0, 1), usual)
  const write = (
    <GoButton href="/work-logs/write" type="primary" icon={<EditOutlined />}>
      {t('page.write')}
    </GoButton>
  )
  return (
    <>
      <PageHeader title={t('page.list')} line={t('page.line')} actions={write} />
      {maySign ? (
        <Tabs
          label={t('page.list')}
          of={(['read', 'all', 'mine'] as const).map((key) => ({ key, label: t(`tabs.${key}`) }))}
          now={tab}
          usual={usual}
        />
      ) : null}
      <EntityTable
        key={tab}
        name={`work-logs-${tab}`}
        label={t(`tabs.${tab}`)}
        read={logApi.list}
        fields={logFields}
        columns={['onDay', 'staffName', 'happened', 'suggestion', 'status', 'signedByName', 'estateName']}
        filters={tab === 'read' ? [] : ['status']}
        given={tab === 'mine' ? { mine: true } : tab === 'read' ? { status: UNREAD } : {}}
        open={({ id }) => `/work-logs/${id}`}
        empty={
          tab === 'read'
            ? { title: t('empty.read') }
            : { title: t('empty.title'), hint: t('empty.hint'), action: write }
        }
      />
    </>
  )
}

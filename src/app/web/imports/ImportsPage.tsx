// What was imported, by whom, and what became of the rows.
import { ImportOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { EntityTable } from '../../../ui/EntityTable.tsx'
import { useMay } from '../../../ui/me.tsx'
import { PageHeader } from '../../../ui/Panel.tsx'
import { useGo } from '../../../ui/pages.ts'
import { useWords } from '../../../ui/words.ts'
import { fields } from './fields.tsx'
import { api } from './kinds.ts'
import { words } from './words.ts'

export function ImportsPage() {
  const t = useWords(words)
  const go = useGo()
  const begin = useMay('imports.create') ? (
    <Button type="primary" icon={<ImportOutlined />} onClick={() => go('/imports/new')}>
      {t('begin')}
    </Button>
  ) : null
  return (
    <>
      <PageHeader title={t('list')} actions={begin} />
      <EntityTable
        name="imports"
        label={t('list')}
        read={api.list}
        fields={fields}
        columns={['fileName', 'kind', 'state', 'total', 'taken', 'same', 'rejected', 'createdByName', 'createdAt']}
        open={(row) => `/imports/${row.id}`}
        empty={{ title: t('empty.title'), hint: t('empty.hint'), action: begin }}
      />
    </>
  )
}

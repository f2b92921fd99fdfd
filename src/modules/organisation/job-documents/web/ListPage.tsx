// Documents that were brought, the latest first.
import { PlusOutlined } from '@ant-design/icons'
import { EntityTable } from '../../../../ui/EntityTable.tsx'
import { GoButton } from '../../../../ui/GoButton.tsx'
import { useMay } from '../../../../ui/me.tsx'
import { PageHeader } from '../../../../ui/Panel.tsx'
import { useWords } from '../../../../ui/words.ts'
import { api, fields } from './fields.tsx'
import { words } from './words.ts'

const COLUMNS = ['name', 'kind', 'posts', 'duties', 'readByName', 'readAt', 'settledByName', 'status'] as const

export function ListPage() {
  const t = useWords(words)
  const mayBring = useMay('job-documents.create')
  const bring = (
    <GoButton href="/job-documents/new" type="primary" icon={<PlusOutlined />}>
      {t('page.new')}
    </GoButton>
  )
  return (
    <>
      <PageHeader title={t('page.list')} line={t('page.line')} actions={mayBring ? bring : null} />
      <EntityTable
        name="job-documents"
        read={api.list}
        fields={fields}
        columns={COLUMNS}
        filters={['status']}
        open={({ id }) => `/job-documents/${id}`}
        label={t('page.list')}
        empty={{ title: t('empty.title'), hint: t('empty.hint'), action: mayBring ? bring : null }}
      />
    </>
  )
}

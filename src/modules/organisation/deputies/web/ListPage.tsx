// The register of deputies: who stands in for whom.
import { EntityTable } from '../../../../ui/EntityTable.tsx'
import { PageHeader } from '../../../../ui/Panel.tsx'
import { useWords } from '../../../../ui/words.ts'
import { api, fields } from './fields.tsx'
import { NewDeputy } from './NewDeputy.tsx'
import { words } from './words.ts'

export function ListPage() {
  const t = useWords(words)
  return (
    <>
      <PageHeader title={t('page.list')} line={t('page.line')} actions={<NewDeputy />} />
      <EntityTable
        name="deputies"
        read={api.list}
        fields={fields}
        columns={[
          'principalName',
          'postTitle',
          'estateName',
          'deputyName',
          'turn',
          'fromAt',
          'toAt',
          'reason',
          'status',
        ]}
        filters={['status', 'mine']}
        open={({ id }) => `/deputies/${id}`}
        label={t('page.list')}
        empty={{ title: t('empty.title'), hint: t('empty.hint') }}
      />
    </>
  )
}

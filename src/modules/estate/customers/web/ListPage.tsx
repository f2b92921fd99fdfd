// Customers as a list.
import { ImportOutlined, UserAddOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { EntityTable } from '../../../../ui/EntityTable.tsx'
import { useMay } from '../../../../ui/me.tsx'
import { PageHeader } from '../../../../ui/Panel.tsx'
import { useGo } from '../../../../ui/pages.ts'
import { useWords } from '../../../../ui/words.ts'
import { api, fields } from './fields.tsx'
import { words } from './words.ts'

export function ListPage() {
  const t = useWords(words)
  const go = useGo()
  const mayImport = useMay('imports.create')
  const add = useMay('customers.create') ? (
    <Button type="primary" icon={<UserAddOutlined />} onClick={() => go('/customers/new')}>
      {t('verbs.create')}
    </Button>
  ) : null
  return (
    <>
      <PageHeader
        title={t('list.title')}
        actions={
          <>
            {mayImport ? (
              <Button icon={<ImportOutlined />} onClick={() => go('/imports/new')}>
                {t('verbs.importExcel')}
              </Button>
            ) : null}
            {add}
          </>
        }
      />
      <EntityTable
        name="customers"
        label={t('list.title')}
        read={api.list}
        fields={fields}
        columns={['name', 'kind', 'mainPhone', 'units', 'status', 'createdAt']}
        filters={['role', 'kind', 'status']}
        exportAs="customers"
        open={({ id }) => `/customers/${id}`}
        empty={{ title: t('list.emptyTitle'), hint: t('list.emptyHint'), action: add }}
      />
    </>
  )
}

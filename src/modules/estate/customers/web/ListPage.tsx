// Customers as a list.
import { UserAddOutlined } from '@ant-design/icons'
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
  const add = useMay('customers.create') ? (
    <Button type="primary" icon={<UserAddOutlined />} onClick={() => go('/customers/new')}>
      {t('verbs.create')}
    </Button>
  ) : null
  return (
    <>
      <PageHeader title={t('list.title')} actions={add} />
      <EntityTable
        name="customers"
        label={t('list.title')}
        read={api.list}
        fields={fields}
        columns={['name', 'kind', 'mainPhone', 'units', 'status', 'createdAt']}
        filters={['role', 'kind', 'status']}
        open={({ id }) => `/customers/${id}`}
        empty={{ title: t('list.emptyTitle'), hint: t('list.emptyHint'), action: add }}
      />
    </>
  )
}

// Everybody who works here, within reach.
import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { apiOf } from '../../../../ui/api.ts'
import { EntityTable } from '../../../../ui/EntityTable.tsx'
import { useMay } from '../../../../ui/me.tsx'
import { PageHeader } from '../../../../ui/Panel.tsx'
import { useGo } from '../../../../ui/pages.ts'
import { useWords } from '../../../../ui/words.ts'
import { staff } from '../contract.ts'
import { staffFields } from './fields.tsx'
import { words } from './words.ts'

const api = apiOf(staff)

export function ListPage() {
  const t = useWords(words)
  const go = useGo()
  const add = useMay('staff.create') ? (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => go('/staff/new')}>
      {t('verbs.create')}
    </Button>
  ) : null
  return (
    <>
      <PageHeader title={t('page.list')} actions={add} />
      <EntityTable
        name="staff"
        read={api.list}
        fields={staffFields}
        columns={[
          'name',
          'no',
          'phone',
          'posts',
          'departmentName',
          'trades',
          'onDuty',
          'login',
          'joinedOn',
          'leftOn',
          'status',
        ]}
        filters={['postId', 'departmentId', 'estateId', 'trades', 'status']}
        open={({ id }) => `/staff/${id}`}
        label={t('page.list')}
        empty={{ title: t('empty.title'), hint: t('empty.hint'), action: add }}
      />
    </>
  )
}

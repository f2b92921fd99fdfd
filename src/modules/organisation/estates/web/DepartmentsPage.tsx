// All departments within reach, of the head office and of the estates.
import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { apiOf } from '../../../../ui/api.ts'
import { Drawer } from '../../../../ui/Drawer.tsx'
import { EntityForm } from '../../../../ui/EntityForm.tsx'
import { EntityTable } from '../../../../ui/EntityTable.tsx'
import { useEstate, useMay } from '../../../../ui/me.tsx'
import { PageHeader } from '../../../../ui/Panel.tsx'
import { useWords } from '../../../../ui/words.ts'
import { departments } from '../contract.ts'
import { DepartmentVerbs } from './DepartmentVerbs.tsx'
import { departmentFields } from './fields.tsx'
import { departmentWords as words } from './words.ts'

const api = apiOf(departments)

export function DepartmentsPage() {
  const t = useWords(words)
  const [adding, setAdding] = useState(false)
  const mayAdd = useMay('departments.create')
  const { estateId } = useEstate()
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
      {t('verbs.create')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('page.list')} actions={mayAdd ? add : null} />
      <EntityTable
        name="departments"
        read={api.list}
        fields={departmentFields}
        columns={['name', 'estateName', 'parentName', 'staff', 'status']}
        filters={['status']}
        label={t('page.list')}
        rowActions={(row) => <DepartmentVerbs of={row} />}
        empty={{ title: t('empty.title'), hint: t('empty.hint'), action: mayAdd ? add : null }}
      />
      <Drawer title={t('page.new')} open={adding} onClose={() => setAdding(false)}>
        <EntityForm
          write={api.create}
          fields={departmentFields}
          of={['name', 'nameEn', 'estateId', 'parentId']}
          first={{ estateId }}
          submit={t('verbs.create')}
          onCancel={() => setAdding(false)}
          onDone={() => setAdding(false)}
        />
      </Drawer>
    </>
  )
}

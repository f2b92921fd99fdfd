// All estates of the company within reach, and where a new one is entered.
import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { apiOf, useRead } from '../../../../ui/api.ts'
import { Drawer } from '../../../../ui/Drawer.tsx'
import { EntityForm } from '../../../../ui/EntityForm.tsx'
import { EntityTable } from '../../../../ui/EntityTable.tsx'
import { useMay } from '../../../../ui/me.tsx'
import { PageHeader } from '../../../../ui/Panel.tsx'
import { useGo } from '../../../../ui/pages.ts'
import { useWords } from '../../../../ui/words.ts'
import { companies, estates } from '../contract.ts'
import { companyFields, estateFields } from './fields.tsx'
import { companyWords, words } from './words.ts'

const api = apiOf(estates)
const companyApi = apiOf(companies)
const FIRST = { kind: 'residential', serviceOpens: '08:30', serviceCloses: '18:00', serviceEveryDay: true }

export function ListPage() {
  const t = useWords(words)
  const go = useGo()
  const [adding, setAdding] = useState(false)
  const mayAdd = useMay('estates.create')
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
      {t('verbs.create')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('page.list')} line={<CompanyLine />} actions={mayAdd ? add : null} />
      <EntityTable
        name="estates"
        read={api.list}
        fields={estateFields}
        columns={[
          'name',
          'code',
          'kind',
          'city',
          'address',
          'servicePhone',
          'hours',
          'grade',
          'departments',
          'areas',
          'staff',
          'status',
        ]}
        filters={['kind', 'status']}
        open={({ id }) => `/estates/${id}`}
        label={t('page.list')}
        empty={{ title: t('empty.title'), hint: t('empty.hint'), action: mayAdd ? add : null }}
      />
      <Drawer title={t('page.new')} open={adding} onClose={() => setAdding(false)} width={560}>
        <EntityForm
          write={api.create}
          fields={estateFields}
          of={[
            { of: ['name', 'shortName', 'code', 'kind', 'city', 'servicePhone', 'address'], columns: 2 },
            {
              heading: t('page.serves'),
              of: ['serviceOpens', 'serviceCloses', 'serviceEveryDay', 'grade'],
              columns: 2,
            },
          ]}
          first={FIRST}
          submit={t('verbs.create')}
          onCancel={() => setAdding(false)}
          onDone={({ id }) => go(`/estates/${id}`)}
        />
      </Drawer>
    </>
  )
}

/** The company's name, and for those who may, the way to change it. */
function CompanyLine() {
  const t = useWords(companyWords)
  const company = useRead(companyApi.current, {})
  const [changing, setChanging] = useState(false)
  if (!company.data) return null
  const { name, zone, can } = company.data
  return (
    <>
      {name}
      {can.includes('change') ? (
        <Button type="link" size="small" onClick={() => setChanging(true)}>
          {t('verbs.change')}
        </Button>
      ) : null}
      <Drawer title={t('verbs.change')} open={changing} onClose={() => setChanging(false)}>
        <EntityForm
          write={companyApi.change}
          fields={companyFields}
          of={['name', 'zone']}
          first={{ name, zone }}
          onCancel={() => setChanging(false)}
          onDone={() => setChanging(false)}
        />
      </Drawer>
    </>
  )
}

// All duty sheets: what is being worked on first, then what is in force.
import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { Drawer } from '../../../../../ui/Drawer.tsx'
import { EntityForm } from '../../../../../ui/EntityForm.tsx'
import { EntityTable } from '../../../../../ui/EntityTable.tsx'
import { useMay } from '../../../../../ui/me.tsx'
import { PageHeader } from '../../../../../ui/Panel.tsx'
import { useGo } from '../../../../../ui/pages.ts'
import { useWords } from '../../../../../ui/words.ts'
import { sheetApi } from '../calls.ts'
import '../duties.css'
import { sheetWords } from '../words.ts'
import { sheetFields } from './fields.tsx'

export function ListPage() {
  const t = useWords(sheetWords)
  return (
    <>
      <PageHeader title={t('page.list')} line={t('page.line')} actions={<NewSheet />} />
      <EntityTable
        name="duty-sheets"
        read={sheetApi.list}
        fields={sheetFields}
        columns={[
          ...(['postTitle', 'version', 'status', 'duties', 'proven', 'source'] as const),
          ...(['effectiveOn', 'acknowledged', 'draftedByName'] as const),
        ]}
        filters={['status', 'postId']}
        limit={50}
        open={({ id }) => `/duty-sheets/${id}`}
        label={t('page.list')}
        empty={{ title: t('empty.title'), hint: t('empty.hint') }}
      />
    </>
  )
}

function NewSheet() {
  const t = useWords(sheetWords)
  const go = useGo()
  const [open, setOpen] = useState(false)
  if (!useMay('duty-sheets.create')) return null
  return (
    <>
      <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen(true)}>
        {t('verbs.create')}
      </Button>
      <Drawer title={t('page.new')} open={open} onClose={() => setOpen(false)}>
        <EntityForm
          write={sheetApi.create}
          fields={sheetFields}
          of={['postId', 'from']}
          first={{ from: 'current' }}
          submit={t('verbs.create')}
          guarded={false}
          onCancel={() => setOpen(false)}
          onDone={({ id }) => go(`/duty-sheets/${id}/edit`)}
        />
      </Drawer>
    </>
  )
}

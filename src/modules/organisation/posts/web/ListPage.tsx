// All posts of the company.
import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { apiOf } from '../../../../ui/api.ts'
import { Drawer } from '../../../../ui/Drawer.tsx'
import { EntityForm } from '../../../../ui/EntityForm.tsx'
import { EntityTable } from '../../../../ui/EntityTable.tsx'
import { useMay } from '../../../../ui/me.tsx'
import { PageHeader } from '../../../../ui/Panel.tsx'
import { useGo } from '../../../../ui/pages.ts'
import { useWords } from '../../../../ui/words.ts'
import { posts } from '../contract.ts'
import { postFields } from './fields.tsx'
import { words } from './words.ts'

const api = apiOf(posts)

export function ListPage() {
  const t = useWords(words)
  const go = useGo()
  const [adding, setAdding] = useState(false)
  const mayAdd = useMay('posts.create')
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
      {t('verbs.create')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('page.list')} actions={mayAdd ? add : null} />
      <EntityTable
        name="posts"
        read={api.list}
        fields={postFields}
        columns={['title', 'titleEn', 'departmentKind', 'reportsToTitle', 'grants', 'holders', 'system', 'status']}
        filters={['departmentKind', 'kind', 'status']}
        limit={50}
        open={({ id }) => `/posts/${id}`}
        label={t('page.list')}
        empty={{ title: t('empty.title'), hint: t('empty.hint'), action: mayAdd ? add : null }}
      />
      <Drawer title={t('page.new')} open={adding} onClose={() => setAdding(false)}>
        <EntityForm
          write={api.create}
          fields={postFields}
          of={['title', 'titleEn', 'departmentKind', 'reportsToId']}
          submit={t('verbs.create')}
          onCancel={() => setAdding(false)}
          onDone={({ id }) => go(`/posts/${id}`)}
        />
      </Drawer>
    </>
  )
}

// Taking on somebody: who it is, the first post, and how the person signs in.
import { useState } from 'react'
import { apiOf } from '../../../../ui/api.ts'
import { EntityForm } from '../../../../ui/EntityForm.tsx'
import { useEstate } from '../../../../ui/me.tsx'
import { PageHeader, Panel } from '../../../../ui/Panel.tsx'
import { useGo } from '../../../../ui/pages.ts'
import { useWords } from '../../../../ui/words.ts'
import { staff } from '../contract.ts'
import { staffFields } from './fields.tsx'
import { InitialPassword, type Issued } from './InitialPassword.tsx'
import { words } from './words.ts'
import './staff.css'

const api = apiOf(staff)

export function NewPage() {
  const t = useWords(words)
  const go = useGo()
  const { estateId } = useEstate()
  const [issued, setIssued] = useState<Issued & { id: string }>()
  return (
    <>
      <PageHeader title={t('page.new')} back="/staff" />
      <Panel>
        <EntityForm
          write={api.create}
          fields={staffFields}
          of={[
            { heading: t('page.who'), of: ['name', 'phone', 'gender', 'no', 'joinedOn', 'departmentId'], columns: 2 },
            { heading: t('page.work'), of: ['postId', 'estateId', 'trades'], columns: 2 },
            { heading: t('page.account'), of: ['login', 'locale'], columns: 2 },
          ]}
          first={{ estateId, locale: 'zh-CN', trades: [] }}
          inputOf={({ postId, estateId: at, ...rest }) => ({
            ...rest,
            posts: postId ? [{ postId, estateId: at ?? null }] : [],
          })}
          submit={t('verbs.create')}
          onCancel={() => go('/staff')}
          onDone={({ person, initialPassword }) => {
            const { id, name, login } = person
            if (initialPassword) setIssued({ id, name, login, initialPassword })
            else go(`/staff/${id}`)
          }}
        />
      </Panel>
      <InitialPassword issued={issued} onClose={() => go(`/staff/${issued?.id}`)} />
    </>
  )
}

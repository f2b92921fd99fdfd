// What can be done with a department, at the end of its row.
import { Button } from 'antd'
import { useState } from 'react'
import { apiOf, useWrite } from '../../../../ui/api.ts'
import { ask } from '../../../../ui/ask.ts'
import { Drawer } from '../../../../ui/Drawer.tsx'
import { EntityForm } from '../../../../ui/EntityForm.tsx'
import { useWords } from '../../../../ui/words.ts'
import { type Department, departments } from '../contract.ts'
import { departmentFields } from './fields.tsx'
import { departmentWords as words } from './words.ts'

const api = apiOf(departments)

export function DepartmentVerbs({ of: { id, name, nameEn, parentId, can } }: { of: Department }) {
  const t = useWords(words)
  const [changing, setChanging] = useState(false)
  const archiving = useWrite(api.archive)
  const restoring = useWrite(api.restore)
  const archive = async () => {
    const sure = await ask({ title: t('hints.archiveSure', { name }), yes: t('verbs.archive'), danger: true })
    if (sure) await archiving.run({ id })
  }
  return (
    <span className="nowrap">
      {can.includes('change') ? (
        <Button size="small" type="text" onClick={() => setChanging(true)}>
          {t('verbs.change')}
        </Button>
      ) : null}
      {can.includes('archive') ? (
        <Button size="small" type="text" danger loading={archiving.running} onClick={() => void archive()}>
          {t('verbs.archive')}
        </Button>
      ) : null}
      {can.includes('restore') ? (
        <Button size="small" type="text" loading={restoring.running} onClick={() => void restoring.run({ id })}>
          {t('verbs.restore')}
        </Button>
      ) : null}
      <Drawer title={t('verbs.change')} open={changing} onClose={() => setChanging(false)}>
        <EntityForm
          write={api.change}
          fields={departmentFields}
          of={['name', 'nameEn', 'parentId']}
          first={{ name, nameEn, parentId }}
          given={{ id }}
          onCancel={() => setChanging(false)}
          onDone={() => setChanging(false)}
        />
      </Drawer>
    </span>
  )
}

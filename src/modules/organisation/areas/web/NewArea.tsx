// The form for a new area, and the button that opens it.
import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { apiOf } from '../../../../ui/api.ts'
import { Drawer } from '../../../../ui/Drawer.tsx'
import { EntityForm } from '../../../../ui/EntityForm.tsx'
import { useMay } from '../../../../ui/me.tsx'
import { useGo } from '../../../../ui/pages.ts'
import { useWords } from '../../../../ui/words.ts'
import { areas } from '../contract.ts'
import { areaFields } from './fields.tsx'
import { words } from './words.ts'

const api = apiOf(areas)

export function NewArea({ estateId, primary = false }: { estateId: string | undefined; primary?: boolean }) {
  const t = useWords(words)
  const go = useGo()
  const [open, setOpen] = useState(false)
  if (!useMay('areas.create')) return null
  return (
    <>
      <Button type={primary ? 'primary' : 'default'} icon={<PlusOutlined />} onClick={() => setOpen(true)}>
        {t('verbs.create')}
      </Button>
      <Drawer title={t('page.new')} open={open} onClose={() => setOpen(false)}>
        <EntityForm
          write={api.create}
          fields={areaFields}
          of={['estateId', 'name', 'code']}
          first={{ estateId }}
          submit={t('verbs.create')}
          onCancel={() => setOpen(false)}
          onDone={({ id }) => go(`/areas/${id}`)}
        />
      </Drawer>
    </>
  )
}
